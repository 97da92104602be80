"""Views of a briefing's page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from briefgen.rendering.views.common import AgreementView, Card, ClaimGroup, Link, OccasionRow, Quote, Row


@dataclass(frozen=True, slots=True)
class Fact:
    """A short text with the words of the source behind it."""

    text: str
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as acting in the briefing, with the office held then."""

    link: Link
    role: str
    role_lang: str
    organization: Link | None
    country: Link | None
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class StatementView:
    """Who did what with words; `act` in words, `act_key` for styles."""

    who: str
    act: str
    act_key: str
    what: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class EventView:
    """Something that happened, with what was said; `parties` tell one meeting from the others of a page."""

    kind: str
    parties: str
    date: str
    date_iso: str
    place: str
    countries: tuple[Link, ...]
    people: str
    said: tuple[StatementView, ...]
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number as written and what it counts."""

    value: str
    what: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture of the source: `src` where the site has it (else empty), caption and credit."""

    src: str
    caption: str
    credit: str
    lang: str


@dataclass(frozen=True, slots=True)
class Proof:
    """How a fact of a raw article was found: the fact, the quoted words and the rule."""

    fact: str
    quotes: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where the news was reported, what was quoted of it, what cleaning cut and how facts were found.

    `also` are briefings of the same day and countries by other publishers; `is_single` says that there is none.
    """

    publisher: str
    rows: tuple[Row, ...]
    excerpt: tuple[str, ...]
    excerpt_is_full: bool
    lang: str
    machine_translated: bool
    removed: tuple[Row, ...]
    proofs: tuple[Proof, ...]
    also: tuple[Link, ...]
    is_single: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must know before reading on, and where to go instead (may be none)."""

    text: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class GlanceView:
    """The meeting in a box: its parties, format, place, agreements as they stand now, and the next date."""

    parties: tuple[Fact, ...]
    links: tuple[Link, ...]
    format: str
    place: str
    agreements: tuple[AgreementView, ...]
    next_date: str


@dataclass(frozen=True, slots=True)
class BackgroundView:
    """What went before between two countries: a way to their page, facts with sources, and their earlier encounters."""

    pair: Link
    claims: tuple[ClaimGroup, ...]
    earlier: tuple[OccasionRow, ...]


@dataclass(frozen=True, slots=True)
class WatchRow:
    """What to watch: an announced date or an agreement that is not concluded."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class CitationView:
    """How to cite a briefing, in a format: its name and the text."""

    format: str
    text: str


@dataclass(frozen=True, slots=True)
class BriefingView:
    """A whole briefing page.

    `original` is the headline in the language of the text where a translation's stands above it; `mentioned` are countries
    named in passing; `data` is the address of the briefing as JSON, `linked_data` the briefing as JSON-LD.
    """

    card: Card
    lang: str
    original: Link | None
    reading_time: str
    glance: GlanceView
    background: tuple[BackgroundView, ...]
    watch: tuple[WatchRow, ...]
    citations: tuple[CitationView, ...]
    data: str
    contact: str
    notices: tuple[Notice, ...]
    mentioned: tuple[Link, ...]
    place: str
    key_points: tuple[Fact, ...]
    people: tuple[PersonView, ...]
    organizations: tuple[Link, ...]
    events: tuple[EventView, ...]
    agreements: tuple[AgreementView, ...]
    figures: tuple[FigureView, ...]
    pictures: tuple[PictureView, ...]
    body_html: Markup
    headings: tuple[Link, ...]
    source: SourceView
    translations: tuple[Link, ...]
    related: tuple[Card, ...]
    id: str
    linked_data: Markup
