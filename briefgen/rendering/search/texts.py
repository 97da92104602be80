"""What of a briefing can be searched: the words that its page shows, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from briefgen.model.briefing import Briefing
from briefgen.model.frontmatter import FrontMatter
from briefgen.model.settings import SourceText
from briefgen.rendering.excerpts import paragraphs, shown
from briefgen.rendering.prose import render_inline

_TAG: Final = re.compile(r"<(/?)([a-z0-9]+)((?:[^>\"]|\"[^\"]*\")*)>")

_INLINE: Final = frozenset(
    {"a", "abbr", "b", "code", "del", "em", "i", "ins", "mark", "q", "s", "span", "strong", "sub", "u", "wbr"}
)
"""Elements that stand inside words; every other one parts them."""


def plain(html: str) -> str:
    """The text of sanitized HTML: links and emphasis leave no gap in a word, paragraphs and cells do."""
    return unescape(_TAG.sub(lambda tag: "" if tag[2] in _INLINE else "\n", html))


def plain_summary(briefing: Briefing) -> str:
    """The bottom line of a briefing without its Markdown."""
    return plain(render_inline(briefing.facts.summary, briefing.lang)) if briefing.facts.summary else ""


def published_words(briefing: Briefing, body_html: str, policy: SourceText) -> str:
    """Everything that the page of a briefing says beside title and summary; of its archived source what `policy` shows."""
    excerpt, _ = shown(paragraphs(briefing.source_text), policy)
    return "\n".join((plain(body_html), *_facts(briefing.facts), *excerpt))


def _facts(facts: FrontMatter) -> Iterator[str]:
    for person in facts.people:
        yield from (person.name, person.role, person.organization)
    for body in facts.organizations:
        yield from (body.name, body.acronym)
    yield from (agreement.name for agreement in facts.agreements)
    for event in facts.events:
        yield from (event.place, *event.people)
        for said in event.said:
            yield from (said.who, said.what)
    yield from (point.text for point in facts.key_points)
    for figure in facts.figures:
        yield from (figure.value, figure.what)
    for picture in facts.media:
        yield from (picture.caption, picture.credit)
    yield from (facts.source.publisher, facts.source.agency, facts.source.author)
