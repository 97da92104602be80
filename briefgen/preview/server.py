"""Serves a built site on this machine; livereload carries the news of a new build to the browser, and nothing else.

livereload would also watch and build, but it builds inside its server loop and drops a reload within three seconds of
another (field.md B8). Here each served page knows the build it is of, and a page that connects late asks for the current
one: the last save always arrives.
"""

from __future__ import annotations

import html
import ipaddress
import os
import socket
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler, StaticFileHandler
from tornado.websocket import WebSocketHandler

from briefgen.errors import UsageError

_OWN: Final = "/.preview/"
"""Where the preview's own script and style stand; no page of a site begins with a dot."""

_NOTHING: Final = b"<!doctype html><html lang=en><head><meta charset=utf-8><title>Preview</title></head><body>%s</body></html>"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the site could not be built: one sentence, and each problem as the terminal shows it."""

    sentence: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: whether it changed a file of the site, or why it failed."""

    changed: bool = False
    failure: Failure | None = None


class Stage:
    """What the browser sees: the folder with the last good pages, which build they are of, and what is wrong since."""

    def __init__(self, folder: Path) -> None:
        """Begin with a folder in which nothing need stand yet."""
        self.folder = folder
        self.failure: Failure | None = None
        self._builds = 0

    @property
    def build(self) -> str:
        """Name of the current state; another one after every change and in every run of the preview."""
        return f"{os.getpid()}-{self._builds}"

    def show(self, outcome: Outcome) -> None:
        """Let every open page know if a page or the failure is another one than before."""
        if outcome.changed or outcome.failure != self.failure or not self._builds:
            self._builds += 1
            self.failure = outcome.failure
            for browser in tuple(LiveReloadHandler.waiters):
                browser.send_message({"command": "reload", "path": "*", "liveCSS": False})

    def page(self, file: Path, port: int) -> bytes:
        """A page with the scripts of the preview; scripts of the same origin, as the pages' content policy asks."""
        build = self.build  # before the page is read: one that is written meanwhile must count as old
        page = file.read_bytes() if file.is_file() else _NOTHING % self._nothing().encode()
        if b'http-equiv="refresh"' in page:
            return page
        scripts = (
            f'<script src="{_OWN}overlay.js" data-build="{build}" defer></script>'
            f'<script src="/livereload.js?port={port}" defer></script>'
        ).encode()
        return page.replace(b"</head>", scripts + b"</head>", 1) if b"</head>" in page else page + scripts

    def _nothing(self) -> str:
        if (self.folder / "index.html").is_file():
            return "<p>There is no page at this address.</p>"
        return "<p>No page could be built yet.</p>" if self.failure else "<p>The site is being built.</p>"


@dataclass(frozen=True, slots=True)
class Door:
    """Where the preview listens: sockets, the host as the user named it, and the port."""

    sockets: tuple[socket.socket, ...]
    host: str
    port: int

    @property
    def url(self) -> str:
        """Address of the home page."""
        return f"http://[{self.host}]:{self.port}/" if ":" in self.host else f"http://{self.host}:{self.port}/"


def listen(host: str, port: int) -> Door:
    """Take a port, 0 for a free one; raises UsageError when it is not to be had."""
    try:
        sockets = tuple(bind_sockets(port, host))
    except (OSError, UnicodeError) as error:
        sentence = f"cannot listen on {host}, port {port}: {_reason(error)}; choose another with --port or --host"
        raise UsageError(sentence) from None
    return Door(sockets, host, sockets[0].getsockname()[1])


def open_door(door: Door, stage: Stage) -> HTTPServer:
    """Begin to answer in the running event loop."""
    shared = {"stage": stage, "door": door}
    own = Path(str(files("briefgen"))) / "preview"
    routes: list[Any] = [
        (r"/livereload", _News, shared),
        (r"/livereload\.js", LiveReloadJSHandler),
        (rf"{_OWN}state", _State, shared),
        (rf"{_OWN}(overlay\.(?:css|js))", _Files, {**shared, "path": str(own)}),
        (r"/(.*)", _Files, {**shared, "path": str(stage.folder), "default_filename": "index.html"}),
    ]
    server = HTTPServer(Application(routes, log_function=lambda _: None))
    server.add_sockets(door.sockets)
    return server


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


class _Guarded(RequestHandler):
    """Answers only those who asked for this machine, and lets nothing be kept.

    A page elsewhere can let its own name point to 127.0.0.1 and then read a private preview (DNS rebinding); such a
    request carries that name in its Host header.
    """

    def initialize(self, stage: Stage, door: Door) -> None:
        self.stage = stage
        self.door = door

    def prepare(self) -> None:
        name = urlsplit(f"//{self.request.host}").hostname or ""
        if name not in {"localhost", self.door.host} and not _is_address(name):
            raise HTTPError(403)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")

    def log_exception(self, *error: Any) -> None:  # noqa: ANN401  tornado's signature
        """Only our own mistakes; a missing page is the browser's to show."""
        if not isinstance(error[1], HTTPError):
            super().log_exception(*error)

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ANN401  tornado's signature
        """The site's own page for a missing one, in the language of the address; a sentence for all else."""
        if status_code != HTTPError(404).status_code:
            self.finish(f"{status_code}: {html.escape(self._reason)}")
            return
        first = self.request.path.split("/")[1]
        lang = f"{first}/" if (self.stage.folder / first / "404.html").is_file() else ""
        page = self.stage.page(self.stage.folder / lang / "404.html", self.door.port)
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.finish(page.replace(b"<head>", f'<head><base href="/{lang}">'.encode(), 1))  # its links are relative


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class _State(_Guarded):
    """Tells a page which build is the current one and what is wrong with it."""

    def get(self) -> None:
        failure = self.stage.failure
        told = {"sentence": failure.sentence, "problems": failure.problems} if failure else None
        self.finish({"build": self.stage.build, "failure": told})


class _Files(_Guarded, StaticFileHandler):
    """Files of the site; pages get the preview's scripts."""

    def initialize(self, stage: Stage, door: Door, path: str, default_filename: str | None = None) -> None:  # type: ignore[override]
        _Guarded.initialize(self, stage, door)
        StaticFileHandler.initialize(self, path, default_filename)

    async def get(self, path: str, include_body: bool = True) -> None:  # noqa: FBT001, FBT002  tornado's signature
        self.path = self.parse_url_path(path)
        file = self.validate_absolute_path(self.root, self.get_absolute_path(self.root, self.path))
        if file is not None and file.endswith(".html"):
            self.set_header("Content-Type", "text/html; charset=UTF-8")
            await self.finish(self.stage.page(Path(file), self.door.port))
        elif file is not None:
            await super().get(path, include_body)

    def compute_etag(self) -> None:
        """None: tornado keeps hashes of files for ever."""

    def should_return_304(self) -> bool:
        """Never: a file may change within the second that its time is told in."""
        return False

    def get_content_type(self) -> str:
        """The type by suffix; all text of a site is UTF-8."""
        kind = super().get_content_type()
        return f"{kind}; charset=UTF-8" if kind.startswith("text/") else kind


class _News(_Guarded, LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """The web socket that tells pages to reload; only pages of this server may listen."""

    check_origin = WebSocketHandler.check_origin
