"""What happened, event by event, as rows of any page: when, what, where, with whom, and the way to its section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from briefgen.kinds import COUNTRY, PERSON, TOPIC
from briefgen.model.occasion import Occasion, newest_first, occasions_of
from briefgen.model.register import Record
from briefgen.rendering.dates import iso_range
from briefgen.rendering.edition import MOST_LISTED, Edition, phrased
from briefgen.rendering.views.common import Link, OccasionList, OccasionRow
from briefgen.text import fold

Concerns = Callable[[Occasion], bool]
"""Whether an occasion belongs on a page."""


def occasions(edition: Edition, keys: Iterable[str], concerns: Concerns = lambda _: True) -> tuple[Occasion, ...]:
    """The occasions of briefings that concern a page, each briefing in one language, the newest first, undated ones last."""
    return in_order(edition, edition.chosen(keys), concerns)


def in_order(edition: Edition, keys: Iterable[str], concerns: Concerns = lambda _: True) -> tuple[Occasion, ...]:
    """The occasions of just these briefings, in the same order."""
    found = [one for key in keys for one in occasions_of(edition.site.briefings[key]) if concerns(one)]
    return tuple(sorted(found, key=newest_first))


def occasion_row(edition: Edition, one: Occasion, page: str) -> OccasionRow:
    """An occasion in a list."""
    say, briefing = edition.localizer, one.briefing
    return OccasionRow(
        href=section_href(edition, one, page),
        title_html=phrased(briefing.facts.title, briefing.lang),
        lang=edition.foreign(briefing.lang),
        kind=say.label(one.kind),
        date=say.date(one.date),
        date_iso=iso_range(one.date) if one.date else "",
        year=str(one.date.start.year) if one.date and one.is_dated else "",
        place=one.event.place if one.event else "",
        countries=edition.links(COUNTRY, edition.without_focus(one.countries), page),
        people=edition.links(PERSON, (record.id for record in participants(edition, one)), page),
        is_raw=briefing.raw,
        keys=" ".join(_keys(one)),
    )


def _keys(one: Occasion) -> Iterator[str]:
    """What an occasion is filtered by; the same keys stand on the filters of the timeline."""
    if one.date and one.is_dated:
        yield f"year-{one.date.start.year}"
    if one.kind:
        yield f"kind-{one.kind}"
    yield f"lang-{one.briefing.lang}"
    yield from (f"{COUNTRY.name}-{code}" for code in one.countries)
    yield from (f"{TOPIC.name}-{topic}" for topic in one.briefing.topics)


def occasion_list(edition: Edition, happened: Sequence[Occasion], page: str) -> OccasionList:
    """The newest occasions of a page, and the way to those that do not fit."""
    rows = tuple(occasion_row(edition, one, page) for one in happened[:MOST_LISTED])
    return OccasionList(rows, edition.more(len(happened), page))


def participants(edition: Edition, one: Occasion) -> tuple[Record, ...]:
    """The people of an event whom its briefing lists, in the event's order."""
    if one.event is None or not one.event.people:
        return ()
    places = {fold(person.name): place for place, person in enumerate(one.briefing.facts.people)}
    named = (places[name] for name in map(fold, one.event.people) if name in places)
    return tuple(edition.site.register.at(PERSON, one.briefing.id, place) for place in named)


def section_href(edition: Edition, one: Occasion, page: str) -> str:
    """The address of an event's section; the page itself where the briefing tells of one event only."""
    href = edition.briefing_link(one.briefing.id, page).href
    return f"{href}#event-{one.place + 1}" if len(one.briefing.facts.events) > 1 else href


def event_name(edition: Edition, one: Occasion) -> str:
    """An occasion in a line: "Meeting · Hà Nội · Austria"."""
    say = edition.localizer
    place = one.event.place if one.event else ""
    return " · ".join(
        filter(None, (say.label(one.kind), place, say.list(map(say.country, edition.without_focus(one.countries)))))
    )


def sections(edition: Edition, key: str, page: str, concerns: Concerns) -> tuple[Link, ...]:
    """Ways to the events of a briefing that concern a page: of one with several meetings, readers want theirs."""
    found = list(occasions_of(edition.site.briefings[key]))
    return tuple(
        Link(section_href(edition, one, page), event_name(edition, one)) for one in found if len(found) > 1 and concerns(one)
    )
