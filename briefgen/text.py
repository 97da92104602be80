"""How strings compare: folding of case, width and diacritics, and the scripts that write without spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_VOICING: Final = "\u3099\u309a"
"""The voicing marks of kana (dakuten, handakuten): letters apart (ハ, バ, パ), not diacritics."""


def strip_marks(text: str) -> str:
    """`text` without diacritics, for matching and never for display: "Lê Quốc Hùng" → "Le Quoc Hung", "Đà" → "Da"."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in decomposed if char in _VOICING or not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare.replace("đ", "d").replace("Đ", "D"))


def one_line(text: str) -> str:
    """`text` with its line ends, of whatever kind, as single spaces."""
    return " ".join(line.strip() for line in text.splitlines() if line.strip())


@lru_cache(maxsize=1 << 10)
def fold(text: str) -> str:
    """The form in which two spellings of one name are equal: no case, width, diacritics, punctuation or doubled spaces."""
    return " ".join(_WORD.findall(strip_marks(text).casefold()))


_WORD: Final = re.compile(r"[^\W_]+")


def as_quoted(text: str) -> str:
    """The form in which a quote and its source are compared: composed letters (NFC), single spaces, nothing else changed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


UNSPACED: Final = re.compile(
    "["
    "\u0e00-\u0eff"  # Thai and Lao
    "\u1000-\u109f"  # Burmese
    "\u1780-\u17ff"  # Khmer
    "\u3040-\u30ff"  # hiragana and katakana
    "\u3400-\u9fff"  # Han, with extension A
    "\uf900-\ufaff"  # compatibility ideographs
    "\uff66-\uff9f"  # half-width katakana
    "\U00020000-\U0003ffff"  # further Han extensions
    "]"
)
"""A character of a script that writes without spaces, by Unicode block."""


def count_unspaced(text: str) -> int:
    """How many characters of `text` belong to scripts that write without spaces."""
    return 0 if text.isascii() else len(UNSPACED.findall(text))


def is_unspaced(char: str) -> bool:
    """Whether `char` belongs to a script that writes without spaces (Han, kana, Thai, Lao, Khmer, Burmese)."""
    return UNSPACED.match(char) is not None
