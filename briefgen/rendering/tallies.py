"""Briefings counted by country and topic in one pass, each once whatever its translations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.kinds import Kind
from briefgen.rendering.edition import Edition

Keys = dict[str, None]
"""Ids of briefings, newest first, each once."""


@dataclass(frozen=True, slots=True)
class Tallies:
    """The briefings about each country, about each topic, and about each country and topic together."""

    countries: Mapping[str, Keys]
    topics: Mapping[str, Keys]
    both: Mapping[tuple[str, str], Keys]


def tallies(edition: Edition) -> Tallies:
    """Count the site's briefings; of translations the one in the page's language stands for all."""
    shown = {
        key: chosen
        for chosen in edition.chosen(edition.site.briefings)
        for key in (chosen, *edition.site.translations.get(chosen, ()))
    }
    countries: dict[str, Keys] = {}
    topics: dict[str, Keys] = {}
    both: dict[tuple[str, str], Keys] = {}
    for key, briefing in edition.site.briefings.items():
        codes = briefing.countries("primary")
        for code in codes:
            countries.setdefault(code, {})[shown[key]] = None
        for topic in briefing.topics:
            topics.setdefault(topic, {})[shown[key]] = None
            for code in codes:
                both.setdefault((code, topic), {})[shown[key]] = None
    return Tallies(countries, topics, both)


def ranked(edition: Edition, kind: Kind, tally: Mapping[str, Keys]) -> list[str]:
    """The members of a kind by their number of briefings, the most first, then by name."""
    order = edition.localizer.order
    names = {key: order.key(edition.name(kind, key)[0]) for key in tally}
    return sorted(names, key=lambda key: (-len(tally[key]), names[key]))
