"""What a site holds already: its articles by web address and by text, and the names that are taken.

A site may hold tens of thousands of briefings. So of each only what is needed is read, one after the other, and only
hashes and names are kept.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from briefgen.importing.identity import Identity
from briefgen.model.vocabulary import Vocabulary
from briefgen.reading import MAX_BYTES, READERS, SOURCES, read_article
from briefgen.urls import slugify
from briefgen.yamldoc import parse

_RESERVED: Final = {"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that a list page has, or that Windows does not allow."""

_SOURCE: Final = re.compile(r"^source:.*\n(?:(?:[ \t].*)?\n)*", re.MULTILINE)
"""The entry `source` of a front matter with the indented lines below it: it alone is read, which is quick."""


class Holdings:
    """The articles and names of a site; grows with each import."""

    def __init__(self) -> None:
        """Begin with an empty site."""
        self._by_address: dict[str, str] = {}
        self._by_text: dict[bytes, str] = {}
        self._names: set[str] = set(_RESERVED)
        self._orphans: dict[str, Path] = {}

    def find(self, identity: Identity) -> str:
        """The file that holds the article of one of these addresses or this text; an empty text when none does."""
        files = (self._by_address.get(address, "") for address in identity.addresses)
        return next(filter(None, files), "") or self._by_text.get(identity.fingerprint, "")

    def free_name(self, name: str, archived: str = "") -> str:
        """`name`, or `name` with the first number from 2 that makes it free.

        A name under which only an archive of exactly the text `archived` stands is free: an import was killed after it had
        written that, and now gets its briefing.
        """
        number, candidate = 1, name
        while candidate in self._names and not self._is_left_over(candidate, archived):
            number += 1
            candidate = f"{name}-{number}"
        return candidate

    def add(self, file: str, name: str, identity: Identity) -> None:
        """Take note of an article: its file, its name in addresses, and what tells it from others."""
        self.take(name)
        for address in identity.addresses:
            self._by_address.setdefault(address, file)
        if identity.fingerprint:
            self._by_text.setdefault(identity.fingerprint, file)

    def take(self, name: str) -> None:
        """Take note of a name that is no longer free."""
        self._names.add(name.casefold())
        self._orphans.pop(name, None)

    def take_orphan(self, archive: Path) -> None:
        """Take note of an archived text that no briefing names, unless its name is taken by something else."""
        if archive.stem.casefold() not in self._names:
            self.take(archive.stem)
            self._orphans[archive.stem] = archive

    def _is_left_over(self, name: str, archived: str) -> bool:
        orphan = self._orphans.get(name)
        try:
            return orphan is not None and orphan.read_bytes() == archived.encode()
        except OSError:
            return False


def holdings_of(content: Path, vocabulary: Vocabulary) -> Holdings:
    """What the articles of a site, its archived sources and its files hold; what cannot be read holds nothing."""
    holdings = Holdings()
    quoted: set[str] = set()
    for path in _files(content):
        if path.suffix.lower() == ".md":
            held = _held(path, content)
            quoted.add(held.archive)
            identity = held.identity
        else:
            relative = path.relative_to(content).as_posix()
            article, _ = read_article(path, relative, relative, vocabulary)
            identity = Identity.of_article(article) if article else Identity()
        holdings.add(f"{content.name}/{path.relative_to(content).as_posix()}", slugify(path.stem), identity)
    for path in _children(content):
        holdings.take(path.stem)
    for path in _children(content / SOURCES):
        if f"{SOURCES}/{path.name}" in quoted:
            holdings.take(path.stem)
        else:
            holdings.take_orphan(path)
    return holdings


@dataclass(frozen=True, slots=True)
class _Held:
    """What the site knows of one briefing: its identity, and its archive's path under `content/` (or none)."""

    identity: Identity
    archive: str


def _held(path: Path, content: Path) -> _Held:
    source = _source_of(_text(path))
    archive = str(source.get("file") or "")
    text = _text(content / archive) if archive else ""
    return _Held(Identity.of([str(source.get("url") or "")], text), archive)


def _source_of(text: str) -> Mapping[str, object]:
    """What a briefing states as its `source`; nothing if that is written in a way that only a full reading understands."""
    front = re.match(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", text, re.DOTALL | re.MULTILINE)
    entry = _SOURCE.search(front[1]) if front else None
    data = parse(entry[0], "").data if entry else None
    source = data.get("source") if isinstance(data, dict) else None
    return source if isinstance(source, dict) else {}


def _files(content: Path) -> Iterator[Path]:
    """The articles of a site in the order of their paths: not what is archived, hidden, or set apart by `_`."""
    found: list[Path] = []
    for parent, folders, names in os.walk(content):
        top = Path(parent) == content
        folders[:] = [name for name in folders if not name.startswith((".", "_")) and not (top and name == SOURCES)]
        readable = (name for name in names if Path(name).suffix.lower() in READERS)
        found += (Path(parent, name) for name in readable if not name.startswith((".", "_")))
    yield from sorted(found)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES).decode("utf-8-sig", "replace").replace("\r\n", "\n")
    except OSError:
        return ""


def _children(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.iterdir())) if folder.is_dir() else ()
