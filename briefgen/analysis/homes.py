"""The home of an article: the country for whose readers it is written, as its dateline, publisher and agency say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Final

import regex

from briefgen.analysis.knowledge import Knowledge, table
from briefgen.model.article import Trait
from briefgen.model.finding import Findings

_WRITERS: Final = (Trait.PUBLISHER, Trait.AGENCY, Trait.SOURCE_URL)
"""What says who wrote an article, the surest first; a dateline may be abroad."""

_DOMAIN: Final = regex.compile(r"^(?:https?://)?[\w.-]+\.([a-z]{2})(?:[:/]|$)")
"""The top-level domain of a country, which is its code of ISO 3166 (RFC 1591)."""

_PARTED: Final = regex.compile(r"[/,・、]")
"""Marks between agencies that sign together: "VNA/VNS"."""


def place_of(found: Findings, knowledge: Knowledge, lang: str, codes: Collection[str]) -> str:
    """The country from which an article in `lang` that names the countries `codes` was sent, by its dateline; or ""."""
    return _country_of(Trait.DATELINE, found, knowledge, lang, codes)


def home_of(found: Findings, knowledge: Knowledge, lang: str, codes: Collection[str]) -> str:
    """The country of those who wrote an article, "" where nothing says it.

    It is told by the places in their name, by the agency of a state, by the domain of a country that the article names.
    """
    homes = (_country_of(trait, found, knowledge, lang, codes) for trait in _WRITERS)
    return next((home for home in homes if home), "")


def _country_of(trait: Trait, found: Findings, knowledge: Knowledge, lang: str, codes: Collection[str]) -> str:
    finding = found.trait(trait)
    if not finding:
        return ""
    read = {mention.code for mention in knowledge.gazetteer.mentions(finding.value, lang)}
    read = read or {country for name in _PARTED.split(finding.value) if (country := _agencies().get(name.strip()))}
    domain = _DOMAIN.search(finding.value)
    if domain and not read:
        read = {domain[1].upper()}.intersection(codes)
    return read.pop() if len(read) == 1 else ""


@cache
def _agencies() -> Mapping[str, str]:
    """The country of each national news agency of `data/agencies.yaml`."""
    return {name: country for country, names in table("agencies").items() for name in names}
