"""What makes two articles the same one: an address on the web in common, or the text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from briefgen.model.article import Article, Trait
from briefgen.text import fold

_TRACKING: Final = ("utm_", "fbclid", "gclid")
"""How the names of parameters begin that say where a reader came from, not what is read."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The addresses of an article, each as all its spellings have it, and the hash of its letters (empty without a text)."""

    addresses: tuple[str, ...] = ()
    fingerprint: bytes = b""

    @classmethod
    def of(cls, urls: Iterable[str], text: str) -> Identity:
        """The identity of the article at some `urls` (empty and broken ones count for nothing) with a `text` (or none)."""
        addresses = dict.fromkeys(filter(None, map(_canonical, urls)))
        return cls(tuple(addresses), _fingerprint(text) if text.strip() else b"")

    @classmethod
    def of_article(cls, article: Article) -> Identity:
        """The identity of a raw article: its text, and every address that it states or that reading harvested."""
        return cls.of(_urls(article), article.text)


def _urls(article: Article) -> Iterator[str]:
    yield article.stated.source.url
    yield from (item.value for item in article.harvest if item.trait is Trait.SOURCE_URL)


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
