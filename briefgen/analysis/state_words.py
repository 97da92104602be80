"""The words that tie people to a state: public offices, bodies above states, delegations and sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import regex

from briefgen.text import fold

COUNTRY: Final = "\0"
"""What stands for the name of a country in the words around it; `C` in the patterns of the data."""


class StateWords:
    """The words of one language."""

    def __init__(self, words: Mapping[str, Any], *, spaced: bool) -> None:
        """Take a language's entry of `data/offices.yaml`, and whether the language divides words by spaces."""
        self._public = _any(words["public"], spaced=spaced)
        self._unions = _any(words["unions"], spaced=spaced)
        self._abroad = _any(words["abroad"], spaced=spaced)
        before, behind = words["sides"]["before"], words["sides"]["behind"]
        self._before = regex.compile(rf"(?:{_joined(before)})\s?$", regex.IGNORECASE | regex.MULTILINE)
        self._behind = regex.compile(_joined(behind), regex.IGNORECASE)

    def is_public(self, role: str, organization: str) -> bool:
        """Whether a role is held for a state, by its words; never in a body of several states."""
        office = f"{role} {organization}"
        return bool(self._public.search(fold(office))) and not self._unions.search(fold(office))

    def serves_abroad(self, role: str) -> bool:
        """Whether an office is held in another country than one's own: "ambassador"."""
        return bool(self._abroad.search(fold(role)))

    def leads_to_name(self, before: str) -> bool:
        """Whether words with `COUNTRY` in them say that the person named next acts for it: "a ¤ delegation led by "."""
        return bool(self._before.search(before))

    def follows_name(self, behind: str) -> bool:
        """Whether words with `COUNTRY` in them say that the person named before acts for it: ", who led the ¤ delegation"."""
        return bool(self._behind.match(behind))


def _any(words: Iterable[str], *, spaced: bool) -> regex.Pattern[str]:
    """A pattern for any of the words, folded."""
    choice = "|".join(regex.escape(fold(word)) for word in sorted(words, key=len, reverse=True))
    return regex.compile(rf"\b(?:{choice})\b" if spaced else f"(?:{choice})")


def _joined(patterns: Iterable[str]) -> str:
    """Any of the patterns, with the sign for a country in place of `C`."""
    return "|".join(_SIGN.sub(COUNTRY, pattern) for pattern in patterns)


_SIGN: Final = regex.compile(r"(?<![A-Za-z\\])C(?![A-Za-z])")
"""The `C` of a pattern; Japanese writes the next word right behind it."""
