"""The words an article keeps coming back to: what tells its own headline and teasers from those of others, in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from briefgen.reading.folding import fold

_RUN = regex.compile(
    r"(?V1)(?P<han>\p{Han}+)|(?P<kata>[\p{Katakana}ー]+)|(?P<kana>\p{Hiragana}+)|(?P<hangul>\p{Hangul}+)"
    r"|(?P<plain>[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{M}]+)|(?P<word>[[\p{L}\p{M}\p{N}]--[\p{Han}\p{Hiragana}\p{Katakana}ー\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]]+)"
)
_UNUSUAL = regex.compile(r"[\p{Han}\p{Katakana}ー\p{Hiragana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{M}]")
"""What makes runs other than words; without it they are found many times faster."""

_WORD = re.compile(r"(?P<word>[^\W_]+)")
_TONED = regex.compile(r"[ạ-ỹĐđƠơƯư]", regex.I)
_SENTENCE_START = regex.compile(r"[.!?:–—\"“„«‘(]\s?$")
"""What stands before a sentence's first word, which is capitalized for no other reason: "The"."""

_GRAM_SIZES = {"han": 2, "kata": 2, "plain": 4}
"""Characters that stand for a word in scripts without spaces: two ideographs or kana, four letters of Thai."""

_CASED = regex.compile(r"[\p{Lu}\p{Ll}]")
_ARTICLE = regex.compile(r"^(?:[وفبك]?ال|لل)(?=\p{Arabic}{3})")
"""What Arabic writes together with a noun: "the", "for the", "and the"."""

_STEM = 6
"""Letters that stand for a word: inflected forms share them ("negotiat-ed", "negotiat-ing")."""

_SHORT_CASELESS = 3
"""The same for scripts that write no vowels or count signs for letters (Arabic, Hebrew, Devanagari)."""

_LONGEST_READ = 20_000
"""Characters of a line whose terms are counted: a page saved as one line may be megabytes long."""

_SHORT = 5
"""Shorter words are mostly grammar ("with", "that") and count only when capitalized or with a figure."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How many lines of prose each term occurs in; `monosyllabic` (Vietnamese) makes terms of word pairs."""

    lines: Counter[str]
    monosyllabic: bool

    @classmethod
    def of(cls, prose: Iterable[str]) -> Vocabulary:
        """Count the terms of lines of prose."""
        texts = Counter(prose)
        whole = "".join(texts)
        monosyllabic = len(_TONED.findall(whole)) * 20 > len(whole)
        counted: Counter[str] = Counter()
        for text, times in texts.items():
            for term in terms(text, monosyllabic=monosyllabic):
                counted[term] += times
        return cls(counted, monosyllabic)

    def shared(self, text: str, *, besides: int = 0) -> tuple[int, float]:
        """Count a text's terms that occur in more than `besides` lines, and their share of all its terms."""
        own = terms(text, monosyllabic=self.monosyllabic)
        hits = sum(self.lines[term] > besides for term in own)
        return hits, hits / len(own) if own else 0.0


@lru_cache(maxsize=1 << 8)
def terms(text: str, *, monosyllabic: bool) -> frozenset[str]:
    """What stands for the content words of a text: stems, pairs of ideographs or syllables, figures.

    Those of the latest lines are kept, as a page's lines are compared again and again.
    """
    return frozenset(_terms(text, monosyllabic=monosyllabic))


def _terms(text: str, *, monosyllabic: bool) -> Iterator[str]:
    words: list[str] = []
    runs = _RUN.finditer(text, 0, _LONGEST_READ) if _UNUSUAL.search(text) else _WORD.finditer(text, 0, _LONGEST_READ)
    for found in runs:
        kind, run = found.lastgroup, found[0]
        if kind == "word":
            words.append(run.lower() if _is_opening(run, text, found.start()) else run)
        elif kind == "hangul":
            yield run[:2]
        elif kind in _GRAM_SIZES:
            yield from _grams(run, _GRAM_SIZES[kind])
    if monosyllabic:
        yield from (f"{fold(first)} {fold(second)}" for first, second in pairwise(words))
    else:
        yield from (_stem(word) for word in words if _telling(word))


def _is_opening(run: str, text: str, start: int) -> bool:
    """Whether a short word may have its capital only because a sentence begins with it."""
    if len(run) >= _SHORT or run.islower() or run.isupper() or not _CASED.match(run):
        return False
    return not start or _SENTENCE_START.search(text, max(0, start - 3), start) is not None


def _stem(word: str) -> str:
    folded = fold(word)
    return (folded if folded.isascii() else _ARTICLE.sub("", folded))[:_STEM]


def _telling(word: str) -> bool:
    """Whether a word is likely content: long for its script, capitalized, or with a figure."""
    if len(word) >= (_SHORT if _CASED.match(word) else _SHORT_CASELESS) or word[0].isdigit():
        return True
    return word[0].isupper() and (len(word) > 2 or (word.isupper() and len(word) > 1))  # noqa: PLR2004  "EU", "Oslo"


def _grams(run: str, size: int) -> Iterator[str]:
    if len(run) <= size:
        yield run
    for start in range(len(run) - size + 1):
        yield run[start : start + size]
