"""One HTTP exchange with an address that was checked before, under a deadline and a size limit.

http.client speaks HTTP here, but over a socket that we connect: to an address, not to a name, and with the time that is left
set before every single read. Errors are those of the standard library; `fetching` puts them into sentences.
"""

from __future__ import annotations

import io
import socket
import ssl
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from typing import Final, cast

_PORTS: Final = {"http": 80, "https": 443}
_CHUNK: Final = 65_536
"""Bytes to read at once."""

_GZIP_OR_ZLIB: Final = 32 + zlib.MAX_WBITS
_BARE_DEFLATE: Final = -zlib.MAX_WBITS
"""Window sizes with which zlib reads gzip or zlib by their heads, and deflate without one, which some servers send."""


class TooLarge(ValueError):  # noqa: N818  says what the body is
    """A body, packed or unpacked, has more bytes than allowed."""


class BrokenOff(ValueError):  # noqa: N818  says what the body is
    """A body ends before its end."""


class Unreadable(ValueError):  # noqa: N818  says what the body is
    """A body is packed in a way that we did not ask for, or wrongly."""


@dataclass(frozen=True, slots=True, order=True)
class Deadline:
    """The moment of the monotonic clock, in seconds, at which everything must be over."""

    moment: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        """The deadline that many seconds from now."""
        return cls(time.monotonic() + seconds)

    def left(self) -> float:
        """Seconds that are left, more than none; raises TimeoutError when it has passed."""
        seconds = self.moment - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds


@dataclass(frozen=True, slots=True)
class Origin:
    """The server of a URL: `scheme` is http or https, `host` an ASCII name or an address without brackets."""

    scheme: str
    host: str
    port: int

    @classmethod
    def of(cls, scheme: str, host: str, port: int | None) -> Origin:
        """The origin with the scheme's own port if none is named."""
        return cls(scheme, host, _PORTS[scheme] if port is None else port)

    @property
    def authority(self) -> str:
        """Host and port as the Host header and a URL name them; the scheme's own port is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Target:
    """What a URL leads to: a server, and the path with query to ask it for, both ASCII."""

    origin: Origin
    path: str

    def __str__(self) -> str:
        """The URL again, in one spelling and without its fragment."""
        return f"{self.origin.scheme}://{self.origin.authority}{self.path}"


def resolve(origin: Origin) -> tuple[str, ...]:
    """The addresses of an origin in the order to try them; raises OSError (gaierror) when the name has none.

    The system's resolver keeps its own time, commonly at most 10 seconds per server: Python cannot interrupt it.
    """
    found = socket.getaddrinfo(origin.host, origin.port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


@contextmanager
def exchange(
    target: Target, addresses: Sequence[str], headers: Mapping[str, str], deadline: Deadline, connect: float
) -> Iterator[HTTPResponse]:
    """The response to GET `target`, its body not yet read, from the first of `addresses` that answers within `connect` seconds.

    `addresses` are taken as they are: no name is resolved here. Raises OSError (TimeoutError, ssl.SSLError among them) and
    http.client.HTTPException.
    """
    origin = target.origin
    with closing(_connected(origin, addresses, deadline, connect)) as raw, closing(_secured(raw, origin, deadline)) as sock:
        connection = HTTPConnection(origin.host, origin.port)
        connection.sock = cast("socket.socket", _TimedSocket(sock, deadline))
        with closing(connection):
            connection.request("GET", target.path, headers={"Host": origin.authority, "Connection": "close", **headers})
            with connection.getresponse() as response:
                yield response


def read_body(response: HTTPResponse, limit: int) -> bytes:
    """The whole body of a response, unpacked; at most `limit` bytes both packed and unpacked.

    Raises TooLarge, BrokenOff and Unreadable, and what `exchange` raises.
    """
    if response.length is not None and response.length > limit:
        raise TooLarge
    data = bytearray()
    while part := response.read(min(_CHUNK, limit + 1 - len(data))):
        data += part
        if len(data) > limit:
            raise TooLarge
    if response.length:  # http.client says nothing when a body is shorter than announced and read in parts
        raise BrokenOff
    return _unpacked(bytes(data), response.headers.get("Content-Encoding", "").strip().lower(), limit)


def _connected(origin: Origin, addresses: Sequence[str], deadline: Deadline, connect: float) -> socket.socket:
    last = OSError("it has no address")
    for address in addresses:
        try:
            return socket.create_connection((address, origin.port), timeout=min(connect, deadline.left()))
        except OSError as error:
            last = error
    raise last


def _secured(sock: socket.socket, origin: Origin, deadline: Deadline) -> socket.socket:
    """The socket itself, or TLS over it with a certificate that is checked against the origin's name."""
    if origin.scheme != "https":
        return sock
    sock.settimeout(deadline.left())
    return ssl.create_default_context().wrap_socket(sock, server_hostname=origin.host)


class _TimedSocket:
    """What http.client needs of a socket; every operation gets only the time that is left until the deadline.

    A timeout of the socket alone would let a server that sends one byte a minute hold us for days.
    """

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock = sock
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        """Send everything."""
        self._sock.settimeout(self._deadline.left())
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """A file to read the response from."""
        return io.BufferedReader(_TimedReader(self._sock, self._deadline))

    def close(self) -> None:
        """Nothing: `exchange` closes the socket, http.client wants to before the body was read."""


class _TimedReader(io.RawIOBase):
    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        super().__init__()
        self._sock = sock
        self._deadline = deadline

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # io.BufferedReader gives nothing else
        """Fill the buffer with what has come, waiting no longer than until the deadline."""
        self._sock.settimeout(self._deadline.left())
        return self._sock.recv_into(buffer)


def _unpacked(data: bytes, encoding: str, limit: int) -> bytes:
    if encoding in {"", "identity"}:
        return data
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise Unreadable
    try:
        return _inflated(data, _GZIP_OR_ZLIB, limit)
    except zlib.error:
        if encoding != "deflate":
            raise Unreadable from None
    try:
        return _inflated(data, _BARE_DEFLATE, limit)
    except zlib.error:
        raise Unreadable from None


def _inflated(data: bytes, window: int, limit: int) -> bytes:
    """All members of packed data, one after the other (RFC 1952, 2.2); what follows the last and is no member is ignored."""
    result = bytearray()
    while True:
        member = zlib.decompressobj(window)
        result += member.decompress(data, limit + 1 - len(result))
        if len(result) > limit:
            raise TooLarge
        if not member.eof:
            raise BrokenOff
        data = member.unused_data
        if not data.startswith(b"\x1f\x8b"):
            return bytes(result)
