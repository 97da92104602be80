"""Related briefings: those that share rare things, each with the reason.

A shared id counts as much as it is rare (inverse document frequency, Spärck Jones 1972), so that a topic of two
briefings says more than the country that all are about.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from briefgen.indexing.nearest import nearest
from briefgen.kinds import COUNTRY, KINDS
from briefgen.model.site import Entry, Reason, Related

MOST: Final = 6
"""Related briefings shown at most: more than a reader follows, few enough to be read."""

FOCUS_WEIGHT: Final = 0.05
"""What sharing the focus country counts beside another country: nearly nothing, since nearly all share it."""

_UNIT: Final = 10**9
"""Weights are whole billionths: their sums are the same in any order, so that what is shared alike is a tie."""


def relate(
    entries: Mapping[str, Mapping[str, Entry]],
    ids: Iterable[str],
    translations: Mapping[str, tuple[str, ...]],
    focus_country: str,
) -> dict[str, tuple[Related, ...]]:
    """For each of `ids` the most related other briefings, strongest first; ties go to the newer one (the order given).

    Translations of a briefing are not related to it: they are the same briefing.
    """
    names = tuple(ids)[::-1]  # from the oldest on: the later is the nearer
    places = {one: place for place, one in enumerate(names)}
    shared = [
        (_weight(entry, len(names), focus_country), entry)
        for kind in KINDS
        for entry in entries.get(kind.name, {}).values()
        if entry.briefings
    ]
    shared.sort(key=lambda item: (KINDS.index(item[1].kind), -item[0], item[1].id))
    keys: list[list[int]] = [[] for _ in names]
    for key, (_, entry) in enumerate(shared):
        for one in entry.briefings:
            keys[places[one]].append(key)
    apart = {places[one]: [places[other] for other in others] for one, others in translations.items()}
    found = nearest(keys, [weight for weight, _ in shared], apart, MOST)
    related = dict(zip(names, _told(found, names, keys, [entry for _, entry in shared]), strict=True))
    return {one: related[one] for one in reversed(names)}


def _weight(entry: Entry, total: int, focus_country: str) -> int:
    """Inverse document frequency in billionths, never zero; the focus country counts only as a tie-breaker."""
    weight = math.log(1 + total / len(entry.briefings))
    return round(_UNIT * (weight * FOCUS_WEIGHT if (entry.kind, entry.id) == (COUNTRY, focus_country) else weight))


def _told(
    found: Iterable[Sequence[int]], names: Sequence[str], keys: Sequence[Sequence[int]], entries: Sequence[Entry]
) -> Iterator[tuple[Related, ...]]:
    """The related of each briefing with their reasons; most reasons occur often and are made once."""
    known: dict[tuple[int, ...], tuple[Reason, ...]] = {}
    for own, others in zip(keys, found, strict=True):
        ours = frozenset(own)
        related = []
        for other in others:
            common = tuple(sorted(ours.intersection(keys[other])))
            if common not in known:
                known[common] = _reasons(entries[key] for key in common)
            related.append(Related(names[other], known[common]))
        yield tuple(related)


def _reasons(shared: Iterable[Entry]) -> tuple[Reason, ...]:
    """What two briefings share, kind by kind; the entries come in that order, the rarest of a kind first."""
    by_kind = (tuple(ones) for _, ones in groupby(shared, lambda entry: entry.kind.name))
    return tuple(Reason(ones[0].kind, tuple(one.id for one in ones)) for ones in by_kind)
