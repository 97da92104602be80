"""Remembering what expensive, pure steps made: what a stage sees of it. `briefgen.cache` keeps it, `Forgetful` nothing.

A step names **everything it reads** as its inputs. It may also ask questions while it runs, of tables too large to be
inputs (where is the page of this country?); each question is kept with its answer, and what was made is used again only
while all of them are still answered alike.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol, TypeVar

T = TypeVar("T")

Ask = Callable[[tuple[str, ...]], str | None]
"""Answers a question, as `("page", "visit-to-vienna")`; the same as long as nothing changed."""


class Memo(Protocol):
    """Gives what a step made before from the same inputs, else lets it make it."""

    def knowing(self, *values: object) -> Memo:
        """The same memo for steps that read these values too: what is large and the same for many is named once."""

    def recall(self, step: str, subject: str, inputs: object, make: Callable[[], T]) -> T:
        """What `make` makes of `inputs`, which are everything it reads; `subject` names for people what it is made of."""

    def recall_asking(self, step: str, subject: str, inputs: object, ask: Ask, make: Callable[[Ask], T]) -> T:
        """The same for a step that asks as well; it must ask through what `make` is given."""


class Forgetful:
    """Keeps nothing: every step runs."""

    def knowing(self, *_: object) -> Memo:
        """Itself."""
        return self

    def recall(self, step: str, subject: str, inputs: object, make: Callable[[], T]) -> T:  # noqa: ARG002  Memo's signature
        """What `make` makes."""
        return make()

    def recall_asking(
        self,
        step: str,  # noqa: ARG002  Memo's signature
        subject: str,  # noqa: ARG002
        inputs: object,  # noqa: ARG002
        ask: Ask,
        make: Callable[[Ask], T],
    ) -> T:
        """What `make` makes, asking directly."""
        return make(ask)


FORGETFUL: Final = Forgetful()
"""For whoever has no cache."""
