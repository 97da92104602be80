"""How strings compare: folding of case, width and diacritics, and the scripts that write without spaces."""

from __future__ import annotations

import unicodedata
from typing import Final


_VOICING: Final = "\u3099\u309a"
"""The voicing marks of kana (dakuten, handakuten): letters apart (ハ, バ, パ), not diacritics."""


def strip_marks(text: str) -> str:
    """`text` without diacritics, for matching and never for display: "Lê Quốc Hùng" → "Le Quoc Hung", "Đà" → "Da"."""
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in decomposed if char in _VOICING or not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare.replace("đ", "d").replace("Đ", "D"))


def fold(text: str) -> str:
    """The form in which two spellings of one name are equal: no case, width, diacritics, punctuation or doubled spaces."""
    words = "".join(char if char.isalnum() else " " for char in strip_marks(text).casefold())
    return " ".join(words.split())


def is_unspaced(char: str) -> bool:
    """Whether `char` belongs to a script that writes without spaces (Han, kana, Thai, Lao, Khmer, Burmese).

    Ranges are those of the Unicode blocks of these scripts.
    """
    code = ord(char)
    return (
        0x3040 <= code <= 0x30FF  # hiragana and katakana
        or 0x3400 <= code <= 0x9FFF  # Han, with extension A
        or 0xF900 <= code <= 0xFAFF  # compatibility ideographs
        or 0x20000 <= code <= 0x3FFFF  # further Han extensions
        or 0xFF66 <= code <= 0xFF9F  # half-width katakana
        or 0x0E00 <= code <= 0x0EFF  # Thai and Lao
        or 0x1000 <= code <= 0x109F  # Burmese
        or 0x1780 <= code <= 0x17FF  # Khmer
    )
