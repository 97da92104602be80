"""The map of the world, shaded by briefings, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.kinds import COUNTRY
from briefgen.rendering.dates import iso_range
from briefgen.rendering.edition import Edition
from briefgen.rendering.letters import in_order
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.shading import Scale
from briefgen.rendering.tallies import Tallies, ranked, tallies
from briefgen.rendering.views.map import MapRow, MapView
from briefgen.rendering.world import shades_of, world
from briefgen.urls import MAP


def pages(_: Edition) -> Iterator[Plan]:
    """The map."""
    yield Plan(MAP, _page)


def _page(edition: Edition) -> Page:
    say = edition.localizer.text
    return Page(MAP, "map.html", say("Map"), {"view": _view(edition)}, say("Map of the world, shaded by briefings"))


def _view(edition: Edition) -> MapView:
    counted, say = edition.once(tallies), edition.localizer
    mentioned = [code for code in edition.site.entries[COUNTRY.name] if code not in counted.countries]
    return MapView(
        world=world(edition, counted, MAP),
        count=say.count("{n} country", "{n} countries", len(counted.countries)),
        rows=tuple(_rows(edition, counted, shades_of(edition, counted))),
        mentions=in_order(edition, edition.links(COUNTRY, mentioned, MAP)),
        matrix=edition.matrix_link(MAP) if counted.both else None,
    )


def _rows(edition: Edition, counted: Tallies, shades: Scale) -> Iterator[MapRow]:
    """Countries with briefings, the most first; the site's own country last, since nearly all briefings are about it."""
    focus = edition.site.settings.focus_country
    for code in edition.without_focus(ranked(edition, COUNTRY, counted.countries)):
        keys = list(counted.countries[code])
        date = edition.site.briefings[keys[0]].facts.date
        yield MapRow(
            country=edition.link(COUNTRY, code, MAP),
            count=edition.localizer.number(len(keys)),
            shade=shades.shade(len(keys)),
            newest=edition.localizer.date(date),
            newest_iso=iso_range(date) if date else "",
            is_focus=code == focus,
        )
