"""The page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefgen.rendering.edition import Edition
from briefgen.rendering.page import Page
from briefgen.urls import NOT_FOUND

LATEST: Final = 5
"""Briefings offered to a reader who got lost."""


def pages(edition: Edition) -> Iterator[Page]:
    """The page that hosts show for an unknown address."""
    latest = edition.cards(list(edition.site.briefings)[:LATEST], NOT_FOUND)
    yield Page(NOT_FOUND, "404.html", edition.localizer.text("Page not found"), {"cards": latest}, listed=False)
