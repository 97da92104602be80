"""The world, country by country, shaded by the number of briefings."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefgen.kinds import COUNTRY
from briefgen.rendering.edition import Edition
from briefgen.rendering.shading import Scale, legend, scale
from briefgen.rendering.tallies import Tallies
from briefgen.rendering.views.map import MapShape, WorldView

_REACH: Final = 110
"""Radii of the place where a dot can be hit in the width of the map: that place is about 20 pixels wide on a wide screen."""


def world(edition: Edition, counted: Tallies, page: str) -> WorldView:
    """The drawing for a page, whose countries with briefings lead to their dossiers."""
    focus, shades = edition.site.settings.focus_country, shades_of(edition, counted)
    window, say = edition.atlas.window, edition.localizer
    paths = (MapShape(code, data=data) for code, data in edition.atlas.paths.items())
    dots = (MapShape(code, x=x, y=y) for code, (x, y) in edition.atlas.dots.items())
    return WorldView(
        view_box=" ".join(f"{number:g}" for number in (window.left, window.top, window.width, window.height)),
        reach=round(window.width / _REACH),
        shapes=tuple(_shaded(edition, counted, shades, shape, page) for shape in paths),
        dots=tuple(_shaded(edition, counted, shades, dot, page) for dot in dots),
        legend=legend(shades, say),
        focus=say.country(focus) if focus in counted.countries else "",
    )


def shades_of(edition: Edition, counted: Tallies) -> Scale:
    """The scale of shades; the site's own country, about which nearly all briefings are, does not stretch it."""
    focus = edition.site.settings.focus_country
    return scale(max((len(keys) for code, keys in counted.countries.items() if code != focus), default=0))


def _shaded(edition: Edition, counted: Tallies, shades: Scale, shape: MapShape, page: str) -> MapShape:
    """A country on the map with what is known of it; one without briefings has neither link nor label."""
    code, say = shape.code, edition.localizer
    count = len(counted.countries.get(code, ()))
    if not count:
        return shape
    briefings = say.count("{n} briefing", "{n} briefings", count)
    return replace(
        shape,
        shade=shades.shade(count),
        href=edition.link(COUNTRY, code, page).href,
        label=say.text("{country}: {count}", country=say.country(code), count=briefings),
        is_focus=code == edition.site.settings.focus_country,
    )
