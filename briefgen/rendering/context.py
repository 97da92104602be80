"""What stands around a briefing: the meeting in a box, what went before, what to watch, who else reported it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import combinations, islice
from typing import Final

from briefgen.kinds import AGREEMENT, COUNTRY
from briefgen.model.briefing import Briefing
from briefgen.model.instrument import STAGES, Instrument
from briefgen.model.occasion import Occasion, occasion_of
from briefgen.model.site import Pair, day_and_countries
from briefgen.rendering.calendar import lies_ahead
from briefgen.rendering.claims import claim_groups
from briefgen.rendering.edition import Edition
from briefgen.rendering.instruments import agreement_view
from briefgen.rendering.occasions import event_name, occasion_row
from briefgen.rendering.publishers import publisher_of
from briefgen.rendering.quotes import quote
from briefgen.rendering.views.briefing import BackgroundView, Fact, GlanceView, WatchRow
from briefgen.rendering.views.common import Link
from briefgen.urls import pair_path, relative

MOST_PAIRS: Final = 3
"""Pairs of countries whose background stands on a page."""

MOST_EARLIER: Final = 3
"""Earlier encounters of each; all others are on the page of the pair."""

MOST_ALSO: Final = 5
"""Other reports of the same day and countries that are named."""

_SIGNED: Final = STAGES.index("signed") + 1


def glance(edition: Edition, briefing: Briefing, page: str) -> GlanceView:
    """The box of a briefing: its parties, each with the words that make it one, format, place, agreements and next date."""
    say, events = edition.localizer, briefing.facts.events
    primary = [ref for ref in briefing.facts.countries if ref.role == "primary"]
    order = edition.without_focus([ref.code for ref in primary])
    quotes = {ref.code: ref.quote for ref in primary}
    kinds = dict.fromkeys(filter(None, (*(say.label(event.kind) for event in events), say.label(briefing.facts.type))))
    ahead = [event.date for event in events if event.date and lies_ahead(event.date, briefing)]
    standing = (edition.site.instruments[record.id] for record in edition.site.register.named_in(AGREEMENT, briefing.id))
    return GlanceView(
        parties=tuple(Fact(say.country(code), quote(edition, briefing, quotes[code])) for code in order),
        links=edition.links(COUNTRY, order, page),
        format=say.list(kinds),
        place=say.list(dict.fromkeys(event.place for event in events if event.place)),
        agreements=tuple(agreement_view(edition, one, page) for one in standing if one.status),
        next_date=say.date(min(ahead, key=lambda date: date.start.first)) if ahead else "",
    )


def background(edition: Edition, briefing: Briefing, page: str) -> Iterator[BackgroundView]:
    """Facts about its countries and their encounters before this one, pair by pair."""
    codes = sorted(briefing.countries("primary"))
    focus = edition.site.settings.focus_country
    met = (edition.site.pairs.get(pair) for pair in combinations(codes, 2) if not focus or focus in pair)
    for pair in [pair for pair in met if pair][:MOST_PAIRS]:
        earlier = tuple(islice(_earlier(edition, briefing, pair), MOST_EARLIER))
        first, second = edition.without_focus(pair.codes)
        known = edition.site.vocabulary.countries.get(first)
        claims = tuple(claim_groups(edition, known.claims if known else ()))
        if earlier or claims:
            name = "–".join(edition.localizer.country(code) for code in (first, second))
            yield BackgroundView(
                pair=Link(relative(pair_path(pair.codes), page), name),
                claims=claims,
                earlier=tuple(occasion_row(edition, one, page) for one in earlier),
            )


def _earlier(edition: Edition, briefing: Briefing, pair: Pair) -> Iterator[Occasion]:
    """Encounters of two countries before the briefing, the last first; none where that has no date."""
    date = briefing.facts.date
    if date is None or not date.is_dated:
        return
    first, family = date.start.first, {briefing.id, *edition.site.translations.get(briefing.id, ())}
    begin = bisect_left(pair.encounters, x=True, key=lambda one: one.date.sort_key < first)
    for place in range(begin, len(pair.encounters)):
        one = pair.encounters[place]
        if one.briefing not in family and one.briefing == _chosen(edition, pair, one.briefing):
            yield occasion_of(edition.site.briefings[one.briefing], one.place)


def _chosen(edition: Edition, pair: Pair, key: str) -> str:
    """Which of the translations of a briefing stands for it among those of a pair."""
    family = {key, *edition.site.translations.get(key, ())}
    return edition.chosen(one for one in pair.briefings if one in family)[0] if len(family) > 1 else key


def watch(edition: Edition, briefing: Briefing, page: str) -> Iterator[WatchRow]:
    """Dates that the briefing announces, and its agreements that are not concluded, as they stand now."""
    say = edition.localizer
    for place, event in enumerate(briefing.facts.events):
        if event.date and lies_ahead(event.date, briefing):
            one = Occasion(briefing, place, event, event.date)
            yield WatchRow(Link("", event_name(edition, one)), say.date(event.date))
    for record in edition.site.register.named_in(AGREEMENT, briefing.id):
        instrument = edition.site.instruments[record.id]
        if 0 < instrument.stage < _SIGNED:
            yield WatchRow(edition.link(AGREEMENT, instrument.id, page), _open(edition, instrument))


def _open(edition: Edition, instrument: Instrument) -> str:
    """Where an agreement stands, and since when nothing has moved it."""
    say, since = edition.localizer, instrument.since
    if since is None or not since.is_dated:
        return say.label(instrument.status)
    return say.text("{status}, no movement reported since {date}", status=say.label(instrument.status), date=say.date(since))


def also_reported(edition: Edition, briefing: Briefing, page: str) -> Iterator[Link]:
    """Briefings of the same day and the same countries that another publisher stands behind."""
    found = day_and_countries(briefing)
    family = {briefing.id, *edition.site.translations.get(briefing.id, ())}
    same = (key for key in (edition.site.same_day.get(found, ()) if found else ()) if key not in family)
    others = [key for key in same if publisher_of(edition.site.briefings[key]) != publisher_of(briefing)]
    yield from (edition.briefing_link(key, page) for key in edition.chosen(others)[:MOST_ALSO])
