"""The memo that trusts nothing: every step runs, and what was kept of it is compared with what it makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from briefgen.cache.packing import digest
from briefgen.cache.remembering import UNPICKLABLE, Remembering, later, sealing
from briefgen.model.memo import UNWATCHED, Later, Memo, Task, Watch, one_by_one

T = TypeVar("T")
A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Audit:
    """Runs every step and notes in `wrong`, by subject, the steps whose kept value is another one."""

    memo: Remembering
    wrong: dict[str, str] = field(default_factory=dict)

    def knowing(self, *values: object) -> Memo:
        """The same audit of steps that read these values too."""
        return Audit(self.memo.knowing(*values), self.wrong)

    def recall(self, step: str, task: Task[T]) -> T:
        """What the task makes now."""
        value = task.make(task.ask)
        key = self.memo.key(step, task)
        kept = self.memo.kept(key, task) if key else None
        if kept and not _same(kept[0], value):
            self.wrong.setdefault(task.subject, step)
        return value

    def recall_all(self, step: str, tasks: Sequence[Task[T]], watch: Watch = UNWATCHED) -> list[T]:
        """What the tasks make now, one after the other."""
        return list(one_by_one(tasks, watch, partial(self.recall, step)))

    def recall_later(
        self, step: str, tasks: Sequence[Task[T]], aside: Callable[[T], A], watch: Watch = UNWATCHED
    ) -> list[Later[T, A]]:
        """What the tasks make now, one after the other."""
        return later(self.recall_all(step, sealing(tasks, aside), watch))

    def digest(self, value: object) -> str:
        """The hash of a value."""
        return self.memo.digest(value)


def _same(one: object, other: object) -> bool:
    try:
        return digest(one) == digest(other)
    except UNPICKLABLE:
        return one == other
