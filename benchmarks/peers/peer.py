"""A site generator that is measured, and its site on disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.corpus import Made

SITES: Final = Path(__file__).parent / "sites"
"""What a user of each peer would write, without the briefings."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool, and all that differs between tools.

    `site` is its folder in `sites/`; `command` takes the folder of installed tools and returns the command of a build, or
    nothing if the tool is not there; `version` are arguments that make its program tell its version; `text` writes a briefing
    in its format; `source`, `page` and `term` are paths with a place for a name; `changes` are texts that take the
    place of files of the site; `note` is said in the table in any case.
    """

    name: str
    site: str
    command: Callable[[Path], tuple[str, ...] | None]
    version: tuple[str, ...]
    install: str
    text: Callable[[Made], str]
    source: str
    template: str
    output: str
    page: str = "briefings/{}/index.html"
    term: str = "{}/index.html"
    environment: Mapping[str, str] = field(default_factory=lambda: {"PYTHONPATH": "."})
    changes: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """A peer's site: its folder, its command, and the names of what lay in the folder before the first build."""

    peer: Peer
    folder: Path
    command: tuple[str, ...]
    written: frozenset[str]

    @property
    def output(self) -> Path:
        """The folder of pages."""
        return self.folder / self.peer.output

    def source(self, item: Made) -> Path:
        """The file of a briefing."""
        return self.folder / self.peer.source.format(item.name)

    def page(self, item: Made) -> Path:
        """The page of a briefing."""
        return self.output / self.peer.page.format(item.name)

    def term(self, key: str) -> Path:
        """The page of a term, as "topics/trade"."""
        return self.output / self.peer.term.format(key)


def installed(pattern: str, *arguments: str) -> Callable[[Path], tuple[str, ...] | None]:
    """The command whose program matches a pattern below the folder of tools."""

    def command(tools: Path) -> tuple[str, ...] | None:
        program = next(iter(sorted(tools.glob(pattern))), None)
        return (str(program), *arguments) if program else None

    return command


def write_site(peer: Peer, command: tuple[str, ...], items: Iterable[Made], folder: Path) -> Site:
    """Write a peer's site with its briefings into `folder`."""
    shutil.copytree(SITES / peer.site, folder)
    shutil.copy(SITES / "nearest.py", folder)
    for place, text in peer.changes.items():
        (folder / place).write_text(text, encoding="utf-8")
    site = Site(peer, folder, command, frozenset())
    for item in items:
        path = site.source(item)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(peer.text(item), encoding="utf-8")
    return Site(peer, folder, command, frozenset(path.name for path in folder.iterdir()))


def clear(site: Site) -> None:
    """Remove everything that builds have left, output and caches alike."""
    for path in site.folder.iterdir():
        if path.name not in site.written:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
