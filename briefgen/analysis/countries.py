"""Which countries an article is about, and which it only names in passing.

A country earns weight where it is named: most in the headline, more in the lead than below, once for each paragraph and a
little for each repetition inside one; in a list of many countries each of them earns little. Whose minister is named, or
heads a passage of a report on talks, is a party, even if it is named only once; so is the home of the article there. The
weights and both limits are meant to be read as "three paragraphs", "the headline", "the lead and one more paragraph", "a
paragraph in which its minister is named".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.analysis.document import Document
from briefgen.analysis.encounters import Encounter
from briefgen.analysis.gazetteer import Gazetteer, Mention, within
from briefgen.analysis.headings import headings_of, labels_of
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.people_mentions import mentions_in
from briefgen.model.article import Block, Role
from briefgen.model.finding import CountryFinding, Findings

_HEADLINE = 3.0  # a headline names what the article is about; alone it is enough
_LEAD = 2.0  # the first paragraph says it again; it takes one more paragraph
_PARAGRAPH = 1.0
_LATE = 3  # paragraphs without any country; the next one is no lead
_REPETITION = 0.25  # a second mention in a paragraph may only save a pronoun
_ACTING = 2.0  # once, for whose office-holder is named: an article of five meetings has each guest's country in one paragraph
_MEETING = 1.25  # once, for whose unnamed office-holder meets somebody
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
    acting = _acting(document, knowledge)
    if of_two or encounters:
        acting |= _home(document, knowledge) | _headed(document, mentions)
    return findings(document, mentions, encounters, of_two=of_two, acting=acting)


def countries_in(text: str, lang: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions that count: cities stand for their country only where nothing else in the text names one."""
    mentions = gazetteer.mentions(text, lang)
    stronger = tuple(mention for mention in mentions if mention.rule != "countries/city")
    if not stronger:
        return mentions
    named = {mention.code for mention in stronger}
    return tuple(mention for mention in mentions if mention.code in named)


def findings(
    document: Document,
    mentions: Sequence[Mention],
    encounters: Sequence[Encounter] = (),
    *,
    of_two: bool = False,
    acting: frozenset[str] = frozenset(),
) -> tuple[CountryFinding, ...]:
    """One finding a country, its role by the weight of its mentions.

    `of_two` says that the article speaks of two sides, `acting` whose office-holders it names.
    """
    weights = _weights(document.blocks, mentions, encounters, acting)
    ranked = sorted(weights, key=lambda code: (-weights[code], code))
    is_brief = sum(block.role is Role.PARAGRAPH for block in document.blocks) <= 1
    primary = _primary(weights, ranked, of_two=of_two, met=bool(of_two or encounters or acting or is_brief))
    results = []
    for code in (*(one for one in ranked if one in primary), *(one for one in ranked if one not in primary)):
        spans = [mention for mention in mentions if mention.code == code][:_EVIDENCE]
        evidence = tuple(document.quote(span.start, span.end, span.rule) for span in spans)
        results.append(CountryFinding(code, "primary" if code in primary else "mentioned", evidence))
    return tuple(results)


def _acting(document: Document, knowledge: Knowledge) -> frozenset[str]:
    """The countries whose holders of public office the text names, beside the country itself and not as of another time."""
    words = knowledge.state_words(document.lang.partition("-")[0])
    named, _ = mentions_in(document, knowledge)
    return frozenset(
        person.country
        for person in named
        if words and person.country and not person.timed and words.is_public(person.role, person.organization)
    )


def _home(document: Document, knowledge: Knowledge) -> frozenset[str]:
    """The country in whose language the article is written, if it is one country's; readers need not be told its name."""
    finder = knowledge.people(document.lang.partition("-")[0])
    return frozenset({finder.home} if finder and finder.home else ())


def _headed(document: Document, mentions: Sequence[Mention]) -> frozenset[str]:
    """The countries that head a passage: ▽スペイン, "With Peru"."""
    headings = headings_of(document.text, document.blocks)
    labels = labels_of(document.text, document.blocks, mentions).values()
    return frozenset(labels) | frozenset(
        mention.code for block in headings for mention in within(mentions, block.start, block.end)
    )


def _primary(weights: Mapping[str, float], ranked: Sequence[str], *, of_two: bool, met: bool) -> set[str]:
    """The countries that weigh enough; of two sides the second one too, whose readers need not be told its name often.

    Where nobody acts for a country and no sides have `met`, what a single paragraph of several names is an aside: a firm's
    market.
    """
    least = 0.0 if met or len(ranked) == 1 else _LEAD / _SHARE
    most = max(weights[ranked[0]], least) if ranked else 0.0
    primary = {code for code in ranked if weights[code] >= _ENOUGH or weights[code] > _SHARE * most}
    if of_two and len(primary) == 1:
        second = [code for code in ranked[1:] if weights[code] >= _PARAGRAPH and weights[code] == weights[ranked[1]]]
        primary |= set(second if len(second) == 1 else ())
    return primary


@dataclass(frozen=True, slots=True)
class _Place:
    """A block of the article and what naming a country in it weighs."""

    start: int
    end: int
    weight: float


def _weights(
    blocks: Sequence[Block], mentions: Sequence[Mention], encounters: Sequence[Encounter], acting: frozenset[str]
) -> dict[str, float]:
    """The weight of every country."""
    listed = _listed(mentions)
    weights = dict.fromkeys((mention.code for mention in mentions), 0.0)
    for code in _parties(mentions, listed, encounters) | (acting & weights.keys()):
        weights[code] += _ACTING if code in acting else _MEETING
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
    paragraphs = 0
    for block in blocks or (Block(0, mentions[-1].end, Role.PARAGRAPH),) if mentions else ():
        if block.role in _TITLES:
            yield _Place(block.start, block.end, _HEADLINE)
            continue
        names = bool(within(mentions, block.start, block.end))
        yield _Place(block.start, block.end, _PARAGRAPH if lead_found or paragraphs >= _LATE else _LEAD)
        paragraphs += block.role is Role.PARAGRAPH
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
