"""Live preview: build into a temporary folder, serve it on this machine, build again on every save.

One event loop serves pages and hears of saves; the build runs in a thread beside it, so that pages stay quick while it
works. Saves made during a build lead to one further build. What cannot be built is told in the browser, over the last
page that could, and on the terminal. `output/` is never touched.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import threading
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path

from briefgen.build import build
from briefgen.console import Reporter
from briefgen.errors import BriefgenError, ContentError, Problem, UsageError
from briefgen.model.settings import Project
from briefgen.preview.server import Door, Failure, Outcome, Stage, listen, open_door
from briefgen.preview.watching import watch


def preview(project: Callable[[], Project], host: str, port: int, reporter: Reporter, *, open_browser: bool) -> None:
    """Serve the site until ctrl-C. `project` reads `site.yaml` anew and names the folder to build into.

    Raises UsageError when `site.yaml` is missing or wrong, or when `port` (0 takes a free one) cannot be listened on.
    """
    first = project()
    door = listen(host, port)
    with contextlib.suppress(KeyboardInterrupt, asyncio.CancelledError):
        asyncio.run(_serve(_Builder(project, reporter), Stage(first.output), door, first.root, open_browser=open_browser))
    reporter.line("stopped")


class _Builder:
    """Builds the site, tells the terminal, and answers what went wrong. Its `build` runs in a thread beside the server."""

    def __init__(self, project: Callable[[], Project], reporter: Reporter) -> None:
        self.reporter = reporter
        self.stopping = threading.Event()
        self._project = project
        self._known: frozenset[Problem] = frozenset()

    def build(self) -> Outcome:
        """Build once; never raises, whatever is wrong with the site or with briefgen."""
        try:
            return Outcome(changed=self._attempt())
        except _Stopped:
            return Outcome()
        except (UsageError, ContentError) as error:
            failure = Failure(str(error), _stopping(error.problems))
            self._tell(error.problems)
        except BriefgenError as error:
            failure = Failure(str(error))
        except Exception as error:  # noqa: BLE001  whatever happens, the preview goes on and says so
            failure = Failure(f"briefgen made a mistake: {type(error).__name__}: {error}")
        finally:
            self.reporter.done()
        self.reporter.line(failure.sentence)
        return Outcome(failure=failure)

    def _attempt(self) -> bool:
        started = time.perf_counter()
        report = build(self._project(), self._progress)
        self._tell(report.made.problems)
        published = report.published
        changes = f"{len(published.written)} files changed, {len(published.removed)} removed"
        self.reporter.line(f"{len(report.made.site.briefings)} briefings, {changes} in {time.perf_counter() - started:.1f} s")
        return bool(published.written or published.removed)

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        """Print the problems that the build before did not have; errors always."""
        self.reporter.done()
        self.reporter.problems(one for one in problems if one.severity == "error" or one not in self._known)
        self._known = frozenset(problems)

    def _progress(self, what: str, done: int, total: int) -> None:
        if self.stopping.is_set():
            raise _Stopped
        self.reporter.progress(what, done, total)


def _stopping(problems: tuple[Problem, ...]) -> tuple[str, ...]:
    """The errors as the terminal shows them; the warnings where only these stopped a strict build."""
    return tuple(str(one) for one in problems if one.severity == "error") or tuple(map(str, problems))


class _Stopped(Exception):  # noqa: N818  no error: ctrl-C ends a build at its next step
    """The preview is being stopped."""


async def _serve(builder: _Builder, stage: Stage, door: Door, root: Path, *, open_browser: bool) -> None:
    """Listen, then build whenever something was saved; ends when it is canceled."""
    _end_on_sigterm()
    server = open_door(door, stage)
    builder.reporter.line(f"preview on {door.url} (ctrl-C stops it)")
    saved = asyncio.Event()
    saved.set()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(watch(root, saved))
            await asyncio.sleep(0)  # lets the watch begin before the first build reads a file, so that no save falls between
            if open_browser:
                group.create_task(asyncio.to_thread(webbrowser.open, door.url))
            while True:
                await saved.wait()
                saved.clear()
                stage.show(await asyncio.to_thread(builder.build))
    finally:
        builder.stopping.set()
        server.stop()


def _end_on_sigterm() -> None:
    """Let a process manager's signal end the preview as ctrl-C does, so that no temporary folder stays behind."""
    task = asyncio.current_task()
    if task is not None:
        with contextlib.suppress(NotImplementedError):  # Windows has no such signal
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
