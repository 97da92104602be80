"""Makes pages and files, each one a task that names what it read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeVar

from briefgen.model.memo import Ask, Task
from briefgen.model.output import Output
from briefgen.rendering import calendar, data_files, search
from briefgen.rendering.batch import Batch, Editions
from briefgen.rendering.edition import Edition, Words
from briefgen.rendering.feeds import feed_outputs
from briefgen.rendering.machine_files import redirects
from briefgen.rendering.notebook import Answers, Notebook
from briefgen.rendering.page import Plan, frame, told_by
from briefgen.rendering.pages import pages_of
from briefgen.rendering.templates import Templates

T = TypeVar("T")

BATCHES: Final[tuple[Callable[[Editions], Iterator[Batch]], ...]] = (
    calendar.batches,
    data_files.batches,
    search.batches,
)
"""Every kind of file for machines that is made from the site alone."""


@dataclass(frozen=True, slots=True)
class Press:
    """The editions of a site in all its languages, seen through a notebook, and what pages are made with."""

    editions: Editions
    templates: Templates
    answers: Answers
    notebook: Notebook

    def tasks(self) -> Iterator[Task[tuple[Output, ...]]]:
        """A task for each page in each language, with its feeds, and for each batch of files."""
        for edition in self.editions:
            for plan in pages_of(edition):
                path = edition.at(plan.path)
                yield self._task(path, plan.make, (path, *plan.keys), partial(self._page, edition, plan))
        batches = (batch for family in BATCHES for batch in family(self.editions))
        for batch in (*batches, Batch("redirects", self._redirects)):
            yield self._task(batch.name, batch.make, batch.keys, partial(batch.make, self.editions, *batch.keys))

    def words(self) -> Iterator[Task[Words]]:
        """A task for the words of each portion of texts; the same in every language of the interface."""
        edition = self.editions[0]
        for number, keys in enumerate(search.portions(edition)):
            words = partial(search.words_of, edition, keys)
            yield Task(f"words of portion {number}", keys, partial(self._asked, words), self.answers.__getitem__)

    def _asked(self, make: Callable[[], T], ask: Ask) -> T:
        """What `make` makes; what is asked for it is what was read of the site meanwhile."""
        with self.notebook.noting() as noted:
            made = make()
        for question in self.answers.few(noted):
            ask(question)
        return made

    def _task(
        self, subject: str, maker: Callable[..., object], keys: tuple[str, ...], make: Callable[[], Iterable[Output]]
    ) -> Task[tuple[Output, ...]]:
        """The task of making some files."""

        def outputs() -> tuple[Output, ...]:
            return tuple(output.packed() for output in make())

        inputs = (maker.__module__, maker.__qualname__, keys)
        return Task(subject, inputs, partial(self._asked, outputs), self.answers.__getitem__)

    def _page(self, edition: Edition, plan: Plan) -> Iterator[Output]:
        """A page in its language, and its feeds."""
        page = plan.make(edition, *plan.keys)
        path, told = edition.at(page.path), told_by(edition, page)
        around = frame(edition, page, told)
        say = {"_": edition.localizer.text, "count": edition.localizer.count}
        data = self.templates.render(page.template, path, {**say, "frame": around, "title": page.title, **page.values})
        self._note_templates(page.template)
        yield Output(path, data, page.origin, page.listed)
        if told:
            yield from feed_outputs(edition, told)

    def _redirects(self, editions: Editions) -> Iterator[Output]:
        yield from redirects(editions[0].site, self.templates)
        self._note_templates("redirect.html")

    def _note_templates(self, name: str) -> None:
        for question in self.templates.read_for(name):
            self.notebook.note(question)
