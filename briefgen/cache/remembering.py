"""The memo that keeps: values under the hash of their inputs, in a store."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from briefgen.cache.packing import Unreadable, digest, pack, unpack
from briefgen.cache.store import Store
from briefgen.model.memo import Ask

T = TypeVar("T")

UNPICKLABLE: Final = (pickle.PicklingError, TypeError, AttributeError, ValueError, RecursionError)
"""What pickle raises for values that have no bytes, as open files and functions."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each step was recalled, how often it ran instead, and how often its inputs or value could not be kept."""

    hits: Counter[str] = field(default_factory=Counter)
    misses: Counter[str] = field(default_factory=Counter)
    unkept: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Remembering:
    """Recalls from a store. `context` is the hash of what all steps read: the code, and whatever `knowing` was given."""

    store: Store
    context: bytes
    tally: Tally = field(default_factory=Tally)

    def knowing(self, *values: object) -> Remembering:
        """The same memo for steps that read these values too."""
        return Remembering(self.store, digest(self.context, *values), self.tally)

    def recall(self, step: str, subject: str, inputs: object, make: Callable[[], T]) -> T:
        """What was made of these inputs before, else what `make` makes now."""

        def quiet(_: tuple[str, ...]) -> None:
            return None

        return self.recall_asking(step, subject, inputs, quiet, lambda _: make())

    def recall_asking(self, step: str, subject: str, inputs: object, ask: Ask, make: Callable[[Ask], T]) -> T:  # noqa: ARG002
        """The same for a step that asks: what was made before counts if each question still has the answer it had."""
        key = self.key(step, inputs)
        found = self.kept(key, ask) if key else None
        if found:
            self.tally.hits[step] += 1
            value: T = found[0]
            return value
        self.tally.misses[step] += 1
        return self.made(step, key, ask, make)

    def key(self, step: str, inputs: object) -> bytes | None:
        """What a value is kept under; None for inputs that have no hash."""
        try:
            return digest(self.context, step, inputs)
        except UNPICKLABLE:
            return None

    def kept(self, key: bytes, ask: Ask) -> tuple[Any] | None:
        """The value kept under a key, if it is still true."""
        data = self.store.get(key)
        if data is None:
            return None
        try:
            answers, value = unpack(data)
        except (Unreadable, TypeError, ValueError):
            return None
        return (value,) if all(ask(question) == answer for question, answer in answers) else None

    def made(self, step: str, key: bytes | None, ask: Ask, make: Callable[[Ask], T]) -> T:
        """Let the step make its value and keep that, with what it asked."""
        answers: dict[tuple[str, ...], str | None] = {}

        def noted(question: tuple[str, ...]) -> str | None:
            answers[question] = ask(question)
            return answers[question]

        value = make(noted)
        try:
            if key:
                self.store.put(key, pack((tuple(answers.items()), value)))
                return value
        except UNPICKLABLE:
            pass
        self.tally.unkept[step] += 1
        return value
