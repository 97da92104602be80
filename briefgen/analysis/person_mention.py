"""A place of a text that names a person."""

from __future__ import annotations

from typing import NamedTuple


class PersonMention(NamedTuple):
    """A name at `start:end`, with the role, country and organization that the words around it say.

    `first:last` is the span of all those words; `timed` that the role belongs to another time ("then", 当時); `short` that
    the name needs another mention to say who is meant, unless it is sure enough `alone`; `rank` how much the role tells;
    `rule` how all was read.
    """

    name: str
    start: int
    end: int
    first: int
    last: int
    rule: str
    role: str = ""
    country: str = ""
    organization: str = ""
    timed: bool = False
    short: bool = False
    alone: bool = False
    rank: int = 0
