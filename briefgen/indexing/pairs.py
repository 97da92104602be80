"""Which countries met each other, in which briefings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final

from briefgen.model.briefing import Briefing
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
    occasions = {key: tuple(_occasions(briefing)) for key, briefing in briefings.items()}
    return {
        codes: Pair(codes, tuple(keys), _encounters(codes, _with_translations(keys, translations), occasions))
        for codes, keys in sorted(found.items())
    }


def _with_translations(keys: Iterable[str], translations: Mapping[str, tuple[str, ...]]) -> dict[str, None]:
    return dict.fromkeys(one for key in keys for one in (key, *translations.get(key, ())))


_Occasion = tuple[Encounter, frozenset[str]]
"""When something happened that a briefing tells of, and the countries whose it was."""


def _occasions(briefing: Briefing) -> Iterator[_Occasion]:
    """The dated events of a briefing, or itself; an event happened when the briefing says it did, if not stated otherwise."""
    facts, primary = briefing.facts, briefing.countries("primary")
    if not facts.events and facts.date and facts.date.is_dated:
        yield Encounter(briefing.id, None, facts.date), frozenset(primary)
    for place, event in enumerate(facts.events):
        date = event.date or facts.date
        if date and date.is_dated:
            yield Encounter(briefing.id, place, date), frozenset(event.countries or primary)


def _encounters(
    codes: tuple[str, str], keys: Iterable[str], occasions: Mapping[str, tuple[_Occasion, ...]]
) -> tuple[Encounter, ...]:
    """The occasions of some briefings at which both countries were, the newest first."""
    found = (one for key in keys for one, countries in occasions[key] if countries.issuperset(codes))
    return tuple(sorted(found, key=_newest_first))


def _newest_first(one: Encounter) -> tuple[int, int, int, str, int]:
    year, month, day = one.date.sort_key
    return (-year, -month, -day, one.briefing, one.place or 0)


def _met(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """The pairs that met at the events of a briefing; where it tells of none, those it is about if its type is an encounter."""
    facts = briefing.facts
    tables = [event.countries for event in facts.events if event.kind not in _NO_ENCOUNTERS]
    if not facts.events and facts.type and facts.type not in _NO_ENCOUNTERS:
        tables = [briefing.countries("primary")]
    for countries in tables:
        if len(set(countries)) <= TOGETHER:
            yield from combinations(sorted(set(countries)), 2)
