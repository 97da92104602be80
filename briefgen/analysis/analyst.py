"""Analysis for one site, in whatever process it is needed."""

from __future__ import annotations

from functools import cached_property

from briefgen.analysis.knowledge import Knowledge
from briefgen.model.article import Article
from briefgen.model.finding import Findings
from briefgen.model.vocabulary import Vocabulary


def analyze(article: Article, knowledge: Knowledge) -> Findings:
    """Everything found in an article; never raises for any text."""
    from briefgen.analysis.detectors import detect_all  # noqa: PLC0415  they take long to load, and most builds need none

    return detect_all(article, knowledge)


class Analyst:
    """Analyzes articles for a site. Its knowledge is made when first needed, in the process that needs it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary of the site."""
        self.vocabulary = vocabulary

    def analyze(self, article: Article) -> Findings:
        """Everything found in an article."""
        return analyze(article, self.knowledge)

    @cached_property
    def knowledge(self) -> Knowledge:
        """What the site's vocabulary and the shipped data say, ready for use."""
        return Knowledge(self.vocabulary)

    def __getstate__(self) -> dict[str, object]:
        """What travels to another process: all but the knowledge, which is large and quickly made."""
        return {"vocabulary": self.vocabulary}


def analyzed(analyst: Analyst, article: Article) -> Findings:
    """Everything found in an article; a function that another machine can import."""
    return analyst.analyze(article)
