"""One person from many mentions: short names, other spellings, other orders of the same name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from briefgen.analysis.person_mention import PersonMention
from briefgen.text import fold

_LONG_VOWEL: Final = str.maketrans(
    {"ー": "", "ッ": "", "ヴ": "ブ", "ァ": "ア", "ィ": "イ", "ェ": "エ", "ォ": "オ", "ヂ": "ジ", "ヅ": "ズ"}
)
"""Spellings of one foreign sound in katakana (Cabinet notification on loanwords, 1991: both are allowed)."""

_TWO: Final = 2
_DIVIDED: Final = re.compile(r"[\s・=＝]+")
_KATAKANA: Final = re.compile("[ァ-ヺ]")
_VOICED: Final = (("ブア", "バ"), ("ブイ", "ビ"), ("ブエ", "ベ"), ("ブオ", "ボ"), ("ウ", ""))


@dataclass(slots=True)
class Identity:
    """A person under construction: the mentions so far, in reading order."""

    mentions: list[PersonMention] = field(default_factory=list)
    names: set[tuple[str, ...]] = field(default_factory=set)
    """The parts of every spelling so far."""

    def add(self, mention: PersonMention, parts: tuple[str, ...]) -> None:
        """Count a mention, whose name has these parts, as this person's."""
        self.mentions.append(mention)
        self.names.add(parts)

    @property
    def full(self) -> PersonMention:
        """The mention with the fullest name, the first of those."""
        return max(self.mentions, key=lambda mention: (not mention.short, len(name_parts(mention.name)), -mention.start))

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling, in reading order."""
        return tuple(dict.fromkeys(mention.name for mention in self.mentions))

    def answers_to(self, parts: tuple[str, ...]) -> bool:
        """Whether a name of these parts may be this person's."""
        return parts in self.names or any(_same(parts, other) for other in self.names)


@lru_cache(maxsize=1 << 12)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name as compared: without diacritics, case, long vowels and initials' full stops."""
    return tuple(plain for part in _DIVIDED.split(name) if (plain := _plain(part)))


def _plain(part: str) -> str:
    if not _KATAKANA.search(part):
        return fold(part).replace(" ", "")
    plain = part.translate(_LONG_VOWEL)
    if plain != part:
        for written, spoken in _VOICED:
            plain = plain.replace(written, spoken)
    return plain


def join(mentions: Iterable[PersonMention], known: Sequence[frozenset[tuple[str, ...]]] = ()) -> tuple[Identity, ...]:
    """The people behind mentions; `known` are spellings that the vocabulary says are one person's.

    Full names make people first, so that a short name before the full one (in a headline) finds its person too. A short
    name that nobody answers to makes a person of its own only if it stands with a role.
    """
    people: list[Identity] = []
    ordered = sorted(mentions, key=lambda mention: (mention.short, mention.start))
    for mention in ordered:
        parts = name_parts(mention.name)
        person = _who(people, mention, parts, known)
        if person is None and (not mention.short or mention.alone):
            person = Identity()
            people.append(person)
        if person is not None:
            person.add(mention, parts)
    for person in people:
        person.mentions.sort(key=lambda mention: mention.start)
    return tuple(sorted(people, key=lambda person: person.mentions[0].start))


def _who(
    people: Sequence[Identity], mention: PersonMention, parts: tuple[str, ...], known: Sequence[frozenset[tuple[str, ...]]]
) -> Identity | None:
    """The person whom a mention means: the one who answers to the name, of several the one named last before it."""
    answering = [person for person in people if person.answers_to(parts) or _known_same(person, parts, known)]
    answering = answering or [person for person in people if any(_is_first_surname(parts, name) for name in person.names)]
    if len(answering) > 1 and mention.role:
        answering = [p for p in answering if any(_alike(m.role, mention.role) for m in p.mentions)] or answering
    return max(answering, key=lambda person: _distance(person, mention), default=None)


def _is_first_surname(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a single name is the former of two family names: Quispe for "Elena Quispe Vargas"."""
    return len(short) == 1 and len(long) > _TWO and short[0] == long[-_TWO]


def _distance(person: Identity, mention: PersonMention) -> int:
    before = [other.start for other in person.mentions if other.start <= mention.start]
    return max(before, default=-1 - person.mentions[0].start)


def _alike(one: str, other: str) -> bool:
    """Whether one role may be short for the other."""
    a, b = fold(one), fold(other)
    return bool(a and b) and (a in b or b in a)


def _known_same(person: Identity, parts: tuple[str, ...], known: Sequence[frozenset[tuple[str, ...]]]) -> bool:
    return any(parts in names and not names.isdisjoint(person.names) for names in known)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: the same parts in any order, or a part of the longer one."""
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    if len(short) >= _TWO:
        return set(short) <= set(long)
    if len(long) >= _TWO:
        return short[0] in {long[0], long[-1]} or (short[0] in long and _KATAKANA.search(short[0]) is not None)
    return _same_characters(short[0], long[0])


def _same_characters(one: str, other: str) -> bool:
    """Whether two single words are one name; of names in Chinese characters one may be the family name of the other."""
    short, long = sorted((one, other), key=len)
    return one == other or (short[0] >= "一" and long.startswith(short))
