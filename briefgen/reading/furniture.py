"""What a line says of itself when it is furniture: the word lists of `data/furniture.yaml`, in all languages at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import ahocorasick_rs
import regex

from briefgen.reading.folding import fold
from briefgen.yamldoc import parse

LABELS = frozenset({"published", "byline", "source", "credit"})
"""Kinds of words that open a line and say what follows."""

_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_GLUED = regex.compile(r"(?<=\p{Ll})(?=\p{Lu})")
"""Between buttons saved without a space: "FacebookTwitterEmail"."""

_LETTER = regex.compile(r"[\p{L}\p{M}]")
_AFTER_LABEL = regex.compile(r"\s*(?:[:：|｜>»›＝=／/】\])）」-]|[–—]\s|\s-\s)+\s*")
_OPENERS = regex.compile(r"^[\s>»›▶►➤●•■◆▲▼★☆※*【\[(（「<＜《👉→⇒➡#+\-–—|｜/]+")


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists, folded: phrase → its kinds, notices → kind, agencies as written."""

    kinds: Mapping[str, frozenset[str]]
    notices: Mapping[str, str]
    agencies: frozenset[str]
    agencies_upper: frozenset[str]
    phrases: tuple[str, ...] = field(repr=False)
    matcher: ahocorasick_rs.AhoCorasick = field(repr=False)
    notice_phrases: tuple[str, ...] = field(repr=False)
    notice_matcher: ahocorasick_rs.AhoCorasick = field(repr=False)

    def kind(self, text: str) -> str:
        """Name the kind of furniture whose words make up nearly the whole line ("Share on Facebook | Print"), or ""."""
        folded = fold(_GLUED.sub(" ", text))
        letters = len(_LETTER.findall(folded))
        if not letters or len(folded) > MAX_LABEL:
            return ""
        cover: dict[str, int] = {}
        known = 0
        for phrase, start, end in self._found(folded):
            size = len(_LETTER.findall(folded[start:end]))
            known += size
            for kind in self.kinds[phrase]:
                cover[kind] = cover.get(kind, 0) + size
        if known < letters * COVERED or not cover:
            return ""
        return max(cover, key=lambda kind: (cover[kind], -KINDS.index(kind)))

    def label(self, text: str, *kinds: str) -> tuple[str, str]:
        """Read "READ ALSO: another headline": the label's kind and what follows it, or two empty strings.

        Only the given kinds are read; a label alone on its line has an empty rest and is left to `kind`.
        """
        opened = _OPENERS.match(text)
        start = opened.end() if opened else 0
        folded = fold(text[start : start + MAX_LABEL])
        longest = ("", "")
        reach = 0
        for phrase, first, last in self._found(folded):
            if first:
                break
            kind = next((kind for kind in kinds if kind in self.kinds[phrase]), "")
            after = _AFTER_LABEL.match(text, start + last)
            if kind and after and last > reach:
                longest, reach = (kind, text[after.end() :].strip()), last
        return longest if longest[1] else ("", "")

    def labels(self, folded: str, kind: str) -> list[tuple[str, int, int]]:
        """List where words of a kind stand in a folded text: phrase, start, end; the longest of overlapping ones."""
        return [match for match in self._found(folded) if kind in self.kinds[match[0]]]

    def notice_kinds(self, text: str) -> list[str]:
        """List the kinds of notices in a line ("we use cookies", "all rights reserved"), one entry for each phrase in it."""
        folded = fold(text)
        found = self.notice_matcher.find_matches_as_indexes(folded, overlapping=False)
        return [
            self.notices[self.notice_phrases[index]]
            for index, start, end in found
            if _bounded(folded, start, end, self.notice_phrases[index])
        ]

    def _found(self, folded: str) -> list[tuple[str, int, int]]:
        found = self.matcher.find_matches_as_indexes(folded, overlapping=True)
        whole = [
            (self.phrases[index], start, end)
            for index, start, end in found
            if _bounded(folded, start, end, self.phrases[index])
        ]
        return _longest(whole)


KINDS = (
    "advert",
    "related",
    "share",
    "comments",
    "newsletter",
    "tags",
    "counter",
    "gallery",
    "tools",
    "navigation",
    "section",
    "footer",
    "published",
    "byline",
    "source",
    "credit",
)
"""The kinds of words, those first that decide a line whose words have several."""

MAX_LABEL = 120
"""Longer lines are not made of labels and menu words."""

COVERED = 0.72
"""Share of a line's letters that known words must cover: "Share this on Facebook" leaves small words over."""


@cache
def load_words() -> Words:
    """Read the word lists from the package's data, once."""
    data: Any = parse((files("briefgen") / "data" / "furniture.yaml").read_text("utf-8"), "furniture.yaml").data
    kinds: dict[str, set[str]] = {}
    notices: dict[str, str] = {}
    for words in (data["common"], *data["languages"].values()):
        _collect(words, kinds, notices)
    phrases, notice_phrases = tuple(kinds), tuple(notices)
    leftmost = ahocorasick_rs.MatchKind.LeftmostLongest
    return Words(
        kinds={phrase: frozenset(found) for phrase, found in kinds.items()},
        notices=notices,
        agencies=frozenset(data["agencies"]),
        agencies_upper=frozenset(agency.upper() for agency in data["agencies"]),
        phrases=phrases,
        matcher=ahocorasick_rs.AhoCorasick(phrases),
        notice_phrases=notice_phrases,
        notice_matcher=ahocorasick_rs.AhoCorasick(notice_phrases, matchkind=leftmost),
    )


def _collect(words: Mapping[str, Any], kinds: dict[str, set[str]], notices: dict[str, str]) -> None:
    for kind, listed in words.items():
        if kind == "notice":
            notices.update({fold(phrase).strip(): name for name, phrases in listed.items() for phrase in phrases})
        else:
            for phrase in listed:
                kinds.setdefault(fold(phrase).strip().rstrip(":："), set()).add(kind)


def _bounded(folded: str, start: int, end: int, phrase: str) -> bool:
    """Whether a match stands for itself and is no part of a longer word; scripts without spaces have no such bounds."""
    if start and _LETTER.match(phrase[0]) and not _UNSPACED.match(phrase[0]) and _LETTER.match(folded[start - 1]):
        return False
    last = phrase[-1]
    return not (end < len(folded) and _LETTER.match(last) and not _UNSPACED.match(last) and _LETTER.match(folded[end]))


def _longest(found: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Choose the leftmost and longest of overlapping matches."""
    chosen: list[tuple[str, int, int]] = []
    reach = 0
    for match in sorted(found, key=lambda item: (item[1], -item[2])):
        if match[1] >= reach:
            chosen.append(match)
            reach = match[2]
    return chosen
