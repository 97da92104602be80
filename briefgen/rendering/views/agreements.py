"""Views of the register of agreements and of the page of one."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.rendering.views.common import AgreementView, Bar, CardList, ClaimGroup, Link, Quote, StageGroup


@dataclass(frozen=True, slots=True)
class AgreementsView:
    """The register: the board, and every agreement as a row of the table."""

    count: str
    columns: tuple[StageGroup, ...]
    rows: tuple[AgreementView, ...]
    countries: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """A report of where an agreement stood; `note` says what its date is, `sections` lead to the words."""

    status: str
    stage: int
    date: str
    date_iso: str
    note: str
    parties: tuple[Link, ...]
    source: Link
    quote: Quote | None
    is_raw: bool


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party and the date of each stage that binds it, empty where none is reported."""

    party: Link
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InstrumentView:
    """The page of an agreement."""

    agreement: AgreementView
    other_names: tuple[Link, ...]
    standing: str
    reason: str
    steps: tuple[StepView, ...]
    party_stages: tuple[str, ...]
    party_rows: tuple[PartyRow, ...]
    claims: tuple[ClaimGroup, ...]
    topics: tuple[Bar, ...]
    cards: CardList
    official_text: str
