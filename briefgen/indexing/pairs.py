"""Which countries met each other, in which briefings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final

from briefgen.model.briefing import Briefing
from briefgen.model.occasion import Occasion, newest_first, occasions_of
from briefgen.model.site import Encounter, Pair

TOGETHER: Final = 4
"""Countries at a table that still meet each other: at a conference of twenty, no two of the 190 pairs did."""

_NO_ENCOUNTERS: Final = {"statement", "background"}
"""Kinds of events and types of briefings at which nobody meets."""


def pairs_of(briefings: Mapping[str, Briefing], translations: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, str], Pair]:
    """Every pair of countries that met, in the order of their codes; briefings keep the order given."""
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for briefing in briefings.values():
        for codes in _met(briefing):
            found[codes][briefing.id] = None
    occasions = {key: tuple(occasions_of(briefing)) for key, briefing in briefings.items()}
    return {
        codes: Pair(codes, tuple(keys), _encounters(codes, _with_translations(keys, translations), occasions))
        for codes, keys in sorted(found.items())
    }


def _with_translations(keys: Iterable[str], translations: Mapping[str, tuple[str, ...]]) -> dict[str, None]:
    return dict.fromkeys(one for key in keys for one in (key, *translations.get(key, ())))


def _encounters(
    codes: tuple[str, str], keys: Iterable[str], occasions: Mapping[str, tuple[Occasion, ...]]
) -> tuple[Encounter, ...]:
    """The dated occasions of some briefings at which both countries were, the newest first."""
    found = (one for key in keys for one in occasions[key] if all(code in one.countries for code in codes))
    return tuple(
        Encounter(one.briefing.id, one.place if one.event else None, one.date)
        for one in sorted(found, key=newest_first)
        if one.date and one.is_dated
    )


def _met(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """The pairs that met at the events of a briefing; where it tells of none, those it is about if its type is an encounter."""
    facts = briefing.facts
    tables = [event.countries for event in facts.events if event.kind not in _NO_ENCOUNTERS]
    if not facts.events and facts.type and facts.type not in _NO_ENCOUNTERS:
        tables = [briefing.countries("primary")]
    for countries in tables:
        if len(set(countries)) <= TOGETHER:
            yield from combinations(sorted(set(countries)), 2)
