"""The memo that keeps: values under the hash of their inputs, in a store."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final, Generic, TypeVar

from briefgen.cache.crew import done_by_crew, is_worth_a_crew
from briefgen.cache.packing import Unreadable, digest, pack, sealed, unpack
from briefgen.cache.sealed import Sealed
from briefgen.cache.store import Store
from briefgen.model.memo import UNWATCHED, Ask, Later, Question, Task, Watch

T = TypeVar("T")
A = TypeVar("A")

_VALUE: Final = 2
"""Place of the value in what is kept; before it stand the questions and the hash of their answers."""

UNPICKLABLE: Final = (pickle.PicklingError, TypeError, AttributeError, ValueError, RecursionError)
"""What pickle raises for values that have no bytes, as open files and functions."""


Helpers = Callable[[Callable[[Any, Any], Any], object, Sequence[object]], Iterator[tuple[int, Any]]]
"""Other machines: they do a function for each of many items with what these share, and give each result with its number.

Whatever they could not do is missing."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each step was recalled, how often it ran instead, and how often its inputs or value could not be kept."""

    hits: Counter[str] = field(default_factory=Counter)
    misses: Counter[str] = field(default_factory=Counter)
    unkept: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Remembering:
    """Recalls from a store, and has `jobs` processes make what is not there; what can be an errand is done by `helpers`.

    `context` is the hash of what all steps read: the code, and whatever `knowing` was given.
    """

    store: Store
    context: bytes
    jobs: int = 1
    helpers: Helpers | None = None
    tally: Tally = field(default_factory=Tally)

    def knowing(self, *values: object) -> Remembering:
        """The same memo for steps that read these values too."""
        return replace(self, context=digest(self.context, *values))

    def recall(self, step: str, task: Task[T]) -> T:
        """What was made of the same inputs before, else what the task makes now."""
        return self.recall_all(step, [task])[0]

    def recall_all(self, step: str, tasks: Sequence[Task[T]], watch: Watch = UNWATCHED) -> list[T]:
        """The results of many tasks, those that are not kept made by several processes."""
        watch.told(0, len(tasks))
        keys = [self.key(step, task) for task in tasks]
        found = [self.kept(key, task) if key else None for key, task in zip(keys, tasks, strict=True)]
        missing = [number for number, one in enumerate(found) if one is None]
        self.tally.hits[step] += len(tasks) - len(missing)
        self.tally.misses[step] += len(missing)
        watch.told(len(tasks) - len(missing), len(tasks))
        for done, (place, made) in enumerate(self._made(tasks, missing, watch), len(tasks) - len(missing)):
            watch.told(done, len(tasks))
            found[place] = (made.value,)
            self._keep(step, keys[place], made)
        return [one[0] for one in found if one is not None]

    def recall_later(
        self, step: str, tasks: Sequence[Task[T]], aside: Callable[[T], A], watch: Watch = UNWATCHED
    ) -> list[Later[T, A]]:
        """The same for large results of which few are looked at: they stay as the bytes they are kept in."""
        return later(self.recall_all(step, sealing(tasks, aside), watch))

    def digest(self, value: object) -> str:
        """The hash of a value."""
        return digest(value).hex()

    def key(self, step: str, task: Task[Any]) -> bytes | None:
        """What the result of a task is kept under; None for inputs that have no hash."""
        try:
            return digest(self.context, step, task.inputs)
        except UNPICKLABLE:
            return None

    def kept(self, key: bytes, task: Task[T]) -> tuple[T] | None:
        """The result that is kept under a key, if it is still true."""
        data = self.store.get(key)
        if data is None:
            return None
        try:
            questions, answers, value = unpack(data)
            still: bool = digest(*map(task.ask, questions)) == answers
        except (Unreadable, TypeError, ValueError):
            return None
        return (value,) if still else None

    def _made(self, tasks: Sequence[Task[T]], missing: Sequence[int], watch: Watch) -> Iterator[tuple[int, _Made[T]]]:
        """The results of the tasks with these numbers, in whatever order they are done."""
        left = dict.fromkeys(missing)
        if self.helpers is not None:
            for place, value in _helped(self.helpers, tasks, missing):
                del left[place]
                yield place, _kept_as(value, {})
            missing = list(left)
        if is_worth_a_crew(len(missing), self.jobs):
            watch.prepare()
            for place, data in done_by_crew(lambda place: _performed(tasks[missing[place]]).data, len(missing), self.jobs):
                del left[missing[place]]
                yield missing[place], _Made(unpack(data)[_VALUE], data)
        for number in left:
            yield number, _performed(tasks[number])

    def _keep(self, step: str, key: bytes | None, made: _Made[T]) -> None:
        if key and made.data is not None:
            self.store.put(key, made.data)
        else:
            self.tally.unkept[step] += 1


def later(results: Iterable[Sealed[A]]) -> list[Later[Any, A]]:
    """Sealed results, to be opened when they are needed."""
    return [Later(one.hash, one.aside, partial(unpack, one.data)) for one in results]


def sealing(tasks: Sequence[Task[T]], aside: Callable[[T], A]) -> list[Task[Sealed[A]]]:
    """The same tasks, whose results are sealed."""

    def of(task: Task[T]) -> Task[Sealed[A]]:
        def make(ask: Ask) -> Sealed[A]:
            value = task.make(ask)
            return sealed(value, aside(value))

        return Task(task.subject, task.inputs, make, task.ask)

    return [of(task) for task in tasks]


@dataclass(frozen=True, slots=True)
class _Made(Generic[T]):
    """A result, and the bytes that keep it with what was asked for it; None for one that has none."""

    value: T
    data: bytes | None


def _helped(helpers: Helpers, tasks: Sequence[Task[T]], missing: Sequence[int]) -> Iterator[tuple[int, T]]:
    """The results of the missing tasks that are errands; those of a step share function and common."""
    errands = {place: errand for place in missing if (errand := tasks[place].errand)}
    if errands:
        places, first = list(errands), next(iter(errands.values()))
        for number, value in helpers(first.function, first.common, [errands[place].item for place in places]):
            yield places[number], value


def _performed(task: Task[T]) -> _Made[T]:
    answers: dict[Question, str | None] = {}

    def noted(question: Question) -> str | None:
        answers[question] = task.ask(question)
        return answers[question]

    return _kept_as(task.make(noted), answers)


def _kept_as(value: T, answers: Mapping[Question, str | None]) -> _Made[T]:
    try:
        return _Made(value, pack((tuple(answers), digest(*answers.values()), value)))
    except UNPICKLABLE:
        return _Made(value, None)
