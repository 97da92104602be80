"""The summary: at most three whole sentences of the article, the bottom line first among its key points.

Extractive, so that nothing is said that the article does not say; a person makes prose of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefgen.analysis.actors import Actors
from briefgen.analysis.document import Document, Sentence
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.statements import statements_in
from briefgen.model.evidence import Evidence
from briefgen.model.finding import Findings, SummaryFinding
from briefgen.model.frontmatter import AgreementRef, KeyPoint
from briefgen.text import is_unspaced

MOST: Final = 3
"""Sentences of a summary (DESIGN.md, section 3)."""

_LONGEST: Final = 480
"""Letters of a summary, half of them in scripts without spaces: what can be read at a glance."""

_WORTH: Final = 2.0
"""Weight from which a further sentence belongs to the bottom line: an agreement was reached, or something was promised."""

_ACTS: Final = {"agreed": 3.0, "pledged": 2.5, "proposed": 2.0, "requested": 2.0, "offered": 2.0, "invited": 1.0, "stated": 0.5}
_AGREEMENT: Final = 2.0
_EVENT: Final = 1.0


def detect(document: Document, knowledge: Knowledge, found: Findings) -> Iterator[SummaryFinding]:
    """Yield the summary, if there are key points to take it from: the first of them and the two weightiest others."""
    points = [Sentence(point.evidence[0].start, point.evidence[0].end) for point in found.refs(KeyPoint)]
    words = knowledge.act_words(document.lang)
    if not points or words is None:
        return
    first, *others = points
    said = statements_in(Actors(document, knowledge, found), words, others)
    weights = {point: _weight(found, point) for point in others}
    for point, act in ((point, _ACTS[f.value.act]) for f in said for point in others if _within(f.evidence[0], point)):
        weights[point] = max(weights[point], act)
    chosen = [first]
    longest = _LONGEST // 2 if is_unspaced(document.text[first.start]) else _LONGEST
    for point in sorted(others, key=lambda point: (-weights[point], point.start)):
        size = sum(taken.end - taken.start for taken in (*chosen, point))
        if len(chosen) < MOST and weights[point] >= _WORTH and size <= longest:
            chosen.append(point)
    evidence = tuple(document.quote(s.start, s.end, "summary/sentence") for s in sorted(chosen, key=lambda s: s.start))
    joint = "" if is_unspaced(evidence[0].quote[-2:-1]) else " "
    yield SummaryFinding(joint.join(proof.quote for proof in evidence), evidence)


def _weight(found: Findings, point: Sentence) -> float:
    """What a key point says beside its acts, by what was found in it: agreements and events."""
    agreements = any(_within(proof, point) for f in found.refs(AgreementRef) for proof in f.evidence)
    events = any(_within(event.evidence[0], point) for event in found.events)
    return _AGREEMENT * agreements + _EVENT * events


def _within(proof: Evidence, sentence: Sentence) -> bool:
    return sentence.start < proof.end and proof.start < sentence.end
