"""Names of people in scripts with spaces, and the ranks and courtesies before them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final

from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.spaced_words import Phrases, Word
from briefgen.text import fold

_LONGEST: Final = 6
"""Words of a name at most ("Ana María de la Cruz Ortega")."""


_TOWNS: Final = {"countries/city", "countries/capital"}
"""Rules of mentions that may be family names."""

_LINEAGE: Final = {"bin", "binti", "bint", "ibn"}
"""Particles that only follow a given name: "Said bin Hamad"."""


class Names:
    """Reads names from words."""

    def __init__(
        self, words: Mapping[str, Any], lang: str, surnames: Sequence[str], is_title_word: Callable[[Word], bool]
    ) -> None:
        """Take a language's entry of `data/honorifics.yaml`, Vietnamese family names, and what ends a name."""
        self._ranks = Phrases([*words["ranks"], *words["courtesies"]], lang)
        self._courtesies = Phrases(words["courtesies"], lang)
        self._lang = lang
        self._particles = frozenset(words["particles"])
        self._never = frozenset(words["never"])
        self._surnames = frozenset(surnames)
        self._unmarked = frozenset(map(fold, surnames))
        self._is_title_word = is_title_word

    def after(
        self, words: Sequence[Word], countries: Mapping[int, Mention], place: int, *, led: bool = False
    ) -> tuple[int, int]:
        """The span of the name that begins at a place, behind ranks; empty if there is none.

        `led` says that a title leads to it, so that a country may be a given name: "Midfielder Germany Valencia".
        """
        start = self.past_ranks(words, place)
        stop = start + int(led and self._is_given_name(words, countries, start))
        while stop < len(words) and stop - start < _LONGEST:
            if stop > start and not _goes_on(words[stop - 1], words[stop]):
                break
            inner = stop > start and self._is_particle(words, countries, stop, start)
            if not inner and not self._is_name(words, countries, stop, start):
                break
            stop += 1
        return start, stop

    def before(self, words: Sequence[Word], countries: Mapping[int, Mention], place: int) -> tuple[int, int]:
        """The span of the name that ends before a place; empty if there is none."""
        first = place
        while first and place - first < _LONGEST:
            if first < place and not _goes_on(words[first - 1], words[first]):
                break
            word = words[first - 1]
            if word.plain in self._particles or self._has_article(word) or (word.is_capital and not word.is_acronym):
                first -= 1
            else:
                break
        while first < place:
            start, stop = self.after(words, countries, first)
            if stop == place and start < place:
                return start, stop
            first += 1
        return place, place

    def past_ranks(self, words: Sequence[Word], place: int) -> int:
        """The place behind ranks and courtesies that begin at a place."""
        start = place
        while size := self._ranks.at(words, place):
            if place > start and words[place].gap.strip(" \u00a0") not in {"", "."}:
                break
            place += size
        return place

    @property
    def courtesies(self) -> AbstractSet[str]:
        """The first words of courtesies."""
        return self._courtesies.firsts

    def courtesy(self, words: Sequence[Word], place: int) -> int:
        """How many words the courtesy at a place has ("Mr", "ông")."""
        return self._courtesies.at(words, place)

    def is_family_name(self, word: Word) -> bool:
        """Whether a word is a Vietnamese family name; one with marks must have the right ones ("Đảng" is not "Đặng")."""
        return word.plain in self._surnames or (word.plain.isascii() and word.plain in self._unmarked)

    def _is_name(self, words: Sequence[Word], countries: Mapping[int, Mention], place: int, start: int) -> bool:
        word = words[place]
        if self._has_article(word):
            return True
        if not word.is_capital or word.is_acronym or word.text[-2:] in {"'s", "’s"}:
            return _is_possessed(word) and word.plain not in self._never and word.start not in countries
        if place > start and self.is_family_name(words[start]):
            return True
        following = words[place + 1] if place + 1 < len(words) else None
        if following and following.follows and following.plain in _LINEAGE and word.is_capital:
            return True
        if place == start and following and following.is_capital and following.follows and self.is_family_name(word):
            return True
        country = countries.get(word.start)
        family = place > start and country is not None and country.rule in _TOWNS  # "Ana Lima"
        return word.plain not in self._never and (family or country is None) and not self._is_title_word(word)

    def _has_article(self, word: Word) -> bool:
        """Whether a word is a name with a particle written to it: "al-Maskari"."""
        particle, _, rest = word.text.partition("-")
        return particle in self._particles and rest[:1].isupper()

    def _is_given_name(self, words: Sequence[Word], countries: Mapping[int, Mention], place: int) -> bool:
        """Whether a country's name of one word goes on to a family name."""
        if self._lang != "en" or place + 1 >= len(words) or words[place].start not in countries:
            return False
        mention = countries[words[place].start]
        whole = mention.end == words[place].end and mention.rule != "countries/demonym"
        return whole and words[place + 1].follows and self._is_name(words, countries, place + 1, place)

    def _is_particle(self, words: Sequence[Word], countries: Mapping[int, Mention], place: int, start: int) -> bool:
        return (
            words[place].plain in self._particles
            and place + 1 < len(words)
            and words[place + 1].follows
            and (self._is_name(words, countries, place + 1, start) or words[place + 1].plain in self._particles)
        )


def _is_possessed(word: Word) -> bool:
    """Whether a capitalized word carries "'s"."""
    return word.is_capital and word.text[-2:] in {"'s", "’s"} and not word.text[:-2].isupper()


def _goes_on(before: Word, word: Word) -> bool:
    """Whether a name may go on over the gap between two words; nothing follows a possessive."""
    return word.follows and before.text[-2:] not in {"'s", "’s"}
