"""What the command line prints: progress, problems and summaries; plain lines where no terminal listens."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from briefgen.errors import Problem

_STYLES: Final = {"error": "bold red", "warning": "yellow", "note": "cyan"}


class Reporter:
    """Prints to standard error, so that standard output stays free for results; honors `NO_COLOR` and pipes (rich does)."""

    def __init__(self) -> None:
        """Begin with nothing printed."""
        self._console = Console(file=sys.stderr, highlight=False, soft_wrap=True)
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._said = ""

    def progress(self, what: str, done: int, total: int, of: str = "briefings") -> None:
        """Show how far a step is: a bar on a terminal, with rate and remaining time; one line a step elsewhere."""
        if not self._console.is_terminal:
            if what != self._said:
                self._console.print(f"{what} {total} {of}" if total else what)
            self._said = what
            return
        if self._bar is None:
            columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
            self._bar = Progress(*columns, console=self._console, transient=True, redirect_stdout=False)
            self._task = self._bar.add_task(what, total=total)
            self._bar.start()
        if self._task is not None:
            self._bar.update(self._task, description=what, completed=done, total=total)

    def above_bar(self, text: str) -> bool:
        """Print a result above the bar, if there is one and standard output is the terminal too; else print nothing."""
        above = self._bar is not None and sys.stdout.isatty()
        if above:
            self._console.print(Text(text), end="")
        return above

    def done(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def problems(self, problems: Iterable[Problem]) -> None:
        """Print each problem on a line of its own, as `file:line:col: sentence; hint`."""
        for problem in problems:
            line = Text(f"{problem.severity}: ", style=_STYLES[problem.severity])
            self._console.print(line.append(str(problem), style="default"))

    def line(self, text: str) -> None:
        """Print one plain line."""
        self._console.print(Text(text))


class _Rate(ProgressColumn):
    """How many are done in a second."""

    def render(self, task: Task) -> Text:
        """The rate of the last seconds, once there is one."""
        return Text(f"{task.speed:.0f}/s" if task.speed else "")
