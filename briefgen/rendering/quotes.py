"""The words behind facts, and where they stand in the source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from briefgen.model.article import Role
from briefgen.model.briefing import Briefing
from briefgen.rendering.edition import Edition
from briefgen.rendering.excerpts import paragraphs, shown
from briefgen.rendering.views.common import Quote
from briefgen.text import as_quoted

_KEPT = 64
"""Briefings whose paragraphs are kept ready: the facts of one are shown together, and then in the next language."""


_HEADINGS = (Role.HEADLINE, Role.SUBHEADING)


@dataclass(frozen=True, slots=True)
class _Source:
    """The text that a briefing quotes, as quotes are compared: its paragraphs, and how many of them the page shows."""

    paragraphs: tuple[str, ...]
    shown: int
    is_archived: bool


def quote(edition: Edition, briefing: Briefing, words: str, page: str = "") -> Quote | None:
    """The words behind a fact of a briefing, None where there are none; `page` is that of the briefing unless this is it."""
    if not words:
        return None
    source = _source(briefing, edition.site.settings.source_text)
    wanted = as_quoted(words)
    place = next((number for number, text in enumerate(source.paragraphs, 1) if wanted in text), 0)
    where, href = "", ""
    if place:
        say, there = edition.localizer, edition.briefing_link(briefing.id, page).href if page else ""
        number = say.number(place)
        if source.is_archived:
            where, anchor = say.text("paragraph {n} of the archived source", n=number), f"#b-source-{place}"
        else:
            where, anchor = say.text("paragraph {n} of the text", n=number), f"#b-p-{place}"
        href = f"{there}{anchor}" if place <= source.shown else ""
    return Quote(words, edition.quote_lang(briefing), where, href)


@lru_cache(maxsize=_KEPT)
def _source_of(text: str, policy: str) -> _Source:
    found = paragraphs(text)
    return _Source(tuple(map(as_quoted, found)), len(shown(found, policy)[0]), is_archived=True)


def _source(briefing: Briefing, policy: str) -> _Source:
    """The archived source of a briefing, else the text of a raw article; a written one without a source quotes nothing."""
    if briefing.source_text:
        return _source_of(briefing.source_text, policy)
    text, blocks = briefing.body.text, briefing.body.blocks
    told = tuple(as_quoted(text[block.start : block.end]) for block in blocks if block.role not in _HEADINGS)
    return _Source(told, len(told), is_archived=False)
