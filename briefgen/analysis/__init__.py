"""Analysis: an article becomes findings, each with its evidence.

A detector is a function that looks at a document, knows what `Knowledge` knows, sees what was found before it, and
yields findings. Detectors are strangers to each other; the order of the tuple is all that one may rely on.
"""

from __future__ import annotations

from briefgen.analysis.analyst import Analyst, analyzed
from briefgen.analysis.knowledge import Knowledge
from briefgen.model.article import Article
from briefgen.model.finding import Findings

__all__ = ["Analyst", "Knowledge", "analyze", "analyzed"]


def analyze(article: Article, knowledge: Knowledge) -> Findings:
    """Everything found in an article; never raises for any text."""
    from briefgen.analysis.detectors import detect_all  # noqa: PLC0415

    return detect_all(article, knowledge)
