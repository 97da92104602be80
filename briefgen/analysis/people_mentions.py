"""Every place of a document that names a person, read once for all detectors that ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, cast

from briefgen.analysis.document import Document
from briefgen.analysis.gazetteer import within
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.person_mention import PersonMention
from briefgen.model.article import Block, Role

Mentions = tuple[tuple[PersonMention, ...], tuple[PersonMention, ...]]
"""The mentions in the text, and those in its headings."""

_TITLES: Final = {Role.HEADLINE, Role.STANDFIRST, Role.SUBHEADING}


def mentions_in(document: Document, knowledge: Knowledge) -> Mentions:
    """What names people in the text of a document, and what in its headings.

    Those of the latest document are kept: the detectors of countries and of people read the same article.
    """
    latest = knowledge.latest_people
    if not latest or latest[0] is not document:
        latest[:] = [document, _read(document, knowledge)]
    return cast("Mentions", latest[1])


def _read(document: Document, knowledge: Knowledge) -> Mentions:
    lang = document.lang.partition("-")[0]
    countries = knowledge.gazetteer.mentions(document.text, document.lang)
    finder = knowledge.people(lang)
    body: list[PersonMention] = []
    headed: list[PersonMention] = []
    for block in document.blocks or (Block(0, len(document.text), Role.PARAGRAPH),):
        inside = within(countries, block.start, block.end)
        read = list(finder.find(document.text, block.start, block.end, inside)) if finder else []
        read += _known(document, knowledge, block)
        (headed if block.role in _TITLES else body).extend(_best(read))
    return tuple(body), tuple(headed)


def _known(document: Document, knowledge: Knowledge, block: Block) -> Iterator[PersonMention]:
    """The vocabulary's people, wherever their full names stand."""
    text = document.text[block.start : block.end]
    for hit in knowledge.known_people(document.lang.partition("-")[0]).find(text):
        start, end = block.start + hit.start, block.start + hit.end
        name = document.text[start:end]
        yield PersonMention(name, start, end, start, end, "people/vocabulary")


def _best(mentions: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """One mention a place: of those that overlap the one with the most telling role, then the longer name."""
    taken: list[PersonMention] = []
    for mention in sorted(mentions, key=lambda m: (-m.rank, -len(m.role), m.start - m.end, m.start)):
        if all(mention.end <= other.start or other.end <= mention.start for other in taken):
            taken.append(mention)
    yield from taken
