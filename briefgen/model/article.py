"""An article after reading: cleaned text, what was cut from it, and what was harvested on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from briefgen.model.evidence import Proof
from briefgen.model.frontmatter import FrontMatter

Path = tuple[str | int, ...]
"""Where a value stands in a YAML document: `("people", 0, "name")`."""

Position = tuple[int, int]
"""Line and column in a file, both counted from 1."""


class Role(StrEnum):
    """What a block of an article is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of the cleaned text: `text[start:end]`, without surrounding white space."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Removed:
    """What cleaning cut, with the reason ("navigation", "comment form", …) and its line in the raw file (0 if unknown)."""

    text: str
    why: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or film: its caption and credit as written (either may be empty), and its file or address."""

    caption: str = ""
    credit: str = ""
    file: str = ""


class Trait(StrEnum):
    """A single fact about the publication of an article."""

    TITLE = "title"
    DATE = "date"
    DATELINE = "dateline"
    PUBLISHER = "publisher"
    AGENCY = "agency"
    AUTHOR = "author"
    SOURCE_URL = "source_url"
    LANG = "lang"
    ORIGINAL_LANG = "original_lang"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Harvest:
    """A publication trait that reading found in a cut line or in a page's metadata; `value` is as written there."""

    trait: Trait
    value: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Article:
    """One file of `content/`, read and cleaned.

    `id` is the file's path under `content/` without its suffix; `file` the path to show in messages. A raw article
    (`raw=True`) is to be analyzed; a Markdown briefing is taken as written and its `text` is Markdown. `stated` is its
    front matter, `positions` where each of its values stands, `body_line` the line on which `text` begins.
    """

    id: str
    file: str
    raw: bool
    text: str
    stated: FrontMatter = field(default_factory=FrontMatter)
    positions: Mapping[Path, Position] = field(default_factory=dict)
    body_line: int = 1
    blocks: tuple[Block, ...] = ()
    removed: tuple[Removed, ...] = ()
    media: tuple[Media, ...] = ()
    harvest: tuple[Harvest, ...] = ()
