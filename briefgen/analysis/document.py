"""One article as detectors see it: text, language, blocks and sentences, computed once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

import sentencex

from briefgen.analysis.letters import lowered
from briefgen.model.article import Article, Block, Harvest, Role, Trait
from briefgen.model.evidence import Evidence

T = TypeVar("T")

_HEADINGS = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.SUBHEADING})


@dataclass(frozen=True)
class Joiners:
    """Where a splitter of sentences goes wrong (`data/joiners.yaml`).

    No sentence ends at one of `abbreviations`; none begins with one of `continuations` after a closing quotation mark.
    """

    abbreviations: frozenset[str] = frozenset()
    continuations: tuple[str, ...] = ()


class Sentence(NamedTuple):
    """A sentence of the cleaned text: `text[start:end]`, without surrounding white space."""

    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """An article and its language (BCP 47); every offset points into `text`, the cleaned text of the article."""

    article: Article
    lang: str
    joiners: Joiners = Joiners()

    @cached_property
    def text(self) -> str:
        """The cleaned text."""
        return self.article.text

    @cached_property
    def lower(self) -> str:
        """The cleaned text in lower case, as long as it: small words are found faster there than without regard to case."""
        return lowered(self.text)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Its blocks, in reading order."""
        return self.article.blocks

    @cached_property
    def paragraphs(self) -> tuple[Block, ...]:
        """Blocks of running text, headings left out."""
        return tuple(b for b in self.blocks if b.role not in _HEADINGS)

    def block(self, role: Role) -> Block | None:
        """The first block of a role, or None."""
        return next((block for block in self.blocks if block.role is role), None)

    def harvested(self, trait: Trait) -> tuple[Harvest, ...]:
        """What reading harvested of a publication trait, in order of trust."""
        return tuple(item for item in self.article.harvest if item.trait is trait)

    def kept(self, kind: type[T], make: Callable[[], T]) -> T:
        """What one detector made of this document for the others too: of each class the one that was made first."""
        if kind not in self._kept:
            self._kept[kind] = make()
        return cast("T", self._kept[kind])

    @cached_property
    def _kept(self) -> dict[type, object]:
        return {}

    def quote(self, start: int, end: int, rule: str) -> Evidence:
        """Evidence for `text[start:end]`."""
        return Evidence.of(self.text, start, end, rule)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all blocks, in reading order; none reaches beyond its block."""
        return tuple(sentence for block in self.blocks for sentence in self.sentences_of(block.start, block.end))

    def sentences_of(self, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences of `text[start:end]`; one detector after another asks for those of the same block."""
        if (start, end) not in self._divided:
            self._divided[start, end] = self._divide(start, end)
        return self._divided[start, end]

    @cached_property
    def _divided(self) -> dict[tuple[int, int], tuple[Sentence, ...]]:
        """Spans that somebody asked for, with their sentences."""
        return {}

    def _divide(self, start: int, end: int) -> tuple[Sentence, ...]:
        text = self.text[start:end]
        found = []
        begin = 0
        for stop in self._ends(text):
            piece = text[begin:stop]
            body = piece.strip()
            if body:
                lead = begin + len(piece) - len(piece.lstrip())
                found.append(Sentence(start + lead, start + lead + len(body)))
            begin = stop
        return tuple(found)

    def _ends(self, text: str) -> Iterator[int]:
        """Where sentences end: the boundaries of sentencex without those at joiners."""
        if not text.strip():
            return
        language = self.lang.partition("-")[0] or "en"
        stop = 0
        pieces = sentencex.segment(language, text.replace("•", "*"))  # it takes an item behind "•" for one sentence
        for piece in (part for whole in pieces for part in _FULL_STOP.split(whole)):
            stop += len(piece)
            if stop >= len(text):
                break
            if not self._joins(text[max(0, stop - _WINDOW) : stop].rstrip(), text[stop : stop + _WINDOW].lstrip()):
                yield stop
        yield len(text)

    def _joins(self, before: str, after: str) -> bool:
        """Whether one sentence goes on from `before` to `after`: after "Lieut." or "1.", or between 」 and と (field.md B3)."""
        words = before.split()
        if _NUMBERED.fullmatch(before):
            return True
        if words and words[-1].lstrip("(「“\"'") in self.joiners.abbreviations:
            return True
        return before[-1:] in _CLOSING and after.startswith(self.joiners.continuations)


_FULL_STOP = re.compile(r"(?<=。)(?=\d)")  # sentencex takes "。4日" for one sentence with what stands before
_WINDOW = 40  # characters on either side that decide: the longest abbreviation and the white space around it
_NUMBERED = re.compile(r"\s*\d{1,2}\.")  # the number of an item of a list
_CLOSING = frozenset('」』）)”’"»')
