"""An instrument over all briefings: where it stands, and every report that says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import AgreementKind, AgreementStatus
from briefgen.model.register import Spot
from briefgen.model.vocabulary import Claim

STAGES: Final[tuple[AgreementStatus, ...]] = (
    "proposed",
    "drafting",
    "negotiating",
    "agreed",
    "signed",
    "ratified",
    "in-force",
    "ended",
)
"""Where an instrument can stand, in the order in which it moves (field.md C7)."""


@dataclass(frozen=True, slots=True)
class Movement:
    """One report of where an instrument stands.

    `date` is that of the instrument where a report states it (`dated_by` is "agreement"), else the date of the report; None
    where neither is known. `spot` is where a briefing says so, None for a movement that the vocabulary records, whose `source`
    and `url` tell from where. `is_raw` reports were found by machine and not reviewed.
    """

    status: AgreementStatus
    date: Edtf | None
    dated_by: Literal["agreement", "report"]
    parties: tuple[str, ...] = ()
    spot: Spot | None = None
    is_raw: bool = False
    source: str = ""
    url: str = ""

    @property
    def stage(self) -> int:
        """How far that is: 1 (proposed) to 8 (ended)."""
        return STAGES.index(self.status) + 1


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, agreement, memorandum … that briefings report.

    `movements` are the oldest first, undated ones last; `status` follows from them, unless the vocabulary sets it for a
    `reason`. `since` is the date of the report that first has it there. `claims` are values that sources report differently;
    `url` leads to the official text.
    """

    id: str
    kind: AgreementKind | None
    parties: tuple[str, ...]
    status: AgreementStatus | None
    since: Edtf | None
    movements: tuple[Movement, ...]
    reason: str = ""
    claims: tuple[Claim, ...] = ()
    url: str = ""

    @property
    def stage(self) -> int:
        """How far it got: 1 (proposed) to 8 (ended), 0 where no report says."""
        return STAGES.index(self.status) + 1 if self.status else 0

    @property
    def is_raw(self) -> bool:
        """Whether only machines report where it stands."""
        return all(movement.is_raw for movement in self.movements)
