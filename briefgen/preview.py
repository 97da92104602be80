"""Live preview: builds into a temporary folder when something changes, and reloads the browser.

livereload is the transport only (its socket protocol and its script). Its own watcher builds inside the server's loop and
drops reloads for three seconds after one (field.md B8); here watchfiles sees the changes, a thread builds, and every
build ends in a reload, so that the last save is always the one shown.
"""

from __future__ import annotations

import html
import threading
import time
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Protocol

import watchfiles
from livereload.handlers import LiveReloadHandler
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from briefgen.build import build
from briefgen.errors import BriefgenError, ContentError, Problem, UsageError
from briefgen.model.settings import Project

_SETTLE: Final = 0.05
"""Seconds to wait after a change for the other files of the same save."""

_LOCAL: Final = {"localhost", "127.0.0.1", "::1"}
_ANY: Final = {"0.0.0.0", "::"}  # noqa: S104  compared with, never bound to by default

_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
}

_OVERLAY_STYLE: Final = """\
#briefgen-problems { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 99; margin: 0;
  padding: 1rem 1.5rem; background: #2b0b0e; color: #ffe9e6; font: 14px/1.6 ui-monospace, monospace; white-space: pre-wrap; }
#briefgen-problems b { color: #ff9d93; }
"""


class Listener(Protocol):
    """What the preview tells a person at the terminal."""

    def progress(self, what: str, done: int, total: int) -> None:
        """How far a step is."""

    def done(self) -> None:
        """A build has ended."""

    def problems(self, problems: tuple[Problem, ...]) -> None:
        """Problems of a build."""

    def line(self, text: str) -> None:
        """Anything else."""


@dataclass(slots=True)
class _Workshop:
    """Builds the site again and again; knows what the browser has to show."""

    project: Callable[[], Project]
    reporter: Listener
    notify: Callable[[], None]
    changed: threading.Event = field(default_factory=threading.Event)
    stopped: threading.Event = field(default_factory=threading.Event)
    sentence: str = ""
    problems: tuple[Problem, ...] = ()

    def build(self) -> None:
        """Build once; on failure the last good site stays and the problems are kept for the overlay."""
        started = time.perf_counter()
        try:
            report = build(self.project(), self.reporter.progress)
            self.sentence, self.problems = "", ()
            written = len(report.published.written) + len(report.published.removed)
            self.reporter.line(f"built in {time.perf_counter() - started:.1f} s, {written} files changed")
        except (ContentError, UsageError) as error:
            self.sentence, self.problems = str(error), error.problems
        except BriefgenError as error:
            self.sentence, self.problems = str(error), ()
        except Exception as error:  # noqa: BLE001  the preview outlives whatever a build does
            self.sentence, self.problems = f"briefgen made a mistake: {type(error).__name__}: {error}", ()
        finally:
            self.reporter.done()
        if self.sentence:
            self.reporter.problems(self.problems)
            self.reporter.line(self.sentence)

    def work(self) -> None:
        """Build after each change until stopped; changes during a build lead to one more."""
        while not self.stopped.is_set():
            if not self.changed.wait(timeout=0.2):
                continue
            time.sleep(_SETTLE)
            self.changed.clear()
            self.build()
            self.notify()

    def watch(self, root: Path, *, recursive: bool) -> None:
        """Note changes below `root` until stopped."""
        for _ in watchfiles.watch(
            root,
            watch_filter=_is_source if not recursive else watchfiles.DefaultFilter(),
            stop_event=self.stopped,
            recursive=recursive,
            debounce=_milliseconds(_SETTLE),
            rust_timeout=500,
            yield_on_timeout=False,
            raise_interrupt=False,
        ):
            self.changed.set()


def preview(project: Callable[[], Project], host: str, port: int, reporter: Listener, *, open_browser: bool = False) -> None:
    """Serve the site until interrupted.

    `project` reads the site's settings anew for each build and names a temporary folder as its output. Raises UsageError
    when the port is taken or the settings cannot be read at the start.
    """
    first = project()
    try:
        sockets = bind_sockets(port, host)
    except OSError as error:
        sentence = f"cannot listen on {host}:{port}: {error.strerror}; choose another with --port"
        raise UsageError(sentence) from None
    loop = IOLoop.current()
    workshop = _Workshop(project, reporter, notify=lambda: loop.add_callback(_reload))
    workshop.build()
    server = HTTPServer(_application(workshop, first.output, host))
    server.add_sockets(sockets)
    threads = _started(workshop, first)
    address = f"http://{host}:{sockets[0].getsockname()[1]}/index.html"
    reporter.line(f"serving {address} (ctrl-C ends)")
    if open_browser:
        webbrowser.open(address)
    try:
        loop.start()
    except KeyboardInterrupt:
        reporter.line("ended")
    finally:
        workshop.stopped.set()
        server.stop()
        for thread in threads:
            thread.join(timeout=2)


def _started(workshop: _Workshop, project: Project) -> list[threading.Thread]:
    """The threads that watch the site's files and build, under way."""
    folders = [folder for folder in (project.content, project.templates) if folder.is_dir()]
    watched = [*((folder, True) for folder in folders), (project.root, False)]
    threads = [threading.Thread(target=workshop.work, daemon=True)]
    threads += [
        threading.Thread(target=workshop.watch, args=(folder,), kwargs={"recursive": recursive}, daemon=True)
        for folder, recursive in watched
    ]
    for thread in threads:
        thread.start()
    return threads


def _application(workshop: _Workshop, folder: Path, host: str) -> Application:
    arguments = {"workshop": workshop, "folder": folder, "host": host}
    return Application(
        [
            ("/livereload", _Socket),
            ("/(livereload.js|-overlay.css)", _OwnFile, arguments),
            ("/(.*)", _Page, arguments),
        ]
    )


class _Socket(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """The browser's end of the wire; only pages of this server may connect."""

    def check_origin(self, origin: str) -> bool:
        """Whether a page from `origin` may listen: only one of this very server."""
        return origin.partition("://")[2] == str(self.request.host)


class _Guarded(RequestHandler):
    """Answers only requests that name this server, so that no foreign site can read the preview (DNS rebinding)."""

    def initialize(self, workshop: _Workshop, folder: Path, host: str) -> None:
        """Take what tornado passes to each request."""
        self.workshop = workshop
        self.folder = folder
        self.host = host

    def prepare(self) -> None:
        """Refuse a request under a foreign name; forbid the browser to keep what it gets."""
        name = self.request.host_name
        if self.host not in _ANY and name not in {*_LOCAL, self.host}:
            self.set_status(403)
            self.finish(f"this preview does not answer to {html.escape(name)}\n")
        self.set_header("Cache-Control", "no-store")


class _OwnFile(_Guarded):
    """The script and style of the preview itself."""

    def get(self, name: str) -> None:
        """Serve livereload's script or the style of the overlay."""
        self.set_header("Content-Type", _TYPES[Path(name).suffix])
        if name == "-overlay.css":
            self.finish(_OVERLAY_STYLE)
        else:
            self.finish(files("livereload").joinpath("vendors", name).read_bytes())


class _Page(_Guarded):
    """A file of the built site."""

    def get(self, path: str) -> None:
        """Serve a file, the site's own 404 page for what is not there, or the problems when nothing was built yet."""
        target = (self.folder / (path or "index.html")).resolve()
        if target.is_dir():
            target /= "index.html"
        if not target.is_relative_to(self.folder.resolve()) or not target.is_file():
            self.set_status(404)
            target = self.folder / "404.html"
        self.set_header("Content-Type", _TYPES.get(target.suffix, "application/octet-stream"))
        data = target.read_bytes() if target.is_file() else b"<!doctype html><title>briefgen</title><body></body>"
        self.finish(_with_preview(data, self.workshop) if target.suffix == ".html" else data)


def _with_preview(page: bytes, workshop: _Workshop) -> bytes:
    """A page with livereload's script, and with the problems of the last build laid over it if it failed."""
    added = '<script src="/livereload.js"></script>'
    if workshop.sentence:
        lines = "\n".join(html.escape(str(problem)) for problem in workshop.problems)
        added += '<link rel="stylesheet" href="/-overlay.css">'
        added += f'<pre id="briefgen-problems" role="alert"><b>{html.escape(workshop.sentence)}</b>\n{lines}</pre>'
    head, body, rest = page.rpartition(b"</body>")
    return head + added.encode() + body + rest


def _reload() -> None:
    """Tell every browser to load its page again."""
    for waiter in tuple(LiveReloadHandler.waiters):
        waiter.send_message({"command": "reload", "path": "*", "liveCSS": False})


def _is_source(_change: Any, path: str) -> bool:  # noqa: ANN401  watchfiles' signature
    """Whether a change right in the site's folder matters: its settings, or a `content` or `templates` that comes or goes."""
    return Path(path).name in {"site.yaml", "content", "templates"}


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
