"""A preparer that workers can be killed by; they import this module, so it needs nothing of pytest's."""

from __future__ import annotations

from pathlib import Path

from briefgen.importing.gathering import Gathered
from briefgen.importing.holdings import Holdings
from briefgen.importing.preparing import Prepared, Preparer
from tests.cluster.tasks import die, die_once


class Fatal(Preparer):
    """Prepares articles, but dies of those whose text says so."""

    def prepare(self, gathered: Gathered, holdings: Holdings) -> Prepared:
        """What becomes of an article, if it does not kill the process first."""
        data = gathered.source.data if gathered.source else b""
        if b"kills once" in data:
            die_once(Path(f"{gathered.name}.dead"))
        if b"kills always" in data:
            die()
        return super().prepare(gathered, holdings)
