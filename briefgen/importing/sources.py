"""What the command line names, as the places of single sources, and their bytes."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from briefgen.errors import BriefgenError, Problem
from briefgen.importing.fetching import FetchError, Robots, fetch
from briefgen.model.article import Harvest

STDIN: Final = "-"
"""The name of standard input on the command line."""

FEED: Final = ".rss"
"""The suffix of RSS and Atom, whatever the file is called."""

SUFFIXES: Final = (".txt", ".html", ".htm", ".md", ".docx", ".pdf", ".eml", ".mhtml", ".mht", FEED, ".atom")
"""Suffixes that import reads; in a folder, files with others are passed over."""

MAX_BYTES: Final = 50_000_000
"""Larger sources are not read: a press kit with its pictures has about ten million bytes."""

_MAGIC: Final = (
    (b"%PDF-", ".pdf"),
    (b"PK\x03\x04", ".docx"),
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
    (b"<?xml", ".html"),
    (b"from: <saved by ", ".mhtml"),
)
"""How a source begins that has no name to tell its kind by; the mail that Chromium and Firefox make of a page begins so."""

_HEAD: Final = 4000
"""Bytes in which a feed shows what it is; comments may stand before it."""

_FEED_ROOT: Final = re.compile(
    rb"(?>\s|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+<(?:[\w.-]+:)?(?:rss|feed|RDF)[\s>]",
    re.DOTALL | re.IGNORECASE,
)
"""The first element of RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom, behind what XML allows before it."""

_TYPES: Final = {"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt"}
"""Suffixes of the media types that servers name; others are told by how they begin."""


class NotImportable(BriefgenError):  # noqa: N818  says what the source is
    """A source from which nothing can be imported, with the problem that says why."""

    def __init__(self, file: str, what: str, hint: str = "") -> None:
        """Take the source as the user named it, the sentence and its hint."""
        self.problem = Problem(file, 0, 0, what, hint)
        super().__init__(str(self.problem))


@dataclass(frozen=True, slots=True)
class Place:
    """Where one source is: a file, a URL, or standard input (`-`), as `name` says."""

    name: str

    @property
    def is_url(self) -> bool:
        """Whether it is a web address."""
        return self.name.lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Terms:
    """How far import may go: to addresses of the own network, and behind the links of a feed that is a file."""

    allow_private: bool = False
    follow: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one source; `suffix` tells what they are.

    `url` is where they come from and `charset` the encoding that the server named, if that is known; `harvest` what its
    feed says of it.
    """

    name: str
    data: bytes
    suffix: str
    url: str = ""
    charset: str = ""
    harvest: tuple[Harvest, ...] = ()


def places_of(arguments: Sequence[str], own: Sequence[Path] = ()) -> tuple[Place, ...]:
    """The single sources that the arguments mean, in order: a folder stands for the readable files below it, by path.

    The `own` folders of the site below such a folder are passed over.
    """
    passed = {folder.resolve() for folder in own}
    return tuple(dict.fromkeys(place for argument in arguments for place in _places(argument, passed)))


def load(place: Place, content: Path, terms: Terms, robots: Robots) -> Source:
    """The bytes of a source; raises NotImportable when they cannot be had or are of the site itself.

    `robots` as in `fetched`.
    """
    if place.is_url:
        return fetched(place.name, terms, robots)
    if place.name == STDIN:
        return _sniffed("standard input", _limited("standard input", sys.stdin.buffer.read(MAX_BYTES + 1)))
    path = Path(place.name)
    if path.resolve().is_relative_to(content.resolve()):
        raise NotImportable(place.name, "it is in content/ already", "move it out of content/ to import it")
    try:
        if not path.is_file():
            raise NotImportable(place.name, "there is no such file")
        with path.open("rb") as file:
            data = _limited(place.name, file.read(MAX_BYTES + 1))
    except OSError as error:
        raise NotImportable(place.name, f"it cannot be read: {error.strerror}") from None
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        return _sniffed(place.name, data)
    return Source(place.name, data, FEED if suffix == ".atom" else suffix)


def fetched(url: str, terms: Terms, robots: Robots) -> Source:
    """The document behind a web address; `robots` are the rules of servers that were visited before, and grow.

    Raises NotImportable when it cannot be had.
    """
    try:
        found = fetch(url, allow_private=terms.allow_private, robots=robots)
    except FetchError as error:
        raise NotImportable(file="", what=str(error)) from None  # the sentence begins with the address
    sniffed = _sniffed(url, found.data).suffix
    suffix = sniffed if sniffed == FEED else _TYPES.get(found.content_type, sniffed)  # feeds come as anything
    return Source(url, found.data, suffix, found.url, found.charset)


def _places(argument: str, passed: set[Path]) -> Iterator[Place]:
    folder = Path(argument)
    if argument == STDIN or not folder.is_dir():
        yield Place(argument)
        return
    yield from (Place(str(path)) for path in sorted(_files(folder, passed)))


def _files(folder: Path, passed: set[Path]) -> Iterator[Path]:
    """The readable files below a folder; hidden folders and those to pass over are not entered."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and Path(parent, name).resolve() not in passed]
        yield from (Path(parent, name) for name in names if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES)


def _limited(name: str, data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise NotImportable(name, f"it has more than {MAX_BYTES // 1_000_000} MB", "import the article alone")
    return data


def _sniffed(name: str, data: bytes) -> Source:
    """A source whose bytes tell what they are; text is the last guess."""
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _FEED_ROOT.match(start.replace(b"\0", b"")):  # UTF-16 has zero bytes
        return Source(name, data, FEED)
    head = start[:200].lstrip()
    suffix = next((kind for magic, kind in _MAGIC if head.lower().startswith(magic.lower())), ".txt")
    return Source(name, data, suffix)
