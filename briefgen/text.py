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


def one_line(text: str) -> str:
    """`text` with its line ends, of whatever kind, as single spaces."""
    return " ".join(line.strip() for line in text.splitlines() if line.strip())


def fold(text: str) -> str:
    """The form in which two spellings of one name are equal: no case, width, diacritics, punctuation or doubled spaces."""
    words = "".join(char if char.isalnum() else " " for char in strip_marks(text).casefold())
    return " ".join(words.split())


def as_quoted(text: str) -> str:
    """The form in which a quote and its source are compared: composed letters (NFC), single spaces, nothing else changed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


_UNSPACED: Final = (
    (0x0E00, 0x0EFF),  # Thai and Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # hiragana and katakana
    (0x3400, 0x9FFF),  # Han, with extension A
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0xFF66, 0xFF9F),  # half-width katakana
    (0x20000, 0x3FFFF),  # further Han extensions
)
"""Unicode blocks of scripts that write without spaces."""


def is_unspaced(char: str) -> bool:
    """Whether `char` belongs to a script that writes without spaces (Han, kana, Thai, Lao, Khmer, Burmese)."""
    code = ord(char)
    return any(first <= code <= last for first, last in _UNSPACED)
