"""The words of a text in a script with spaces, and phrases of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

import regex

from briefgen.analysis.letters import folded, retoned

# A word with its inner hyphens and apostrophes, or initials with their full stops ("K.", "H.E.").
_WORD = regex.compile(r"((?:\p{L}\p{M}*\.)(?:\p{L}\p{M}*\.)*(?!\p{L})|[\p{L}\p{M}\p{N}]+(?:['’\-][\p{L}\p{M}\p{N}]+)*)")


_LATIN = re.compile(r"[\0-\x7f\u00a0\u00c0-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a]*")
_LATIN_WORD = re.compile(r"([^\W\d_]\.(?:[^\W\d_]\.)*(?![^\W\d_])|[^\W_]+(?:['’\-][^\W_]+)*)")
"""A text of Latin letters that bear their marks themselves, and a word of such: as `_WORD`, found in half the time."""


class Word(NamedTuple):
    """A word as written and as compared, its span in the text, and what stands between it and the word before.

    A named tuple, as an article has some hundreds of them: made several times faster than a frozen dataclass.
    """

    text: str
    plain: str
    start: int
    end: int
    gap: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it is all in capitals, initials aside."""
        return len(self.text) > 1 and "." not in self.text and self.text.isupper()

    @property
    def follows(self) -> bool:
        """Whether only a space divides it from the word before."""
        return self.gap in {" ", "\u00a0"}


@lru_cache(maxsize=1 << 7)
def words_of(text: str, start: int, end: int, lang: str) -> tuple[Word, ...]:
    """The words of `text[start:end]`; a possessive ending is no part of a word's plain form.

    Those of the latest blocks are kept: one detector after another reads the same article word by word.
    """
    block = text[start:end]
    plain = folded(block)
    if lang == "vi":
        plain = retoned(plain)
    pieces = (_LATIN_WORD if _LATIN.fullmatch(block) else _WORD).split(block)  # gaps between words, and words, by turns
    places = list(accumulate(map(len, pieces), initial=0))
    firsts, lasts = places[1:-1:2], places[2::2]
    plains = [plain[first:last] for first, last in zip(firsts, lasts, strict=True)]
    plains = [_without_ending(word) if word[-1] in "s." else word for word in plains]
    starts, ends = [start + first for first in firsts], [start + last for last in lasts]
    return tuple(map(_word, zip(pieces[1::2], plains, starts, ends, pieces[:-1:2], strict=True)))


_word = partial(tuple.__new__, Word)  # `Word._make` without a call of Python: there are hundreds of words


def _without_ending(plain: str) -> str:
    """A word without a possessive ending or the full stop of initials."""
    return plain.removesuffix("'s").rstrip(".") if len(plain) > 1 else plain


class Phrases:
    """Words and phrases to look up in a sequence of words, the longest first."""

    def __init__(self, phrases: Iterable[str], lang: str) -> None:
        """Take phrases as written in a table."""
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(word.plain for word in words_of(phrase, 0, len(phrase), lang)) or (phrase,)
            self._by_first.setdefault(words[0], []).append(words)
        for known in self._by_first.values():
            known.sort(key=len, reverse=True)
        self.firsts: AbstractSet[str] = self._by_first.keys()
        """The first words of all phrases: where none of them stands, no phrase begins."""

    def at(self, words: Sequence[Word], place: int) -> int:
        """How many words the longest phrase has that begins at `place`; 0 if none does."""
        known = self._by_first.get(words[place].plain) if 0 <= place < len(words) else None
        for phrase in known or ():
            stop = place + len(phrase)
            if stop <= len(words) and all(
                words[place + step].plain == part and (not step or words[place + step].follows)
                for step, part in enumerate(phrase)
            ):
                return len(phrase)
        return 0

    def __contains__(self, plain: str) -> bool:
        """Whether a single word is one of the phrases."""
        return (plain,) in self._by_first.get(plain, ())
