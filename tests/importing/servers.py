"""A web server on loopback that misbehaves: it sends exactly the bytes of a script, as slowly as the script says."""

from __future__ import annotations

import socket
import socketserver
import ssl
import struct
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Final

import trustme

GIVE_UP: Final = 5
"""Seconds after which a server that stalls lets go, so that no mistake of a test keeps it."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Send nothing for so many seconds, or until the server is closed."""

    seconds: float = GIVE_UP


@dataclass(frozen=True, slots=True)
class Reset:
    """Cut the connection with a TCP reset instead of an orderly end."""


Script = tuple[bytes | Wait | Reset, ...]


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """A response in one piece, with its length unless `headers` (underscores for hyphens) say another; HTML by default."""
    fields = {"Content-Type": "text/html", "Content-Length": str(len(body))}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


@dataclass(frozen=True, slots=True)
class Server:
    """A server that is running: where it listens, and the head of each request that it got."""

    port: int
    requests: list[str] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        """The URL of a path on this server."""
        return f"{scheme}://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [request.split()[1] for request in self.requests]


@contextmanager
def serving(pages: Mapping[str, Script | bytes], *, tls: bool = False) -> Iterator[Server]:
    """A server with `pages` by path; every other path is 404. All its threads have ended when this is left."""
    closing = threading.Event()
    requests: list[str] = []

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.settimeout(GIVE_UP)
            try:
                connection = _secured(self.request) if tls else self.request
                with connection:
                    head = _head(connection)
                    if head.startswith("GET "):
                        requests.append(head)
                        page = pages.get(head.split()[1], answer(b"nothing here", "404 Not Found"))
                        _play(connection, (page,) if isinstance(page, bytes) else page, closing)
                    elif head:
                        connection.sendall(answer(b"", "400 Bad Request"))
            except OSError:
                return  # the client has had enough

    class Listener(socketserver.ThreadingTCPServer):
        daemon_threads = False
        block_on_close = True

    with Listener(("127.0.0.1", 0), Handler) as listener:
        thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield Server(listener.server_address[1], requests)
        finally:
            closing.set()
            listener.shutdown()
            thread.join(GIVE_UP)


@cache
def authority() -> trustme.CA:
    """The authority that vouches for `localhost`, made anew for each run; nobody but a test trusts it."""
    return trustme.CA()


@cache
def _certificate() -> trustme.LeafCert:
    return authority().issue_cert("localhost")


def _secured(connection: socket.socket) -> socket.socket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    _certificate().configure_cert(context)
    return context.wrap_socket(connection, server_side=True)


def _head(connection: socket.socket) -> str:
    """The head of a request, the beginning of what is none, and nothing when the client went away."""
    head = b""
    while b"\r\n\r\n" not in head and b"GET "[: len(head)] == head[:4]:
        part = connection.recv(4096)
        if not part:
            return ""
        head += part
    return head.decode("latin-1")


def _play(connection: socket.socket, script: Script, closing: threading.Event) -> None:
    for step in script:
        if isinstance(step, bytes):
            connection.sendall(step)
        elif isinstance(step, Wait):
            closing.wait(step.seconds)
        else:  # with no time to linger, close() sends RST
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()
            return
