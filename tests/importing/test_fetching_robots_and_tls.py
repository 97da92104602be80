"""Fetching: what robots.txt allows, and servers that prove who they are."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from briefgen.importing.fetching import FetchError, Limits, fetch
from tests.importing.servers import Script, Wait, answer, authority, serving

PAGE = b"<p>The harbor opened on Monday.</p>"
ALL = b"User-agent: *\nDisallow: /\n"
US = b"User-agent: Briefgen\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n"
OTHERS = b"User-agent: OtherBot\nDisallow: /\n"


def robots(rules: bytes) -> bytes:
    """A robots.txt as servers send it."""
    return answer(rules, Content_Type="text/plain")


@pytest.mark.parametrize(
    ("path", "rules"),
    [
        ("/page", robots(ALL)),
        ("/page", robots(b"\xef\xbb\xbf" + ALL)),
        ("/private/page", robots(US)),
        ("/page", answer(b"", "403 Forbidden")),
        ("/page", answer(b"", "401 Unauthorized")),
    ],
    ids=["everybody", "byte order mark", "our name", "403", "401"],
)
def test_robots_refuse(path: str, rules: bytes) -> None:
    """A page that robots.txt keeps from us is not asked for."""
    with serving({"/robots.txt": rules, path: answer(PAGE)}) as server:
        with pytest.raises(FetchError, match=rf"{path} is not for programs: robots\.txt of 127\.0\.0\.1 says so$"):
            fetch(server.url(path), allow_private=True)
        assert server.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    "rules",
    [
        robots(US),
        robots(OTHERS),
        robots(b"\xff\xfe\x00broken"),
        robots(b"User-agent: *\nDisallow: //[\n"),
        robots("User-agent: *\nCrawl-delay: ²\n".encode()),
        answer(b"<h1>not found</h1>"),
        answer(b"", "404 Not Found"),
        answer(b"", "500 x"),
        answer(b"", "302 Found", Location="/robots.txt"),
        answer(b"x", Content_Length="9"),
        b"nonsense",
        (Wait(),),
    ],
    ids=["we may", "others", "bytes", "bad rule", "bad delay", "page", "404", "500", "circle", "short", "no HTTP", "slow"],
)
def test_robots_allow(rules: Script | bytes) -> None:
    """What does not forbid allows; a robots.txt that is missing, broken or slow does not cost the page."""
    with serving({"/robots.txt": rules, "/page": answer(PAGE)}) as server:
        assert fetch(server.url("/page"), allow_private=True, limits=Limits(total=1)).data == PAGE


def test_robots_behind_a_redirect() -> None:
    """robots.txt may stand elsewhere, and the target of a page's redirect is checked too."""
    pages = {
        "/robots.txt": answer(b"", "301 Moved Permanently", Location="/rules"),
        "/rules": robots(b"User-agent: *\nDisallow: /b\n"),
        "/a": answer(b"", "302 Found", Location="/b"),
    }
    with serving(pages) as server, pytest.raises(FetchError, match=r"/b is not for programs"):
        fetch(server.url("/a"), allow_private=True)


def test_tls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A page comes over TLS when the system trusts the certificate and it names the host."""
    trusted = tmp_path / "trusted.pem"
    authority().cert_pem.write_to_path(trusted)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with serving({"/": answer(PAGE)}, tls=True) as server:
        assert fetch(server.url(host="localhost", scheme="https"), allow_private=True).data == PAGE
        assert fetch(server.url(host="LOCALHOST.", scheme="https"), allow_private=True).data == PAGE
        with pytest.raises(FetchError, match=r"has no valid certificate: IP address mismatch"):
            fetch(server.url(scheme="https"), allow_private=True)


def test_a_certificate_of_nobody() -> None:
    """A certificate that nobody vouches for is refused."""
    with serving({"/": answer(PAGE)}, tls=True) as server, pytest.raises(FetchError, match=r"has no valid certificate: "):
        fetch(server.url(host="localhost", scheme="https"), allow_private=True)
    assert server.requests == []


def test_no_tls() -> None:
    """A server that does not speak TLS is not spoken to without."""
    with serving({"/": answer(PAGE)}) as server, pytest.raises(FetchError, match=r"does not speak TLS that we know \("):
        fetch(server.url(scheme="https"), allow_private=True)


def test_a_handshake_that_never_ends() -> None:
    """A server that takes the connection and then says nothing is left at the deadline."""
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(FetchError, match=r"did not answer in time"):
        fetch(f"https://127.0.0.1:{silent.getsockname()[1]}/", allow_private=True, limits=Limits(connect=0.1, total=0.3))
