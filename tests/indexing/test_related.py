"""Related briefings beside a plain, slow reference: the same lists, reasons and order on sites of any make."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.indexing.related import FOCUS_WEIGHT, MOST, relate
from briefgen.kinds import COUNTRY, KINDS, Kind
from briefgen.model.site import Entry, Reason, Related

Key = tuple[str, str]
"""Kind name and id."""

KEYS = [
    (kind, name) for kind, names in zip(KINDS, ("AT JP VN", "a b c", "x y", "x z", "x"), strict=True) for name in names.split()
]


def plainly(
    entries: Mapping[str, Mapping[str, Entry]], ids: list[str], apart: Mapping[str, tuple[str, ...]], focus: str
) -> dict[str, tuple[Related, ...]]:
    """Every briefing weighed against every other by what both are about."""
    held = {(e.kind.name, e.id): set(e.briefings) for found in entries.values() for e in found.values() if e.briefings}
    weights = {key: round(1e9 * math.log(1 + len(ids) / len(holders)) * _share(key, focus)) for key, holders in held.items()}
    related = {}
    for one in ids:
        found = []
        for place, other in enumerate(ids):
            common = [key for key, holders in held.items() if {one, other} <= holders]
            if common and other != one and other not in apart.get(one, ()):
                reasons = tuple(filter(lambda reason: reason.ids, (_reason(kind, common, weights) for kind in KINDS)))
                found.append((-sum(weights[key] for key in common), place, Related(other, reasons)))
        related[one] = tuple(item for _, _, item in sorted(found, key=lambda item: item[:2])[:MOST])
    return related


def _share(key: Key, focus: str) -> float:
    return FOCUS_WEIGHT if key == (COUNTRY.name, focus) else 1


def _reason(kind: Kind, common: list[Key], weights: Mapping[Key, int]) -> Reason:
    ids = [key[1] for key in common if key[0] == kind.name]
    return Reason(kind, tuple(sorted(ids, key=lambda one: (-weights[kind.name, one], one))))


def entries_of(about: list[set[int]]) -> dict[str, dict[str, Entry]]:
    """The entries of briefings "0", "1" … that are about these of KEYS."""
    entries: dict[str, dict[str, Entry]] = {kind.name: {} for kind in KINDS}
    for number, (kind, name) in enumerate(KEYS):
        held = tuple(str(place) for place, keys in enumerate(about) if number in keys)
        entries[kind.name][name] = Entry(kind, name, name, held)
    return entries


@given(
    about=st.lists(st.sets(st.integers(0, len(KEYS) - 1), max_size=6), max_size=24),
    family=st.sets(st.integers(0, 23), max_size=3),
    focus=st.sampled_from(["", "VN"]),
)
def test_related_lists_are_those_of_a_plain_search(about: list[set[int]], family: set[int], focus: str) -> None:
    """Weights, ties, translations, the focus country and every reason are as when all are weighed against all."""
    ids = [str(place) for place in range(len(about))]
    members = [str(one) for one in sorted(family) if one < len(about)]
    apart = {one: tuple(other for other in members if other != one) for one in members}
    entries = entries_of(about)
    found = relate(entries, ids, apart, focus)
    assert (list(found), found) == (ids, plainly(entries, ids, apart, focus))


@pytest.mark.parametrize("count", [MOST + 1, 400])
def test_the_most_related_is_found_however_old_it_is(count: int) -> None:
    """On a site of any size the oldest briefing comes first where it shares the most, and newer ones follow in order."""
    ids = [f"n{place}" for place in range(count)]
    one, oldest = ids[0], ids[-1]
    shared = {"AT": tuple(ids), "JP": (one, oldest)}
    entries = {COUNTRY.name: {code: Entry(COUNTRY, code, code, held) for code, held in shared.items()}}
    assert [related.briefing for related in relate(entries, ids, {}, "")[one]] == [oldest, *ids[1:MOST]]


def test_of_what_weighs_the_same_the_newer_comes_first() -> None:
    """Two briefings that share other things of the same weight are in the order of the site, whatever was added first."""
    ids = ["one", "newer", "older"]
    held = {"AT": ("one", "older"), "JP": ("one", "older"), "KH": ("one", "newer"), "VN": ("one", "newer")}
    entries = {COUNTRY.name: {code: Entry(COUNTRY, code, code, briefings) for code, briefings in held.items()}}
    assert [related.briefing for related in relate(entries, ids, {}, "")["one"]] == ["newer", "older"]
