"""The topics of an article."""

from __future__ import annotations

from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.model.finding import Findings, TopicFinding


def detect(document: Document, knowledge: Knowledge, found: Findings) -> tuple[TopicFinding, ...]:
    """The topics of an article, strongest first."""
    del found  # topics depend on nothing found before
    return knowledge.topics.find(document.text, document.lang)
