"""Which pages there are: one module a family of pages, each giving addresses and what makes the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from briefgen.rendering.edition import Edition
from briefgen.rendering.page import Plan
from briefgen.rendering.pages import (
    agreements,
    briefing,
    changes,
    countries,
    data,
    glossary,
    home,
    matrix,
    not_found,
    organizations,
    pairs,
    people,
    search,
    sources,
    texts,
    timeline,
    topics,
    world_map,
)

PAGES: Final[tuple[Callable[[Edition], Iterator[Plan]], ...]] = (
    home.pages,
    briefing.pages,
    countries.pages,
    pairs.pages,
    topics.pages,
    timeline.pages,
    world_map.pages,
    matrix.pages,
    agreements.pages,
    people.pages,
    organizations.pages,
    sources.pages,
    changes.pages,
    glossary.pages,
    search.pages,
    data.pages,
    texts.pages,
    not_found.pages,
)
"""Every kind of page; adding one begins with a module here."""


def pages_of(edition: Edition) -> Iterator[Plan]:
    """Every page of an edition."""
    for kind in PAGES:
        yield from kind(edition)
