"""What a reviewer should look at before a draft is published: facts that are derived, incomplete, uncertain or missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from briefgen.errors import Problem
from briefgen.importing.quoting import lost_quotes
from briefgen.model.article import Path
from briefgen.model.briefing import Briefing
from briefgen.model.finding import Findings
from briefgen.model.frontmatter import FrontMatter

Checks = Mapping[Path, tuple[str, ...]]
"""Remarks by the place of the fact they are about: `("title",)`, `("agreements", 0)`; `()` for the whole file."""

_KEY: Final = re.compile(r"state `(\w+)`")
"""How the hint of a problem of analysis names the key that would settle it."""


def checks_of(briefing: Briefing, written: FrontMatter, findings: Findings) -> Checks:
    """Every remark about a draft; the facts of the briefing are those before import completed them to what is `written`."""
    found = briefing.facts
    derived = frozenset(path for path, provenance in briefing.provenance.items() if provenance.origin == "derived")
    checks: dict[Path, tuple[str, ...]] = {}
    told = (
        *_of_findings(findings),
        *_of_facts(found, written, derived),
        *_of_quotes(found, written),
        *_of_agreements(written),
        *_of_events(written),
    )
    for path, remark in told:
        checks[path] = (*checks.get(path, ()), remark)
    return checks


Told = Iterator[tuple[Path, str]]


def _of_findings(findings: Findings) -> Told:
    for problem in findings.problems:
        yield _place(problem), problem.what


def _place(problem: Problem) -> Path:
    key = _KEY.search(problem.hint)
    return (key[1],) if key else ()


def _of_facts(found: FrontMatter, written: FrontMatter, derived: frozenset[Path]) -> Told:
    if not written.summary:
        yield ("summary",), "a summary is missing: the bottom line in one to three sentences"
    elif ("summary",) in derived:
        yield ("summary",), "sentences of the article; make them the bottom line in your own words"
    if ("type",) in derived:
        yield ("type",), "taken from the most telling event"
    yield ("source",), "everything rests on one source; look for another report of the same news"
    if found.source.url and not written.source.url:
        yield ("source",), f"`{found.source.url}` is no complete web address"
    if any(media.file and "://" not in media.file for media in found.media):
        yield ("media",), "the pictures were not imported; put them under content/ and name them as `file`"


def _of_quotes(found: FrontMatter, written: FrontMatter) -> Told:
    for path, quote in lost_quotes(found, written):
        yield path, f"the stated quote “{quote}” is not in the source"


def _of_agreements(written: FrontMatter) -> Told:
    for place, agreement in enumerate(written.agreements):
        missing = [name for name in ("kind", "status", "parties") if not getattr(agreement, name)]
        if missing:
            yield ("agreements", place), f"not found: {', '.join(missing)}"


def _of_events(written: FrontMatter) -> Told:
    for place, event in enumerate(written.events):
        missing = [name for name in ("date", "place", "countries") if not getattr(event, name)]
        if missing:
            yield ("events", place), f"not found: {', '.join(missing)}"
