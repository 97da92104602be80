"""Analysis: an article becomes findings, each with its evidence.

A detector is a function that looks at a document, knows what `Knowledge` knows, sees what was found before it, and
yields findings. Detectors are strangers to each other; the order of the tuple is all that one may rely on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, Protocol

from briefgen.analysis import (
    agreements,
    countries,
    events,
    figures,
    key_points,
    organizations,
    people,
    provenance,
    publication,
    publication_date,
    summaries,
    titles,
    topics,
)
from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.language import identify
from briefgen.analysis.problems import problems_in
from briefgen.model.article import Article
from briefgen.model.finding import Finding, Findings

__all__ = ["DETECTORS", "Detector", "Knowledge", "analyze"]


class Detector(Protocol):
    """Finds one kind of fact in a document."""

    def __call__(self, document: Document, knowledge: Knowledge, found: Findings, /) -> Iterable[Finding]:
        """Yield findings; `found` is what earlier detectors found."""


DETECTORS: Final[tuple[Detector, ...]] = (
    titles.detect,
    publication.detect,
    publication_date.detect,
    provenance.detect,
    countries.detect,
    organizations.detect,
    people.detect,
    agreements.detect,
    topics.detect,
    events.detect,
    figures.detect,
    key_points.detect,
    summaries.detect,
)
"""Every detector, in the order in which they run."""


def analyze(article: Article, knowledge: Knowledge) -> Findings:
    """Everything found in an article; never raises for any text.

    The language comes first, as all else depends on it: what the front matter states, else what the text shows.
    """
    language = identify(article, knowledge)
    lang = language.value if language else ""
    document = Document(article, lang, knowledge.joiners)
    found = Findings(lang, (language,) if language else ())
    for detect in DETECTORS:
        found = found.plus(detect(document, knowledge, found))
    return replace(found, problems=problems_in(document, knowledge, found))
