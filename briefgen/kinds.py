"""The kinds of fact that have pages of their own: one row each, so that indexes and pages are written once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: its `name` in code and data, its `plural`, and the `folder` of its pages in `output/`."""

    name: str
    plural: str
    folder: str


COUNTRY: Final = Kind("country", "countries", "countries")
TOPIC: Final = Kind("topic", "topics", "topics")
PERSON: Final = Kind("person", "people", "people")
ORGANIZATION: Final = Kind("organization", "organizations", "organizations")
AGREEMENT: Final = Kind("agreement", "agreements", "agreements")

KINDS: Final = (COUNTRY, TOPIC, PERSON, ORGANIZATION, AGREEMENT)
"""Every kind that is indexed and has pages; adding a kind begins with a row here."""

REGISTERED: Final = (PERSON, ORGANIZATION, AGREEMENT)
"""Kinds whose members are known by their names alone, so that a register has to tell which names mean the same."""
