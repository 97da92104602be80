"""Whether work is shared out among several processes, and among how many; `forking` does it, and is loaded when it does."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import Final

_LEAST: Final = 48
"""Tasks for which it is worth it to fork: two processes take some 50 ms to begin and end, a page takes 2 ms."""


def jobs_by_default() -> int:
    """The number of processes that work when nothing else is said: one a core, where forking is safe and quick (Linux)."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def is_worth_a_crew(count: int, jobs: int) -> bool:
    """Whether so many tasks are done sooner by several processes: not if they are few, or where a system cannot fork."""
    return jobs > 1 and count >= _LEAST and hasattr(os, "fork")


def done_by_crew(work: Callable[[int], bytes | None], count: int, jobs: int) -> Iterator[tuple[int, bytes]]:
    """What `jobs` processes make of the numbers below `count`, in whatever order it is done."""
    from briefgen.cache.forking import done_by_forks  # noqa: PLC0415

    return done_by_forks(work, count, jobs)
