"""`--profile`: where the time of a build goes, by the stages that it reports as its progress."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator

from briefgen.cache import Tally

Progress = Callable[[str, int, int], None]


class Profile:
    """Hears the progress of a build and clocks its stages."""

    def __init__(self, progress: Progress) -> None:
        """Take whom to pass the progress on to; the first stage begins now, with starting up."""
        self._progress = progress
        self._stage = "starting"
        self._times: dict[str, tuple[float, float]] = {}
        self._since = _clocks()

    def progress(self, what: str, done: int, total: int) -> None:
        """Hear it, and pass it on."""
        if what != self._stage:
            self._clock(what)
        self._progress(what, done, total)

    def lines(self, tally: Tally) -> Iterator[str]:
        """The table: seconds of each stage by the clock and of all processors, then what the cache was asked for."""
        self._clock("")
        whole = sum(wall for wall, _ in self._times.values()) or 1.0
        yield f"{'stage':<26}{'seconds':>9}{'processor':>11}{'share':>7}"
        for stage, (wall, cpu) in self._times.items():
            yield f"{stage:<26}{wall:>9.3f}{cpu:>11.3f}{wall / whole:>7.0%}"
        if steps := sorted({*tally.hits, *tally.misses}):
            yield f"{'step':<26}{'remembered':>11}{'made':>9}{'not kept':>10}"
        for step in steps:
            yield f"{step:<26}{tally.hits[step]:>11}{tally.misses[step]:>9}{tally.unkept[step]:>10}"

    def _clock(self, stage: str) -> None:
        """Close the stage that runs, and begin another."""
        now = _clocks()
        wall, cpu = self._times.get(self._stage, (0.0, 0.0))
        self._times[self._stage] = (wall + now[0] - self._since[0], cpu + now[1] - self._since[1])
        self._stage, self._since = stage, now


def _clocks() -> tuple[float, float]:
    """Seconds by the clock, and of the processors: ours and that of the processes which have worked for us."""
    spent = os.times()
    return time.perf_counter(), spent.user + spent.system + spent.children_user + spent.children_system
