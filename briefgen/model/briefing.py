"""A briefing: the accepted facts of one article, each with where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from briefgen.model.article import Block, Path, Position, Removed
from briefgen.model.edtf import Edtf
from briefgen.model.evidence import Proof
from briefgen.model.frontmatter import FrontMatter

FactOrigin = Literal["written", "stated", "derived", "default"]
"""`written`: by a person, in front matter; `stated` and `derived`: found by analysis; `default`: from the site's settings."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a fact comes from; whatever analysis found carries its evidence."""

    origin: FactOrigin
    evidence: tuple[Proof, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a detected fact without evidence."""
        if self.origin in {"stated", "derived"} and not self.evidence:
            msg = f"a {self.origin} fact needs evidence"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a briefing: Markdown, or (`blocks` not empty) the cleaned plain text of a raw article.

    `line` is where it begins in its file, so that problems in it can be placed.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class Briefing:
    """One briefing, complete: `facts` has the shape of a front matter, whoever stated or found each of them.

    `id` is the path under `content/` without suffix, `slug` the last part of its address. `raw` says that it was drafted
    from a raw article by machine and that nobody has reviewed it. `provenance` knows each fact by its path: `("title",)`,
    `("countries", "AT")`, `("topics", "extradition")`, `("source", "url")`; `source_text` is the archived source,
    `removed` what cleaning cut from a raw article.
    """

    id: str
    file: str
    slug: str
    raw: bool
    facts: FrontMatter
    body: Body
    provenance: Mapping[Path, Provenance] = field(default_factory=dict)
    positions: Mapping[Path, Position] = field(default_factory=dict)
    source_text: str = ""
    removed: tuple[Removed, ...] = ()

    @property
    def lang(self) -> str:
        """The language of its text (BCP 47)."""
        return self.facts.lang

    @property
    def reported(self) -> Edtf | None:
        """When its news came out: the date of its source, else its own; None where neither has a year."""
        dates = (self.facts.source.date, self.facts.date)
        return next((date for date in dates if date and date.is_dated), None)

    def countries(self, role: Literal["primary", "mentioned"] | None = None) -> tuple[str, ...]:
        """Codes of its countries, all or those of one role, in the order given."""
        return tuple(ref.code for ref in self.facts.countries if role in {None, ref.role})

    @property
    def topics(self) -> tuple[str, ...]:
        """Ids of its topics, in the order given."""
        return tuple(ref.id for ref in self.facts.topics)
