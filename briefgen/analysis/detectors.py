"""The detectors of analysis and their order. They are loaded when there is an article to analyze: many builds have none."""

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


def detect_all(article: Article, knowledge: Knowledge) -> Findings:
    """Everything that they find in an article; never raises for any text.

    The language comes first, as all else depends on it: what the front matter states, else what the text shows.
    """
    language = identify(article, knowledge)
    lang = language.value if language else ""
    document = Document(article, lang, knowledge.joiners)
    found = Findings(lang, (language,) if language else ())
    for detect in DETECTORS:
        found = found.plus(detect(document, knowledge, found))
    return replace(found, problems=problems_in(document, knowledge, found))
