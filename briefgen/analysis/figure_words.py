"""The words around numbers (`data/figures.yaml`), compiled for one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import regex

from briefgen.analysis.cues import Cues, windows

_DIGITS: Final = re.compile(r"\d+")
_REACH: Final = 28
"""Letters between the digits of a number and either end of it with its words, at most: "an estimated twenty-one thousand"."""

YEAR: Final = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"


class FigureWords:
    """How numbers are written in a language, what they count and what makes them none."""

    def __init__(self, words: Mapping[str, Sequence[Any]], cues: Cues, *, spaced: bool) -> None:
        """Compile the words, with the cues of their language; in a spaced one they are whole words and stand apart."""
        self.spaced = spaced
        gap = r"\s+" if spaced else ""
        scales = either(words["scales"])
        scaled = rf"(?:\s?(?:{scales})(?!\p{{L}}))?" if spaced else rf"(?:(?:{scales})(?:\d[\d,]*)?)*"
        self._compile_measures(words)
        number = r"\d{1,3}(?:[.,   ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
        said = _numerals(words["numerals"], words["ones"]) if "numerals" in words else ""
        about = rf"(?:(?:{either(words['about'])}){gap})?"
        behind = rf"(?:{either(words['behind'])})?" if "behind" in words else ""
        units = rf"(?P<unit>{either(words['units'])})" if "units" in words else ""
        currency = rf"(?P<currency>{either(words['currency'])})?"
        free = r"(?<![\p{L}\d.,/:#-])" if spaced else r"(?<![A-Za-z\d.,/:#第-])"
        value = rf"(?P<value>{currency}(?:{number}{said}){scaled})"
        self._number = regex.compile(f"{free}{about}{value}{units}{behind}", regex.IGNORECASE)
        self._said = cues.watch(*(regex.compile(either(words[key])) for key in ("numerals",) if key in words))
        self.since = cues.watch(*(regex.compile(str(item).replace("{year}", YEAR)) for item in words["since"]))
        self.names = regex.compile(rf"(?:(?<!\p{{L}})(?:{either(words['names'])})[\s.-]*)$", regex.IGNORECASE | regex.REVERSE)
        """The word before a number whose name it is; looked for from the number on back."""
        self.ends = regex.compile(str(words["ends"][0]), regex.IGNORECASE) if "ends" in words else None
        edge = r"(?!\p{L})" if spaced else ""
        self.never = regex.compile(rf"\s*(?:(?:{either(words['never'])}){edge}|\p{{Pd}}\s?\d|[/:]\s?\d)", regex.IGNORECASE)

    def numbers(self, text: str, start: int, end: int, dates: Sequence[tuple[int, int]]) -> Iterator[regex.Match[str]]:
        """The numbers in `text[start:end]`, each with the words around it that say about how many, and of which unit.

        Those of `dates`, given by their spans, may be left out.
        """
        digits = [match.start() for match in _DIGITS.finditer(text, start, end)]
        places = [at for at in digits if not any(first <= at < last for first, last in dates)]
        for first, last in windows(sorted((*places, *self._said.places(text, start, end))), _REACH):
            at = max(start, first)
            while at <= last - _REACH and (match := self._number.search(text, at, min(last, end))):
                yield match
                at = match.end()

    def _compile_measures(self, words: Mapping[str, Sequence[Any]]) -> None:
        """Compile the units of measures and the words between a measure and what it is of."""
        edge = r"(?!\p{L})" if self.spaced else ""
        self.measure = regex.compile(rf"[\s\u00a0-]?(?P<unit>{either(words['measures'])}){edge}", regex.IGNORECASE)
        self.vague = frozenset(map(str, words.get("vague", ())))
        self.of = regex.compile(rf" (?:{either(words.get('of', ['-']))}) (?:(?:the|a|an|its|their|all) )?", regex.IGNORECASE)
        self.bare = bool(words.get("bare"))
        breaks = rf"[,;:]\s|\s[–—-]\s|[(（)）]|(?<!\p{{L}})(?:{either(words.get('breaks', ['-']))})\s"
        self.breaks = regex.compile(breaks, regex.IGNORECASE)
        self.loose = regex.compile(rf"(?:{either(words.get('loose', ['-']))})(?!\p{{L}})|\p{{L}}{{2,}}ed\b", regex.IGNORECASE)
        whole = rf"(?<!\p{{L}})(?:{either(words.get('verbs', ['-']))})(?!\p{{L}})"
        self.verbs = regex.compile(whole, regex.IGNORECASE)
        longest = int(words.get("longest", [6])[0])
        word = r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*"
        lead = rf"(?:(?:{either(words.get('leading', ['-']))})\s)*"
        subject = rf"(?:^|(?<=\s))(?:\b{lead})(?P<what>{word}(?: {word}){{0,{longest - 1}}})$"
        self.subject = regex.compile(subject, regex.IGNORECASE)
        articles = r"(?<=\b(?:the|an?|its|their|his|her|một|khoản|số) )"
        worth = either(words.get("worth", ["-"]))
        noun = rf"{articles}(?P<what>{word}(?: {word}){{0,3}}),? (?:{worth})\s*$"
        self.noun_of = regex.compile(noun, regex.IGNORECASE)


def _numerals(tens: Sequence[Any], ones: Sequence[Any]) -> str:
    """A pattern for numbers in words: "twelve", "thirty-two"."""
    return rf"|(?:{either(tens)})(?!\p{{L}})(?:[- ](?:{either(ones)})(?!\p{{L}}))?"


def either(words: Iterable[Any]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(regex.escape(str(word)) for word in sorted(map(str, words), key=lambda word: (-len(word), word)))
