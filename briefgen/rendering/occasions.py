"""What happened, event by event, as rows of any page: when, what, where, with whom, and the way to its section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.kinds import COUNTRY, PERSON, TOPIC
from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import EventRef
from briefgen.model.register import Record
from briefgen.rendering.dates import iso_range
from briefgen.rendering.edition import MOST_LISTED, Edition, phrased
from briefgen.rendering.views.common import Link, OccasionList, OccasionRow
from briefgen.text import fold


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event of a briefing, or (`event` None) a briefing that tells of none; `date` is the event's, else the briefing's."""

    briefing: Briefing
    place: int
    event: EventRef | None
    date: Edtf | None

    @property
    def is_dated(self) -> bool:
        """Whether it has a place on a timeline."""
        return self.date is not None and self.date.is_dated

    def has_begun(self, day: tuple[int, int, int]) -> bool:
        """Whether it had begun on a day: what is announced for later has not happened."""
        return self.date is not None and self.is_dated and self.date.start.first <= day

    @property
    def countries(self) -> tuple[str, ...]:
        """Whose it was: the parties of the event, else the countries the briefing is about."""
        return (self.event.countries if self.event else ()) or self.briefing.countries("primary")

    @property
    def kind(self) -> str | None:
        """The kind of the event, else the type of the briefing."""
        return self.event.kind if self.event else self.briefing.facts.type


Concerns = Callable[[Occasion], bool]
"""Whether an occasion belongs on a page."""


def occasions(edition: Edition, keys: Iterable[str], concerns: Concerns = lambda _: True) -> tuple[Occasion, ...]:
    """The occasions of briefings that concern a page, each briefing in one language, the newest first, undated ones last."""
    return in_order(edition, edition.chosen(keys), concerns)


def in_order(edition: Edition, keys: Iterable[str], concerns: Concerns = lambda _: True) -> tuple[Occasion, ...]:
    """The occasions of just these briefings, in the same order."""
    found = [one for key in keys for one in _occasions_of(edition.site.briefings[key]) if concerns(one)]
    return tuple(sorted(found, key=_newest_first))


def _occasions_of(briefing: Briefing) -> Iterator[Occasion]:
    """The events of a briefing, or the briefing itself; an event without a date happened when the briefing says it did."""
    for place in range(len(briefing.facts.events)) or (None,):
        yield occasion_of(briefing, place)


def occasion_of(briefing: Briefing, place: int | None) -> Occasion:
    """The occasion in a place of a briefing's events; without a place the briefing itself."""
    if place is None:
        return Occasion(briefing, 0, None, briefing.facts.date)
    event = briefing.facts.events[place]
    return Occasion(briefing, place, event, event.date or briefing.facts.date)


def _newest_first(one: Occasion) -> tuple[bool, int, int, int, str, int]:
    year, month, day = one.date.sort_key if one.date else (0, 0, 0)
    return (not one.is_dated, -year, -month, -day, one.briefing.id, one.place)


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
    found = list(_occasions_of(edition.site.briefings[key]))
    return tuple(
        Link(section_href(edition, one, page), event_name(edition, one)) for one in found if len(found) > 1 and concerns(one)
    )
