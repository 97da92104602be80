"""Between whom an instrument is: the countries for which its sentence speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen.analysis.instrument_words import InstrumentWords
from briefgen.model.article import Block

_PAIR = 2
_BACK = 3  # paragraphs: "both sides" means those whom the last paragraphs named


class Voice(NamedTuple):
    """`text[start:end]` names a country, or somebody who acts for it."""

    start: int
    end: int
    code: str


class Parties:
    """Finds the two countries of a bilateral instrument; nothing where there are not exactly two."""

    def __init__(self, text: str, blocks: Sequence[Block], voices: Sequence[Voice], primary: Sequence[str], home: str) -> None:
        """Take the article's text, blocks and voices, the countries that it is about, and the country of its readers or ""."""
        self._text, self._blocks, self._voices = text, blocks, voices
        self._primary = tuple(sorted(primary))
        self._home = home

    def codes(self, start: int, end: int) -> tuple[str, ...]:
        """The countries for which `text[start:end]` speaks, in the order of their codes."""
        return tuple(sorted({voice.code for voice in self._voices if start <= voice.start and voice.end <= end and voice.code}))

    def of(self, sentence: tuple[int, int], words: InstrumentWords) -> tuple[str, ...]:
        """The parties of an instrument in a sentence, in the order of their codes.

        The two that the sentence speaks for; where it says "both sides", the two of the paragraphs before, or of the article.
        """
        named = self.codes(*sentence)
        if len(named) == _PAIR:
            return named
        if len(named) > _PAIR or not words.both.search(self._text, *sentence):
            return ()
        for codes in self._before(sentence[0]):
            if len(codes) == _PAIR and set(named) <= set(codes):
                return codes
            if len(codes) == 1 and self._home not in {"", *codes}:
                return tuple(sorted((*codes, self._home)))  # "she met Mr. Rossi of Italy. The two sides …"
            named = codes if len(codes) == 1 and not named else named
        return self._primary if len(self._primary) == _PAIR and set(named) <= set(self._primary) else ()

    def _before(self, place: int) -> Iterator[tuple[str, ...]]:
        """The countries of the paragraph of a place and of those before it."""
        upto = [block for block in self._blocks if block.start <= place]
        for block in reversed(upto[-_BACK - 1 :]):
            yield self.codes(block.start, block.end)
