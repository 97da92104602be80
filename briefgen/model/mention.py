"""A place in a text that names a thing with a page of its own: what automatic cross-links are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefgen.kinds import Kind


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names the thing `id` of a kind."""

    kind: Kind
    id: str
    start: int
    end: int


FindMentions = Callable[[str, str], Iterable[Mention]]
"""Takes a text and its language (BCP 47); gives the mentions in it, in reading order, never overlapping."""
