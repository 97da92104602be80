"""Remembering what expensive, pure steps made: what a stage sees of it. `briefgen.cache` keeps it, `Forgetful` nothing.

A step names **everything it reads** as its inputs. It may also ask questions while it runs, of tables too large to be
inputs (where is the page of this country?); each question is kept with its answer, and what was made is used again only
while all of them are still answered alike.

Being pure, many tasks of a step may be done side by side, by other processes: a task changes nothing but its result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Generic, Protocol, TypeVar

T = TypeVar("T")
A = TypeVar("A")

Question = tuple[str, ...]
"""As `("page", "visit-to-vienna")`."""

Ask = Callable[[Question], str | None]
"""Answers a question; the same as long as nothing changed."""


def _silent(_: Question) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Errand(Generic[T]):
    """A task as another machine can do it: a function that it can import, what all tasks of the step share, and an item.

    `function(common, item)` is the result; all three can be pickled.
    """

    function: Callable[[Any, Any], T]
    common: object
    item: object


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """One run of a step: `make` makes its result of `inputs`, which are everything it reads, and of what it asks.

    It must ask through what it is given. `subject` names for people what the result is made of. A task that asks nothing may
    be an `errand` too.
    """

    subject: str
    inputs: object
    make: Callable[[Ask], T]
    ask: Ask = _silent
    errand: Errand[T] | None = None


@dataclass(frozen=True, slots=True)
class Later(Generic[T, A]):
    """A result that most builds do not look at: `load` gives it, `hash` tells it from any other, `aside` is known of it."""

    hash: str
    aside: A
    load: Callable[[], T]


@dataclass(frozen=True, slots=True)
class Watch:
    """What happens while many tasks are done: `told` hears how many are done of how many.

    `prepare` is called before several processes share the work: it makes what else each of them would have to make.
    """

    told: Callable[[int, int], None] = lambda *_: None
    prepare: Callable[[], None] = lambda: None


UNWATCHED: Final = Watch()
"""For few or quick tasks."""


class Memo(Protocol):
    """Gives what a step made before from the same inputs, else lets it make it."""

    def knowing(self, *values: object) -> Memo:
        """The same memo for steps that read these values too: what is large and the same for many is named once."""

    def recall(self, step: str, task: Task[T]) -> T:
        """The result of a task."""

    def recall_all(self, step: str, tasks: Sequence[Task[T]], watch: Watch = UNWATCHED) -> list[T]:
        """The results of many tasks, in their order."""

    def recall_later(
        self, step: str, tasks: Sequence[Task[T]], aside: Callable[[T], A], watch: Watch = UNWATCHED
    ) -> list[Later[T, A]]:
        """The same for large results of which few are looked at; `aside` takes from each what always is."""

    def digest(self, value: object) -> str:
        """What tells a value from any other, for answers to questions; the same text for all where nothing is kept."""


@dataclass(frozen=True, slots=True)
class Forgetful:
    """Keeps nothing: every step runs."""

    def knowing(self, *_: object) -> Memo:
        """Itself."""
        return self

    def recall(self, step: str, task: Task[T]) -> T:  # noqa: ARG002  Memo's signature
        """What the task makes."""
        return task.make(task.ask)

    def recall_all(self, step: str, tasks: Sequence[Task[T]], watch: Watch = UNWATCHED) -> list[T]:
        """What the tasks make, one after the other."""
        return list(one_by_one(tasks, watch, partial(self.recall, step)))

    def recall_later(
        self, step: str, tasks: Sequence[Task[T]], aside: Callable[[T], A], watch: Watch = UNWATCHED
    ) -> list[Later[T, A]]:
        """What the tasks make, one after the other, now."""
        return [Later("", aside(made), partial(_given, made)) for made in self.recall_all(step, tasks, watch)]

    def digest(self, _: object) -> str:
        """Nothing."""
        return ""


def _given(value: T) -> T:
    return value


def one_by_one(tasks: Sequence[Task[T]], watch: Watch, done: Callable[[Task[T]], T]) -> Iterator[T]:
    """The results of tasks that are `done` here and now."""
    for number, task in enumerate(tasks):
        watch.told(number, len(tasks))
        yield done(task)


FORGETFUL: Final = Forgetful()
"""For whoever has no cache."""
