"""One article as detectors see it: text, language, blocks and sentences, computed once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from briefgen.model.article import Article, Block, Harvest, Role, Trait
from briefgen.model.evidence import Evidence


@dataclass(frozen=True)
class Document:
    """An article and its language (BCP 47); every offset points into `text`, the cleaned text of the article."""

    article: Article
    lang: str

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.article.text

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Its blocks, in reading order."""
        return self.article.blocks

    @cached_property
    def paragraphs(self) -> tuple[Block, ...]:
        """Blocks of running text, headings left out."""
        return tuple(b for b in self.blocks if b.role not in {Role.HEADLINE, Role.STANDFIRST, Role.SUBHEADING})

    def block(self, role: Role) -> Block | None:
        """The first block of a role, or None."""
        return next((block for block in self.blocks if block.role is role), None)

    def harvested(self, trait: Trait) -> tuple[Harvest, ...]:
        """What reading harvested of a publication trait, in order of trust."""
        return tuple(item for item in self.article.harvest if item.trait is trait)

    def quote(self, start: int, end: int, rule: str) -> Evidence:
        """Evidence for `text[start:end]`."""
        return Evidence.of(self.text, start, end, rule)
