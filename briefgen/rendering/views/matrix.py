"""The view of the table of countries and topics."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.rendering.views.common import Link, ShadeClass


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How many briefings are about a country and a topic, and where to read them; `count` is empty where there are none."""

    href: str
    label: str
    count: str
    shade: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A country, its cells in the order of the topics, and its number of briefings."""

    country: Link
    cells: tuple[MatrixCell, ...]
    total: str


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The table; what it has no room for is named in `more_countries` and `more_topics`, each headed by how many they are."""

    topics: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    legend: tuple[ShadeClass, ...]
    more_countries: tuple[Link, ...]
    more_countries_count: str
    more_topics: tuple[Link, ...]
    more_topics_count: str
