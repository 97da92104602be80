"""Outputs → problems: what only the finished pages show, links from templates included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from briefgen.checking.links import link_problems
from briefgen.errors import Problem
from briefgen.model.memo import FORGETFUL, Memo
from briefgen.model.output import Output

Check = Callable[[Sequence[Output], Memo], Iterable[Problem]]

CHECKS: Final[tuple[Check, ...]] = (link_problems,)
"""Every check of finished outputs."""


def check(outputs: Sequence[Output], memo: Memo = FORGETFUL) -> tuple[Problem, ...]:
    """Every problem of the finished outputs; `memo` may know what stood on the same pages before."""
    return tuple(problem for one in CHECKS for problem in one(outputs, memo))
