"""The words around numbers (`data/figures.yaml`), compiled for one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import regex

YEAR: Final = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"


class FigureWords:
    """How numbers are written in a language, what they count and what makes them none."""

    def __init__(self, words: Mapping[str, Sequence[Any]], *, spaced: bool) -> None:
        """Compile the words; in a spaced language they are whole words and stand apart."""
        self.spaced = spaced
        gap = r"\s+" if spaced else ""
        scales = either(words["scales"])
        scaled = rf"(?:\s(?:{scales})(?!\p{{L}}))?" if spaced else rf"(?:(?:{scales})(?:\d[\d,]*)?)*"
        number = r"\d{1,3}(?:[.,   ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
        about = rf"(?:(?:{either(words['about'])}){gap})?"
        behind = rf"(?:{either(words['behind'])})?" if "behind" in words else ""
        units = rf"(?P<unit>{either(words['units'])})" if "units" in words else ""
        currency = r"(?:US\$|\$|€|£|¥|USD ?)?"
        free = r"(?<![\p{L}\d.,/:#-])" if spaced else r"(?<![A-Za-z\d.,/:#第-])"
        value = rf"(?P<value>{currency}(?:{number}){scaled})"
        self.number = regex.compile(f"{free}{about}{value}{units}{behind}", regex.I)
        self.since = tuple(regex.compile(str(item).replace("{year}", YEAR)) for item in words["since"])
        self.names = regex.compile(rf"(?:(?<!\p{{L}})(?:{either(words['names'])})[\s.-]*)$", regex.I)
        self.ends = regex.compile(str(words["ends"][0]), regex.I) if "ends" in words else None
        edge = r"(?!\p{L})" if spaced else ""
        self.never = regex.compile(rf"\s*(?:(?:{either(words['never'])}){edge}|\p{{Pd}}\s?\d|[/:]\s?\d|%)", regex.I)


def either(words: Iterable[Any]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(regex.escape(str(word)) for word in sorted(map(str, words), key=lambda word: (-len(word), word)))
