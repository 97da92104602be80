"""The front page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from briefgen.kinds import COUNTRY, TOPIC
from briefgen.model.occasion import Occasion
from briefgen.rendering.calendar import announced
from briefgen.rendering.edition import Edition
from briefgen.rendering.instruments import agreements
from briefgen.rendering.letters import letter_groups
from briefgen.rendering.occasions import event_name, occasions, section_href
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.tallies import tallies
from briefgen.rendering.views.briefing import WatchRow
from briefgen.rendering.views.common import Link, Row
from briefgen.rendering.views.home import HomeView
from briefgen.rendering.world import world
from briefgen.urls import HOME

LATEST: Final = 5
"""Briefings on the front page after the lead (field.md C5)."""

MOVED: Final = 6
"""Agreements on the front page: as many as stand beside those briefings."""

AHEAD: Final = 5
"""Announced dates on the front page."""

DOSSIERS: Final = 8
"""Countries with the newest briefings: a line of them."""


def pages(_: Edition) -> Iterator[Plan]:
    """The front page."""
    yield Plan(HOME, _home)


def _home(edition: Edition) -> Page:
    settings = edition.site.settings
    return Page(
        HOME,
        "home.html",
        settings.title,
        {"view": home_view(edition)},
        settings.description,
        feed=tuple(edition.site.briefings),
        table="briefings",
    )


def home_view(edition: Edition) -> HomeView:
    """The front page: the newest briefing with a bottom line, a written one first, the others, the site in numbers, lists."""
    say = edition.localizer
    keys = edition.chosen(edition.site.briefings)
    newest = keys[: LATEST + 1]
    told = [key for key in newest if edition.site.briefings[key].facts.summary]
    written = [key for key in told if not edition.site.briefings[key].raw]
    lead = next(iter((*written, *told, *newest)), "")
    counted = edition.once(tallies)
    return HomeView(
        lead=edition.card(lead, HOME) if lead else None,
        cards=edition.cards((key for key in newest if key != lead), HOME),
        period=say.text("In the year to {date}", date=say.date(edition.as_of)) if edition.as_of else "",
        recent=tuple(_recent(edition)),
        numbers=tuple(_numbers(edition)),
        world=world(edition, counted, HOME) if counted.countries else None,
        agreements=agreements(edition, HOME, edition.site.instruments.values(), MOVED),
        ahead=tuple(islice(_ahead(edition), AHEAD)),
        dossiers=tuple(islice(_dossiers(edition), DOSSIERS)),
        countries=letter_groups(edition, COUNTRY, HOME),
        topics=letter_groups(edition, TOPIC, HOME),
        as_of=say.date(edition.as_of) if edition.as_of else "",
    )


def _recent(edition: Edition) -> Iterator[Row]:
    """The year up to the newest briefing: events, the countries at them, agreements that moved."""
    as_of = edition.as_of
    if as_of is None:
        return
    year, month, day = as_of.sort_key
    begin, end = (year - 1, month, day), as_of.sort_key
    happened = [one for one in occasions(edition, edition.site.briefings) if one.event and _between(one, begin, end)]
    countries = {code for one in happened for code in one.countries}
    moved = [
        one for one in edition.site.instruments.values() if one.since and one.since.is_dated and one.since.sort_key > begin
    ]
    yield from _rows(edition, (("Events", len(happened)), ("Countries", len(countries)), ("Agreements that moved", len(moved))))


def _between(one: Occasion, begin: tuple[int, int, int], end: tuple[int, int, int]) -> bool:
    return one.date is not None and one.has_begun(end) and one.date.sort_key > begin


def _numbers(edition: Edition) -> Iterator[Row]:
    """How much there is of everything on the whole site."""
    site = edition.site
    countries = [entry for entry in site.entries[COUNTRY.name].values() if entry.briefings]
    languages = {briefing.lang for briefing in site.briefings.values()}
    counted = (
        ("Briefings", len(edition.chosen(site.briefings))),
        ("Countries", len(countries)),
        ("Agreements", len(site.instruments)),
        ("Languages", len(languages)),
    )
    yield from _rows(edition, counted)


def _rows(edition: Edition, counted: tuple[tuple[str, int], ...]) -> Iterator[Row]:
    say = edition.localizer
    yield from (Row(say.text(label), say.number(number)) for label, number in counted if number)


def _ahead(edition: Edition) -> Iterator[WatchRow]:
    """Announced dates after the newest briefing, the next one first."""
    if edition.as_of is None:
        return
    now = edition.as_of.sort_key
    for briefing, place, event in announced(edition.site):
        if event.date and event.date.start.first > now and briefing.id in edition.chosen((briefing.id,)):
            one = Occasion(briefing, place, event, event.date)
            yield WatchRow(Link(section_href(edition, one, HOME), event_name(edition, one)), edition.localizer.date(event.date))


def _dossiers(edition: Edition) -> Iterator[Link]:
    """The countries of the newest briefings, the site's own aside: it is in nearly all of them."""
    focus = edition.site.settings.focus_country
    codes = (code for briefing in edition.site.briefings.values() for code in briefing.countries("primary"))
    yield from (edition.link(COUNTRY, code, HOME) for code in dict.fromkeys(codes) if code != focus)
