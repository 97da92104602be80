"""Which items have the most in common: the quick search beside a plain one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.indexing.nearest import FEW, nearest

KEYS = 12


def plainly(
    items: Sequence[Collection[int]], weights: Sequence[int], apart: Mapping[int, Collection[int]], most: int
) -> list[tuple[int, ...]]:
    """Every item weighed against every other: what the quick search must find."""
    lists = []
    for number, keys in enumerate(items):
        others = [other for other in range(len(items)) if other != number and other not in apart.get(number, ())]
        weight = {other: sum(weights[key] for key in set(keys) & set(items[other])) for other in others}
        near = sorted((other for other in others if weight[other]), key=lambda other: (-weight[other], -other))
        lists.append(tuple(near[:most]))
    return lists


@given(
    items=st.lists(st.sets(st.integers(0, KEYS - 1), max_size=7).map(sorted), max_size=40),
    weights=st.lists(st.integers(1, 6), min_size=KEYS, max_size=KEYS),
    family=st.sets(st.integers(0, 39), max_size=4),
    most=st.integers(1, 7),
    few=st.integers(0, 12),
)
def test_the_quick_search_finds_what_a_plain_one_does(
    items: list[list[int]], weights: list[int], family: set[int], most: int, few: int
) -> None:
    """Whatever is shared, of whatever weight, however many hold it, with ties and with items kept apart."""
    apart = {one: family - {one} for one in family}
    assert list(nearest(items, weights, apart, most, few)) == plainly(items, weights, apart, most)


def test_a_large_site() -> None:
    """The same for many items with common and rare keys, by the rule for what is common that sites have."""
    keys = [{number % 7, 7 + number % 11, 18 + number // 40, 100 + number % 150} for number in range(8 * FEW)]
    weights = [1 + key % 5 for key in range(300)]
    assert list(nearest(keys, weights, {}, 6)) == plainly(keys, weights, {}, 6)


@pytest.mark.parametrize("few", [0, FEW])
def test_of_equals_the_later_is_nearer(few: int) -> None:
    """Items that share the same come from the last on, whether what they share is rare or common."""
    assert next(nearest([[0]] * 9, [1], {}, 3, few)) == (8, 7, 6)


@pytest.mark.parametrize("few", [0, FEW])
def test_nothing_in_common_is_not_near(few: int) -> None:
    """An item that shares nothing is near to none, however few there are."""
    assert list(nearest([[0], [1], [], [1]], [1, 1], {}, 3, few)) == [(), (3,), (), (1,)]
