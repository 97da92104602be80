"""Names that may mean the same person or body: for the editor to join in the vocabulary, never joined by themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from briefgen.errors import Problem
from briefgen.kinds import ORGANIZATION, PERSON, Kind
from briefgen.model.register import Record
from briefgen.model.site import Site
from briefgen.text import fold

_LONG_VOWEL: Final = re.compile("[ー・\\s]")
"""What Japanese spellings of one foreign name differ in (ジャラルザーデ, ジャラルザデ; field.md, part 0, trap 2)."""

_SMALL: Final = frozenset({"of", "the", "for", "and", "in", "de", "la", "du", "des"})
"""Words of a body's name that spellings leave out or move."""


def possible_duplicates(site: Site) -> Iterator[Problem]:
    """A note for each record whose name is another's in other words, of the same country or of none."""
    for kind in (PERSON, ORGANIZATION):
        groups: dict[tuple[str, ...], list[Record]] = defaultdict(list)
        for record in site.register.of(kind).values():
            for key in _keys(kind, record):
                groups[key].append(record)
        told: set[frozenset[str]] = set()
        for _, members in sorted(groups.items()):
            for one, other in pairwise(members):
                both = frozenset({one.id, other.id})
                if len(both) > 1 and both not in told and _compatible(one, other):
                    told.add(both)
                    yield _note(site, kind, one, other)


def _keys(kind: Kind, record: Record) -> set[tuple[str, ...]]:
    """What two names that may mean the same have in common: their words, their kana, or a person's last word."""
    keys: set[tuple[str, ...]] = {("same", form) for form in _forms(record)}
    if kind is PERSON:
        keys |= {("last", words[-1]) for words in _words(record)}
    return keys


def _compatible(one: Record, other: Record) -> bool:
    """Whether two may be the same: of a common country or one of none, and one name in other words or a part of the other."""
    if one.countries and other.countries and set(one.countries).isdisjoint(other.countries):
        return False
    if not _forms(one).isdisjoint(_forms(other)):
        return True
    return any(set(a) < set(b) or set(b) < set(a) for a in _words(one) for b in _words(other))


def _forms(record: Record) -> set[str]:
    """A record's names in forms that spellings share: the words in the order of the alphabet, and kana without long vowels."""
    sorted_words = {" ".join(sorted(word for word in words if word not in _SMALL)) for words in _words(record)}
    return sorted_words | {_LONG_VOWEL.sub("", " ".join(words)) for words in _words(record)}


def _words(record: Record) -> list[list[str]]:
    folded = (fold(name).split() for name in dict.fromkeys((*record.names.values(), *record.written)))
    return [words for words in folded if words]


def _note(site: Site, kind: Kind, one: Record, other: Record) -> Problem:
    spot = other.spots[0]
    briefing = site.briefings[spot.briefing]
    line, column = briefing.positions.get((kind.plural, spot.place), (0, 0))
    names = [record.name(briefing.lang)[0] for record in (other, one)]
    hint = f"if so, list one as an alias of the other in content/_vocabulary/{kind.plural}.yaml"
    return Problem(briefing.file, line, column, f"`{names[0]}` may be the same {kind.name} as `{names[1]}`", hint, "note")
