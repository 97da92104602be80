"""Which bodies an article names: ministries, agencies, courts, banks, firms, international organizations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from briefgen.analysis.document import Document
from briefgen.analysis.gazetteer import within
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.known_bodies import KnownBodies
from briefgen.analysis.letters import whole_words
from briefgen.analysis.organization_mention import OrganizationMention
from briefgen.analysis.organizations_joining import Body, join
from briefgen.model.article import Block, Role
from briefgen.model.evidence import Evidence
from briefgen.model.finding import Findings, RefFinding
from briefgen.model.frontmatter import OrganizationRef

_TITLES: Final = {Role.HEADLINE, Role.STANDFIRST, Role.SUBHEADING}
_EVIDENCE: Final = 6  # mentions kept, the first ones


def detect(document: Document, knowledge: Knowledge, found: Findings) -> Iterator[RefFinding[OrganizationRef]]:
    """The organizations of an article in reading order; headings join bodies of the text but make none."""
    del found  # bodies depend on nothing found before
    body, headed = _mentions(document, knowledge)
    known = knowledge.known_bodies(document.lang.partition("-")[0])
    every = [*body, *headed]
    for one in join((*every, *_by_acronym(document, every))):
        if any(mention not in headed or _stands_alone(document, mention) for mention in one.mentions):
            yield _finding(document, known, one)


def _stands_alone(document: Document, mention: OrganizationMention) -> bool:
    """Whether a name is a line of its own under the headline, as a firm's above its announcement."""
    lines = (block for block in document.blocks if block.role is not Role.HEADLINE)
    return any(block.start == mention.start and block.end == mention.end for block in lines)


def _mentions(document: Document, knowledge: Knowledge) -> tuple[list[OrganizationMention], list[OrganizationMention]]:
    """What names bodies in the text, and in its headings."""
    lang = document.lang.partition("-")[0]
    countries = knowledge.gazetteer.mentions(document.text, document.lang)
    finder, known = knowledge.organizations(lang), knowledge.known_bodies(lang)
    body: list[OrganizationMention] = []
    headed: list[OrganizationMention] = []
    for block in document.blocks or (Block(0, len(document.text), Role.PARAGRAPH),):
        inside = within(countries, block.start, block.end)
        read = list(finder.find(document.text, block.start, block.end, inside)) if finder else []
        read += known.find(document.text, block.start, block.end, inside)
        near = frozenset(mention.code for mention in inside)
        kept = (mention._replace(near=near) for mention in _longest(read, known))
        (headed if block.role in _TITLES else body).extend(kept)
    return body, headed


def _longest(mentions: Sequence[OrganizationMention], known: KnownBodies) -> Iterator[OrganizationMention]:
    """One mention a place: the longest of those that overlap; with the id of the body, if its whole name is known."""
    taken: list[OrganizationMention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, not m.country, not m.known, m.start)):
        if all(mention.end <= other.start or other.end <= mention.start for other in taken):
            taken.append(mention)
    for mention in taken:
        yield mention if mention.known else mention._replace(known=known.id_of(mention))


def _by_acronym(document: Document, mentions: Iterable[OrganizationMention]) -> Iterator[OrganizationMention]:
    """Where the acronym of a named body stands alone."""
    taken = [(mention.start, max(mention.end, mention.last)) for mention in mentions]
    for acronym in dict.fromkeys(mention.acronym for mention in mentions if mention.acronym):
        for first, last in whole_words(document.text, acronym):
            if all(last <= start or end <= first for start, end in taken):
                yield OrganizationMention(acronym, first, last, "organizations/acronym", acronym, acronym, last=last)


def _finding(document: Document, known: KnownBodies, body: Body) -> RefFinding[OrganizationRef]:
    main = body.main
    acronym = next((letters for letters in body.acronyms if letters != main.name), "")
    country = body.country or known.country_of(body.known)
    also = tuple(name for name in (*body.spellings, *body.acronyms) if name not in {main.name, acronym})
    mentions = [main, *(mention for mention in body.mentions if mention is not main)][:_EVIDENCE]
    evidence = tuple(_evidence(document, mention) for mention in mentions)
    return RefFinding(OrganizationRef(main.name, acronym, country), evidence, tuple(dict.fromkeys(also)))


def _evidence(document: Document, mention: OrganizationMention) -> Evidence:
    return document.quote(mention.start, max(mention.end, mention.last), mention.rule)
