"""Builds with a memory: what was made before is used again, and where nothing changed there is nothing to do.

The stages are imported when they are needed: a build with nothing to do needs none.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.cache import Remembering
from briefgen.cache.records import Outcome, Request, Told, keep_record, record, snapshot, unchanged

if TYPE_CHECKING:
    from briefgen.build import BuildReport, Made, Progress
    from briefgen.model.settings import Project
    from briefgen.publishing import Published


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a build told, and what it published; None when nothing had changed since the last one."""

    told: Told
    published: Published | None

    def lines(self, output: Path, seconds: float) -> Iterator[str]:
        """What to print of it."""
        written, unchanged, removed = 0, self.told.files, 0
        if self.published is not None:
            for path in self.published.kept:
                yield f"{output / path}: no longer wanted, but changed by somebody else; left alone"
            written, unchanged, removed = map(len, (self.published.written, self.published.unchanged, self.published.removed))
        counts = f"{written} written, {unchanged} unchanged, {removed} removed"
        yield f"{self.told.briefings} briefings, {counts} in {seconds:.1f} s → {output / 'index.html'}"


def request_of(root: Path, output: Path, options: dict[str, object]) -> Request:
    """The request for a build of the site in `root` into `output` with these options of the command line."""
    package = Path(__file__).parent
    installed = package / "templates"
    shipped = installed if installed.is_dir() else package.parent / "templates"
    return Request(root, shipped, output, tuple(sorted(options.items())))


def rebuild(
    request: Request, project: Callable[[], Project], progress: Progress, memo: Remembering, now: float | None
) -> Rebuilt:
    """Build the site, or find that there is nothing to do; raises what building raises.

    `project` reads `site.yaml`; `now` are seconds since 1970, None when the request says what moment counts.
    """
    told = unchanged(memo.store, memo.context, request, now)
    if told is not None:
        return Rebuilt(told, None)
    from briefgen.build import build  # noqa: PLC0415

    before = snapshot(request)
    wanted = project()
    begun = time.time_ns()
    report = build(wanted, progress, memo)
    outcome = _outcome(report, wanted, begun)
    made = record(request, before, outcome)
    if made is not None:
        keep_record(memo.store, memo.context, request, made)
    return Rebuilt(outcome.told, report.published)


def _outcome(report: BuildReport, project: Project, begun: int) -> Outcome:
    from briefgen.publishing import published_hashes  # noqa: PLC0415

    hashes = published_hashes(project.output)
    return Outcome(hashes, begun, report.made.turns, project.now.timestamp(), told_of(report.made))


def told_of(made: Made) -> Told:
    """What there is to tell of a site that was made."""
    left_out = tuple(f"{item.file}: left out ({item.why})" for item in made.site.left_out)
    return Told(len(made.site.briefings), made.problems, left_out, len(made.outputs))
