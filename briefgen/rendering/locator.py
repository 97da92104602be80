"""Where a country lies: a small map of its region, cut out of the atlas."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from briefgen.rendering.atlas import Atlas
from briefgen.rendering.edition import Edition
from briefgen.rendering.outlines import Point, Window, area, seen_in, window_of, write_rings
from briefgen.rendering.views.map import LocatorView

SIZES: Final = (360, 270, 180, 150)
"""Width of the drawing in its own units, from about the pixels of its place on a page down to a coarse one."""

_USUAL: Final = 3 / 2
"""Width of a region for its height."""

_BROAD: Final = 3
"""The same where the region is a good part of the world (Russia, Antarctica): less of the far side of the globe."""

_BROAD_FROM: Final = 0.4
"""Width of a broad region in widths of the world."""

MOST_BYTES: Final = 7000
"""Of outlines on a page: the finest drawing within it is taken, a coarse one where much land is in sight (Russia, India)."""

_AROUND: Final = 1.25
"""Width of the region for each width of the country, and half of the least width more: neighbors show where it lies."""

_LEAST: Final = 0.08
"""Least width of a region in widths of the world, 29° at the equator: a small country alone says little."""

_LEAST_DOT: Final = 0.12
"""The same for a dot: islands need a wider view for land to come into it."""

_WIDER: Final = 1.5
"""Factor by which a region grows until there is any land in sight."""

_MAIN: Final = 0.25
"""Outlines of at least this share of the largest one are shown whole: not Alaska, but both islands of New Zealand."""

_MARGIN: Final = 0.01
"""Share of the width by which outlines run on beyond the drawing, so that the line along the cut stays out of sight."""

_KEPT: Final = 1024
"""Drawings kept: every country of the world for several maps."""


@dataclass(frozen=True, slots=True)
class _Drawing:
    width: int
    height: int
    land: str
    here: str
    dot: tuple[int, int] | None
    dots: tuple[tuple[int, int], ...]


def locator(edition: Edition, code: str) -> LocatorView | None:
    """The region of a country with the country in it; None where the map does not have it."""
    drawing = _drawing(edition.atlas, code)
    if drawing is None:
        return None
    label = edition.localizer.text("Where {country} lies", country=edition.localizer.country(code))
    return LocatorView(label, f"0 0 {drawing.width} {drawing.height}", drawing.land, drawing.here, drawing.dot, drawing.dots)


@lru_cache(maxsize=_KEPT)
def _drawing(atlas: Atlas, code: str) -> _Drawing | None:
    """The finest drawing of a country that is small enough; the same in all languages, so it is made once."""
    region = _region(atlas, code)
    if region is None:
        return None
    drawing = None
    for width in SIZES:
        drawing = _drawn(atlas, code, region, width)
        if len(drawing.land) + len(drawing.here) <= MOST_BYTES:
            break
    return drawing


def _region(atlas: Atlas, code: str) -> Window | None:
    """The part of the map around a country, as wide as needed to see land."""
    if code in atlas.dots:
        middle, width = Window(*atlas.dots[code], 0, 0), _LEAST_DOT * atlas.window.width
    elif outlines := atlas.shapes.get(code):
        areas = [area(outline.ring) for outline in outlines]
        main = (outline for outline, size in zip(outlines, areas, strict=True) if size >= _MAIN * max(areas))
        middle = window_of(point for outline in main for point in outline.ring)
        least = _LEAST * atlas.window.width
        width = max(least, _AROUND * max(middle.width, middle.height * _USUAL) + least / 2)
    else:
        return None
    land = [outline.window for outlines in atlas.shapes.values() for outline in outlines]
    region = _around(middle, width, atlas.window)
    while region.width < atlas.window.width / 2 and not any(region.touches(one) for one in land):
        width *= _WIDER
        region = _around(middle, width, atlas.window)
    return region


def _around(middle: Window, width: float, world: Window) -> Window:
    """A window of a width around the middle of another, in the drawing's proportions and moved into the world."""
    proportion = _BROAD if width > _BROAD_FROM * world.width else _USUAL
    width = min(width, world.width, world.height * proportion)
    height = width / proportion
    left = middle.left + (middle.width - width) / 2
    top = middle.top + (middle.height - height) / 2
    return Window(
        min(max(left, world.left), world.right - width), min(max(top, world.top), world.bottom - height), width, height
    )


def _drawn(atlas: Atlas, code: str, region: Window, width: int) -> _Drawing:
    """A region in units of a drawing of some width."""
    scale = width / region.width
    sight = region.grown(_MARGIN * region.width)

    def placed(point: Point) -> tuple[int, int]:
        return round((point[0] - region.left) * scale), round((point[1] - region.top) * scale)

    around = chain.from_iterable(outlines for other, outlines in atlas.shapes.items() if other != code)
    dots = (at for other, at in atlas.dots.items() if other != code and region.touches(Window(*at, 0, 0)))
    return _Drawing(
        width,
        round(region.height * scale),
        land=write_rings(tuple(map(placed, ring)) for ring in seen_in(around, sight)),
        here=write_rings(tuple(map(placed, ring)) for ring in seen_in(atlas.shapes.get(code, ()), sight)),
        dot=placed(atlas.dots[code]) if code in atlas.dots else None,
        dots=tuple(map(placed, dots)),
    )
