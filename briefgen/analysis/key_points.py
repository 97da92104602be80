"""Key points: the sentences that carry the news, whole and in reading order.

A sentence earns weight for where it stands, for what was found in it (events, statements, agreements, people) and loses it
for courtesies and background. Weights are meant to be read as "the lead", "an agreement", "a statement".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from briefgen.analysis.act_words import ActWords
from briefgen.analysis.actors import Actors
from briefgen.analysis.document import Document, Sentence
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.statements import statements_in
from briefgen.model.article import Role, Trait
from briefgen.model.evidence import Evidence
from briefgen.model.finding import Findings, RefFinding, TraitFinding
from briefgen.model.frontmatter import AgreementRef, Figure, KeyPoint

_MOST: Final = 6
_FEWEST: Final = 3  # points of an article long enough for them: the weightiest of the rest fill up
_OPENING: Final = 4  # sentences among which the news begins
_SHARE: Final = 2  # sentences of an article for each key point: a short article has few
_SHORTEST: Final = 30  # letters of a sentence that can stand alone; half of it in scripts without spaces
_LONGEST: Final = 600
_LEAD: Final = 4.0
_ENOUGH: Final = 2.0
_EVENT: Final = 2.0
_ACTS: Final = {"agreed": 3.0, "pledged": 2.5, "proposed": 2.5, "requested": 2.5, "offered": 2.0, "invited": 2.0, "stated": 1.0}
_AGREEMENT: Final = 1.5
_FIGURE: Final = 0.5
_PERSON: Final = 0.5
_AHEAD: Final = 0.75  # what will be done next
_CROWD: Final = 1.5  # what each sentence taken costs the next one about the same event
_PENALTY: Final = 3.0


def detect(document: Document, knowledge: Knowledge, found: Findings) -> Iterator[RefFinding[KeyPoint]]:
    """Up to six key points, in reading order; none in a language whose acts are not known."""
    words = knowledge.act_words(document.lang)
    sentences = _sentences(document, found.trait(Trait.DATELINE))
    if words is None or not sentences:
        return
    actors = Actors(document, knowledge, found)
    named = _Named.of(found)
    weights = {sentence: _weight(actors, words, sentence, named) for sentence in sentences}
    for sentence, weight in _told(actors, words, sentences):
        weights[sentence] += weight
    weights[_lead(sentences, weights)] += _LEAD
    most = min(_MOST, (len(sentences) + 1) // _SHARE)
    for sentence in sorted(_best(found, weights, most), key=lambda s: s.start):
        evidence = document.quote(sentence.start, sentence.end, "key-points/sentence")
        yield RefFinding(KeyPoint(evidence.quote), (evidence,))


def _lead(sentences: Sequence[Sentence], weights: Mapping[Sentence, float]) -> Sentence:
    """The sentence that opens the news: the first that has any, so that a scene or the background before it is none."""
    opening = sentences[:_OPENING]
    return next((sentence for sentence in opening if weights[sentence] > 0), sentences[0])


def _best(found: Findings, weights: Mapping[Sentence, float], most: int) -> Iterator[Sentence]:
    """The weightiest sentences; each one taken makes the others that tell of the same event a little lighter."""
    begins = sorted(event.evidence[0].start for event in found.events if event.value.kind != "signing")
    left = {s: (weight, sum(begin <= s.end for begin in begins)) for s, weight in weights.items() if weight >= _ENOUGH}
    taken: Counter[int] = Counter()
    while left and taken.total() < most:
        best = min(left, key=lambda s: (_CROWD * taken[left[s][1]] - left[s][0], s.start))
        taken[left.pop(best)[1]] += 1
        yield best
    others = sorted((s for s, weight in weights.items() if 0 <= weight < _ENOUGH), key=lambda s: (-weights[s], s.start))
    yield from others[: max(0, min(_FEWEST, most) - taken.total())]


def _sentences(document: Document, dateline: TraitFinding | None) -> tuple[Sentence, ...]:
    """The whole sentences of paragraphs that can stand alone, without the marks of lists and datelines before them."""
    blocks = [block for block in document.paragraphs if block.role is Role.PARAGRAPH]
    shortest = _SHORTEST // 2 if document.lang.partition("-")[0] in {"ja", "zh", "ko", "th"} else _SHORTEST
    story = dateline.evidence[0].end if dateline and isinstance(dateline.evidence[0], Evidence) else 0
    found = [_bare(document, s, story) for block in blocks for s in document.sentences_of(block.start, block.end)]
    return tuple(s for s in found if shortest <= s.end - s.start <= _LONGEST and document.text[s.end - 1] in _STOPS)


_STOPS: Final = '.。!?！？…”"」』)'
_MARKS: Final = "*•・-–— \t"

_DAY: Final = re.compile(r"[ ,(]{1,2}[^.!?–—。]{1,30}?\)?\s*(?:[–—]| - |: )")
"""What a dateline says after its place: "NAIROBI, 20 October 2025 - "."""


def _bare(document: Document, sentence: Sentence, story: int) -> Sentence:
    """A sentence without a bullet or dateline before it; the story begins at `story`."""
    begin = max(sentence.start, min(story, sentence.end))
    if begin == story > sentence.start and (day := _DAY.match(document.text, begin, sentence.end)):
        begin = day.end()
    text = document.text[begin : sentence.end]
    return Sentence(sentence.end - len(text.lstrip(_MARKS)), sentence.end) if text.strip(_MARKS) else sentence


@dataclass(frozen=True, slots=True)
class _Named:
    """Where agreements and figures begin, and where the sentences end that tell of events; in reading order."""

    agreements: Sequence[int]
    figures: Sequence[int]
    events: Sequence[int]

    @classmethod
    def of(cls, found: Findings) -> _Named:
        """The places of what was found."""
        return cls(
            sorted(proof.start for agreement in found.refs(AgreementRef) for proof in agreement.evidence),
            sorted(figure.evidence[0].start for figure in found.refs(Figure)),
            sorted(proof.end - 1 for event in found.events for proof in event.evidence),
        )


def _weight(actors: Actors, words: ActWords, sentence: Sentence, named: _Named) -> float:
    """What a sentence earns by what it names, less what courtesies and background take."""
    start, end = sentence.start, sentence.end
    people = {actor.name for actor in actors.people_in(start, end)}
    weight = _PERSON * min(len(people), 2)
    for earns, places in ((_AGREEMENT, named.agreements), (_FIGURE, named.figures), (_EVENT, named.events)):
        first = bisect_left(places, start)
        weight += earns * (first < len(places) and places[first] < end)
    text = actors.document.text
    earlier = actors.knowledge.event_words(actors.document.lang)
    ahead = bool(actors.knowledge.ahead(actors.document.lang).search(text, start, end))
    weight += _AHEAD * ahead
    weight -= _PENALTY / 2 * bool(earlier and not ahead and any(earlier.years(text, start, end)))
    if earlier and (earlier.has("earlier", text, start, end) or earlier.begins("leave", text, start)):
        weight -= _PENALTY
    return weight - _PENALTY * bool(words.thanks.search(text, start, end))


def _told(actors: Actors, words: ActWords, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, float]]:
    """What each sentence earns by what is said in it: the weightiest act."""
    by_end = {sentence.end: sentence for sentence in sentences}
    acts: dict[Sentence, float] = {}
    for finding in statements_in(actors, words, sentences):
        sentence = by_end.get(finding.evidence[0].end)
        if sentence:
            acts[sentence] = max(acts.get(sentence, 0.0), _ACTS[finding.value.act])
    yield from acts.items()
