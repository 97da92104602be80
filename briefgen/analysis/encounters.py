"""Encounters: sentences in which the office-holders of two sides meet, visit or sign."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from briefgen.analysis.wording import WordFinder

_REACH: Final = 40
"""Letters between the name of a country and an office that acts for it: "the Republic of X's deputy minister of Y"."""

_REACH_UNSPACED: Final = 24
"""The same in scripts that write a word in two or three signs."""

_UNSPACED: Final = {"ja", "zh", "ko", "th"}

_KEPT: Final = 2
"""Texts whose words are kept: two detectors ask for those of the same article."""

_OFFICE, _MEETING, _PAIR = "offices", "meetings", "pair"
"""What a word shows; the keys of `data/encounters.yaml`."""


@dataclass(frozen=True, slots=True)
class Encounter:
    """The offices of one sentence, by their spans in the text; two sides meet in it."""

    start: int
    end: int
    offices: tuple[tuple[int, int], ...]
    reach: int

    def involves(self, start: int, end: int) -> bool:
        """Whether a country named at `start:end` acts in it: an office stands near the name."""
        inside = self.start <= start < self.end
        return inside and any(office[0] - end <= self.reach and start - office[1] <= self.reach for office in self.offices)


class Encounters:
    """Finds encounters; the words of a language are compiled when its first text comes."""

    def __init__(self, words: Mapping[str, Mapping[str, Any]]) -> None:
        """Take `data/encounters.yaml`."""
        self._words = words
        self._finders: dict[str, WordFinder[str]] = {}
        self._kept = lru_cache(maxsize=_KEPT)(self._hits)
        self._found = lru_cache(maxsize=_KEPT)(self._find)

    def find(self, text: str, lang: str, sentences: Iterable[tuple[int, int]]) -> tuple[Encounter, ...]:
        """The encounters of a text whose sentences have these spans; none in a language without words."""
        base = lang.partition("-")[0]
        return self._found(text, base, tuple(sentences)) if base in self._words else ()

    def speaks_of_two(self, text: str, lang: str) -> bool:
        """Whether a text speaks of two sides: "both countries", 双方, "hai bên"."""
        base = lang.partition("-")[0]
        return base in self._words and any(kind == _PAIR for _, _, kind in self._kept(text, base))

    def _find(self, text: str, lang: str, sentences: tuple[tuple[int, int], ...]) -> tuple[Encounter, ...]:
        hits = self._kept(text, lang)
        reach = _REACH_UNSPACED if lang in _UNSPACED else _REACH
        found = (
            _encounter(start, end, hits[bisect_left(hits, (start,)) : bisect_left(hits, (end,))], reach)
            for start, end in sentences
        )
        return tuple(encounter for encounter in found if encounter)

    def _hits(self, text: str, lang: str) -> tuple[tuple[int, int, str], ...]:
        """What shows offices and meetings, in reading order."""
        return tuple(sorted((hit.start, hit.end, hit.value) for hit in self._finder(lang).find(text)))

    def _finder(self, lang: str) -> WordFinder[str]:
        if lang not in self._finders:
            words = self._words[lang]
            named = [(word, kind) for kind in (_OFFICE, _MEETING, _PAIR) for word in words[kind]]
            self._finders[lang] = WordFinder(named, lang)
        return self._finders[lang]


def _encounter(start: int, end: int, hits: Sequence[tuple[int, int, str]], reach: int) -> Encounter | None:
    """The encounter of a sentence by the words found in it, if both an office and a meeting are among them."""
    offices = tuple((hit[0], hit[1]) for hit in hits if hit[2] == _OFFICE)
    meets = any(hit[2] == _MEETING for hit in hits)
    return Encounter(start, end, offices, reach) if offices and meets else None
