"""All that a process needs to prepare places one after the other, as one value that can be handed to another process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.importing.gathering import Gathered, Gatherer
from briefgen.importing.holdings import Holdings
from briefgen.importing.preparing import Prepared, Preparer
from briefgen.importing.sources import Place


@dataclass(frozen=True)
class Desk:
    """Who gathers, who prepares, and what the site holds as far as they know."""

    gatherer: Gatherer
    preparer: Preparer
    holdings: Holdings

    def gather(self, place: Place) -> Iterator[Gathered]:
        """Every article of a place as its bytes, in order."""
        return self.gatherer.gather(place, self.holdings)

    def prepare(self, place: Place) -> Iterator[Prepared]:
        """Every article of a place, in order."""
        for gathered in self.gather(place):
            yield self.preparer.prepare(gathered, self.holdings)
