"""The heavy part of importing: a place → what stands in it, analyzed and drafted. Knows the site only by what it holds.

Nothing here depends on what else is imported in the same run, so several processes can do it side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from briefgen.analysis import Knowledge, analyze
from briefgen.editing import edit
from briefgen.errors import Problem
from briefgen.importing.draft import Draft, archived_text, draft_of
from briefgen.importing.feeds import Entry, read_feed
from briefgen.importing.fetching import Robots
from briefgen.importing.holdings import Holdings
from briefgen.importing.identity import Identity
from briefgen.importing.naming import base_name
from briefgen.importing.opening import read_source
from briefgen.importing.sources import FEED, NotImportable, Place, Source, Terms, fetched, load
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


@dataclass(frozen=True)
class Preparer:
    """Prepares places for one site. Not slotted: its knowledge is made when first needed, in the process that needs it."""

    vocabulary: Vocabulary
    content: Path
    lang: str
    terms: Terms

    def prepare(self, place: Place, holdings: Holdings) -> Iterator[Prepared]:
        """Every article of a place, in order; what the `holdings` have is not fetched, nor analyzed, a second time."""
        if place.is_url and holdings.find(identity := Identity.of([place.name], "")):
            yield Prepared(place.name, identity)
            return
        try:
            source = load(place, self.content, self.terms, self._robots)
            if source.suffix == FEED:
                yield from self._of_feed(source, holdings)
            else:
                yield self._one(source, holdings)
        except NotImportable as error:
            yield Prepared(place.name, problems=(error.problem,))

    def _of_feed(self, source: Source, holdings: Holdings) -> Iterator[Prepared]:
        """The articles of a feed, in its order; an entry that comes twice counts once."""
        feed = read_feed(source)
        problems, seen = feed.problems, set[Identity]()
        for number, entry in enumerate(feed.entries, start=1):
            name = entry.link or f"{source.name}, entry {number}"
            identity = Identity.of([entry.link], "")
            if identity.addresses and identity in seen:
                continue
            seen.add(identity)
            try:
                known = holdings.find(identity)
                prepared = Prepared(name, identity) if known else self._one(self._entry(entry, name, source), holdings)
            except NotImportable as error:
                prepared = Prepared(name, identity, (error.problem,))
            yield replace(prepared, problems=(*problems, *prepared.problems))
            problems = ()

    def _entry(self, entry: Entry, name: str, feed: Source) -> Source:
        """The article of an entry: the text in the feed, else the page that it links to."""
        if entry.whole:
            return entry.source(name)
        if not entry.link.startswith(("http://", "https://")):
            raise NotImportable(name, "the feed has neither its whole text nor its address")
        if not (feed.url or self.terms.follow):
            raise NotImportable(name, "the feed has only the beginning of it", "fetch the pages it links to with --follow")
        page = fetched(entry.link, self.terms, self._robots)
        if page.suffix == FEED:
            raise NotImportable(name, "it is a feed itself, no article")
        return replace(page, harvest=entry.harvest)

    def _one(self, source: Source, holdings: Holdings) -> Prepared:
        article, problems = read_source(source, self.vocabulary)
        if any(problem.severity == "error" for problem in problems):
            return Prepared(source.name, problems=problems)
        identity = Identity.of_article(article)
        if holdings.find(identity):
            return Prepared(source.name, identity, problems)
        findings = analyze(article, self._knowledge)
        briefing = edit(article, findings, default_lang=self.lang)
        name = base_name(briefing.facts, article.text)
        work = Work(article, findings, briefing, name, draft_of(name, briefing, findings, self.vocabulary))
        return Prepared(source.name, identity, problems, work)

    @cached_property
    def _knowledge(self) -> Knowledge:
        return Knowledge(self.vocabulary)

    @cached_property
    def _robots(self) -> Robots:
        return {}
