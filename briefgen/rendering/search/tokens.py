"""How the search cuts text into terms. `templates/assets/search.js` does the same; both are tested on tests/cases/search.md.

Scripts that write words apart give words, all others pairs of letters, so that any part of a Japanese, Chinese, Korean or
Thai text is found without knowing where its words end (field.md B7: segmenters cut index and query differently).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

import regex

_MARKS: Final = (
    (0x0300, 0x036F),  # combining diacritical marks
    (0x0591, 0x05BD),  # Hebrew points, the punctuation between them left out
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05C7),
    (0x064B, 0x065F),  # Arabic vowel signs
    (0x0670, 0x0670),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
)
"""Unicode ranges of diacritics. Vowel signs of Thai and Indian scripts and the voicing of kana are letters and stay."""

_JOINERS: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u30fb"
"""What stands inside words without parting them: soft hyphen, zero widths, and the middle dot of katakana names."""

_LETTERS: Final = {
    "đ": "d",
    "ø": "o",
    "ł": "l",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
    "ŧ": "t",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ß": "ss",
    "ς": "σ",
}
"""Letters that Unicode does not decompose, and what people type for them."""

_KATAKANA: Final = range(0x30A1, 0x30F7)
_TO_HIRAGANA: Final = 0x60

_FOLDED: Final = {
    **{code: None for first, last in _MARKS for code in range(first, last + 1)},
    **dict.fromkeys(map(ord, _JOINERS)),
    **{ord(letter): plain for letter, plain in _LETTERS.items()},
    **{code: code - _TO_HIRAGANA for code in _KATAKANA},
}

_UNSPACED: Final = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
"""Thai and Lao, Burmese, Khmer, 々, kana, Han, Hangul (whose particles stick to words), further Han."""

_PLAIN: Final = bytes(ord(char.lower()) if char.isalnum() else ord(" ") for char in map(chr, range(128))).ljust(256)
"""What becomes of each character of ASCII: letters lose their case, digits stay, all others part words."""

_LETTER_RUN: Final = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_PIECE: Final = regex.compile(rf"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_STARTS_UNSPACED: Final = regex.compile(rf"[{_UNSPACED}]")


def fold_text(text: str) -> str:
    """`text` without case, width and diacritics, katakana as hiragana: "Đà Nẵng" → "da nang", "ﾓｻﾞﾝﾋﾞｰｸ" → "もざんびーく"."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", text).lower().translate(_FOLDED))


def pieces(text: str) -> Iterator[str]:
    """The words and the unspaced runs of a text, folded, in order: "5月 Hà Nội" → "5", "月", "ha", "noi"."""
    for run in _LETTER_RUN.findall(fold_text(text)):
        if run.isascii():
            yield run
        else:
            yield from _PIECE.findall(run)


def is_unspaced(piece: str) -> bool:
    """Whether a piece or term belongs to a script that is cut into pairs of letters."""
    return not piece.isascii() and _STARTS_UNSPACED.match(piece) is not None


def terms(text: str) -> set[str]:
    """What a text is filed under: its words; of a run, each pair of letters, and its last letter.

    So each letter of a run begins a term, and a search for a single one finds all of its places.
    """
    if text.isascii():
        return set(_plain_pieces(text))
    words = dict.fromkeys(text.split())  # a text says most words more than once, and folding is most of the work
    found = set(_plain_pieces(" ".join([word for word in words if word.isascii()])))
    for piece in pieces(" ".join([word for word in words if not word.isascii()])):
        if is_unspaced(piece):
            found.update(piece[at : at + 2] for at in range(len(piece)))
        else:
            found.add(piece)
    return found


def _plain_pieces(text: str) -> list[str]:
    """The pieces of a text in ASCII, as `pieces` has them, found without a pattern in a tenth of the time."""
    return text.encode().translate(_PLAIN).decode().split()
