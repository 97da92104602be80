"""Outlines of areas on a flat map: closed rings of points, written as SVG path data and cut to a window."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

Point = tuple[float, float]
Ring = tuple[Point, ...]
"""A closed line; the last point is joined to the first, which is not repeated."""

_TOKEN: Final = re.compile(r"[a-zA-Z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
"""A command or a number of path data (SVG 2, section 9.3.9)."""

_WIDTH: Final = {"m": 2, "l": 2, "h": 1, "v": 1, "z": 0}
"""Straight commands of path data, and how many numbers each takes at a time."""

_FEWEST: Final = 3
"""Points that make an area."""


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of a map, in its units."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def grown(self, margin: float) -> Window:
        """The window with a margin on every side."""
        return Window(self.left - margin, self.top - margin, self.width + 2 * margin, self.height + 2 * margin)

    def holds(self, other: Window) -> bool:
        """Whether another window lies inside this one."""
        return self.left <= other.left and other.right <= self.right and self.top <= other.top and other.bottom <= self.bottom

    def touches(self, other: Window) -> bool:
        """Whether two windows have anything in common."""
        return self.left <= other.right and other.left <= self.right and self.top <= other.bottom and other.top <= self.bottom


@dataclass(frozen=True, slots=True)
class Outline:
    """A ring and the window around it, which tells at once whether the ring can be seen in another."""

    ring: Ring
    window: Window


def window_of(points: Iterable[Point]) -> Window:
    """The smallest window around some points, of which there must be one at least."""
    across, down = zip(*points, strict=True)
    return Window(min(across), min(down), max(across) - min(across), max(down) - min(down))


def area(ring: Ring) -> float:
    """The area inside a ring, whichever way it runs (the shoelace formula)."""
    return abs(sum(x * y2 - x2 * y for (x, y), (x2, y2) in pairwise((*ring, ring[0])))) / 2


def read_rings(data: str) -> tuple[Ring, ...]:
    """The rings of path data made of straight lines; raises ValueError where it has curves or makes no sense."""
    rings: list[list[Point]] = []
    x, y = 0.0, 0.0
    for command, numbers in _steps(data):
        kind, is_relative = command.lower(), command.islower()
        if kind == "z":
            x, y = rings[-1][0]
            continue
        if kind == "m":
            rings.append([])
        if kind != "v":
            x = numbers[0] + (x if is_relative else 0)
        if kind != "h":
            y = numbers[-1] + (y if is_relative else 0)
        rings[-1].append((x, y))
    return tuple(tuple(ring) for ring in rings if len(ring) >= _FEWEST)


def _steps(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The commands of path data, each with its numbers; numbers that go on repeat the command, after a move as lines."""
    command, waiting = "", list[float]()
    for token in _TOKEN.findall(data):
        if token.isalpha():
            if token.lower() not in _WIDTH or waiting or (not command and token.lower() != "m"):
                message = f"not a path of straight lines: {token}"
                raise ValueError(message)
            command = token
            if token.lower() == "z":
                yield token, ()
            continue
        waiting.append(float(token))
        if not command or command in "zZ":
            message = f"a number without a command: {token}"
            raise ValueError(message)
        if len(waiting) == _WIDTH[command.lower()]:
            yield command, tuple(waiting)
            waiting.clear()
            command = {"m": "l", "M": "L"}.get(command, command)


def write_rings(rings: Iterable[Ring]) -> str:
    """Path data of rings, in whole units and relative steps; rings that have no area left are left out."""
    written = []
    x, y = 0, 0
    for ring in rings:
        points = _whole(ring)
        if len(points) < _FEWEST:
            continue
        start = (points[0][0] - x, points[0][1] - y)
        steps = ((x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points))
        written.append(f"m{_joined(start)}l{_joined(number for step in steps for number in step)}z")
        x, y = points[0]
    return "M" + "".join(written)[1:] if written else ""


def _whole(ring: Ring) -> list[tuple[int, int]]:
    """The corners of a ring in whole units: without repetitions and points on a straight line."""
    points = _apart([(round(x), round(y)) for x, y in ring])
    neighbors = zip((points[-1], *points), points, (*points[1:], points[0]), strict=False)
    return _apart([(x, y) for (x0, y0), (x, y), (x1, y1) in neighbors if (x - x0) * (y1 - y) != (x1 - x) * (y - y0)])


def _apart(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Points without those that repeat the one before; one at least, if there were any."""
    return [point for before, point in pairwise((*points[-1:], *points)) if point != before] or points[:1]


def _joined(numbers: Iterable[int]) -> str:
    """Numbers in a row; a minus divides as well as a space does."""
    return " ".join(str(number) for number in numbers).replace(" -", "-")


def seen_in(outlines: Iterable[Outline], window: Window) -> Iterator[Ring]:
    """What of some outlines lies in a window."""
    for outline in outlines:
        if window.holds(outline.window):
            yield outline.ring
        elif window.touches(outline.window) and (inside := clipped(outline.ring, window)):
            yield inside


def clipped(ring: Ring, window: Window) -> Ring:
    """The part of a ring inside a window (Sutherland and Hodgman 1974); parts run along the window's edge into each other."""
    edges: tuple[Callable[[Point], float], ...] = (
        lambda point: point[0] - window.left,
        lambda point: window.right - point[0],
        lambda point: point[1] - window.top,
        lambda point: window.bottom - point[1],
    )
    points = ring
    for inside in edges:
        points = tuple(_cut(points, inside))
    return points if len(points) >= _FEWEST else ()


def _cut(points: Ring, inside: Callable[[Point], float]) -> Iterator[Point]:
    """The points on one side of an edge and where the line crosses it; `inside` is the distance from it, below 0 outside."""
    for before, point in pairwise((points[-1], *points) if points else ()):
        was, now = inside(before), inside(point)
        if (was < 0) != (now < 0):
            share = was / (was - now)
            yield before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])
        if now >= 0:
            yield point
