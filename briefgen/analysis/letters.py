"""Text made comparable letter by letter: case, width, apostrophes, vowel marks and tone marks, with offsets kept.

`briefgen.text.fold` drops characters and so loses offsets; evidence needs them. Everything here maps one character to
one character, except in text that is not in Unicode's composed form, for which a table of offsets is kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from briefgen.text import is_unspaced

# Old and new places of the Vietnamese tone mark ("Thuỵ Điển", "Thụy Điển"); the press writes both.
_OLD_TONES = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
_NEW_TONES = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
_TONES = dict(zip(_OLD_TONES, _NEW_TONES, strict=True))
_TONE = re.compile("(?:" + "|".join(_TONES) + r")(?!\w)(?<![qQ]..)")  # "quý" stays; looking back last is several times faster

# Arabic vowel marks and the stretching letter, Hebrew points: written or not, the word is the same.
_UNWRITTEN = re.compile("[\u064b-\u0652\u0670\u0640\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u200b\u200e\u200f\u00ad]")

# A letter and what Unicode composes with it: accents, Arabic hamza, kana voicing, Indic vowel parts, Korean vowels and finals.
_MARKS = (
    "\u0300-\u036f\u0653-\u0655\u093c\u09bc\u09be\u09d7\u0a3c\u0b3c\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6"
    "\u0d3e\u0d57\u0f71-\u0f84\u102e\u1161-\u11ff\u3099\u309a"
)
_CLUSTER = re.compile(f"[^{_MARKS}][{_MARKS}]*|.", re.DOTALL)

_SAME = {
    **dict.fromkeys("’‘ʼ＇`´", "'"),
    **dict.fromkeys("\u00a0\u202f\u2009\u3000\u2007", " "),
    **dict.fromkeys("‐‑–—−－", "-"),
    **dict.fromkeys("･·", "・"),
    **dict(zip("أإآٱىیکةۀ", "ااااييكهه", strict=True)),
    **dict(zip("άέήίόύώϊϋΐΰς", "αεηιουωιυιυσ", strict=True)),
    **dict(zip("ΆΈΉΊΌΎΏ", "αεηιουω", strict=True)),
    "ё": "е", "Ё": "е", "İ": "i", "ı": "i",
    "（": "(", "）": ")",
}  # fmt: skip

_FULL_WIDTH = {chr(code): chr(code - ord("！") + ord("!")) for code in range(ord("！"), ord("～") + 1)}
"""Full-width forms of ASCII, and what they are forms of."""


def _comparable(char: str) -> str:
    """The letter under which one character is compared: same letter, lower case, plain width."""
    char = _FULL_WIDTH.get(char, char)
    char = _SAME.get(char, char)
    lower = char.lower()
    return _SAME.get(lower, lower)


# What lower case alone does not make comparable; all else is left to `str.lower`, which is many times faster.
_SPECIAL = {char: _comparable(char) for char in (*_SAME, *_FULL_WIDTH, *map(str.lower, _FULL_WIDTH))}
_SPECIAL_CHAR = re.compile(f"[{re.escape(''.join(_SPECIAL))}]")


def folded(text: str) -> str:
    """`text` with each character replaced by the one it is compared as; as long as `text`."""
    lower = text.replace("İ", "i").lower()  # the only letter that is two in lower case
    if not _SPECIAL_CHAR.search(lower):
        return lower
    return _SPECIAL_CHAR.sub(lambda match: _SPECIAL[match[0]], lower)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text ready for matching: `written` keeps case, `plain` is folded; `origin` maps offsets back (empty: the same)."""

    written: str
    plain: str
    origin: tuple[int, ...] = field(default=())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that `written[start:end]` stands for."""
        return (self.origin[start], self.origin[end]) if self.origin else (start, end)


@lru_cache(maxsize=1 << 4)
def read(text: str, lang: str) -> Reading:
    """`text` composed, without unwritten marks and folded; Vietnamese tone marks in their newer place.

    The latest readings are kept: one finder of words after another reads the same article.
    """
    written = text
    origin: tuple[int, ...] = ()
    if not text.isascii() and (_UNWRITTEN.search(text) or not unicodedata.is_normalized("NFC", text)):
        written, origin = _compose(text)
    plain = folded(written)
    return Reading(written, retoned(plain) if lang == "vi" else plain, origin)


def retoned(plain: str) -> str:
    """Folded Vietnamese with each tone mark in its newer place."""
    return _TONE.sub(lambda match: _TONES[match[0]], plain)


def spelling(name: str, lang: str) -> str:
    """The folded spelling under which a name of the vocabulary is matched."""
    return read(name, lang).plain


def _compose(text: str) -> tuple[str, tuple[int, ...]]:
    """The composed text, and for each of its characters (and its end) where it began."""
    written: list[str] = []
    origin: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        composed = _UNWRITTEN.sub("", unicodedata.normalize("NFC", cluster[0]))
        written.append(composed)
        origin.extend([cluster.start()] * len(composed))
    origin.append(len(text))
    return "".join(written), tuple(origin)


def lowered(text: str) -> str:
    """`text` in lower case, as long as before: the one letter that is two in lower case stays."""
    return "İ".join(map(str.lower, text.split("İ")))


def caseless(text: str) -> str:
    """`text` in lower case, as long as before, each letter as that which it equals to an expression that ignores case."""
    lower = text.replace("İ", "i").lower()
    return lower if lower.isascii() else lower.replace("ı", "i").replace("ſ", "s")


def whole_words(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word stands in a text as written and on its own: no letter or digit goes on beside one of a spaced script.

    For names that only one article has: a pattern would take longer to compile than this to search.
    """
    first, last = not is_unspaced(word[0]), not is_unspaced(word[-1])
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        inside = (first and text[max(0, start - 1) : start].isalnum()) or (last and text[end : end + 1].isalnum())
        if not inside:
            yield start, end
        start = text.find(word, start + 1 if inside else end)


def is_letter(char: str) -> bool:
    """Whether `char` continues a word: a letter, a digit or a vowel sign."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"


def is_boundary(before: str, after: str) -> bool:
    """Whether a word may end between two characters (either empty at an end of the text).

    Scripts without spaces have no word ends to see, but a run of katakana is one word (ロマ in ローマ, マリ in ソマリア)
    and a vowel sign never begins one.
    """
    if not before or not after:
        return True
    if before.isascii() and after.isascii():
        return not (before.isalnum() and after.isalnum())
    if unicodedata.category(after)[0] == "M" or after in "ะาำๅ":
        return False
    if is_unspaced(before) or is_unspaced(after):
        return not (_is_katakana(before) and _is_katakana(after))
    return not (is_letter(before) and is_letter(after))


def is_hangul(text: str) -> bool:
    """Whether a text is one Korean syllable."""
    return len(text) == 1 and "가" <= text <= "힣"


def is_han(text: str) -> bool:
    """Whether a text is one Chinese character."""
    return len(text) == 1 and ("\u3400" <= text <= "\u9fff" or text == "々")


def _is_katakana(char: str) -> bool:
    return char == "ー" or ("ァ" <= char <= "ヺ")
