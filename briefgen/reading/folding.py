"""Texts made alike for comparison."""

from __future__ import annotations

import regex

_FILLER = regex.compile(r"[^\p{L}\p{M}]+")


def fold(text: str) -> str:
    """Fold a text for comparison, keeping its length: lower case, plain apostrophes."""
    lowered = text.lower()
    if text.isascii():
        return lowered
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lowered.replace("’", "'").replace("‘", "'").replace("\u00a0", " ").replace("！", "!")


def letters_of(text: str) -> str:
    """Reduce a text to its folded letters, one space between words: to compare lines."""
    return str(_FILLER.sub(" ", fold(text))).strip()
