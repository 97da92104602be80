"""Peers that find an article's text, title, author, publisher and date: trafilatura, htmldate and dateparser."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

from benchmarks.libraries.peer import LANGUAGES, Finder, Given, Peer

PageReader = Callable[[str, str | None], dict[str, Any]]
"""Takes a page and its address, if that is known; returns what was found."""

_URL: Final = re.compile(r"https?://[!-~]+")


def as_page(raw: str) -> str:
    """Text as the plainest page that holds it: each line a paragraph, the first one title and heading.

    Neither trafilatura nor htmldate takes text without markup: both answer nothing.
    """
    first, *rest = [html.escape(line.strip()) for line in raw.splitlines() if line.strip()] or [""]
    body = "".join(f"<p>{line}</p>" for line in rest)
    return f"<html><head><title>{first}</title></head><body><article><h1>{first}</h1>{body}</article></body></html>"


def address_in(raw: str) -> str | None:
    """The first web address in a text: both tools read dates and sites from one."""
    found = _URL.search(raw)
    return found.group() if found else None


def as_fact(value: object) -> dict[str, str] | None:
    """A single fact in the form of `analyze --json`."""
    return {"value": str(value), "origin": "stated"} if value else None


def facts_in() -> PageReader:
    """Trafilatura's `bare_extraction` with metadata, as its guide shows; smallest sizes lowered for short texts.

    `favor_recall` and `favor_precision` gave the same on these pages.
    """
    trafilatura, settings = import_module("trafilatura"), import_module("trafilatura.settings")
    config = settings.use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")

    def find(page: str, url: str | None) -> dict[str, Any]:
        found = trafilatura.bare_extraction(page, url=url, with_metadata=True, include_comments=False, config=config)
        keys = {"title": "title", "date": "date", "author": "author", "publisher": "sitename"}
        facts = {key: as_fact(getattr(found, name, None)) for key, name in keys.items()}
        return {**facts, "text": f"{getattr(found, 'title', '')}\n{getattr(found, 'text', '')}"}

    return find


def find_date_in() -> PageReader:
    """Htmldate's `find_date` for the original date, extensive search on: its documentation's fullest form."""
    find_date = import_module("htmldate").find_date

    def find(page: str, url: str | None) -> dict[str, Any]:
        return {"date": as_fact(find_date(page, url=url, original_date=True, extensive_search=True))}

    return find


def _of_text(load: Callable[[], PageReader]) -> Callable[[], Finder]:
    """A reader of pages for text: it gets the plainest page, and the address that the text states."""

    def start() -> Finder:
        find = load()
        return lambda given: find(as_page(given.raw), address_in(given.raw))

    return start


def _dateparser() -> Finder:
    """The first whole date that `search_dates` finds: language told, day first where the language writes so.

    `REQUIRE_PARTS` keeps it from inventing a year: without, every "3 October" would get this year's. Strategy "ngram" is meant
    for noisy text (notes of dateparser 1.4.2); the default one found less in English and Japanese, a little more in Vietnamese.
    """
    search = import_module("dateparser.search").search_dates
    settings = {"REQUIRE_PARTS": ["year", "month", "day"], "PREFER_LOCALE_DATE_ORDER": True}

    def find(given: Given) -> dict[str, Any]:
        dates = search(given.raw, languages=[given.lang], settings=settings, strategy="ngram") or ()
        return {"date": as_fact(next((date.date().isoformat() for _, date in dates), None))}

    return find


PUBLICATION_PEERS: Final = (
    Peer(
        "trafilatura",
        ("title", "date", "author", "publisher", "paragraphs", "debris"),
        LANGUAGES,
        "pip install trafilatura lxml_html_clean",
        _of_text(facts_in),
    ),
    Peer("htmldate", ("date",), LANGUAGES, "pip install htmldate", _of_text(find_date_in)),
    Peer("dateparser", ("date",), LANGUAGES, "pip install dateparser", _dateparser),
)
"""What reads the facts of publication."""
