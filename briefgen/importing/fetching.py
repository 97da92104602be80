"""A URL → the bytes behind it, as a careful and polite visitor: bounded in time, size and places it will go to.

A link comes from a stranger's article. So every address is checked where the connection is made, at each redirect anew,
and what comes back is bounded before it is unpacked. Proxies of the environment are not used: they would hide the address.
"""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse, IncompleteRead
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from briefgen import __version__
from briefgen.errors import BriefgenError
from briefgen.importing.addresses import is_public
from briefgen.importing.wire import BrokenOff, Deadline, Origin, Target, TooLarge, Unreadable, exchange, read_body, resolve

USER_AGENT: Final = f"briefgen/{__version__} (static site generator; fetches single articles for its user)"
"""Product first (RFC 9110, 10.1.5): robots.txt addresses us as `briefgen`."""

_HEADERS: Final = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, "
    "application/pdf;q=0.9, text/plain;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}

_READABLE: Final = re.compile(r"text/(?:html|plain|xml)|application/(?:xml|pdf|[\w.-]+\+xml)")
"""Media types that importing can read; feeds are `application/rss+xml` and `application/atom+xml`."""

_HOST: Final = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,252})|[0-9a-f:.]{2,45}")
"""A host name (underscores do occur) or an IPv6 address; nothing that could become a second header."""

_PATH: Final = "/%:@!$&'()*+,;=~?"
"""Signs that stay as they are in path and query (RFC 3986, 3.3 and 3.4); letters beyond ASCII are escaped as UTF-8."""

_REDIRECTS: Final = {301, 302, 303, 307, 308}

_ROBOTS_SHARE: Final = 1 / 3
"""Part of the time that robots.txt may take, so that a slow one does not cost the page."""


class FetchError(BriefgenError):
    """A URL could not be fetched; says which and why. `status` is the server's answer, 0 if there was none."""

    def __init__(self, sentence: str, status: int = 0) -> None:
        """Take the sentence to show and the HTTP status behind it."""
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one fetch may go: seconds to connect and in all, bytes of a body, number of redirects."""

    connect: float = 10
    total: float = 30
    size: int = 10_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is behind a URL.

    `url` is where the redirects ended, without a fragment; `data` the unpacked body; `content_type` the media type in small
    letters; `charset` the encoding that the server named, which may be wrong, or empty.
    """

    url: str
    data: bytes
    content_type: str
    charset: str = ""


Robots = dict[Origin, RobotFileParser]
"""The rules of each server that was visited."""


def fetch(url: str, *, allow_private: bool = False, limits: Limits = Limits(), robots: Robots | None = None) -> Fetched:
    """The document behind an http or https `url`; `allow_private` lets it be on the own network and on any port.

    robots.txt is respected; `robots` are the rules that earlier fetches have learned, and grow. Raises FetchError with one
    sentence for everything that can go wrong.
    """
    rules = {} if robots is None else robots
    return _followed(_Visit(allow_private, limits, Deadline.after(limits.total), robots=rules), url, page=True)


@dataclass(frozen=True, slots=True)
class _Visit:
    """One fetch on its way: its rules, and what it has learned of each server (names are resolved once)."""

    allow_private: bool
    limits: Limits
    deadline: Deadline
    addresses: dict[Origin, tuple[str, ...]] = field(default_factory=dict)
    robots: Robots = field(default_factory=dict)


def _followed(visit: _Visit, url: str, *, page: bool) -> Fetched:
    """The document where the redirects from `url` end; a `page` has to be allowed by robots.txt and of a readable type."""
    seen: dict[str, None] = {}
    while len(seen) <= visit.limits.redirects:
        target = _target(visit, url)
        if str(target) in seen:
            raise _error(url, "redirects in a circle")
        seen[str(target)] = None
        with _sentences(str(target), visit.limits):
            addresses = _addresses(visit, target.origin)
        if page and not _robots(visit, target.origin).can_fetch(USER_AGENT, str(target)):
            raise _error(str(target), f"is not for programs: robots.txt of {target.origin.host} says so")
        with (
            _sentences(str(target), visit.limits),
            exchange(target, addresses, _HEADERS, visit.deadline, visit.limits.connect) as response,
        ):
            location = response.headers.get("Location", "")
            if response.status not in _REDIRECTS or not location:
                return _document(visit, str(target), response, page=page)
        url = _joined(str(target), location)
    raise _error(next(iter(seen)), f"redirects more than {visit.limits.redirects} times")


def _target(visit: _Visit, url: str) -> Target:
    """Where `url` leads, if it is one that we go to; the address behind the name is not known yet."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii").lower().rstrip(".")
        path = _path(parts)
    except ValueError:  # UnicodeError among them: a label that is too long, half a letter
        raise _error(url, "is no web address") from None
    if parts.scheme not in {"http", "https"}:
        raise _error(url, "does not begin with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise _error(url, "holds a user name or password, which briefgen does not send")
    if not _HOST.fullmatch(host):
        raise _error(url, "is no web address")
    origin = Origin.of(parts.scheme, host, port)
    if origin.port not in {80, 443} and not visit.allow_private:
        raise _error(url, f"names port {origin.port}; only 80 and 443 are visited unless private addresses are allowed")
    return Target(origin, path)


def _path(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_PATH)
    return f"{path}?{quote(parts.query, safe=_PATH)}" if parts.query else path


def _addresses(visit: _Visit, origin: Origin) -> tuple[str, ...]:
    """The addresses of a server that we may connect to; each name is resolved once in a visit."""
    if origin not in visit.addresses:
        found = resolve(origin)
        allowed = tuple(address for address in found if visit.allow_private or is_public(address))
        if not allowed:
            raise _error(str(Target(origin, "/")), f"leads to {', '.join(found)}, which is not on the public internet")
        visit.addresses[origin] = allowed
    return visit.addresses[origin]


def _robots(visit: _Visit, origin: Origin) -> RobotFileParser:
    """The rules of a server. A missing or broken file allows all; a refused one (401, 403) nothing, as urllib reads it."""
    if origin not in visit.robots:
        deadline = min(visit.deadline, Deadline.after(visit.limits.total * _ROBOTS_SHARE))
        brief = _Visit(visit.allow_private, visit.limits, deadline, visit.addresses)
        try:
            found = _followed(brief, str(Target(origin, "/robots.txt")), page=False)
            visit.robots[origin] = _rules(found.data.decode("utf-8-sig", "replace"))
        except FetchError as error:
            refused = error.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}
            visit.robots[origin] = _rules("User-agent: *\nDisallow: /" if refused else "")
    return visit.robots[origin]


def _rules(text: str) -> RobotFileParser:
    rules = RobotFileParser()
    try:
        rules.parse(text.splitlines())
    except ValueError:  # urllib trips over `Disallow: //[` and `Crawl-delay: ²`
        return _rules("")
    return rules


def _document(visit: _Visit, url: str, response: HTTPResponse, *, page: bool) -> Fetched:
    if response.status != HTTPStatus.OK:
        raise _error(url, f"answered {_named(response.status)}", response.status)
    kind, charset = _kind(response.headers)
    if page and not _READABLE.fullmatch(kind):
        raise _error(url, f"is of the type {kind or '(none)'}; briefgen reads HTML, plain text, XML and PDF")
    return Fetched(url, read_body(response, visit.limits.size), kind, charset)


def _kind(headers: Message) -> tuple[str, str]:
    """Media type and charset of a response; nothing stands for a missing header, not Python's guess of plain text."""
    if "Content-Type" not in headers:
        return "", ""
    return headers.get_content_type(), headers.get_content_charset("")


def _named(status: int) -> str:
    """A status with its name in the standard; what the server calls it may be anything."""
    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)


def _joined(url: str, location: str) -> str:
    """The URL that a Location header means; headers are Latin-1 to Python, but servers send UTF-8 in them."""
    try:
        return urljoin(url, location.encode("latin-1").decode("utf-8"))
    except ValueError:
        raise _error(url, "redirects to something that is no web address") from None


@contextmanager
def _sentences(url: str, limits: Limits) -> Iterator[None]:
    """Turn what the network raises into one sentence; the first kind that fits tells it."""
    try:
        yield
    except (OSError, HTTPException, BrokenOff, TooLarge, Unreadable) as error:
        raise _error(url, _reason(error, limits)) from error


def _reason(error: Exception, limits: Limits) -> str:
    reasons: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
        (TimeoutError, f"did not answer in time ({limits.connect:g} seconds to connect, {limits.total:g} in all)"),
        (socket.gaierror, "has a name that does not resolve"),
        (ssl.SSLCertVerificationError, f"has no valid certificate: {getattr(error, 'verify_message', '')}"),
        (ssl.SSLError, f"does not speak TLS that we know ({getattr(error, 'reason', None) or 'no reason given'})"),
        (ConnectionRefusedError, "refuses connections"),
        ((ConnectionError, IncompleteRead, BrokenOff), "broke off before its end"),
        (TooLarge, f"is larger than {limits.size / 1_000_000:g} MB"),
        (Unreadable, "is packed in a way that cannot be read"),
        (HTTPException, "does not answer in proper HTTP"),
    )
    told = next((sentence for kinds, sentence in reasons if isinstance(error, kinds)), None)
    return told or f"cannot be reached ({getattr(error, 'strerror', None) or type(error).__name__})"


def _error(url: str, what: str, status: int = 0) -> FetchError:
    """The error whose sentence begins with the URL, on one line, not endless, and without a password."""
    bare = re.sub(r"//[^/?#]*@", "//", url)
    shown = "".join(sign if sign.isprintable() else "?" for sign in bare)
    shown = shown if len(shown) <= 200 else f"{shown[:200]}…"  # noqa: PLR2004  a line or two of a terminal
    return FetchError(f"{shown} {what}", status)
