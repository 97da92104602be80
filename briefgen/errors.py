"""What can go wrong, told as sentences for the person who can fix it.

A `Problem` is one such sentence with its place and a hint. Stages return problems for what an author should know and
raise a `BriefgenError` only where they cannot go on::

    BriefgenError
    ├── UsageError        wrong command line or site.yaml (exit code 2)
    ├── MissingExtra      a library of an optional extra is not installed (exit code 2)
    └── ContentError      problems in content, all of one run (exit code 1)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One sentence about one place in a file.

    `file` is the path relative to the site's folder with forward slashes, or empty when no file is concerned. `line` and
    `column` count from 1; 0 means "the whole file". `what` is a sentence without its full stop, `hint` says how to
    mend it (may be empty). An error stops publication, a warning is only shown unless the build is strict; a note is
    for the editor and never stops anything.
    """

    file: str
    line: int
    column: int
    what: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """`file:line:col: sentence (hint)`, leaving out what is not known."""
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)] if self.file else [])
        sentence = f"{place}: {self.what}" if place else self.what
        return f"{sentence}; {self.hint}" if self.hint else sentence


class BriefgenError(Exception):
    """Base of every error that briefgen raises on purpose; its text is one clear sentence."""


class UsageError(BriefgenError):
    """The command line or `site.yaml` is wrong; carries every problem found in it."""

    def __init__(self, sentence: str, problems: tuple[Problem, ...] = ()) -> None:
        """Take the sentence to show and the problems behind it, if they have places."""
        super().__init__(sentence)
        self.problems = problems


class MissingExtra(BriefgenError):  # noqa: N818  named for what is missing, as click and pip do
    """A library of an optional extra is needed and not installed."""

    def __init__(self, purpose: str, extra: str) -> None:
        """Take what was to be done ("reading .html") and the extra's name ("import")."""
        super().__init__(f"{purpose} needs the extra [{extra}]: pip install 'briefgen[{extra}]'")


class ContentError(BriefgenError):
    """Content has errors; nothing was published. Carries all problems of the run, sorted by place."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Take every problem of the run."""
        errors = sum(problem.severity == "error" for problem in problems)
        kind, count = ("error", errors) if errors else ("warning", len(problems))  # only a strict build stops at warnings
        super().__init__(f"{count} {kind}{'s' if count != 1 else ''} in content; nothing was published")
        self.problems = tuple(sorted(problems))
