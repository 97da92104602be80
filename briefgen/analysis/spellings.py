"""One name spelled in two ways in one text: what a translator who goes name by name would not do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import regex

from briefgen.text import strip_marks

_KANA: Final = regex.compile(
    r"[\p{Katakana}ー]{4,}(?=・|氏|大臣|大統領|首相|長官|議長|総裁|司令官|将軍|大使|副|さん)|(?<=・)[\p{Katakana}ー]{4,}"
)
_LATIN: Final = regex.compile(r"\p{Lu}(?<=\p{Lu}[\p{L}\p{M}.'’\-]*\s\p{Lu})[\p{Ll}\p{M}]{6,}(?![\p{L}'’])")
_SMALL: Final = str.maketrans("ァィゥェォャュョヂヅ", "アイウエオヤユヨジズ", "ーッ")
_V: Final = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))
_LATIN_SOUNDS: Final = (("ou", "u"), ("oo", "u"), ("ee", "i"))
_LATIN_LETTERS: Final = str.maketrans("ywqcz", "ivkks", "h'")
_DOUBLED: Final = re.compile(r"(.)\1")

Span = tuple[int, int]


def doubly_spelled(text: str, lang: str) -> tuple[Span, Span] | None:
    """Two spellings of one name in a text: ジャラルザーデ and ジャラルザデ, "Jalalzade" and "Jalalzadeh"; None without any.

    Marks alone make no second spelling ("Nguyễn", "Nguyen"): those are left out by habit.
    """
    first: dict[str, Span] = {}
    for start, end in _names(text, lang):
        name = text[start:end]
        sound = _sound(name, lang)
        known = first.setdefault(sound, (start, end))
        other = text[known[0] : known[1]]
        if strip_marks(other).lower() != strip_marks(name).lower():
            return known, (start, end)
    return None


def _names(text: str, lang: str) -> Iterator[Span]:
    pattern = _KANA if lang == "ja" else _LATIN
    yield from (match.span() for match in pattern.finditer(text))


def _sound(name: str, lang: str) -> str:
    """What two spellings of one name have in common: consonants and vowels without length."""
    if lang == "ja":
        for written, sound in _V:
            name = name.replace(written, sound)
        return name.translate(_SMALL)
    plain = strip_marks(name).lower()
    for written, sound in _LATIN_SOUNDS:
        plain = plain.replace(written, sound)
    return _DOUBLED.sub(r"\1", plain.translate(_LATIN_LETTERS))
