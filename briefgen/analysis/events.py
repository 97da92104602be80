"""Events of an article: visits, meetings, conferences, signings and calls, each with its own people and what was said there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from briefgen.analysis.actors import Actors
from briefgen.analysis.declarations import declaration
from briefgen.analysis.document import Document, Sentence
from briefgen.analysis.event_words import EventWords
from briefgen.analysis.hosts import Hosts, Told
from briefgen.analysis.introductions import Introduction, Introductions
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.passages import Leaving, Passage, passages
from briefgen.analysis.statements import statements_in
from briefgen.analysis.text_dates import TextDate
from briefgen.model.article import Block, Role, Trait
from briefgen.model.finding import EventFinding, Findings, RefFinding
from briefgen.model.frontmatter import EventRef, PersonRef, Statement

_TITLES: Final = {Role.HEADLINE, Role.STANDFIRST}  # they repeat what the text tells
_HELD: Final = {"meeting", "signing", "conference"}
_HEADING: Final = 80  # letters of a heading that looks like an item of a list
_ENDS: Final = '.。;；,、:：!?！？」”"'
_CITIES: Final = {"countries/city", "countries/capital"}
_WIRE: Final = 2  # sentences among which the first of a wire report is
_DATELINE: Final = regex.compile(r"(\p{Lu}[\p{L}’' -]{1,30}?)(?:[.,(]| ?/)[^\n]{2,60}? ?[-–—] ?(?=[\p{Lu}“\"])")
_INTRODUCTIONS: Final = 3  # introductions kept as evidence


def detect(document: Document, knowledge: Knowledge, found: Findings) -> Iterator[EventFinding]:
    """The events of an article in reading order."""
    words = knowledge.event_words(document.lang)
    if words is None:
        return
    actors = Actors(document, knowledge, found)
    acts = knowledge.act_words(document.lang)
    told = told_in(actors, words)
    home = _home(actors, told, words)
    for passage in told:
        said = tuple(statements_in(actors, acts, passage.sentences, _names(passage))) if acts else ()
        yield _finding(document, passage, said, _speakers(found, passage, said), home)
    if not told and acts:
        sentences = [item.sentence for item in _sentences(document) if not item.heads]
        spoken = declaration(actors, words, acts, sentences, _dates(document, knowledge, found))
        yield from (spoken,) if spoken else ()


def told_in(actors: Actors, words: EventWords) -> tuple[Passage, ...]:
    """The passages of an article, one an event."""
    document, knowledge, found = actors.document, actors.knowledge, actors.found
    sentences = _sentences(document)
    reader = Introductions(
        actors,
        words,
        _dates(document, knowledge, found),
        found.date.value if found.date else None,
        document.lang.partition("-")[0] == "ja",
        _encounters(document, knowledge, sentences),
    )
    return passages(_told(reader, sentences))


def _told(reader: Introductions, sentences: Sequence[Told]) -> Iterator[tuple[Sentence, Sequence[Introduction], Leaving, bool]]:
    """Each sentence with the events it introduces, whether it leaves the one told before, whether it speaks of both sides."""
    hosts = Hosts(reader.actors, reader.words, reader.japanese)
    for told in sentences:
        sentence = told.sentence
        introductions = hosts.settle(told, reader.of(sentence))
        main = any(introduction.kind != "signing" for introduction in introductions)
        left = reader.words.begins("leave", reader.text, sentence.start)
        aside = not main and reader.tells_aside(sentence)
        both = reader.words.begins("both", reader.text, sentence.start)
        leaving: Leaving = "heading" if told.heads else "words" if left or aside else ""
        yield sentence, introductions, leaving, both


def _sentences(document: Document) -> tuple[Told, ...]:
    """The sentences of running text and the headings in it; a text without blocks is one paragraph."""
    inside = tuple(block for block in document.blocks if block.role not in _TITLES)
    blocks = inside if document.blocks else (Block(0, len(document.text), Role.PARAGRAPH),)
    told: list[Told] = []
    for block in blocks:
        heads = _heads(document.text, block)
        opens = block.role is Role.LIST_ITEM or (bool(told) and told[-1].heads)
        for sentence in document.sentences_of(block.start, block.end):
            told.append(Told(sentence, heads, opens and not heads))
            opens = False
    return tuple(told)


def _heads(text: str, block: Block) -> bool:
    """Whether a block is a heading: marked as one, or a short item of a list that ends like none."""
    short = block.role is Role.LIST_ITEM and block.end - block.start <= _HEADING
    return block.role is Role.SUBHEADING or (short and text[block.end - 1] not in _ENDS)


def _encounters(document: Document, knowledge: Knowledge, sentences: Sequence[Told]) -> frozenset[int]:
    """Where the sentences begin in which office-holders of two sides meet."""
    spans = ((told.sentence.start, told.sentence.end) for told in sentences)
    return frozenset(e.start for e in knowledge.encounters.find(document.text, document.lang, spans))


def _dates(document: Document, knowledge: Knowledge, found: Findings) -> tuple[TextDate, ...]:
    published = found.date.value if found.date else None
    return knowledge.text_dates(document.lang, published).find(document.text)


def _home(actors: Actors, told: Sequence[Passage], words: EventWords) -> str:
    """Where the meetings of an article took place that names no town but that of its dateline: a house alone stands there."""
    dateline = actors.found.trait(Trait.DATELINE)
    home = dateline.value if dateline else _headed(actors)
    elsewhere = any(place and not _is_house(place, words) for place in (passage.event.place for passage in told))
    return "" if elsewhere else home


def _headed(actors: Actors) -> str:
    """The city with which the text of a wire report begins, "" without one: "ASTANA. 15 tháng Chín. KAZINFORM - "."""
    text = actors.document.text
    for told in _sentences(actors.document)[:_WIRE]:
        head = _DATELINE.match(text, told.sentence.start)
        if head and any(m.start == head.start(1) and m.rule in _CITIES for m in actors.mentions):
            return str(head[1]).strip()
    return ""


def _is_house(place: str, words: EventWords) -> bool:
    """Whether a place is a house rather than a town."""
    return words.has("buildings", place, 0, len(place))


def _names(passage: Passage) -> tuple[str, ...]:
    """The people of an event."""
    return tuple(actor.name for actor in passage.event.people)


def _speakers(found: Findings, passage: Passage, said: Sequence[RefFinding[Statement]]) -> tuple[str, ...]:
    """Who takes part in a meeting that names only countries: who speaks in it for one of them."""
    event = passage.event
    if event.people or event.kind not in {"meeting", "call"}:
        return ()
    countries = {finding.value.name: finding.value.country for finding in found.refs(PersonRef)}
    return tuple(dict.fromkeys(f.value.who for f in said if countries.get(f.value.who) in event.countries))


def _finding(
    document: Document, passage: Passage, said: tuple[RefFinding[Statement], ...], speakers: tuple[str, ...], home: str
) -> EventFinding:
    event = passage.event
    countries = dict.fromkeys([*event.countries, *(actor.country for actor in event.people if actor.country)])
    people = tuple(actor.name for actor in event.people) or speakers
    where = home if home and event.kind in _HELD else event.place
    value = EventRef(event.kind, event.date, where, tuple(sorted(countries)), people)
    sentences = dict.fromkeys((i.sentence.start, i.sentence.end) for i in passage.introductions[:_INTRODUCTIONS])
    evidence = tuple(document.quote(*span, f"events/{event.kind}") for span in sentences)
    return EventFinding(value, evidence, said)
