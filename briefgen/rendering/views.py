"""What templates see: flat, read-only values, everything already in words of the page's language.

Every `*_html` value is safe HTML; every other text is escaped by the templates. `lang` is set where a text is in another
language than the page around it, empty otherwise. `docs/templates.md` lists each view and its values.
"""

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
class Frame:
    """What stands around every page: the site's names, navigation, languages and addresses."""

    site_title: str
    site_description: str
    lang: str
    page_lang: str
    title: str
    description: str
    style: str
    icon: str
    logo: str
    home: str
    sections: tuple[Link, ...]
    languages: tuple[Link, ...]
    canonical: str
    alternates: tuple[Link, ...]
    handling: str
    accent_style: str


@dataclass(frozen=True, slots=True)
class Card:
    """A briefing in a list: `summary_html` is its bottom line, `kind` its type in words."""

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


@dataclass(frozen=True, slots=True)
class Fact:
    """A short text with the words of the source behind it (`quote` may be empty)."""

    text: str
    quote: str = ""
    quote_lang: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as acting in the briefing."""

    name: str
    role: str
    organization: str
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
class AgreementView:
    """An instrument and where it stands; `stage` counts from 1 (proposed) to 8 (ended), 0 when not stated."""

    name: str
    kind: str
    status: str
    stage: int
    parties: tuple[Link, ...]
    date: str
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
class Row:
    """A label and its value in the description of a source; `href` makes the value a link."""

    label: str
    value: str
    href: str = ""


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
    organizations: tuple[str, ...]
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


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a bar table: a link, its count and the share of the largest count, in percent."""

    link: Link
    count: str
    percent: int


@dataclass(frozen=True, slots=True)
class EntryView:
    """A country's or topic's page."""

    name: str
    other_names: tuple[Link, ...]
    definition: str
    count: str
    newest: str
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    cards: tuple[Card, ...]
    mentions: tuple[Card, ...]
    beside: tuple[Bar, ...]
    beside_title: str
    partners: tuple[Bar, ...]
    agreements: tuple[tuple[AgreementView, Link], ...]


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The links of one letter of an alphabetical list."""

    letter: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page."""

    lead: Card | None
    cards: tuple[Card, ...]
    numbers: tuple[Row, ...]
    agreements: tuple[tuple[AgreementView, Link], ...]
    countries: tuple[LetterGroup, ...]
    topics: tuple[LetterGroup, ...]
    as_of: str
