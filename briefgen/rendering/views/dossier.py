"""Views of the pages of countries, of pairs of countries and of topics."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.rendering.views.common import Bar, Card, CardList, ClaimGroup, Link, OccasionList, Row, StageGroup
from briefgen.rendering.views.map import LocatorView


@dataclass(frozen=True, slots=True)
class TrendView:
    """How many dated events there were in a year and in the year before: counted, not judged.

    `direction` is "more", "same" or "less"; `sentence` says both numbers, `undated` how many events could not be counted.
    """

    direction: str
    sentence: str
    undated: str


@dataclass(frozen=True, slots=True)
class SideView:
    """The people of one country who acted: each a link with the office held last, as briefings show it."""

    country: Link
    people: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CountryView:
    """The dossier of a country."""

    name: str
    other_names: tuple[Link, ...]
    numbers: tuple[Row, ...]
    trend: TrendView | None
    claims: tuple[ClaimGroup, ...]
    cards: tuple[Card, ...]
    occasions: OccasionList
    agreements: tuple[StageGroup, ...]
    sides: tuple[SideView, ...]
    organizations: tuple[Link, ...]
    topics: tuple[Bar, ...]
    partners: tuple[Bar, ...]
    mentions: CardList
    sources: tuple[Bar, ...]
    newest_source: str
    locator: LocatorView | None


@dataclass(frozen=True, slots=True)
class PairView:
    """Two countries that met."""

    countries: tuple[Link, Link]
    numbers: tuple[Row, ...]
    trend: TrendView | None
    cards: tuple[Card, ...]
    occasions: OccasionList
    agreements: tuple[StageGroup, ...]
    sides: tuple[SideView, ...]
    topics: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of counts: a link at the head of each column and row, and a number or nothing in each cell."""

    columns: tuple[Link, ...]
    rows: tuple[tuple[Link, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """What a topic is called in a language: the language's name in itself, its tag if it is not the page's, and the words."""

    language: str
    lang: str
    words: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """The page of a topic."""

    name: str
    other_names: tuple[Link, ...]
    definition: str
    bottom_line: str
    bottom_line_lang: str
    as_of: str
    count: str
    newest: str
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    adjacent: tuple[Bar, ...]
    countries: tuple[Bar, ...]
    table: TableView | None
    agreements: tuple[StageGroup, ...]
    cards: CardList
    terms: tuple[TermView, ...]
