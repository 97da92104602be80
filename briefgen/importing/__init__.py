"""Import: an article from anywhere becomes a briefing to be reviewed, and the archived text that its quotes point into.

The story of one source: its bytes are read and cleaned (reading), analyzed (analysis) and merged with what its own front
matter states (editing); the facts are written out as a Markdown file for a person to check. That is prepared by one or
several processes; what comes of it is decided and written by one, in the order of the sources. Nothing is ever overwritten,
and an article that the site has already is not imported twice.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, replace
from typing import Final

from briefgen.analysis import Analyst
from briefgen.errors import Problem, UsageError
from briefgen.importing.desk import Desk
from briefgen.importing.draft import Draft
from briefgen.importing.gathering import Gatherer
from briefgen.importing.holdings import holdings_of
from briefgen.importing.preparing import Prepared, Preparer, Work
from briefgen.importing.sources import STDIN, NotImportable, Place, Terms, places_of
from briefgen.importing.storing import alone, store
from briefgen.model.article import Article
from briefgen.model.finding import Findings
from briefgen.model.settings import Project
from briefgen.model.vocabulary import Vocabulary

__all__ = ["Imported", "Importer", "Place", "Terms", "jobs_for", "places_of"]

_MANY: Final = 100
"""Sources from which on several processes pay: one needs a second to start, and makes some forty articles in it."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one article: a draft (written, unless the run is dry), an article of the site (`known`), or problems.

    `name` is the source as the user named it, or the address of a feed's entry; `place` the number of its place in the run,
    from 0; `known` the file of the site that has the same article already.
    """

    name: str
    place: int = 0
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

    def __init__(self, project: Project, vocabulary: Vocabulary, *, dry: bool = False, terms: Terms | None = None) -> None:
        """Read what the site of a project holds; a `dry` importer writes nothing, `terms` say where it may go."""
        self._content = project.content
        self._vocabulary = vocabulary
        self._dry = dry
        self._holdings = holdings_of(project.content, vocabulary)
        gatherer = Gatherer(project.content, terms or Terms())
        self._desk = Desk(gatherer, Preparer(Analyst(vocabulary), project.settings.languages[0]), self._holdings)

    def run(self, places: Sequence[Place], jobs: int = 1, cluster: str = "") -> Generator[Imported]:
        """Import the sources in order, prepared by `jobs` processes; what is done stays done when nobody asks on.

        If the address of a Dask scheduler is given as `cluster`, its workers prepare them instead. The same sources give the
        same files under the same names, whoever prepares them. Raises UsageError when another import into the same site is
        running, or both kinds of help are asked for; with a cluster also what `cluster_at` and `Cluster.mapped` raise.
        """
        if cluster and jobs > 1:
            sentence = "--jobs says how many processes of this machine work, --cluster that others do; leave one out"
            raise UsageError(sentence)
        with nullcontext() if self._dry else alone(self._content), closing(self._prepared(places, jobs, cluster)) as stream:
            for number, prepared in stream:
                yield replace(self._decided(prepared), place=number)

    def _prepared(self, places: Sequence[Place], jobs: int, cluster: str) -> Generator[tuple[int, Prepared]]:
        if cluster:
            from briefgen.cluster import cluster_at  # noqa: PLC0415  for who has one
            from briefgen.importing.cluster_crew import prepared_by_cluster  # noqa: PLC0415

            with cluster_at(cluster) as found:
                yield from prepared_by_cluster(places, self._desk, found)
            return
        if jobs > 1 and Place(STDIN) not in places:  # another process has no standard input
            from briefgen.importing.crew import prepared_by_crew  # noqa: PLC0415  multiprocessing, for large imports only

            yield from prepared_by_crew(places, self._desk, jobs)
            return
        for number, place in enumerate(places):
            for prepared in self._desk.prepare(place):
                yield number, prepared

    def _decided(self, prepared: Prepared) -> Imported:
        """What becomes of an article: the one place that knows all that was imported before it."""
        known = self._holdings.find(prepared.identity)
        if known:
            return Imported(prepared.name, problems=prepared.problems, known=known)
        if prepared.work is None:
            return Imported(prepared.name, problems=prepared.problems)
        try:
            return self._written(prepared, prepared.work)
        except NotImportable as error:
            return Imported(prepared.name, problems=(*prepared.problems, error.problem))

    def _written(self, prepared: Prepared, work: Work) -> Imported:
        name = self._holdings.free_name(work.name, work.archived)
        draft = work.draft_as(name, self._vocabulary)
        made = Imported(prepared.name, 0, prepared.problems, work.article, work.findings, draft)
        if draft.problems:
            return replace(made, problems=(*prepared.problems, *draft.problems), draft=None)
        if not self._dry:
            store(draft, self._content)
        self._holdings.add(draft.file, name, prepared.identity)
        return made


def jobs_for(places: Sequence[Place]) -> int:
    """How many processes to prepare so many sources with: one for a few, else one for each processor that we may use."""
    if len(places) < _MANY:
        return 1
    usable = getattr(os, "sched_getaffinity", None)  # not everywhere
    return len(usable(0)) if usable else os.cpu_count() or 1
