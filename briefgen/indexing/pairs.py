"""Which countries met each other, in which briefings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from briefgen.model.briefing import Briefing
from briefgen.model.site import Pair

TOGETHER: Final = 4
"""Countries at a table that still meet each other: at a conference of twenty, no two of the 190 pairs did."""

_NO_ENCOUNTERS: Final = {"statement", "background"}
"""Kinds of events and types of briefings at which nobody meets."""


def pairs_of(briefings: Iterable[Briefing]) -> dict[tuple[str, str], Pair]:
    """Every pair of countries that met, in the order of their codes; briefings keep the order given."""
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for briefing in briefings:
        for codes in _encounters(briefing):
            found[codes][briefing.id] = None
    return {codes: Pair(codes, tuple(keys)) for codes, keys in sorted(found.items())}


def _encounters(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """The pairs that met at the events of a briefing; where it tells of none, those it is about if its type is an encounter."""
    facts = briefing.facts
    tables = [event.countries for event in facts.events if event.kind not in _NO_ENCOUNTERS]
    if not facts.events and facts.type and facts.type not in _NO_ENCOUNTERS:
        tables = [briefing.countries("primary")]
    for countries in tables:
        if len(set(countries)) <= TOGETHER:
            yield from combinations(sorted(set(countries)), 2)
