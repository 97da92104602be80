"""The words at which a lead may be cut to a headline, per language (`data/headlines.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any


@dataclass(frozen=True)
class HeadlineWords:
    """What `data/headlines.yaml` says; its head explains the keys."""

    table: Mapping[str, Any]

    def length(self, lang: str, *, spaced: bool) -> int:
        """The longest headline in characters, in a script with or without spaces."""
        lengths = self.table["length"]
        return int(lengths.get(lang.partition("-")[0]) or lengths["spaced" if spaced else "unspaced"])

    def clause(self, lang: str) -> re.Pattern[str]:
        """Finds the space before a word that begins a clause."""
        return _space_before(self._words("clause", lang))

    def phrase(self, lang: str) -> re.Pattern[str]:
        """Finds the space before a word that begins a phrase."""
        return _space_before(self._words("phrase", lang))

    def particles(self, lang: str) -> tuple[str, ...]:
        """Endings that a headline drops, the longest first."""
        return tuple(sorted(self._words("particles", lang), key=lambda word: -len(word)))

    def verbal(self, lang: str) -> tuple[str, ...]:
        """Endings that make a verb of a noun, the longest first."""
        return tuple(sorted(self._words("verbal", lang), key=lambda word: -len(word)))

    def linking(self, lang: str) -> tuple[str, ...]:
        """Endings after which a sentence only goes on."""
        return self._words("linking", lang)

    def opens(self, words: str, lang: str) -> bool:
        """Whether words begin as a phrase of time or place before the subject does."""
        plain = words.lower()
        closer = next((word for word in self._words("closers", lang) if plain.endswith(word)), "")
        if closer:
            return not any(word in plain.removesuffix(closer) for word in self._words("subjects", lang))
        return any(plain.startswith(f"{word} ") or plain == word for word in self._words("openers", lang))

    def has_predicate(self, piece: str, lang: str) -> bool:
        """Whether a piece of a sentence has come to its verb; True for a language whose verbs are not listed."""
        return bool(_verbs(self._words("predicate", lang)).search(piece.lower()))

    def joins(self, word: str, lang: str) -> bool:
        """Whether a word begins a clause or phrase, so that no headline ends with it."""
        return word.lower() in self._words("phrase", lang) or word.lower() in self._words("clause", lang)

    def _words(self, key: str, lang: str) -> tuple[str, ...]:
        return tuple(self.table[key].get(lang.partition("-")[0], ()))


@cache
def _verbs(words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(re.escape(word).replace(r"\*", r"\w+") for word in words)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else "")


@cache
def _space_before(words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"\s(?=(?:{either})\s)") if either else re.compile(r"(?!)")
