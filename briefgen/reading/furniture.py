"""What a line says of itself when it is furniture: the word lists of `data/furniture.yaml`, in all languages at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
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
    phrases: Phrases = field(repr=False)
    notice_phrases: Phrases = field(repr=False)

    def kind(self, text: str) -> str:
        """Name the kind of furniture whose words make up nearly the whole line ("Share on Facebook | Print"), or ""."""
        if len(text) > MAX_LABEL:
            return ""
        folded = fold(_GLUED.sub(" ", text))
        letters = len(_LETTER.findall(folded))
        if not letters or len(folded) > MAX_LABEL:
            return ""
        cover: dict[str, int] = {}
        known = 0
        for phrase, start, end in self.phrases.longest(folded):
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
        for phrase, first, last in self.phrases.longest(folded):
            if first:
                break
            kind = next((kind for kind in kinds if kind in self.kinds[phrase]), "")
            after = _AFTER_LABEL.match(text, start + last)
            if kind and after and last > reach:
                longest, reach = (kind, text[after.end() :].strip()), last
        return longest if longest[1] else ("", "")

    def labels(self, folded: str, kind: str) -> list[tuple[str, int, int]]:
        """List where words of a kind stand in a folded text: phrase, start, end; the longest of overlapping ones."""
        return [match for match in self.phrases.longest(folded) if kind in self.kinds[match[0]]]

    def notice_kinds(self, text: str) -> list[str]:
        """List the kinds of notices in a line ("we use cookies", "all rights reserved"), one entry for each phrase in it."""
        return [self.notices[phrase] for phrase, _, _ in self.notice_phrases.apart(fold(text))]


class Phrases:
    """Finds folded phrases in folded texts, where each stands for itself and is no part of a longer word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the phrases."""
        self._phrases = tuple(phrases)
        self._edges = [(_is_bound(phrase[0]), _is_bound(phrase[-1])) for phrase in self._phrases]
        self._every = ahocorasick_rs.AhoCorasick(self._phrases)
        self._apart = ahocorasick_rs.AhoCorasick(self._phrases, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        self.longest = lru_cache(maxsize=1 << 8)(self._longest)

    def apart(self, folded: str) -> list[Found]:
        """The leftmost and longest phrases, before any is left out as a part of a longer word."""
        return self._whole(folded, self._apart.find_matches_as_indexes(folded, overlapping=False))

    def _longest(self, folded: str) -> tuple[Found, ...]:
        """The leftmost and longest of overlapping phrases; those of the latest lines are kept, as each is asked for often."""
        chosen: list[Found] = []
        reach = 0
        found = self._whole(folded, self._every.find_matches_as_indexes(folded, overlapping=True))
        for match in sorted(found, key=lambda item: (item[1], -item[2])):
            if match[1] >= reach:
                chosen.append(match)
                reach = match[2]
        return tuple(chosen)

    def _whole(self, folded: str, found: Iterable[tuple[int, int, int]]) -> list[Found]:
        whole = []
        for index, start, end in found:
            first, last = self._edges[index]
            inside = (first and start and _is_letter(folded[start - 1])) or (
                last and end < len(folded) and _is_letter(folded[end])
            )
            if not inside:
                whole.append((self._phrases[index], start, end))
        return whole


Found = tuple[str, int, int]
"""A phrase with the offsets between which it stands."""


def _is_letter(char: str) -> bool:
    return _LETTER.match(char) is not None


def _is_bound(char: str) -> bool:
    """Whether no letter may stand beside a letter at the edge of a phrase; scripts without spaces have no such bounds."""
    return _is_letter(char) and _UNSPACED.match(char) is None


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
    return Words(
        kinds={phrase: frozenset(found) for phrase, found in kinds.items()},
        notices=notices,
        agencies=frozenset(data["agencies"]),
        agencies_upper=frozenset(agency.upper() for agency in data["agencies"]),
        phrases=Phrases(kinds),
        notice_phrases=Phrases(notices),
    )


def _collect(words: Mapping[str, Any], kinds: dict[str, set[str]], notices: dict[str, str]) -> None:
    for kind, listed in words.items():
        if kind == "notice":
            notices.update({fold(phrase).strip(): name for name, phrases in listed.items() for phrase in phrases})
        else:
            for phrase in listed:
                kinds.setdefault(fold(phrase).strip().rstrip(":："), set()).add(kind)
