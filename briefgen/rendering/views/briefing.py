"""Views of a briefing's page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from briefgen.rendering.views.common import AgreementView, Card, Link, Row


@dataclass(frozen=True, slots=True)
class Fact:
    """A short text with the words of the source behind it (`quote` may be empty)."""

    text: str
    quote: str = ""
    quote_lang: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as acting in the briefing, with the office held then."""

    link: Link
    role: str
    role_lang: str
    organization: Link | None
    country: Link | None
    quote: str
    quote_lang: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """Who did what with words; `act` in words, `act_key` for styles."""

    who: str
    act: str
    act_key: str
    what: str
    quote: str
    quote_lang: str


@dataclass(frozen=True, slots=True)
class EventView:
    """Something that happened, with what was said."""

    kind: str
    date: str
    date_iso: str
    place: str
    countries: tuple[Link, ...]
    people: str
    said: tuple[StatementView, ...]
    quote: str
    quote_lang: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number as written and what it counts."""

    value: str
    what: str
    quote: str
    quote_lang: str


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
    """Where the news was reported, what was quoted of it, what cleaning cut and how facts were found."""

    publisher: str
    rows: tuple[Row, ...]
    excerpt: tuple[str, ...]
    excerpt_is_full: bool
    lang: str
    machine_translated: bool
    removed: tuple[Row, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class BriefingView:
    """A whole briefing page."""

    card: Card
    lang: str
    notices: tuple[str, ...]
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
