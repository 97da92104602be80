"""A place where a text may name a country."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.analysis.lexicon import Kind


class Sighting(NamedTuple):
    """`plain[start:end]` may name the country `code`; `ambiguous` when it may as well be something else."""

    code: str
    start: int
    end: int
    kind: Kind
    ambiguous: bool = False
