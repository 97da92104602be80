"""Names of publishers, offices and journalists' jobs, told by the words in them (`data/mastheads.yaml`), in any language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import regex

from briefgen.reading.folding import fold
from briefgen.yamldoc import parse

LONGEST_NAME: Final = 60
"""Characters of the longest name of a publisher believed: what is longer is a slogan or a headline."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}.'’&+\-]+")
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "le", "du", "và", "điện", "tử"})
"""Words of a name that are not capitalized."""

_NO_NAME = regex.compile(r"[.!?。！？:：;]$|[,，、/／]|[をがはに]|[|>»›]")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")


@dataclass(frozen=True, slots=True)
class Mastheads:
    """The words of `data/mastheads.yaml`, folded, those of all languages together: a line does not say which it is in."""

    papers: frozenset[str]
    opens: tuple[str, ...]
    ends: tuple[str, ...]
    bodies: tuple[str, ...]
    body_ends: tuple[str, ...]
    jobs: tuple[str, ...]
    opening: tuple[str, ...]
    after: tuple[str, ...]
    places: tuple[str, ...]
    credits: tuple[str, ...]
    agencies: tuple[str, ...]
    cities: frozenset[str]
    weekdays: frozenset[str]
    national: frozenset[str]

    def is_city(self, text: str) -> bool:
        """Whether a text is the name of a city of several words, which looks like that of a person: "New Delhi"."""
        return fold(text) in self.cities

    def is_agency(self, text: str) -> bool:
        """Whether a text is a state's news agency, or one by its own words: "Savanna News Agency", "南方通信"."""
        if text in self.national:
            return True
        folded = fold(text)
        named = any(folded.endswith(word) if _UNSPACED.search(word) else f" {word} " in f" {folded} " for word in self.agencies)
        return named and _is_short(text) and not folded.startswith(self.agencies)

    def is_paper(self, text: str) -> bool:
        """Whether a text is the name of a newspaper, agency or broadcaster: "The Lake Herald", "湖畔新報", "Báo Hồ Lớn"."""
        return _is_short(text) and (self._is_spaced_paper(text) or _ends(text, self.ends) or self._opens(text, self.opens))

    def is_body(self, text: str) -> bool:
        """Whether a text is the name of an office that issues texts: "Ministry of Trade", "外務省報道室", "Bộ Công Thương"."""
        capital = all(_is_capital(word) for word in _WORD.findall(text) if fold(word) not in _SMALL)
        opens = self._opens(text, self.bodies) and (capital or not text.isascii())  # Vietnamese has one capital in a name
        return _is_short(text) and (_ends(text, self.body_ends) or opens)

    def is_job(self, text: str) -> bool:
        """Whether a text holds the word for a journalist's job: "Staff Writer", "カンパラ支局長", "Phóng viên"."""
        folded = f" {fold(text)} "
        return any(job in folded if _UNSPACED.search(job) else f" {job} " in folded for job in self.jobs)

    def _is_spaced_paper(self, text: str) -> bool:
        words = _WORD.findall(text)
        big = [word for word in words if fold(word) not in _SMALL]
        named = len(big) > 1 or (len(words) > 1 and fold(words[0]) == "the")
        return named and all(map(_is_capital, big)) and fold(big[-1]) in self.papers

    def _opens(self, text: str, openers: Iterable[str]) -> bool:
        """Whether a word of a list opens the text, capitalized, and a capitalized word follows it."""
        folded = fold(text)
        ends = (len(word) + 1 for word in openers if folded.startswith(f"{word} "))
        return text[:1].isupper() and any(text[end : end + 1].isupper() for end in ends)


@cache
def load_mastheads() -> Mastheads:
    """Read the words from the package's data, once."""
    data: Any = parse((files("briefgen") / "data" / "mastheads.yaml").read_text("utf-8"), "mastheads.yaml").data
    words = {key: _folded(per_language) for key, per_language in data.items()}
    papers, cities, weekdays = (frozenset(words.pop(key)) for key in ("papers", "cities", "weekdays"))
    agencies: Any = parse((files("briefgen") / "data" / "agencies.yaml").read_text("utf-8"), "agencies.yaml").data
    national = frozenset(str(name) for names in agencies.values() for name in names)
    return Mastheads(papers=papers, cities=cities, weekdays=weekdays, national=national, **words)


def _folded(per_language: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The words of all languages, the longest first."""
    found = {fold(str(word)) for words in per_language.values() for word in words}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def _ends(text: str, endings: Iterable[str]) -> bool:
    """Whether a text of a script without spaces ends with one of some words and has more before it."""
    folded = fold(text)
    return bool(_UNSPACED.search(text)) and any(folded.endswith(ending) and len(folded) > len(ending) for ending in endings)


def _is_short(text: str) -> bool:
    return 1 < len(text) <= (LONGEST_NAME // 3 if _UNSPACED.search(text) else LONGEST_NAME) and not _NO_NAME.search(text)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()
