"""The script that draws the shipped map: cuts at the map's edge, poles, places."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from briefgen.rendering.outlines import area, window_of

ROOT = Path(__file__).parents[1]


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bake_map", ROOT / "scripts" / "bake_map.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["bake_map"] = module
    spec.loader.exec_module(module)
    return module


bake_map = _script()


def test_a_country_across_the_edge_is_cut_in_two() -> None:
    """A ring across 180° lies on both edges of a map around Greenwich, in pieces that add up, and whole on one around it."""
    ring = ((170.0, 0.0), (-170.0, 0.0), (-170.0, 10.0), (170.0, 10.0))
    pieces = list(bake_map.flattened(ring, 0))
    (whole,) = bake_map.flattened(ring, 180)
    left, right = sorted(window_of(piece).left for piece in pieces)
    edge = bake_map.projected(180, 0)[0]
    assert left == pytest.approx(-edge)
    assert right > 0.9 * edge
    assert sum(map(area, pieces)) == pytest.approx(area(whole))


def test_a_ring_around_the_pole_is_closed_along_it() -> None:
    """A continent around the south pole reaches the lower edge of the map on its whole width."""
    ring = tuple((float(longitude), -70.0) for longitude in range(-180, 180, 30))
    pieces = bake_map.flattened(ring, 11)
    pole = bake_map.projected(180, -90)
    box = window_of(point for piece in pieces for point in piece)
    assert box.bottom == pytest.approx(pole[1])
    assert box.right == pytest.approx(bake_map.projected(180, -70)[0])
    assert box.left == pytest.approx(-box.right)


def test_equal_areas() -> None:
    """The projection keeps areas: a band between two parallels has its share of the globe."""
    band = [((-1.0, south), (1.0, south), (1.0, south + 30), (-1.0, south + 30)) for south in (0.0, 60.0)]
    low, high = (area(next(iter(bake_map.flattened(ring, 0)))) for ring in band)
    assert high / low == pytest.approx((1 - 3**0.5 / 2) / 0.5, rel=0.01)


@pytest.mark.parametrize(
    ("written", "degrees"), [("+0117", 1.2833), ("-17133", -171.55), ("+352139", 35.3608), ("+1034300", 103.7167)]
)
def test_degrees_of_the_tz_database(written: str, degrees: float) -> None:
    """Coordinates with two or three digits of degrees, with and without seconds (ISO 6709)."""
    assert bake_map._degrees(written) == pytest.approx(degrees, abs=0.001)


def test_every_code_has_its_place() -> None:
    """The places of the tz database are those of ISO 3166; Singapore lies where it lies."""
    pytest.importorskip("tzdata")
    places = {code: (round(longitude), round(latitude)) for code, longitude, latitude in bake_map.places()}
    assert len(places) == 247
    assert places["SG"] == (104, 1)
    assert places["WS"] == (-172, -14)
