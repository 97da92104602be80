"""The ways of building that are measured: what is done to a site before, and what its pages must show afterwards."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from benchmarks.corpus import TOPICS, Made
from benchmarks.peers.peer import Site, clear


@dataclass(frozen=True, slots=True)
class Scenario:
    """A column of the table: `prepare` and `shows` get the site, its briefings and the number of the run."""

    name: str
    prepare: Callable[[Site, Sequence[Made], int], None]
    shows: Callable[[Site, Sequence[Made], int], bool]


def _cold(site: Site, _items: Sequence[Made], _run: int) -> None:
    clear(site)


def _without_output(site: Site, _items: Sequence[Made], _run: int) -> None:
    """As in a CI run that kept the caches: every page must be written again."""
    shutil.rmtree(site.output)


def _unchanged(_site: Site, _items: Sequence[Made], _run: int) -> None:
    """Nothing is done."""


def _edit_body(site: Site, items: Sequence[Made], run: int) -> None:
    edited = replace(items[0], body=f"{items[0].body}\nEdit number {run}.\n")
    site.source(edited).write_text(site.peer.text(edited), encoding="utf-8")


def _edit_topic(site: Site, items: Sequence[Made], run: int) -> None:
    edited = _moved(items[1], run)
    site.source(edited).write_text(site.peer.text(edited), encoding="utf-8")


def _edit_template(site: Site, _items: Sequence[Made], run: int) -> None:
    path = site.folder / site.peer.template
    path.write_text(re.sub(r"edition \d+", f"edition {run + 1}", path.read_text(encoding="utf-8")), encoding="utf-8")


def _stands(site: Site, items: Sequence[Made], _run: int) -> bool:
    return all(site.page(item).exists() for item in _sample(items))


def _shows_body(site: Site, items: Sequence[Made], run: int) -> bool:
    return f"Edit number {run}." in _read(site.page(items[0]))


def _shows_topic(site: Site, items: Sequence[Made], run: int) -> bool:
    """The page of the new topic lists the briefing, that of the old one no longer does; the briefing names the new one."""
    edited = _moved(items[1], run)
    old, new = items[1].topics[0], edited.topics[0]
    return (
        edited.name in _read(site.term(f"topics/{new}"))
        and edited.name not in _read(site.term(f"topics/{old}"))
        and f"topics/{new}" in _read(site.page(edited))
    )


def _shows_template(site: Site, items: Sequence[Made], run: int) -> bool:
    return all(f"edition {run + 1}<" in _read(site.page(item)) for item in _sample(items))


def _moved(item: Made, run: int) -> Made:
    """A briefing with another first topic, a different one in each run."""
    others = [topic for topic in TOPICS if topic not in item.topics]
    return replace(item, topics=(others[run % len(others)], *item.topics[1:]))


def _sample(items: Sequence[Made]) -> tuple[Made, ...]:
    return (items[0], items[len(items) // 2], items[-1])


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


COLD: Final = Scenario("cold", _cold, _stands)
SCENARIOS: Final = (
    COLD,
    Scenario("output gone", _without_output, _stands),
    Scenario("nothing changed", _unchanged, _stands),
    Scenario("a body", _edit_body, _shows_body),
    Scenario("a topic", _edit_topic, _shows_topic),
    Scenario("a template", _edit_template, _shows_template),
)
"""In the order in which they are run, each on what the one before left."""
