"""Views of the pages that list sources, changes, and terms."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.rendering.views.common import AgreementView, Card, CardList, Link


@dataclass(frozen=True, slots=True)
class PublisherRow:
    """A publisher: its name and page, languages, number of briefings, when last seen, and the rights that briefings note."""

    link: Link
    languages: str
    count: str
    newest: str
    newest_iso: str
    rights: str


@dataclass(frozen=True, slots=True)
class PublisherView:
    """The page of a publisher."""

    row: PublisherRow
    cards: CardList


@dataclass(frozen=True, slots=True)
class ChangeDay:
    """What the reports of a day (or month, year) brought: briefings, agreements that moved, names met for the first time."""

    date: str
    date_iso: str
    cards: tuple[Card, ...]
    moved: tuple[AgreementView, ...]
    first: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GlossaryRow:
    """A term, with its page, and its `names` in the other languages of the site (empty where it has none)."""

    link: Link
    names: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GlossaryGroup:
    """The terms of a kind."""

    title: str
    anchor: str
    rows: tuple[GlossaryRow, ...]
