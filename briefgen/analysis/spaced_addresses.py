"""Names that no title stands with, in scripts with spaces: "Mr X", ‘"…," said X’, "X: …" in an interview, "X, 54 tuổi"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.spaced_names import Names
from briefgen.analysis.spaced_words import Phrases, Word

_FULL: Final = 2
"""Words of a full name."""

_BODY: Final = 5
"""Words behind "has headed" among which a body is named."""

_QUOTED: Final = ("”", '"', "’", "'", "»")
"""Marks that close a quotation."""


@dataclass(frozen=True, slots=True)
class Address:
    """A name, `words[first:stop]`, that the words from `begin` on show to be a person's, by a rule."""

    begin: int
    first: int
    stop: int
    rule: str


class Addresses:
    """Finds such names in one language."""

    def __init__(self, honorifics: Mapping[str, Any], names: Names, bodies: Container[str], lang: str) -> None:
        """Take a language's entry of `data/honorifics.yaml`, what reads names, and words for bodies."""
        self._names, self._bodies = names, bodies
        self._runs = Phrases(honorifics.get("runs", ()), lang)
        self._speech, self._years = frozenset(honorifics["speech"]), frozenset(honorifics["years"])
        self._firsts = frozenset({*names.courtesies, *self._runs.firsts, *self._speech})

    def find(self, text: str, words: Sequence[Word], countries: Mapping[int, Mention]) -> Iterator[Address]:
        """The names among words of a text; `countries` are mentions by their start."""
        turns = bool(words) and text.find(":", words[0].start, words[-1].end + 1) >= 0
        for place in self._places(words):
            word = words[place]
            if size := self._names.courtesy(words, place):
                yield from self._behind_courtesy(words, countries, place, size)
            if word.plain in self._speech and word.gap.rstrip().endswith(_QUOTED):
                yield from self._speaker(words, countries, place)
            if turns and (not place or "\n" in word.gap) and word.is_capital:
                yield from self._turn(text, words, countries, place)
            if size := self._runs.at(words, place):
                yield from self._at_the_head(words, countries, place, size)
            if word.gap == ", " and word.text.isdigit() and place + 1 < len(words) and words[place + 1].plain in self._years:
                yield from self._aged(words, countries, place)

    def _places(self, words: Sequence[Word]) -> list[int]:
        """Where words stand that may show a name: one of those, the first of a line, and what a comma sets off."""
        firsts = self._firsts
        return [
            place
            for place, word in enumerate(words)
            if word.plain in firsts or word.gap == ", " or not place or "\n" in word.gap
        ]

    def _behind_courtesy(
        self, words: Sequence[Word], countries: Mapping[int, Mention], place: int, size: int
    ) -> Iterator[Address]:
        """A courtesy of `size` words before the name: "Mr X", "ông X"."""
        first, stop = self._names.after(words, countries, place + size)
        if stop > first and words[place + size].gap in {" ", ". ", "\u00a0"}:
            yield Address(first - 1, first, stop, "people/courtesy")

    def _at_the_head(self, words: Sequence[Word], countries: Mapping[int, Mention], place: int, size: int) -> Iterator[Address]:
        """A full name that begins a sentence, before what its bearer runs: "X has headed Chad's National Library since …"."""
        first, stop = self._names.before(words, countries, place)
        body = words[place + size : place + size + _BODY]
        opens = stop - first >= _FULL and not words[first].follows and words[place].follows
        if opens and any(word.is_capital and word.plain in self._bodies for word in body):
            yield Address(first, first, stop, "people/runs")

    def _speaker(self, words: Sequence[Word], countries: Mapping[int, Mention], place: int) -> Iterator[Address]:
        """A full name behind a quotation: ‘"…," said X of the Y Trust’."""
        first, stop = self._names.after(words, countries, place + 1)
        if stop - first >= _FULL and first == place + 1:
            yield Address(first, first, stop, "people/speaker")

    def _turn(self, text: str, words: Sequence[Word], countries: Mapping[int, Mention], place: int) -> Iterator[Address]:
        """A full name before a colon at the beginning of several lines, as in an interview: "X: We have …"."""
        first, stop = self._names.after(words, countries, place)
        end = words[stop - 1].end
        if stop - first < _FULL or first > place or text[end : end + 1] != ":":
            return
        label = text[words[place].start : end + 1]
        if text.startswith(label) + text.count("\n" + label) > 1:
            yield Address(first, first, stop, "people/turn")

    def _aged(self, words: Sequence[Word], countries: Mapping[int, Mention], place: int) -> Iterator[Address]:
        """A full name before an age: "Lê Văn Tám, 54 tuổi"."""
        first, stop = self._names.before(words, countries, place)
        if stop - first >= _FULL:
            yield Address(first, first, stop, "people/age")
