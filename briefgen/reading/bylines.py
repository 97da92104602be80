"""Who wrote an article, for which publisher or agency: the names in a byline, apart from jobs, places and other credits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from briefgen.model.article import Trait
from briefgen.reading.agencies import is_agency
from briefgen.reading.folding import fold
from briefgen.reading.furniture import Words
from briefgen.reading.mastheads import Mastheads

_EMAIL = regex.compile(r"\s*[(<]?[\w.+\-]+@[\w\-]+\.[\w.]+[)>]?")
_SUFFIX = regex.compile(r"\s?(?:기자|특파원|記者|记者|特派員|통신원)$")
_PART = regex.compile(r"\s*[,，;；|｜]\s*|\s*[/／]\s*|\s+[–—-]\s+|\s*[(（)）]\s*|[＝=](?=\S)|\s+for\s+(?=\p{Lu})")
_CAPITAL = r"(?:\p{Lu}\p{M}*[\p{Ll}\p{M}'’]+(?:[\-'’]?\p{Lu}?[\p{Ll}\p{M}]+)*|\p{Lu}\.(?:\p{Lu}\.)*|\p{Lu}\p{M}*)"
_PARTICLE = r"(?:de|da|del|di|dos|la|le|van|von|der|den|bin|binti|al|el|ibn|y|dan)"
_LATIN = regex.compile(rf"{_CAPITAL}(?:\s(?:{_PARTICLE}\s)?{_CAPITAL}){{1,4}}")
_SHOUTED = regex.compile(r"[\p{Lu}\p{M}'’\-]{2,}(?:\s[\p{Lu}\p{M}'’\-]{2,}){1,4}")
_EAST = regex.compile(
    r"[\p{Han}々]{1,4}[ \u3000]?[\p{Han}々\p{Hiragana}]{1,4}|[\p{Katakana}ー]{2,10}(?:・[\p{Katakana}ー]{2,12}){1,3}"
)
_JOINED = regex.compile(r"\s*,\s*|\s+(?:and|&|và|und|et|y)\s+|\s+[–—-]\s+|[、・]")
_NO_FAMILY = regex.compile(r"[社省庁局課部室版面欄県市町村所会館式号料表報稿刊]$|曜日?$")
"""Ends of words in ideographs that are no names of people: offices, pages and columns of a paper."""

_OFFICE = regex.compile(
    r"[\p{Han}\p{Katakana}ー]{1,12}(?:部|局|室|課|班|長|委員|記者|員|デスク)[ \u3000・=＝]"
    r"(?P<name>\p{Han}{1,4}[ \u3000]?[\p{Han}\p{Hiragana}]{1,4})"
)
"""An office of a newsroom and the name of who works there."""

_LOWER_END = regex.compile(r"\s+\p{Ll}{1,4}$")
_SIZES: Final = range(2, 8)
"""Characters of a name in ideographs, a space included."""

_CREW = regex.compile(r"[ \u3000、,](?:撮影|写真|編集|翻訳|訳)\s?[=＝:：・/／].*$")
"""Who took the pictures or translated, behind who wrote."""


def is_person(text: str) -> bool:
    """Whether a text has the shape of one person's full name, in Latin letters or in those of Japan."""
    if _EAST.fullmatch(text):
        return "・" in text or (len(text) in _SIZES and not _NO_FAMILY.search(text))
    return bool(_LATIN.fullmatch(text) or _SHOUTED.fullmatch(text))


def are_people(text: str) -> bool:
    """Whether a text names one or several people and nothing else."""
    return all(is_person(part) for part in _JOINED.split(text)) or is_person(text)


def last_name(text: str) -> str:
    """The name of a person behind an office, in Japanese ("カンパラ支局 田中花子", "編集委員・田中花子"), or ""."""
    found = _OFFICE.match(text)
    return found["name"] if found and is_person(found["name"]) else ""


def names_in(text: str, words: Words, heads: Mastheads) -> Iterator[tuple[Trait, str]]:
    """The author, agency and publisher that the value of a byline names, each as written.

    "Rose Akinyi, The Lake Herald" is an author and a publisher, "TTXVN" an agency, "Staff Writer" nobody.
    """
    value = _without_opening(_EMAIL.sub("", text), heads).strip(" |,;:：·•-–—)）")
    value = _CREW.sub("", value)
    parts = [part.strip() for part in _PART.split(value) if part.strip()]
    authors: list[str] = []
    for part in parts:
        if is_agency(part, words) or heads.is_agency(part):
            yield Trait.AGENCY, part
        elif heads.is_paper(part):
            yield Trait.PUBLISHER, part
        elif name := _author(part, heads, first=not authors):
            authors.append(name)
    if authors:
        yield Trait.AUTHOR, value[value.index(authors[0]) : value.index(authors[-1]) + len(authors[-1])]


def _author(part: str, heads: Mastheads, *, first: bool) -> str:
    """The name in a part of a byline, or "": a further part must be a name by its shape, the first one may be any."""
    if fold(part).startswith(tuple(f"{word} " for word in heads.after if word.isascii())):
        return ""  # "Our Correspondent in Geneva"
    name = _SUFFIX.sub("", _before(part, heads.after)).strip()
    if officer := last_name(name):
        return officer
    if heads.is_job(name):
        return ""
    name = str(_LOWER_END.sub("", name))
    return name if name and (first or are_people(name)) else ""


def _without_opening(text: str, heads: Mastheads) -> str:
    """A byline without the words before the name ("PV ", "取材・文＝")."""
    text = text.strip(" \t|,;·•–—-")
    folded = fold(text)
    for word in heads.opening:
        rest = text[len(word) :]
        if folded.startswith(word) and rest[:1] in " :：=＝・\u3000" and rest.strip(" :：=＝・\u3000"):
            return _without_opening(rest.strip(" :：=＝・\u3000"), heads)
    return text


def _before(text: str, marks: tuple[str, ...]) -> str:
    """What stands before the first of some words, which end the name: "Rose Akinyi in Kampala", "田中花子 撮影"."""
    folded = f"{fold(text)} "
    starts = (folded.find(f" {mark} ") if mark.isascii() else folded.find(f" {mark}") for mark in marks)
    return text[: min((start for start in starts if start > 0), default=len(text))].strip()
