"""The memo that trusts nothing: every step runs, and what was kept of it is compared with what it makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from briefgen.cache.packing import digest
from briefgen.cache.remembering import UNPICKLABLE, Remembering
from briefgen.model.memo import Ask, Memo

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Audit:
    """Runs every step and notes in `wrong`, by subject, the steps whose kept value is another one."""

    memo: Remembering
    wrong: dict[str, str] = field(default_factory=dict)

    def knowing(self, *values: object) -> Memo:
        """The same audit of steps that read these values too."""
        return Audit(self.memo.knowing(*values), self.wrong)

    def recall(self, step: str, subject: str, inputs: object, make: Callable[[], T]) -> T:
        """What `make` makes now."""

        def quiet(_: tuple[str, ...]) -> None:
            return None

        return self.recall_asking(step, subject, inputs, quiet, lambda _: make())

    def recall_asking(self, step: str, subject: str, inputs: object, ask: Ask, make: Callable[[Ask], T]) -> T:
        """What `make` makes now."""
        value = make(ask)
        key = self.memo.key(step, inputs)
        kept = self.memo.kept(key, ask) if key else None
        if kept and not _same(kept[0], value):
            self.wrong.setdefault(subject, step)
        return value


def _same(one: object, other: object) -> bool:
    try:
        return digest(one) == digest(other)
    except UNPICKLABLE:
        return one == other
