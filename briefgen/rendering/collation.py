"""Alphabetical order of a language: sort keys and the letter under which a name is listed."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final, cast

from briefgen.text import fold, strip_marks
from briefgen.yamldoc import parse

_KANA_OFFSET: Final = 0x60
"""Katakana stand this far behind hiragana in Unicode."""

_KANA_ROWS: Final = "あかさたなはまやらわ"
"""Heads of the rows of the kana table, under which Japanese lists are divided."""

SortKey = tuple[tuple[int, ...] | str, ...]


@dataclass(frozen=True, slots=True)
class Collation:
    """The order of one language; where the data says nothing of it, that of the folded letters."""

    letters: Mapping[str, int] = field(default_factory=dict)
    tones: Sequence[str] = ()
    readings: Mapping[str, str] = field(default_factory=dict)
    kana: bool = False

    def key(self, name: str) -> SortKey:
        """What to sort `name` by; names that differ only in case or marks stay apart, in a fixed order."""
        if self.kana:
            return (strip_marks(self._reading(name)), self._reading(name), name)
        if self.letters:
            letters, tones = self._spelled(name)
            return (letters, tones, name)
        return (fold(name), name)

    def initial(self, name: str) -> str:
        """The letter under which `name` is listed: "Đ" for Đan Mạch, "か" for カナダ."""
        if self.kana:
            first = strip_marks(self._reading(name)[:1])
            return (
                next((row for row in reversed(_KANA_ROWS) if row <= first <= "ん"), first) if first >= "あ" else first.upper()
            )
        letter = unicodedata.normalize("NFC", self._letters(name)[:1])
        return (letter if self.letters else strip_marks(letter)[:1]).upper()

    def _reading(self, name: str) -> str:
        """The name in hiragana as far as it is known how it is read."""
        reading = self.readings.get(name, name)
        return "".join(chr(ord(c) - _KANA_OFFSET) if "ァ" <= c <= "ヶ" else c for c in reading)

    def _letters(self, name: str) -> str:
        """The letters of a name without tones, composed: "Việt" → "viêt"."""
        decomposed = unicodedata.normalize("NFD", name.casefold())
        return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in self.tones))

    def _spelled(self, name: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Places of the letters in the alphabet, and of the tones in their order."""
        last = len(self.letters)
        letters = tuple(self.letters.get(c, last + ord(c)) for c in self._letters(name) if not c.isspace())
        marks = unicodedata.normalize("NFD", name.casefold())
        return letters, tuple(self.tones.index(c) + 1 for c in marks if c in self.tones)


@cache
def collation(lang: str) -> Collation:
    """The order of a language (BCP 47 primary subtag)."""
    text = files("briefgen").joinpath("data", "collation.yaml").read_text(encoding="utf-8")
    data = cast("dict[str, Any]", parse(text, "collation.yaml").data).get(lang, {})
    alphabet = data.get("letters", ())
    return Collation(
        letters={letter: place for place, letter in enumerate(alphabet)},
        tones=tuple(data.get("tones", ())),
        readings=data.get("readings", {}),
        kana=lang == "ja",
    )
