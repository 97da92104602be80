"""Cues: which of many expressions can match where in a text.

A detector asks of every sentence whether one of its expressions matches, and mostly none does. All of them are looked for
at once, by their literals (see `literals`) in one pass of an automaton (Aho-Corasick) over the text; an expression is tried
only where one of its own stands. What is found is the same, as no expression matches without one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import chain
from operator import or_
from typing import Any, Final, Protocol

from ahocorasick_rs import AhoCorasick

from briefgen.analysis.letters import caseless
from briefgen.analysis.literals import Clause, literals_of

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
    """Watches over expressions; each set of words without which one cannot match has a bit of its own."""

    def __init__(self) -> None:
        """Begin without expressions."""
        self._clauses: dict[Clause, int] = {}
        self._bits: dict[str, int] = {}
        self._forget()

    def watch(self, *patterns: Pattern) -> Cued:
        """Expressions of one meaning; texts read before are read again, so that all are best watched first."""
        watched = [_Watched(tuple(map(self._bit, literals_of(pattern.pattern))), pattern) for pattern in patterns]
        self._forget()
        return Cued(self, watched)

    def _bit(self, clause: Clause) -> int:
        if clause not in self._clauses:
            bit = self._clauses[clause] = 1 << len(self._clauses)
            for literal in clause:
                self._bits[literal] = self._bits.get(literal, 0) | bit
        return self._clauses[clause]

    def _forget(self) -> None:
        """Begin anew with the automaton and the texts, as there is another expression."""
        self._automaton: AhoCorasick | None = None
        self.latest = _Reading("", ())
        """What stands where in the text that was asked for last."""
        self._kept = lru_cache(maxsize=_KEPT)(self._read)

    def of(self, text: str) -> _Reading:
        """What stands where in a text; the latest texts are kept, as all is asked of one article before the next."""
        if self.latest.text is not text:
            self.latest = self._kept(text)
        return self.latest

    def _read(self, text: str) -> _Reading:
        if self._automaton is None:
            self._automaton = AhoCorasick(list(self._bits))
            self._by_index = tuple(self._bits.values())
        found = self._automaton.find_matches_as_indexes(caseless(text), overlapping=True)
        return _Reading(text, [(end, self._by_index[index]) for index, _, end in found])


class _Reading:
    """The literals in one text, in the order in which they end, each with its bits."""

    def __init__(self, text: str, hits: Iterable[tuple[int, int]]) -> None:
        self.text = text
        self.hits = list(hits)
        self._ends = [end for end, _ in self.hits]
        self.known: dict[tuple[int, int], int] = {}

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The literals that end in `text[start:end]`."""
        return self.hits[bisect_right(self._ends, start) : bisect_right(self._ends, end)]

    def bits(self, start: int, end: int) -> int:
        """The bits of all literals in `text[start:end]`."""
        bits = 0
        for _, each in self.between(start, end):
            bits |= each
        self.known[start, end] = bits
        return bits


class _Watched:
    """An expression with the bits that all must be there; the first one is the most telling (0: there is none)."""

    __slots__ = ("bits", "first", "pattern")

    def __init__(self, bits: Sequence[int], pattern: Pattern) -> None:
        self.bits, self.first, self.pattern = reduce(or_, bits, 0), (*bits, 0)[0], pattern


class Cued:
    """Expressions of one meaning, tried only where they can match."""

    __slots__ = ("_any", "_cues", "_free", "_watched")

    def __init__(self, cues: Cues, watched: Sequence[_Watched]) -> None:
        """Take the cues that watch over the expressions, and these."""
        self._cues, self._watched = cues, watched
        self._any = reduce(or_, (one.first for one in watched), 0) if all(one.first for one in watched) else 0
        """The bits of which one must be there; 0 if an expression needs none."""
        self._free = [one.pattern for one in watched] if not any(one.first for one in watched) else None
        """The expressions, if none has literals."""

    def may_match(self, text: str, start: int, end: int) -> bool:
        """Whether something can match in `text[start:end]`: quicker than to look whether it does."""
        return bool(self._possible(text, start, end))

    def places(self, text: str, start: int, end: int) -> list[int]:
        """Where literals end in `text[start:end]`."""
        if not self.may_match(text, start, end):
            return []
        return [at for at, bits in self._cues.of(text).between(start, end) if bits & self._any]

    def finditer(self, text: str, start: int, end: int) -> Iterable[Any]:
        """Every match in `text[start:end]`, those of the first expression first."""
        possible = self._possible(text, start, end)
        if len(possible) == 1:
            return possible[0].finditer(text, start, end)
        return chain.from_iterable(pattern.finditer(text, start, end) for pattern in possible) if possible else ()

    def search(self, text: str, start: int, end: int) -> Any:  # noqa: ANN401  a match of either module
        """The first match in `text[start:end]` of the first expression that matches there, or None."""
        for pattern in self._possible(text, start, end):
            if found := pattern.search(text, start, end):
                return found
        return None

    def firsts(self, text: str) -> Iterator[Any]:
        """The first match of each expression in a text."""
        return filter(None, (pattern.search(text) for pattern in self._possible(text, 0, len(text))))

    def around(self, text: str, reach: int, within: str = "", span: tuple[int, int] | None = None) -> Iterator[Any]:
        """Every match in a text or a span of it, for expressions that match no more than `reach` letters.

        They may be for another form of the text that is as long as it, `within`: in lower case, say.
        """
        start, end = span or (0, len(text))
        reading = self._cues.of(text)
        bits = reading.bits(start, end)
        for one in self._watched:
            if not one.first:
                yield from one.pattern.finditer(within or text, start, end)
            elif one.bits & bits == one.bits:
                for first, last in windows((at for at, each in reading.between(start, end) if each & one.first), reach):
                    yield from one.pattern.finditer(within or text, max(first, start), min(last, end))

    def _possible(self, text: str, start: int, end: int) -> Sequence[Pattern]:
        """The expressions that can match in `text[start:end]`."""
        if self._free is not None:
            return self._free
        reading = self._cues.latest
        if reading.text is not text:
            reading = self._cues.of(text)
        bits = reading.known.get((start, end))
        if bits is None:
            bits = reading.bits(start, end)
        if not bits & self._any and self._any:
            return ()
        return [one.pattern for one in self._watched if one.bits & bits == one.bits]


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
