"""The view of the front page."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.rendering.views.common import AgreementView, Card, LetterGroup, Row


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page."""

    lead: Card | None
    cards: tuple[Card, ...]
    numbers: tuple[Row, ...]
    agreements: tuple[AgreementView, ...]
    countries: tuple[LetterGroup, ...]
    topics: tuple[LetterGroup, ...]
    as_of: str
