"""A place of a text that names an organization."""

from __future__ import annotations

from typing import NamedTuple


class OrganizationMention(NamedTuple):
    """A body named at `start:end`, in words that `rule` knows.

    `bare` is its name without the country; `known` its id in the vocabulary or among international bodies; `last` is where
    the words end that tell its acronym and country; `near` are the countries named in its paragraph.
    """

    name: str
    start: int
    end: int
    rule: str
    bare: str = ""
    acronym: str = ""
    country: str = ""
    known: str = ""
    last: int = 0
    near: frozenset[str] = frozenset()
