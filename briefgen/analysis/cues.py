"""Cues: which of many expressions can match where in a text.

A detector asks of every sentence whether one of its expressions matches, and mostly none does. All of them are looked for
at once, by their literals (see `literals`) in one pass of an automaton (Aho-Corasick) over the text; an expression is tried
only where one of its own stands. What is found is the same, as no expression matches without one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Any, Final, Protocol

from ahocorasick_rs import AhoCorasick

from briefgen.analysis.letters import caseless
from briefgen.analysis.literals import literals_of

_KEPT: Final = 4
"""Texts whose cues are kept: that of an article, and short ones as its places."""


class Pattern(Protocol):
    """A compiled expression, of the module `re` or of `regex`."""

    @property
    def pattern(self) -> str:
        """What was compiled."""

    def finditer(self, string: str, pos: int = ..., endpos: int = ...) -> Iterator[Any]:
        """Every match in `string[pos:endpos]`."""

    def search(self, string: str, pos: int = ..., endpos: int = ...) -> Any:  # noqa: ANN401  a match of either module
        """The first match in `string[pos:endpos]`, or None."""


class Cues:
    """Watches over expressions, each of which has a bit of its own."""

    def __init__(self) -> None:
        """Begin without expressions."""
        self._bits: dict[str, int] = {}
        self.always = 0
        """The bits of expressions without literals."""
        self._next = 1
        self._forget()

    def watch(self, *patterns: Pattern) -> Cued:
        """Expressions of one meaning; all must be watched before the first text is read."""
        bits = [self._bit(pattern.pattern) for pattern in patterns]
        self._forget()
        return Cued(self, tuple(zip(bits, patterns, strict=True)))

    def _bit(self, expression: str) -> int:
        bit, self._next = self._next, self._next << 1
        literals = literals_of(expression)
        self.always |= 0 if literals else bit
        for literal in literals:
            self._bits[literal] = self._bits.get(literal, 0) | bit
        return bit

    def _forget(self) -> None:
        """Begin anew with the automaton and the texts, as there is another expression."""
        self._automaton: AhoCorasick | None = None
        self._reading = _Reading("", (), self.always)
        self._kept = lru_cache(maxsize=_KEPT)(self._read)

    def of(self, text: str) -> _Reading:
        """What stands where in a text; the latest texts are kept, as all is asked of one article before the next."""
        if self._reading.text is not text:
            self._reading = self._kept(text)
        return self._reading

    def _read(self, text: str) -> _Reading:
        if self._automaton is None:
            self._automaton = AhoCorasick(list(self._bits))
            self._by_index = tuple(self._bits.values())
        found = self._automaton.find_matches_as_indexes(caseless(text), overlapping=True)
        return _Reading(text, [(end, self._by_index[index]) for index, _, end in found], self.always)


class _Reading:
    """The literals in one text, in the order in which they end, each with the bits of its expressions."""

    def __init__(self, text: str, hits: Iterable[tuple[int, int]], always: int) -> None:
        self.text = text
        self.hits = list(hits)
        self._always = always
        self._ends = [end for end, _ in self.hits]
        self._possible: dict[tuple[int, int], int] = {}

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The literals that end in `text[start:end]`."""
        return self.hits[bisect_right(self._ends, start) : bisect_right(self._ends, end)]

    def possible(self, start: int, end: int) -> int:
        """The bits of the expressions that can match in `text[start:end]`."""
        bits = self._possible.get((start, end))
        if bits is None:
            bits = self._always
            for _, each in self.between(start, end):
                bits |= each
            self._possible[start, end] = bits
        return bits


class Cued:
    """Expressions of one meaning, tried only where they can match."""

    __slots__ = ("_cues", "_mask", "_patterns")

    def __init__(self, cues: Cues, patterns: tuple[tuple[int, Pattern], ...]) -> None:
        """Take the cues that watch over the expressions, and each of these with its bit."""
        self._cues, self._patterns = cues, patterns
        self._mask = sum(bit for bit, _ in patterns)

    def may_match(self, text: str, start: int, end: int) -> bool:
        """Whether something can match in `text[start:end]`: quicker than to look whether it does."""
        return bool(self._cues.of(text).possible(start, end) & self._mask)

    def places(self, text: str, start: int, end: int) -> list[int]:
        """Where literals end in `text[start:end]`."""
        return [at for at, bits in self._cues.of(text).between(start, end) if bits & self._mask]

    def finditer(self, text: str, start: int, end: int) -> Iterable[Any]:
        """Every match in `text[start:end]`, those of the first expression first."""
        bits = self._cues.of(text).possible(start, end) & self._mask
        if not bits:
            return ()
        return chain.from_iterable(pattern.finditer(text, start, end) for bit, pattern in self._patterns if bit & bits)

    def search(self, text: str, start: int, end: int) -> Any:  # noqa: ANN401  a match of either module
        """The first match in `text[start:end]` of the first expression that matches there, or None."""
        bits = self._cues.of(text).possible(start, end) & self._mask
        if not bits:
            return None
        return next((match for bit, one in self._patterns if bit & bits and (match := one.search(text, start, end))), None)

    def firsts(self, text: str) -> Iterator[Any]:
        """The first match of each expression in a text."""
        bits = self._cues.of(text).possible(0, len(text)) & self._mask
        return (match for bit, pattern in self._patterns if bit & bits and (match := pattern.search(text, 0, len(text))))

    def around(self, text: str, reach: int, within: str = "") -> Iterator[Any]:
        """Every match in a text, for expressions that match no more than `reach` letters.

        They may be for another form of the text that is as long as it, `within`: in lower case, say.
        """
        hits = self._cues.of(text).hits
        for bit, pattern in self._patterns:
            if self._cues.always & bit:
                yield from pattern.finditer(within or text)
                continue
            for start, end in windows((at for at, bits in hits if bits & bit), reach):
                yield from pattern.finditer(within or text, start, end)


def windows(places: Iterable[int], reach: int) -> Iterator[tuple[int, int]]:
    """The stretches of a text that lie within a reach of places in it; such as overlap are one."""
    first, last = 0, -1
    for place in places:
        if place - reach > last >= 0:
            yield first, last
            last = -1
        first = first if last >= 0 else max(0, place - reach)
        last = place + reach
    if last >= 0:
        yield first, last
