"""Which of many items have the most in common with each: exact, and cheap for many.

Holders of a rare key are few and are weighed one by one. Holders of a common key are many, but one big integer with a bit
for each of them makes one operation of "those who have it" and "those who do not": from the heaviest key on, a group
is parted until all in it share the same keys, and left alone once its best cannot be among the nearest (branch and bound,
Land and Doig 1960). So hardly any group is ever looked at, and none that would matter is missed.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

FEW: Final = 32
"""Holders of a rare key at most: weighing so many is about as quick as parting a group (measured)."""

_SHARE: Final = 1000
"""Among more items than `FEW` times this, one in so many may hold a rare key, so that all bits take memory in their number."""

Found = tuple[int, int]
"""The weight that another item shares, and its number."""


def nearest(
    items: Sequence[Collection[int]],
    weights: Sequence[int],
    apart: Mapping[int, Collection[int]],
    most: int,
    few: int | None = None,
) -> Iterator[tuple[int, ...]]:
    """For each of `items`, sets of keys, the numbers of the `most` others whose common keys weigh most, heaviest first.

    Of two that weigh the same, the later is nearer; an item that shares nothing is not near at all. `weights` are those of
    keys, all positive; `apart` has by number the items that are never near it; keys that more than `few` have are common.
    """
    holders = _holders(items)
    few = max(FEW, len(items) // _SHARE) if few is None else few
    common = {key: _bits(held) for key, held in holders.items() if len(held) > few}
    free = [(0, len(items))] * most  # places that nobody has taken: before whoever shares nothing, behind all others
    for number, keys in enumerate(items):
        passed = {number, *apart.get(number, ())}
        rare = {other for key in keys if key not in common for other in holders[key]} - passed
        own = frozenset(keys)
        weighed = [(sum(map(weights.__getitem__, own.intersection(items[other]))), other) for other in rare]
        best = sorted(free + weighed)[-most:]
        groups = sorted(((weights[key], common[key]) for key in keys if key in common), reverse=True)
        _add_from_groups(best, groups, len(items), passed | rare)
        yield tuple(other for weight, other in sorted(best, reverse=True) if weight)


def _holders(items: Iterable[Iterable[int]]) -> dict[int, list[int]]:
    """The numbers of the items that have each key, in ascending order."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, keys in enumerate(items):
        for key in keys:
            holders[key].append(number)
    return holders


def _bits(numbers: Sequence[int]) -> int:
    """An integer with these bits set; the numbers ascend."""
    data = bytearray(numbers[-1] // 8 + 1)
    for number in numbers:
        data[number // 8] |= 1 << number % 8
    return int.from_bytes(data, "little")


def _add_from_groups(best: list[Found], groups: Sequence[tuple[int, int]], total: int, passed: set[int]) -> None:
    """Give whoever has a place among the `best` by common keys that place; it is a heap, the farthest on top.

    `groups` are the weight and the holders of each key, heaviest first; those who are `passed` over are not wanted or there
    already.
    """
    left = [0]
    for weight, _ in reversed(groups):
        left.append(left[-1] + weight)
    left.reverse()
    waiting = [(0, 0, (1 << total) - 1)]
    while waiting:
        depth, weight, group = waiting.pop()
        if (weight + left[depth], group.bit_length() - 1) <= best[0]:
            continue
        if depth == len(groups):
            _add_latest(best, group, weight, passed)
            continue
        more, holders = groups[depth]
        sharing = group & holders
        if others := group ^ sharing:
            waiting.append((depth + 1, weight, others))
        if sharing:
            waiting.append((depth + 1, weight + more, sharing))


def _add_latest(best: list[Found], group: int, weight: int, passed: set[int]) -> None:
    """Give the latest of a group, who all share the same weight, their places among the best."""
    while group:
        latest = group.bit_length() - 1
        if (weight, latest) <= best[0]:
            return
        if latest not in passed:
            heapq.heapreplace(best, (weight, latest))
        group ^= 1 << latest
