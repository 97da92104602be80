"""The heavy part of importing: an article's bytes → what stands in it, analyzed and drafted; knows only what the site holds.

Nothing here depends on what else is imported in the same run, so several processes, even of several machines, do it side by
side.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from briefgen.analysis import Analyst
from briefgen.editing import edit
from briefgen.errors import Problem
from briefgen.importing.draft import Draft, archived_text, draft_of
from briefgen.importing.gathering import Gathered
from briefgen.importing.holdings import Holdings
from briefgen.importing.identity import Identity
from briefgen.importing.naming import base_name
from briefgen.importing.opening import read_source
from briefgen.importing.sources import NotImportable, Source
from briefgen.model.article import Article
from briefgen.model.briefing import Briefing
from briefgen.model.finding import Findings
from briefgen.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Work:
    """An article that was analyzed: with what was found, what its briefing says, and its draft under the name it asks for."""

    article: Article
    findings: Findings
    briefing: Briefing
    name: str
    draft: Draft

    @property
    def archived(self) -> str:
        """The text that its archive holds."""
        return archived_text(self.briefing)

    def draft_as(self, name: str, vocabulary: Vocabulary) -> Draft:
        """Its draft under another name, where its own is taken."""
        return self.draft if name == self.name else draft_of(name, self.briefing, self.findings, vocabulary)


@dataclass(frozen=True, slots=True)
class Prepared:
    """One article of a place, ready to be written; without `work` if it cannot be imported or the site has it already."""

    name: str
    identity: Identity = field(default_factory=Identity)
    problems: tuple[Problem, ...] = ()
    work: Work | None = None


@dataclass(frozen=True, slots=True)
class Preparer:
    """Prepares articles for one site, whose first language is `lang`."""

    analyst: Analyst
    lang: str

    def prepare(self, gathered: Gathered, holdings: Holdings) -> Prepared:
        """What becomes of an article; what the `holdings` have is not analyzed a second time."""
        if gathered.source is None:
            return Prepared(gathered.name, gathered.identity, gathered.problems)
        try:
            prepared = self._read(gathered.source, holdings)
        except NotImportable as error:
            prepared = Prepared(gathered.name, gathered.identity, (error.problem,))
        return replace(prepared, problems=(*gathered.problems, *prepared.problems))

    def _read(self, source: Source, holdings: Holdings) -> Prepared:
        article, problems = read_source(source, self.analyst.vocabulary)
        if any(problem.severity == "error" for problem in problems):
            return Prepared(source.name, problems=problems)
        identity = Identity.of_article(article)
        if holdings.find(identity):
            return Prepared(source.name, identity, problems)
        findings = self.analyst.analyze(article)
        briefing = edit(article, findings, default_lang=self.lang)
        name = base_name(briefing.facts, article.text)
        work = Work(article, findings, briefing, name, draft_of(name, briefing, findings, self.analyst.vocabulary))
        return Prepared(source.name, identity, problems, work)
