"""Which publishers reported what a page tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefgen.model.briefing import Briefing
from briefgen.rendering.edition import MOST_BARS, Edition
from briefgen.rendering.views.common import Bar, Link
from briefgen.urls import publisher_path, relative


def publisher_of(briefing: Briefing) -> str:
    """Who reported it: the publisher, else the agency; empty where neither is stated."""
    return briefing.facts.source.publisher or briefing.facts.source.agency


def briefings_by_publisher(edition: Edition) -> dict[str, tuple[Briefing, ...]]:
    """The briefings of each publisher, the newest first, each in one language only; those without one under an empty name."""
    groups: dict[str, list[Briefing]] = {}
    for key in edition.chosen(edition.site.briefings):
        briefing = edition.site.briefings[key]
        groups.setdefault(publisher_of(briefing), []).append(briefing)
    return {name: tuple(briefings) for name, briefings in groups.items()}


def publisher_bars(edition: Edition, briefings: Iterable[Briefing], page: str) -> tuple[Bar, ...]:
    """How many of these briefings each publisher stands behind, the most frequent first."""
    counts = Counter(map(publisher_of, briefings))
    ordered = sorted(counts, key=lambda name: (-counts[name], not name, edition.localizer.order.key(name)))[:MOST_BARS]
    most = max(counts.values(), default=1)
    links = {name: Link(relative(publisher_path(name), page), name) for name in ordered if name}
    unnamed = Link("", edition.localizer.text("not stated"))
    return tuple(
        Bar(links.get(name, unnamed), edition.localizer.number(counts[name]), round(100 * counts[name] / most))
        for name in ordered
    )
