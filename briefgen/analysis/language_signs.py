"""What tells languages apart: scripts, letters and frequent words (`data/languages.yaml`), and a classifier if there is one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from math import sqrt
from typing import Any, Final

CLASSIFIER_EXTRA: Final = "import"
"""The extra that installs the classifier."""

Ranking = tuple[tuple[str, float], ...]
"""Languages with their scores, the best first."""

Classifier = Callable[[str], Ranking]
"""Ranks the languages of a text by probability."""


def load_classifier() -> Classifier | None:
    """The classifier of py3langid (field.md B3), or None where the extra `[import]` is not installed."""
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  optional, and half a second to load
    except ImportError:
        return None
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return lambda text: tuple(identifier.rank(text))


class LanguageSigns:
    """Reads the signs of languages in letters and words; `table` is `data/languages.yaml`, whose head explains its keys."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take the table."""
        self._table = table

    def scripts(self, letters: Mapping[str, int]) -> Counter[str]:
        """How many of the counted letters each script has; a letter of a syllabic script counts as several (`_WEIGHT`)."""
        starts, ends, names = self._ranges
        found: Counter[str] = Counter()
        for char, times in letters.items():
            at = bisect_right(starts, ord(char)) - 1
            if at >= 0 and ord(char) <= ends[at] and char.isalpha():
                found[names[at]] += times * _WEIGHT.get(names[at], 1)
        return found

    def languages(self, script: str) -> tuple[str, ...]:
        """The languages written in a script, the likeliest first."""
        return tuple(self._table["scripts"][script]["languages"])

    def by_letters(self, script: str, letters: Mapping[str, int]) -> str:
        """The language that alone has some of the letters, the most of them; "" if none stands out."""
        marks = {
            lang: sum(letters.get(char, 0) for char in set(own)) for lang, own in self._table["letters"].get(script, {}).items()
        }
        # the first in the table is the most telling: Belarusian has the ы of Russian, Ukrainian not
        total = sum(letters.values())
        return next((lang for lang, count in marks.items() if count > total * _FOREIGN_LETTERS), "")

    def japanese(self, letters: Mapping[str, int]) -> int:
        """How many letters Japan alone writes so."""
        return sum(letters.get(char, 0) for char in self._table["japanese"])

    def vietnamese(self, words: Sequence[str]) -> float:
        """The share of words with a letter of Vietnamese."""
        return len(self._vietnamese.findall(" ".join(words))) / (len(words) or 1)

    def vote(self, words: Iterable[str], languages: Sequence[str]) -> Ranking:
        """Languages by their frequent words; a word of several languages counts less for each."""
        counts = Counter(words)
        scores = {
            lang: sum(counts[word] * self._weights[word] for word in self._words(lang) if word in counts) for lang in languages
        }
        return tuple(sorted(scores.items(), key=lambda item: -item[1]))

    def close(self, lang: str, words: Iterable[str]) -> str:
        """The language itself, or a close relative whose own words the text has clearly more of."""
        counts = Counter(words)
        for group in self._table["close"]:
            if lang in group:
                marks = {other: sum(counts.get(word, 0) for word in own) for other, own in group.items()}
                best = max(marks, key=lambda other: (marks[other], other == lang))
                if marks[best] > _CLEARLY * marks[lang]:
                    return str(best)
        return lang

    def canonical(self, code: str) -> str:
        """The code used here for a language that classifiers call otherwise."""
        return str(self._table["same"].get(code, code))

    def _words(self, lang: str) -> tuple[str, ...]:
        return tuple(self._table["words"].get(lang, ()))

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        shared = Counter(word for words in self._table["words"].values() for word in set(words))
        return {word: 1 / sqrt(languages) for word, languages in shared.items()}

    @cached_property
    def _ranges(self) -> tuple[list[int], list[int], list[str]]:
        ranges = sorted(
            (*(int(end, 16) for end in pair.split("-")), name)
            for name, entry in self._table["scripts"].items()
            for pair in entry["ranges"].split()
        )
        return [r[0] for r in ranges], [r[1] for r in ranges], [r[2] for r in ranges]

    @cached_property
    def _vietnamese(self) -> re.Pattern[str]:
        return re.compile(f"[{self._table['vietnamese']}][^ ]*")


_WEIGHT: Final = {"han": 3, "kana": 2, "hangul": 2}
"""What one letter says beside a Latin one: a Han letter is a word."""

_FOREIGN_LETTERS: Final = 0.004
"""Letters of a foreign name do not make a language: in a text of the language every hundredth letter is its own."""

_CLEARLY: Final = 1.5
"""How many times as many words of its own a relative must have to win."""
