"""The map of the world, by country: the one that ships with briefgen, or a site's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from briefgen.errors import BriefgenError
from briefgen.rendering.outlines import Outline, Point, Window, read_rings, window_of

OVERRIDE: Final = "map.svg"
"""The site's own map, beside its templates."""

_SVG: Final = "{http://www.w3.org/2000/svg}"
"""Namespace of the elements."""

_CODE: Final = re.compile("[A-Z]{2}")
"""An id that is a country's: ISO 3166-1 alpha-2."""


class AtlasError(BriefgenError):
    """A site's own map cannot be read; the sentence names what is wrong with it."""


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """A map: its window, path data and outlines of each country by its code, and the dots of those too small for a shape.

    An atlas is equal only to itself, so that what is cut out of it can be kept.
    """

    window: Window
    paths: Mapping[str, str]
    shapes: Mapping[str, tuple[Outline, ...]]
    dots: Mapping[str, Point]


def load_atlas(overrides: Path) -> Atlas:
    """The site's `map.svg` in the folder of its templates if there is one, else the shipped map; raises AtlasError."""
    own = overrides / OVERRIDE
    if not own.is_file():
        return _read(files("briefgen").joinpath("data", OVERRIDE).read_bytes())
    try:
        return _read(own.read_bytes())
    except (ET.ParseError, ValueError) as error:
        sentence = f"templates/{OVERRIDE}: {error}"
        raise AtlasError(sentence) from error


def _read(data: bytes) -> Atlas:
    """The map in an SVG; raises ValueError or ParseError."""
    svg = ET.fromstring(data)  # noqa: S314  shipped, or a template of the site's own
    window = _window(svg.get("viewBox", ""))
    paths: dict[str, str] = {}
    shapes: dict[str, tuple[Outline, ...]] = {}
    for code, path in _of_countries(svg, "path"):
        paths[code] = path.get("d", "")
        try:
            shapes[code] = tuple(Outline(ring, window_of(ring)) for ring in read_rings(paths[code]))
        except ValueError as error:
            message = f"the shape of {code} cannot be read: {error}"
            raise ValueError(message) from error
    dots = {code: (float(dot.get("cx", "")), float(dot.get("cy", ""))) for code, dot in _of_countries(svg, "circle")}
    if not paths:
        message = "no path has the code of a country (ISO 3166-1 alpha-2) as its id"
        raise ValueError(message)
    return Atlas(window, paths, shapes, dots)


def _window(view_box: str) -> Window:
    numbers = [float(number) for number in view_box.replace(",", " ").split()]
    if len(numbers) != 4:  # noqa: PLR2004  left, top, width, height
        message = "the svg element has no viewBox of four numbers"
        raise ValueError(message)
    return Window(*numbers)


def _of_countries(svg: ET.Element, tag: str) -> Iterator[tuple[str, ET.Element]]:
    """The elements of a kind whose id is the code of a country; all others are left out of the map."""
    for element in svg.iter(f"{_SVG}{tag}"):
        code = element.get("id", "")
        if _CODE.fullmatch(code):
            yield code, element
