"""The summary: at most three whole sentences of the article, the bottom line first among its key points.

Extractive, so that nothing is said that the article does not say; a person makes prose of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.model.evidence import Evidence
from briefgen.model.finding import Findings, RefFinding, SummaryFinding
from briefgen.model.frontmatter import AgreementRef, KeyPoint
from briefgen.text import is_unspaced

MOST: Final = 3
"""Sentences of a summary (DESIGN.md, section 3)."""

_LONGEST: Final = 480
"""Letters of a summary, half of them in scripts without spaces: what can be read at a glance."""

_WORTH: Final = 2.0
"""Weight from which a further sentence belongs to the bottom line: an agreement was reached, or something was promised."""

_ACTS: Final = {"agreed": 3.0, "pledged": 2.5, "proposed": 2.0, "requested": 2.0, "offered": 2.0, "invited": 1.0, "stated": 0.5}
_AGREEMENT: Final = 1.5
_EVENT: Final = 1.0


def detect(document: Document, knowledge: Knowledge, found: Findings) -> Iterator[SummaryFinding]:  # noqa: ARG001  the protocol of detectors
    """Yield the summary, if there are key points to take it from: the first of them and the two weightiest others."""
    points = found.refs(KeyPoint)
    if not points:
        return
    first, *others = points
    chosen = [first]
    longest = _LONGEST // 2 if is_unspaced(first.value.text[:1]) else _LONGEST
    for point in sorted(others, key=lambda point: (-_weight(found, point), point.evidence[0].start)):
        size = sum(len(taken.value.text) for taken in chosen) + len(point.value.text)
        if len(chosen) < MOST and _weight(found, point) >= _WORTH and size <= longest:
            chosen.append(point)
    spans = sorted((point.evidence[0].start, point.evidence[0].end) for point in chosen)
    evidence = tuple(document.quote(start, end, "summary/sentence") for start, end in spans)
    joint = "" if is_unspaced(evidence[0].quote[-2:-1]) else " "
    yield SummaryFinding(joint.join(proof.quote for proof in evidence), evidence)


def _weight(found: Findings, point: RefFinding[KeyPoint]) -> float:
    """What a key point says, by what was found in it: acts, agreements and events."""
    start, end = point.evidence[0].start, point.evidence[0].end
    acts = [_ACTS[said.value.act] for event in found.events for said in event.said if _within(said.evidence[0], start, end)]
    agreements = any(_within(proof, start, end) for f in found.refs(AgreementRef) for proof in f.evidence)
    events = any(_within(event.evidence[0], start, end) for event in found.events)
    return max(acts, default=0.0) + _AGREEMENT * agreements + _EVENT * events


def _within(proof: Evidence, start: int, end: int) -> bool:
    return start < proof.end and proof.start < end
