"""What a site holds already: its articles by web address and by text, and the names that are taken."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from posixpath import basename
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from briefgen.model.article import Article, Trait
from briefgen.reading import Reading
from briefgen.text import fold
from briefgen.urls import slugify

_TRACKING: Final = ("utm_", "fbclid", "gclid")
"""How the names of parameters begin that say where a reader came from, not what is read."""

_RESERVED: Final = {"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that a list page has, or that Windows does not allow."""


class Holdings:
    """The articles and names of a site; grows with each import."""

    def __init__(self) -> None:
        """Begin with an empty site."""
        self._by_url: dict[str, str] = {}
        self._by_text: dict[bytes, str] = {}
        self._names: set[str] = set(_RESERVED)

    def find(self, url: str, text: str) -> str:
        """The file that holds the article of this address or this text; an empty text when none does."""
        return self._by_url.get(_canonical(url), "") or self._by_text.get(_fingerprint(text), "")

    def free_name(self, name: str) -> str:
        """`name`, or `name` with the first number from 2 that makes it free."""
        if name not in self._names:
            return name
        number = 2
        while f"{name}-{number}" in self._names:
            number += 1
        return f"{name}-{number}"

    def add(self, file: str, name: str, url: str, text: str) -> None:
        """Take note of an article: its file, its name in addresses, its address on the web and its text (or empty ones)."""
        self.take(name)
        if _canonical(url):
            self._by_url.setdefault(_canonical(url), file)
        if text.strip():
            self._by_text.setdefault(_fingerprint(text), file)

    def take(self, name: str) -> None:
        """Take note of a name that is no longer free."""
        self._names.add(name.casefold())


def holdings_of(reading: Reading, content: Path) -> Holdings:
    """What the articles of a site, its archived sources and its files hold."""
    holdings = Holdings()
    for article in reading.articles:
        text = article.text if article.raw else reading.sources.get(article.stated.source.file, "")
        for url in (*_urls(article), ""):
            holdings.add(article.file, slugify(basename(article.id)), url, text)
    for path in (*_children(content), *_children(content / "sources")):
        holdings.take(path.stem)
    return holdings


def _urls(article: Article) -> Iterator[str]:
    yield article.stated.source.url
    yield from (item.value for item in article.harvest if item.trait is Trait.SOURCE_URL)


def _children(folder: Path) -> tuple[Path, ...]:
    return tuple(folder.iterdir()) if folder.is_dir() else ()


def _canonical(url: str) -> str:
    """What two addresses of one article have in common; an empty text for none and for the front page of a site."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query) if not key.startswith(_TRACKING)])
    path = parts.path.rstrip("/")
    return f"{host}{path}?{query}" if host and (path or query) else ""


def _fingerprint(text: str) -> bytes:
    """The hash of a text's letters: layout, case and punctuation do not make another article."""
    return hashlib.blake2b(fold(text).encode(), digest_size=16).digest()
