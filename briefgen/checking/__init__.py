"""Outputs → problems: what only the finished pages show, links from templates included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from briefgen.checking.links import link_problems
from briefgen.errors import Problem
from briefgen.model.output import Output

Check = Callable[[Sequence[Output]], Iterable[Problem]]

CHECKS: Final[tuple[Check, ...]] = (link_problems,)
"""Every check of finished outputs."""


def check(outputs: Sequence[Output]) -> tuple[Problem, ...]:
    """Every problem of the finished outputs."""
    return tuple(problem for one in CHECKS for problem in one(outputs))
