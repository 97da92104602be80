"""Finding the words of a vocabulary in a text, inflected and hyphenated as they come.

A word is written as in `briefgen/data/topics.yaml`: `*` leaves the end of a word open, and a word all in capitals is an
acronym, which counts only in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

from briefgen.analysis.letters import is_boundary, read

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A word that stands in a text: its span there, and what the vocabulary hangs on the word."""

    start: int
    end: int
    value: T


class WordFinder(Generic[T]):
    """Finds every occurrence of many words in one pass (Aho-Corasick over the folded text)."""

    def __init__(self, words: Iterable[tuple[str, T]], lang: str) -> None:
        """Take words, each with the value its hits shall carry, and the language that says how they inflect."""
        self._lang = lang
        self._patterns: dict[str, list[tuple[_Pattern, T]]] = {}
        for word, value in words:
            pattern = _pattern(word, lang)
            if pattern.literal.strip():  # a word that begins with an asterisk would be found everywhere
                self._patterns.setdefault(pattern.literal, []).append((pattern, value))
        self._literals = tuple(self._patterns)
        self._automaton = AhoCorasick(self._literals)

    def find(self, text: str) -> Iterator[Hit[T]]:
        """Every hit, overlapping ones included, in the order in which their literals end."""
        if not self._literals:
            return
        reading = read(text, self._lang)
        plain = _spaced(reading.plain)
        for index, start, end in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            if start and not _parts(plain[start - 1], plain[start]):
                continue
            for pattern, value in self._patterns[self._literals[index]]:
                stop = pattern.stop(plain, end)
                if stop and (not pattern.acronym or reading.written[start:end].isupper()):
                    yield Hit(*reading.span(start, stop), value)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A word taken apart: the literal to search for, what may follow it, and whether it must stand in capitals."""

    literal: str
    tail: re.Pattern[str] | None
    acronym: bool

    def stop(self, plain: str, end: int) -> int:
        """Where the word ends whose literal ends at `end`; 0 if another word stands there."""
        if self.tail:
            rest = self.tail.match(plain, end)
            end = rest.end() if rest else 0
        return end if end and (end == len(plain) or _parts(plain[end - 1], plain[end])) else 0


def _pattern(word: str, lang: str) -> _Pattern:
    literal, star, rest = _spaced(read(word, lang).plain).partition("*")
    tail = ""
    if star:
        tail = _OPEN + _OPEN.join(re.escape(part) for part in rest.split("*"))
    elif lang == "en" and _CONSONANT_Y.search(literal):
        literal, tail = literal[:-1], "(?:y|ies)"
    elif lang == "en" and literal[-1:].isalpha():
        tail = "(?:es|s)?"
    return _Pattern(literal, re.compile(tail) if tail else None, word.isupper())


def _spaced(plain: str) -> str:
    """A folded text in which hyphens and single line ends divide words as spaces do; as long as before."""
    return plain.replace("-", " ").replace("\n", " ")


def _parts(before: str, after: str) -> bool:
    """Whether a word may begin or end between two characters.

    Hangul words carry particles and Arabic ones take prefixes (Unicode Standard, 18.6 and 9.2), so that their words, as
    Han ones, are found inside longer runs.
    """
    if before.isascii() and after.isascii():
        return not (before.isalnum() and after.isalnum())
    return is_boundary(before, after) or bool(_AFFIXED.match(before) or _AFFIXED.match(after))


_OPEN: Final = r"\w*"
_CONSONANT_Y: Final = re.compile(r"[^\Waeiou]y$")
_AFFIXED: Final = re.compile("[\uac00-\ud7a3\u0621-\u064a]")
