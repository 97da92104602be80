"""Draw the world map that ships with briefgen: `python scripts/bake_map.py countries-110m.json > briefgen/data/map.svg`.

The input is the file of the npm package world-atlas 2.0.2 (`npm pack world-atlas@2.0.2`): Natural Earth 1:110m, public
domain, as TopoJSON. Needs the package tzdata, whose tz database (public domain) lists the codes of ISO 3166-1
(`iso3166.tab`) and gives each a coordinate (`zone.tab`).

- Projection: Equal Earth (Šavrič, Patterson, Jenny 2018, doi:10.1080/13658816.2018.1504949). `--center` is the meridian
  in the middle, by default 11° E: the map is then cut at 169° W, in the Bering Strait, and neither Russia nor Fiji is torn.
- Keys: ISO 3166-1 alpha-2; numbers are turned into letters by CLDR. Natural Earth draws who holds an area, the codes
  count by what ISO 3166 lists, so `AREAS` names what belongs under another code than the file says.
- Small states that 1:110m leaves out are dots at the first place that the tz database lists for their code.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from babel.core import get_global

from briefgen.rendering.outlines import Point, Ring, Window, area, clipped, window_of, write_rings

WIDTH: Final = 5000
"""Of the drawing, in units: 0.07° at the equator, finer than the lines of 1:110m."""

CENTER: Final = 11.0
"""Meridian in the middle: the cut at 169° W runs through the Bering Strait."""

LONGEST: Final = 2.5
"""Degrees after which a line gets another point, so that it bends with the projection."""

AREAS: Final = (
    ("Russia", (34.3, 45.2), "UA"),  # Crimea: United Nations General Assembly resolution 68/262
    ("N. Cyprus", (33.6, 35.3), "CY"),  # Security Council resolution 541 (1983); no code in ISO 3166
    ("Somaliland", (46.0, 9.5), "SO"),  # no code in ISO 3166
    ("Kosovo", (20.9, 42.6), "XK"),  # the code that CLDR uses, as in data/countries.yaml
    ("France", (-53.0, 4.0), "GF"),  # French Guiana has a code of its own
    ("Norway", (16.0, 78.8), "SJ"),  # so have Svalbard and Jan Mayen
    ("Norway", (22.5, 78.0), "SJ"),
    ("Norway", (23.0, 80.1), "SJ"),
)
"""What counts under another code than that of Natural Earth: its name there, a point in (or very near) it, the code."""

EQUAL_EARTH: Final = (1.340264, -0.081106, 0.000893, 0.003796)
"""The polynomial of the projection."""


SOURCE: Final = (
    "Countries by ISO 3166-1 alpha-2 code. source: Natural Earth 1:110m (public domain) by world-atlas 2.0.2, "
    "Equal Earth projection; circles: tz database zone.tab (public domain). Made by scripts/bake_map.py."
)
"""Told in the drawing."""


@dataclass(frozen=True)
class Polygon:
    """An outer ring and its holes, in degrees, under a code."""

    code: str
    rings: tuple[Ring, ...]


def main() -> None:
    """Read the atlas, write the drawing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("atlas", type=Path, help="countries-110m.json of world-atlas 2.0.2")
    parser.add_argument("--center", type=float, default=CENTER, metavar="DEGREES", help="meridian in the middle (11)")
    options = parser.parse_args()
    topology = json.loads(options.atlas.read_text(encoding="utf-8"))
    sys.stdout.write(drawing(list(polygons(topology)), options.center))


def polygons(topology: dict[str, Any]) -> Iterator[Polygon]:
    """Every polygon of the TopoJSON object `countries`, under its code."""
    arcs = [tuple(_absolute(arc, topology["transform"])) for arc in topology["arcs"]]
    letters = get_global("territory_aliases")
    for country in topology["objects"]["countries"]["geometries"]:
        parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        code = letters.get(country.get("id", ""), [""])[0]
        for part in parts:
            rings = tuple(_ring(arcs, indices) for indices in part)
            yield Polygon(_moved(country["properties"]["name"], rings[0]) or code, rings)


def _absolute(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """The points of an arc in degrees, from quantized steps (TopoJSON specification, section 2.1.2)."""
    scale, zero = transform["scale"], transform["translate"]
    x = y = 0
    for across, down in arc:
        x, y = x + across, y + down
        yield x * scale[0] + zero[0], y * scale[1] + zero[1]


def _ring(arcs: list[Ring], indices: list[int]) -> Ring:
    """The ring of several arcs, each of which begins where the last one ended; ~i is arc i backwards."""
    points: list[Point] = []
    for index in indices:
        points += (arcs[index] if index >= 0 else arcs[~index][::-1])[:-1]
    return tuple(points)


def _moved(name: str, ring: Ring) -> str:
    """The code under which an area counts otherwise, found by the point that its window holds."""
    box = window_of(ring)
    for known, point, code in AREAS:
        if name == known and box.width < MAINLAND and box.grown(NEAR).touches(Window(*point, 0, 0)):
            return code
    return ""


MAINLAND: Final = 12.0
"""Degrees across: wider areas are no part that AREAS means, though their window holds its point."""

NEAR: Final = 0.3
"""Degrees by which a point of AREAS may miss its simplified area."""


def flattened(ring: Ring, center: float) -> Iterator[Ring]:
    """A ring on the map, in units of the projection; cut in two where it crosses the map's edge."""
    around = _unrolled(ring, center)
    box = window_of(around)
    for turn in range(math.floor((box.left + 180) / 360), math.floor((box.right + 180) / 360) + 1):
        piece = clipped(around, Window(360 * turn - 180, -90, 360, 180))
        if piece:
            yield tuple(projected(x - 360 * turn, y) for x, y in _bent(piece))


def _unrolled(ring: Ring, center: float) -> Ring:
    """Longitudes from the center, without jumps; a ring around the pole is closed along it."""
    points = [((ring[0][0] - center + 180) % 360 - 180, ring[0][1])]
    for (before, _), (now, latitude) in pairwise((*ring, ring[0])):
        step = (now - before + 180) % 360 - 180
        points.append((points[-1][0] + step, latitude))
    first, last = points[0], points.pop()
    if abs(last[0] - first[0]) > 180:  # noqa: PLR2004  half a turn: it went around the pole
        pole = math.copysign(90, first[1])
        points += [last, (last[0], pole), (first[0], pole)]
    return tuple(points)


def _bent(ring: Ring) -> Iterator[Point]:
    """A ring with points enough on long lines."""
    for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
        parts = max(1, math.ceil(abs(y2 - y1) / LONGEST))
        yield from ((x1 + (x2 - x1) * part / parts, y1 + (y2 - y1) * part / parts) for part in range(parts))


def projected(longitude: float, latitude: float) -> Point:
    """Equal Earth, for degrees from the center; x to the right, y down."""
    a1, a2, a3, a4 = EQUAL_EARTH
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    powers = theta**2, theta**6
    slope = a1 + 3 * a2 * powers[0] + powers[1] * (7 * a3 + 9 * a4 * powers[0])
    height = theta * (a1 + a2 * powers[0] + powers[1] * (a3 + a4 * powers[0]))
    return 2 * math.sqrt(3) / 3 * math.radians(longitude) * math.cos(theta) / slope, -height


def places() -> Iterator[tuple[str, float, float]]:
    """The codes of ISO 3166-1 with the longitude and latitude of their first place in the tz database."""
    seen = set()
    for line in _table("zone.tab"):
        code, where, *_ = line.split("\t")
        latitude, longitude = (_degrees(part) for part in re.findall(r"[-+]\d+", where))
        if code not in seen:
            seen.add(code)
            yield code, longitude, latitude


def _table(name: str) -> list[str]:
    text = files("tzdata").joinpath("zoneinfo", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _degrees(written: str) -> float:
    """Degrees of ±DDMM, ±DDDMM, ±DDMMSS or ±DDDMMSS (ISO 6709)."""
    digits = written[1:]
    seconds = digits[-2:] if len(digits) > 5 else "0"  # noqa: PLR2004  DDDMM is the longest without seconds
    digits = digits.removesuffix(seconds) if len(digits) > 5 else digits  # noqa: PLR2004
    return float(f"{written[0]}1") * (int(digits[:-2]) + int(digits[-2:]) / 60 + int(seconds) / 3600)


def drawing(world: list[Polygon], center: float) -> str:
    """The SVG: a path for each code, a circle for each code without one."""
    right, bottom = projected(180, 0)[0], projected(0, -90)[1]
    scale = WIDTH / 2 / right

    def drawn(point: Point) -> Point:
        return (point[0] + right) * scale, (point[1] + bottom) * scale

    lines = []
    shapes: dict[str, list[Ring]] = {}
    for polygon in world:
        flat = (tuple(map(drawn, piece)) for ring in polygon.rings for piece in flattened(ring, center))
        shapes.setdefault(polygon.code, []).extend(piece for piece in flat if area(piece) > 0)
    lines += [f'<path id="{code}" d="{write_rings(rings)}"/>' for code, rings in sorted(shapes.items())]
    for code, longitude, latitude in sorted(places()):
        if code not in shapes:
            x, y = drawn(projected((longitude - center + 180) % 360 - 180, latitude))
            lines.append(f'<circle id="{code}" cx="{x:.0f}" cy="{y:.0f}" r="12"/>')
    return _framed(lines, round(2 * bottom * scale))


def _framed(lines: Iterable[str], height: int) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}">',
        f"<desc>{SOURCE}</desc>",
    )
    return "\n".join((*head, *lines, "</svg>\n"))


if __name__ == "__main__":
    main()
