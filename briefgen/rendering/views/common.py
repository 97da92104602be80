"""Views that many pages share: links, rows, bars, cards and agreements."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its text; `count` is the number of briefings behind it (0: not shown)."""

    href: str
    text: str
    lang: str = ""
    count: int = 0
    current: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of the source behind a fact: in which language (if not the page's), where they stand, and a way there."""

    text: str
    lang: str
    where: str
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its value in the description of a source; `href` makes the value a link."""

    label: str
    value: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The links of one letter of an alphabetical list."""

    letter: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a bar table: a link, its count and the share of the largest count, in percent."""

    link: Link
    count: str
    percent: int


@dataclass(frozen=True, slots=True)
class Card:
    """A briefing in a list: `summary_html` is its bottom line, `kind` its type in words, `sections` lead to single events."""

    href: str
    title_html: Markup
    lang: str
    date: str
    date_iso: str
    year: str
    kind: str
    summary_html: Markup
    countries: tuple[Link, ...]
    topics: tuple[Link, ...]
    is_raw: bool
    reason: str = ""
    sections: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An instrument and where it stands: `stage` from 1 (proposed) to 8 (ended), 0 not stated; `is_raw`: by machines only."""

    link: Link
    kind: str
    status: str
    stage: int
    parties: tuple[Link, ...]
    date: str
    date_iso: str
    quote: Quote | None = None
    is_raw: bool = False


@dataclass(frozen=True, slots=True)
class OccasionRow:
    """Something that happened, as a line: `href` leads to its section of the briefing called `title_html`.

    `keys` are what a timeline is filtered by, divided by spaces ("year-2025 kind-visit lang-en country-AT topic-extradition").
    """

    href: str
    title_html: Markup
    lang: str
    kind: str
    date: str
    date_iso: str
    year: str
    place: str
    countries: tuple[Link, ...]
    people: tuple[Link, ...]
    is_raw: bool
    keys: str


@dataclass(frozen=True, slots=True)
class StageGroup:
    """The agreements at one stage: its number, in words, and the agreements."""

    stage: int
    title: str
    agreements: tuple[AgreementView, ...]


@dataclass(frozen=True, slots=True)
class CardList:
    """Briefings of a page, the newest first; `more` says how many did not fit and leads to all (None: these are all)."""

    cards: tuple[Card, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class OccasionList:
    """What happened, the newest first; `more` says how much did not fit and leads to all (None: this is all)."""

    rows: tuple[OccasionRow, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class ClaimValue:
    """A value as a source reports it, and where."""

    value: str
    source: Link
    date: str


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """What sources report of something; `differs` when they do not agree."""

    what: str
    values: tuple[ClaimValue, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class ShadeClass:
    """A shade of a map or table, 0 for nothing, and the counts that it stands for."""

    shade: int
    label: str
