"""Files for machines that are made together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefgen.model.output import Output
from briefgen.rendering.edition import Edition

Editions = tuple[Edition, ...]
"""A site in each language of the interface, the default one first."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that there are: a name for people, and what makes them of a site's editions and of these keys.

    They follow from what is read of the editions and from the keys, which tell batches apart that are made alike.
    """

    name: str
    make: Callable[..., Iterable[Output]]
    keys: tuple[str, ...] = ()
