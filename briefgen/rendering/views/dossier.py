"""The view of the page of a country or a topic."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.rendering.views.common import AgreementView, Bar, Card, Link


@dataclass(frozen=True, slots=True)
class EntryView:
    """A country's or topic's page."""

    name: str
    other_names: tuple[Link, ...]
    definition: str
    count: str
    newest: str
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    cards: tuple[Card, ...]
    mentions: tuple[Card, ...]
    beside: tuple[Bar, ...]
    beside_title: str
    partners: tuple[Bar, ...]
    agreements: tuple[AgreementView, ...]
