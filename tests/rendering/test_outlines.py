"""Outlines: reading and writing path data, cutting to a window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.rendering.outlines import Outline, Ring, Window, area, clipped, read_rings, seen_in, window_of, write_rings

SQUARE: Ring = ((0, 0), (10, 0), (10, 10), (0, 10))


@pytest.mark.parametrize(
    "data",
    ["M0 0H10V10H0Z", "m0,0 10,0 0,10 -10,0z", "M0 0l10 0 0 10-10 0z", "M 0 0 L 10 0 L 10 10 L 0 10 Z", "m0 0h10v10h-10z"],
)
def test_every_way_to_write_a_square(data: str) -> None:
    """Absolute and relative, short and long commands of straight lines mean the same."""
    assert read_rings(data) == (SQUARE,)


def test_a_closed_ring_is_where_the_next_one_starts_from() -> None:
    """After closing, relative steps count from the beginning of the ring that was closed."""
    assert read_rings("M0 0h10v10h-10zm20 0h1v1z") == (SQUARE, ((20, 0), (21, 0), (21, 1)))


@pytest.mark.parametrize("data", ["M0 0C1 1 2 2 3 3z", "L1 1", "5 5 5", "M0 L1 1 2 2z"])
def test_what_is_no_outline(data: str) -> None:
    """Curves, and data that makes no sense, are refused."""
    with pytest.raises(ValueError, match=r"not a path|without a command"):
        read_rings(data)


def test_writing_leaves_out_what_cannot_be_seen() -> None:
    """Points that fall together or lie on a line go, and rings that have no area left with them."""
    assert write_rings([((0, 0), (5, 0), (10, 0), (10, 10), (10.2, 10.2), (0, 10)), ((3, 3), (3.1, 3), (3, 3.1))]) == (
        "M0 0l10 0 0 10-10 0z"
    )


@given(st.lists(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=3, max_size=8), max_size=4))
def test_what_was_written_reads_the_same(rings: list[list[tuple[int, int]]]) -> None:
    """Rings in whole units keep their areas through path data, and get no further points."""
    drawn = [tuple(ring) for ring in rings]
    again = read_rings(write_rings(drawn))
    assert sorted(filter(None, map(area, again))) == sorted(filter(None, map(area, drawn)))
    assert sum(map(len, again)) <= sum(map(len, drawn))


def test_cutting() -> None:
    """A ring is cut along the edges of a window; one outside is gone."""
    assert area(clipped(SQUARE, Window(5, 5, 100, 100))) == 25
    assert window_of(clipped(SQUARE, Window(-5, 2, 8, 4))) == Window(0, 2, 3, 4)
    assert clipped(SQUARE, Window(20, 20, 5, 5)) == ()


def test_only_outlines_in_sight_are_cut() -> None:
    """An outline inside a window stays as it is, one across its edge is cut, one outside is left out."""
    inside, across, outside = SQUARE, ((-5, 0), (5, 0), (5, 5)), ((90, 90), (95, 90), (95, 95))
    outlines = [Outline(ring, window_of(ring)) for ring in (inside, across, outside)]
    seen = list(seen_in(outlines, Window(0, 0, 50, 50)))
    assert seen[0] is inside
    assert window_of(seen[1]).left == 0
    assert len(seen) == 2
