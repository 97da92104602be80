"""Which countries an article is about, and which it only names in passing.

A country earns weight where it is named: most in the headline, more in the lead than below, once for each paragraph and a
little for each repetition inside one; in a list of many countries each of them earns little. Whose office-holder meets
another side is a party, even if its name stands only once. The weights and both limits are meant to be read as "three
paragraphs", "the headline", "the lead and one more paragraph", "a paragraph in which its minister meets the host".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.analysis.document import Document
from briefgen.analysis.encounters import Encounter
from briefgen.analysis.gazetteer import Gazetteer, Mention, within
from briefgen.analysis.knowledge import Knowledge
from briefgen.model.article import Block, Role
from briefgen.model.finding import CountryFinding, Findings

_HEADLINE = 3.0  # a headline names what the article is about; alone it is enough
_LEAD = 2.0  # the first paragraph says it again; it takes one more paragraph
_PARAGRAPH = 1.0
_REPETITION = 0.25  # a second mention in a paragraph may only save a pronoun
_PARTY = 2.0  # once: an article with five meetings names each guest's country in one or two paragraphs
_ENOUGH = 3.0
_SHARE = 0.5  # in a short article: more than half the weight of the country with most, as all in the lead have
_LIST = 4  # four countries side by side are a list ("Vietnam, Laos, Cambodia and Myanmar"), not parties
_LIST_WEIGHT = 0.25
_LIST_GAP = 12  # characters between two members of a list: a comma, "and", "และ"
_EVIDENCE = 3  # mentions kept as evidence, the first ones
_TITLES = {Role.HEADLINE, Role.STANDFIRST}


def detect(document: Document, knowledge: Knowledge, found: Findings) -> tuple[CountryFinding, ...]:
    """The countries of an article, primary ones first, each with the first mentions that name it."""
    del found  # countries depend on nothing found before
    mentions = countries_in(document.text, document.lang, knowledge.gazetteer)
    sentences = ((sentence.start, sentence.end) for sentence in document.sentences)
    encounters = knowledge.encounters.find(document.text, document.lang, sentences)
    of_two = knowledge.encounters.speaks_of_two(document.text, document.lang)
    return findings(document, mentions, encounters, of_two=of_two)


def countries_in(text: str, lang: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions that count: cities stand for their country only where nothing else in the text names one."""
    mentions = gazetteer.mentions(text, lang)
    stronger = tuple(mention for mention in mentions if mention.rule != "countries/city")
    if not stronger:
        return mentions
    named = {mention.code for mention in stronger}
    return tuple(mention for mention in mentions if mention.code in named)


def findings(
    document: Document, mentions: Sequence[Mention], encounters: Sequence[Encounter] = (), *, of_two: bool = False
) -> tuple[CountryFinding, ...]:
    """One finding a country, its role by the weight of its mentions; `of_two` says that the article speaks of two sides."""
    weights = _weights(document.blocks, mentions, encounters)
    ranked = sorted(weights, key=lambda code: (-weights[code], code))
    primary = _primary(weights, ranked, of_two=of_two)
    results = []
    for code in (*(one for one in ranked if one in primary), *(one for one in ranked if one not in primary)):
        spans = [mention for mention in mentions if mention.code == code][:_EVIDENCE]
        evidence = tuple(document.quote(span.start, span.end, span.rule) for span in spans)
        results.append(CountryFinding(code, "primary" if code in primary else "mentioned", evidence))
    return tuple(results)


def _primary(weights: Mapping[str, float], ranked: Sequence[str], *, of_two: bool) -> set[str]:
    """The countries that weigh enough; of two sides the second one too, whose readers need not be told its name often."""
    most = weights[ranked[0]] if ranked else 0.0
    primary = {code for code in ranked if weights[code] >= _ENOUGH or weights[code] > _SHARE * most}
    if of_two and len(primary) == 1:
        primary |= {code for code in ranked[1:2] if weights[code] >= _PARAGRAPH}
    return primary


@dataclass(frozen=True, slots=True)
class _Place:
    """A block of the article and what naming a country in it weighs."""

    start: int
    end: int
    weight: float


def _weights(blocks: Sequence[Block], mentions: Sequence[Mention], encounters: Sequence[Encounter]) -> dict[str, float]:
    """The weight of every country."""
    listed = _listed(mentions)
    weights = dict.fromkeys((mention.code for mention in mentions), 0.0)
    for code in _parties(mentions, listed, encounters):
        weights[code] += _PARTY
    for place in _places(blocks, mentions):
        seen: set[str] = set()
        for mention in within(mentions, place.start, place.end):
            if mention in listed and place.weight < _HEADLINE:  # a headline lists only what matters
                weights[mention.code] += _LIST_WEIGHT
            else:
                weights[mention.code] += _REPETITION if mention.code in seen else place.weight
                seen.add(mention.code)
    return weights


def _parties(mentions: Sequence[Mention], listed: frozenset[Mention], encounters: Sequence[Encounter]) -> set[str]:
    """The countries for which somebody acts in an encounter."""
    return {
        mention.code
        for encounter in encounters
        for mention in within(mentions, encounter.start, encounter.end)
        if mention not in listed and encounter.involves(mention.start, mention.end)
    }


def _places(blocks: Sequence[Block], mentions: Sequence[Mention]) -> Iterable[_Place]:
    """The blocks with their weights; the lead is the first one of running text that names a country."""
    lead_found = False
    for block in blocks or (Block(0, mentions[-1].end, Role.PARAGRAPH),) if mentions else ():
        if block.role in _TITLES:
            yield _Place(block.start, block.end, _HEADLINE)
            continue
        names = bool(within(mentions, block.start, block.end))
        yield _Place(block.start, block.end, _PARAGRAPH if lead_found else _LEAD)
        lead_found = lead_found or (names and block.role is Role.PARAGRAPH)


def _listed(mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions that stand in a list of many countries."""
    listed: list[Mention] = []
    run: list[Mention] = []
    for mention in mentions:
        if run and mention.start - run[-1].end > _LIST_GAP:
            listed += run if len({member.code for member in run}) >= _LIST else ()
            run = []
        run.append(mention)
    listed += run if len({member.code for member in run}) >= _LIST else ()
    return frozenset(listed)
