"""Import: an article from anywhere becomes a briefing to be reviewed, and the archived text that its quotes point into.

The story of one source: its bytes are read and cleaned (reading), analyzed (analysis) and merged with what its own front
matter states (editing); the facts are written out as a Markdown file for a person to check. Nothing is ever overwritten,
and an article that the site has already is not imported twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.analysis import Knowledge, analyze
from briefgen.editing import edit
from briefgen.errors import Problem
from briefgen.importing.draft import Draft, draft_of
from briefgen.importing.holdings import Holdings, holdings_of
from briefgen.importing.naming import base_name
from briefgen.importing.opening import read_source
from briefgen.importing.sources import NotImportable, Place, load, places_of
from briefgen.importing.storing import store
from briefgen.model.article import Article, Trait
from briefgen.model.finding import Findings
from briefgen.model.settings import Project
from briefgen.model.vocabulary import Vocabulary
from briefgen.reading import read_articles

__all__ = ["Imported", "Importer", "Place", "places_of"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one source: a draft (written, unless the run is dry), an article of the site (`known`), or problems.

    `name` is the source as the user named it, `known` the file of the site that has the same article already.
    """

    name: str
    problems: tuple[Problem, ...] = ()
    article: Article | None = None
    findings: Findings | None = None
    draft: Draft | None = None
    known: str = ""

    @property
    def failed(self) -> bool:
        """Whether nothing came of it though the site does not have the article."""
        return self.draft is None and not self.known


class Importer:
    """Imports sources into one site; knows what the site holds, so that nothing comes into it twice."""

    def __init__(self, project: Project, vocabulary: Vocabulary, *, dry: bool = False, allow_private: bool = False) -> None:
        """Read what the site of a project holds; a `dry` importer writes nothing.

        `allow_private` lets web addresses be on the own network.
        """
        self._project = project
        self._vocabulary = vocabulary
        self._knowledge = Knowledge(vocabulary)
        self._dry = dry
        self._allow_private = allow_private
        self._holdings: Holdings = holdings_of(read_articles(project.content, vocabulary), project.content)

    def run(self, places: Iterable[Place]) -> Iterator[Imported]:
        """Import each source when it is asked for; what is done stays done when a later one fails or nobody asks on."""
        for place in places:
            try:
                yield self._one(place)
            except NotImportable as error:
                yield Imported(place.name, (error.problem,))

    def _one(self, place: Place) -> Imported:
        source = load(place, self._project.content, allow_private=self._allow_private)
        article, problems = read_source(source, self._vocabulary)
        if any(problem.severity == "error" for problem in problems):
            return Imported(place.name, problems)
        findings = analyze(article, self._knowledge)
        url = article.stated.source.url or _trait(findings, Trait.SOURCE_URL)
        known = self._holdings.find(url, article.text)
        if known:
            return Imported(place.name, problems, article, findings, known=known)
        briefing = edit(article, findings, default_lang=self._project.settings.languages[0])
        slug = self._holdings.free_name(base_name(briefing.facts, article.text))
        draft = draft_of(slug, briefing, findings, self._vocabulary)
        if draft.problems:
            return Imported(place.name, (*problems, *draft.problems), article, findings)
        if not self._dry:
            store(draft, self._project.content)
        self._holdings.add(draft.file, slug, url, article.text)
        return Imported(place.name, problems, article, findings, draft)


def _trait(findings: Findings, trait: Trait) -> str:
    found = findings.trait(trait)
    return found.value if found else ""
