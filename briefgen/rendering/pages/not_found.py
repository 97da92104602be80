"""The page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefgen.rendering.edition import Edition
from briefgen.rendering.page import Page, Plan
from briefgen.urls import NOT_FOUND

LATEST: Final = 5
"""Briefings offered to a reader who got lost."""


def pages(_: Edition) -> Iterator[Plan]:
    """The page that hosts show for an unknown address."""
    yield Plan(NOT_FOUND, _page)


def _page(edition: Edition) -> Page:
    latest = edition.cards(list(edition.site.briefings)[:LATEST], NOT_FOUND)
    return Page(NOT_FOUND, "404.html", edition.localizer.text("Page not found"), {"cards": latest}, listed=False)
