"""Who acts in an article: people with the role held in it, their country and organization."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.letters import whole_words
from briefgen.analysis.people_bodies import beside, country_named_in, ministry_of
from briefgen.analysis.people_countries import Holder, Settings
from briefgen.analysis.people_joining import Identity, join, name_parts
from briefgen.analysis.people_mentions import mentions_in
from briefgen.analysis.person_mention import PersonMention
from briefgen.model.evidence import Evidence
from briefgen.model.finding import Findings, RefFinding
from briefgen.model.frontmatter import OrganizationRef, PersonRef

_SHORTEST: Final = 3  # letters of a name part that is looked for alone ("Hùng"); shorter ones are words of their own
_MORE: Final = 12  # later mentions kept as evidence; a reader needs no more, and detectors of statements need these


def detect(document: Document, knowledge: Knowledge, found: Findings) -> Iterator[RefFinding[PersonRef]]:
    """The people of an article in reading order.

    Names in headings join people of the text but make none: words of headings begin with capitals for no reason.
    """
    mentions, headed = mentions_in(document, knowledge)
    known = tuple(
        frozenset(map(name_parts, (*person.names.values(), *person.aliases))) for person in knowledge.vocabulary.people.values()
    )
    people = [person for person in join((*mentions, *headed), known) if any(m not in headed for m in person.mentions)]
    held = [_held(document, knowledge, found, person) for person in people]
    countries = Settings(document, knowledge, found).countries_of(held)
    for person, holder, country in zip(people, held, countries, strict=True):
        yield _finding(document, person, holder, country)


def _held(document: Document, knowledge: Knowledge, found: Findings, person: Identity) -> Holder:
    """A person with the role, the country and the body that the words beside the name say."""
    titled = max(person.mentions, key=lambda m: (m.timed, m.rank, len(m.role), -m.start))
    country = next((m.country for m in person.mentions if m.country and (m.role or not titled.role)), "")
    organization = titled.organization
    body = beside(document.text, found.refs(OrganizationRef), person.mentions, organization)
    if body:
        mentions = knowledge.gazetteer.mentions(document.text, document.lang)
        organization, country = body.value.name, country or country_named_in(body, mentions)
    organization = organization or next((m.organization for m in person.mentions if m.organization), "")
    ministry = ministry_of(document, found.refs(OrganizationRef), titled, country) if titled.role else None
    if ministry:
        organization, country = organization or ministry.name, country or ministry.country
    country = country or _of_vocabulary(knowledge, person)
    words = knowledge.state_words(document.lang.partition("-")[0])
    public = bool(words and words.is_public(titled.role, organization))
    return Holder(tuple(person.mentions), titled._replace(name=person.full.name), country, public, organization)


def _finding(document: Document, person: Identity, holder: Holder, country: str) -> RefFinding[PersonRef]:
    name = person.full.name
    spellings = tuple(spelling for spelling in person.spellings if spelling != name)
    value = PersonRef(name, holder.titled.role, country, holder.organization)
    return RefFinding(value, tuple(_evidence(document, person, holder.titled)), spellings)


def _evidence(document: Document, person: Identity, titled: PersonMention) -> Iterator[Evidence]:
    """The words that say the role first, then every other place that names the person."""
    yield document.quote(titled.first, titled.last, titled.rule)
    spans = [(titled.first, titled.last)]
    others = [mention for mention in person.mentions if mention.start != titled.start]
    for mention in [*others, *_alone(document, person)][:_MORE]:
        if all(mention.last <= first or last <= mention.first for first, last in spans):
            spans.append((mention.first, mention.last))
            yield document.quote(mention.first, mention.last, mention.rule)


def _alone(document: Document, person: Identity) -> Iterator[PersonMention]:
    """Where the last part of a spaced name stands alone ("Hùng"), and no other capitalized word beside it."""
    parts = person.full.name.split()
    if len(parts) < len("ab") or len(parts[-1]) < _SHORTEST:
        return
    text = document.text
    for start, end in whole_words(text, parts[-1]):
        if start > person.mentions[0].start and _NO_NAME_BEFORE.match(text, start) and _NO_NAME_BEHIND.match(text, end):
            yield PersonMention(parts[-1], start, end, start, end, "people/short", short=True)


_NO_NAME_BEFORE: Final = regex.compile(r"(?<![\p{L}\p{N}'’-])(?<!\p{Lu}[\p{L}.]* )")
_NO_NAME_BEHIND: Final = regex.compile(r"(?![\p{L}\p{N}-])(?! \p{Lu})")


def _of_vocabulary(knowledge: Knowledge, person: Identity) -> str:
    spellings = {name_parts(mention.name) for mention in person.mentions}
    for known in knowledge.vocabulary.people.values():
        if spellings & set(map(name_parts, (*known.names.values(), *known.aliases))):
            return known.country
    return ""
