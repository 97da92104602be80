"""The view of the front page."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.rendering.views.briefing import WatchRow
from briefgen.rendering.views.common import AgreementView, Card, LetterGroup, Link, Row
from briefgen.rendering.views.map import WorldView


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page: `recent` are the numbers of the year that `period` names, `numbers` those of the whole site."""

    lead: Card | None
    cards: tuple[Card, ...]
    period: str
    recent: tuple[Row, ...]
    numbers: tuple[Row, ...]
    world: WorldView | None
    agreements: tuple[AgreementView, ...]
    ahead: tuple[WatchRow, ...]
    dossiers: tuple[Link, ...]
    countries: tuple[LetterGroup, ...]
    topics: tuple[LetterGroup, ...]
    as_of: str
