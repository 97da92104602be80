"""What the command line prints: progress, problems and summaries; plain lines where no terminal listens."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from briefgen.cache.records import Told
from briefgen.errors import Problem

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, Task, TaskID
    from rich.text import Text

_STYLES: Final = {"error": "bold red", "warning": "yellow", "note": "cyan"}


_MOMENT: Final = 0.1
"""Seconds between two looks of a bar."""

_UNPRINTED: Final = dict.fromkeys(map(ord, "\a\b\v\f\r"))
"""Control characters that would move a terminal's cursor; rich leaves them out too."""


class Reporter:
    """Prints to standard error, so that standard output stays free for results; honors `NO_COLOR` and pipes (rich does).

    rich is loaded when a terminal gets a bar or colors: a build with nothing to do takes hardly longer than that.
    """

    def __init__(self) -> None:
        """Begin with nothing printed."""
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._said = ""
        self._shown = 0.0

    def progress(self, what: str, done: int, total: int) -> None:
        """Show how far a step is: a bar on a terminal, with rate and remaining time; one line a step elsewhere."""
        if not self._is_terminal:
            if what != self._said and total:  # short steps without a number are for the bar alone
                self.line(f"{what}: {total}")
            self._said = what
            return
        if self._bar is None:
            self._bar = _bar(self._console)
            self._task = self._bar.add_task(what, total=total)
            self._bar.start()
        if self._task is not None:
            self._bar.update(self._task, description=what, completed=done, total=total)
        if what != self._said or time.monotonic() > self._shown + _MOMENT:
            self._bar.refresh()
            self._said, self._shown = what, time.monotonic()

    def above_bar(self, text: str) -> bool:
        """Print a result above the bar, if there is one and standard output is the terminal too; else print nothing."""
        if self._bar is None or not sys.stdout.isatty():
            return False
        self._console.print(_plain(text), end="")
        return True

    def done(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def problems(self, problems: Iterable[Problem]) -> None:
        """Print each problem on a line of its own, as `file:line:col: sentence; hint`."""
        for problem in problems:
            if self._is_terminal:
                label = _plain(f"{problem.severity}: ", _STYLES[problem.severity])
                self._console.print(label.append(str(problem), style="default"))
            else:
                self.line(f"{problem.severity}: {problem}")

    def told(self, told: Told) -> None:
        """Print the problems of a build and what it left out."""
        self.problems(told.problems)
        for line in told.left_out:
            self.line(line)

    def line(self, text: str) -> None:
        """Print one plain line."""
        if self._bar is None:
            print(text.translate(_UNPRINTED), file=sys.stderr)  # noqa: T201  printing is what this class is for
        else:
            self._console.print(_plain(text))

    @cached_property
    def _is_terminal(self) -> bool:
        """Whether a terminal listens, as rich tells it; without a sign of one rich need not be asked."""
        is_likely = sys.stderr.isatty() or any(map(os.environ.get, ("FORCE_COLOR", "TTY_COMPATIBLE")))
        return is_likely and self._console.is_terminal

    @cached_property
    def _console(self) -> Console:
        from rich.console import Console  # noqa: PLC0415

        return Console(file=sys.stderr, highlight=False, soft_wrap=True)


def _plain(text: str, style: str = "") -> Text:
    """Text in which nothing is markup."""
    from rich.text import Text  # noqa: PLC0415

    return Text(text, style)


def _bar(console: Console) -> Progress:
    """A bar that tells the rate of the last seconds, once there is one, and the time that remains.

    It has no thread that draws it: a build forks, and a fork of several threads may wait for ever.
    """
    from rich import progress  # noqa: PLC0415

    class Rate(progress.ProgressColumn):
        """How many are done in a second."""

        def render(self, task: Task) -> Text:
            return _plain(f"{task.speed:.0f}/s" if task.speed else "")

    columns = (
        progress.TextColumn("{task.description:<12}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        Rate(),
        progress.TimeRemainingColumn(),
    )
    return progress.Progress(*columns, console=console, transient=True, redirect_stdout=False, auto_refresh=False)
