"""Which publishers reported what a page tells."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.briefing import Briefing
from briefgen.rendering.edition import MOST_BARS, Edition
from briefgen.rendering.views.common import Bar, Link


def publisher_of(briefing: Briefing) -> str:
    """Who reported it: the publisher, else the agency; empty where neither is stated."""
    return briefing.facts.source.publisher or briefing.facts.source.agency


def publisher_bars(edition: Edition, briefings: Iterable[Briefing], page: str) -> tuple[Bar, ...]:
    """How many of these briefings each publisher stands behind, the most frequent first."""
    del page
    counts: dict[str, int] = {}
    for briefing in briefings:
        name = publisher_of(briefing) or edition.localizer.text("not stated")
        counts[name] = counts.get(name, 0) + 1
    ordered = sorted(counts, key=lambda name: (-counts[name], edition.localizer.order.key(name)))[:MOST_BARS]
    most = max(counts.values(), default=1)
    return tuple(
        Bar(Link("", name), edition.localizer.number(counts[name]), round(100 * counts[name] / most)) for name in ordered
    )
