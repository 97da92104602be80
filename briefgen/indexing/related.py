"""Related briefings: those that share rare things, each with the reason.

A shared id counts as much as it is rare (inverse document frequency, Spärck Jones 1972), so that a topic of two
briefings says more than the country that all are about.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final

from briefgen.kinds import COUNTRY, KINDS, Kind
from briefgen.model.site import Entry, Reason, Related

MOST: Final = 6
"""Related briefings shown at most: more than a reader follows, few enough to be read."""

CANDIDATES: Final = 300
"""Briefings weighed against each other one at most: on a large site all would be quadratic, and share little but a country."""

FOCUS_WEIGHT: Final = 0.05
"""What sharing the focus country counts beside another country: nearly nothing, since nearly all share it."""

Key = tuple[str, str]
"""Kind name and id."""


def relate(
    entries: Mapping[str, Mapping[str, Entry]],
    ids: Iterable[str],
    translations: Mapping[str, tuple[str, ...]],
    focus_country: str,
) -> dict[str, tuple[Related, ...]]:
    """For each of `ids` the most related other briefings, strongest first; ties go to the newer one (the order given).

    Translations of a briefing are not related to it: they are the same briefing.
    """
    holders = {(e.kind.name, e.id): e.briefings for kind in entries.values() for e in kind.values() if e.briefings}
    keys: dict[str, list[Key]] = {one: [] for one in ids}
    for key, held in holders.items():
        for one in held:
            keys[one].append(key)
    weights = {key: _weight(key, len(held), len(keys), focus_country) for key, held in holders.items()}
    sharing = {one: frozenset(own) for one, own in keys.items()}
    rank = {one: place for place, one in enumerate(keys)}
    related: dict[str, tuple[Related, ...]] = {}
    for one, own in keys.items():
        strangers = _candidates(own, holders, weights) - {one, *translations.get(one, ())}
        scores = {other: sum(weights[key] for key in own if key in sharing[other]) for other in strangers}
        best = sorted(strangers, key=lambda other: (-round(scores[other], 9), rank[other]))[:MOST]
        related[one] = tuple(Related(other, _reasons(own, keys[other], weights)) for other in best)
    return related


def _candidates(own: Iterable[Key], holders: Mapping[Key, tuple[str, ...]], weights: Mapping[Key, float]) -> set[str]:
    """Who shares something with a briefing; on a large site those who share the rarest things, the newest of each."""
    found: set[str] = set()
    for key in sorted(own, key=lambda key: (-weights[key], key)):
        found.update(holders[key][:CANDIDATES])
        if len(found) >= CANDIDATES:
            break
    return found


def _weight(key: Key, holders: int, total: int, focus_country: str) -> float:
    """Inverse document frequency, never zero; the focus country counts only as a tie-breaker."""
    weight = math.log(1 + total / holders)
    return weight * FOCUS_WEIGHT if key == (COUNTRY.name, focus_country) else weight


def _reasons(own: Iterable[Key], others: Iterable[Key], weights: Mapping[Key, float]) -> tuple[Reason, ...]:
    """What two briefings share, kind by kind, the rarest first."""
    common = set(own) & set(others)
    shared: list[tuple[Kind, list[str]]] = [
        (kind, sorted((k[1] for k in common if k[0] == kind.name), key=lambda one: (-weights[(kind.name, one)], one)))
        for kind in KINDS
    ]
    return tuple(Reason(kind, tuple(ids)) for kind, ids in shared if ids)
