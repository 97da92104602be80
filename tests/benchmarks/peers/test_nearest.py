"""Related briefings that peers without such a function get are the right ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from benchmarks.peers.sites.nearest import WANTED, nearest


def slowly(briefings: Sequence[tuple[str, tuple[str, ...]]]) -> dict[str, list[str]]:
    """The same by comparing all with all."""
    found = {}
    for place, (name, terms) in enumerate(briefings):
        shared = {other: len(set(terms) & set(briefings[other][1])) for other in range(len(briefings)) if other != place}
        order = sorted((other for other in shared if shared[other]), key=lambda other: (-shared[other], other))
        found[name] = [briefings[other][0] for other in order[:WANTED]]
    return found


def test_most_shared_terms_come_first_then_the_newest() -> None:
    """As all-with-all finds them, for every pair of two countries and two topics."""
    pairs = product(("at", "jp", "vn"), ("us", "fr"), ("trade", "crime", "fish"), ("ports", "law"))
    briefings = [(f"b{place}", terms) for place, terms in enumerate(pairs)]
    assert nearest(briefings) == slowly(briefings)


def test_who_shares_nothing_has_nothing_related() -> None:
    """Nothing is invented to fill the list."""
    assert nearest([("a", ("at", "trade")), ("b", ("jp", "law"))]) == {"a": [], "b": []}
