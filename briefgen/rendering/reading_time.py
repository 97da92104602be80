"""How long a text takes to read, counted as its language is written."""

from __future__ import annotations

from typing import Final

from briefgen.text import UNSPACED

_WORDS: Final = {"en": 228, "de": 179, "es": 218, "fr": 195, "it": 188, "pt": 181, "ru": 184, "ar": 138}
"""Words a minute (Trauzettel-Klosinski and Dietz 2012, the International Reading Speed Texts, table 2)."""

_WORDS_ELSEWHERE: Final = 184
"""The mean of its seventeen languages, for those it did not measure."""

_CHARACTERS: Final = 357
"""Characters a minute in scripts without spaces: its figure for Japanese (Chinese, which is denser, has 255)."""


def minutes(text: str, lang: str) -> int:
    """Minutes to read a text, at least one; Japanese, Chinese, Thai … are counted by characters, all others by words."""
    spaced, unspaced = (text, 0) if text.isascii() else UNSPACED.subn(" ", text)
    words = len(spaced.split())
    speed = _WORDS.get(lang.partition("-")[0], _WORDS_ELSEWHERE)
    return max(1, round(unspaced / _CHARACTERS + words / speed))
