"""The map of the world, shaded by briefings, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from briefgen.kinds import COUNTRY
from briefgen.rendering.dates import iso_range
from briefgen.rendering.edition import Edition
from briefgen.rendering.letters import in_order
from briefgen.rendering.page import Page
from briefgen.rendering.shading import Scale, legend, scale
from briefgen.rendering.tallies import Tallies, ranked, tallies
from briefgen.rendering.views.common import Link
from briefgen.rendering.views.map import MapRow, MapShape, MapView
from briefgen.urls import MAP, MATRIX, relative

_REACH: Final = 110
"""Radii of the place where a dot can be hit in the width of the map: that place is about 20 pixels wide on a wide screen."""


def pages(edition: Edition) -> Iterator[Page]:
    """The map."""
    say = edition.localizer.text
    yield Page(MAP, "map.html", say("Map"), {"view": _view(edition)}, say("Map of the world, shaded by briefings"))


def _view(edition: Edition) -> MapView:
    counted = tallies(edition)
    focus = edition.site.settings.focus_country
    shades = scale(max((len(keys) for code, keys in counted.countries.items() if code != focus), default=0))
    window, say = edition.atlas.window, edition.localizer
    mentioned = [code for code in edition.site.entries[COUNTRY.name] if code not in counted.countries]
    return MapView(
        view_box=" ".join(f"{number:g}" for number in (window.left, window.top, window.width, window.height)),
        reach=round(window.width / _REACH),
        shapes=tuple(
            _shaded(edition, counted, shades, MapShape(code, data=data)) for code, data in edition.atlas.paths.items()
        ),
        dots=tuple(_shaded(edition, counted, shades, MapShape(code, x=x, y=y)) for code, (x, y) in edition.atlas.dots.items()),
        legend=legend(shades, say),
        focus=say.country(focus) if focus in counted.countries else "",
        count=say.count("{n} country", "{n} countries", len(counted.countries)),
        rows=tuple(_rows(edition, counted, shades)),
        mentions=in_order(edition, edition.links(COUNTRY, mentioned, MAP)),
        matrix=Link(relative(MATRIX, MAP), say.text("Countries and topics")) if counted.both else None,
    )


def _shaded(edition: Edition, counted: Tallies, shades: Scale, shape: MapShape) -> MapShape:
    """A country on the map with what is known of it; one without briefings has neither link nor label."""
    code, say = shape.code, edition.localizer
    count = len(counted.countries.get(code, ()))
    if not count:
        return shape
    briefings = say.count("{n} briefing", "{n} briefings", count)
    return replace(
        shape,
        shade=shades.shade(count),
        href=edition.link(COUNTRY, code, MAP).href,
        label=say.text("{country}: {count}", country=say.country(code), count=briefings),
        is_focus=code == edition.site.settings.focus_country,
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
