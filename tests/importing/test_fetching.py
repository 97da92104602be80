"""Fetching the document behind a URL, from servers that behave and from those that do not."""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Iterator

import pytest

from briefgen import __version__
from briefgen.importing.fetching import Fetched, FetchError, Limits, fetch
from tests.importing.servers import Reset, Script, Wait, answer, serving

PAGE = "<title>Cảng mới · 新しい港</title><p>The harbor opened on Monday.</p>".encode()
HASTE = Limits(connect=0.3, total=0.3, size=100_000)
"""Limits for servers that stall or send too much: a test waits no longer than 0.3 s."""


@pytest.fixture(autouse=True)
def _no_thread_stays() -> Iterator[None]:
    before = threading.active_count()
    yield
    assert threading.active_count() == before


def page_of(script: Script | bytes, limits: Limits = Limits(), *, robots: Script | bytes | None = None) -> Fetched:
    """What fetching makes of a server that answers so at `/page`, with a robots.txt if one is given."""
    pages = {"/page": script} | ({"/robots.txt": robots} if robots is not None else {})
    with serving(pages) as server:
        return fetch(server.url("/page"), allow_private=True, limits=limits)


def refusal_of(script: Script | bytes, limits: Limits = HASTE, *, robots: Script | bytes | None = None) -> str:
    """The sentence that fetching ends with, its URL left out."""
    with pytest.raises(FetchError) as caught:
        page_of(script, limits, robots=robots)
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence.partition("/page ")[2]


def test_a_page() -> None:
    """The bytes of a page come back as they were sent, with the type and charset that the server named."""
    with serving({"/a?b=c": answer(PAGE, Content_Type="Text/HTML; Charset=Shift_JIS")}) as server:
        found = fetch(server.url("/a?b=c#part"), allow_private=True)
        assert found == Fetched(server.url("/a?b=c"), PAGE, "text/html", "shift_jis")
        assert server.paths == ["/robots.txt", "/a?b=c"]
        assert f"\r\nUser-Agent: briefgen/{__version__} (" in server.requests[1]
        assert f"\r\nHost: 127.0.0.1:{server.port}\r\n" in server.requests[1]


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/tin/cảng-mới", "/tin/c%E1%BA%A3ng-m%E1%BB%9Bi"),
        ("/記事?q=港", "/%E8%A8%98%E4%BA%8B?q=%E6%B8%AF"),
        ("/a%20b c?x=1&y=%2F", "/a%20b%20c?x=1&y=%2F"),
        ("", "/"),
        ("?q", "/?q"),
    ],
)
def test_letters_beyond_ascii(path: str, sent: str) -> None:
    """A path in any script is asked for in UTF-8 escapes, and what is escaped already stays."""
    with serving({sent: answer(PAGE)}) as server:
        assert fetch(server.url(path), allow_private=True).url == server.url(sent)


@pytest.mark.parametrize(
    "kind", ["text/plain", "text/xml", "application/xml", "application/pdf", "application/xhtml+xml", "application/rss+xml"]
)
def test_types_that_can_be_read(kind: str) -> None:
    """Pages, plain text, XML, feeds and PDF are fetched."""
    assert page_of(answer(PAGE, Content_Type=f"{kind}; charset=utf-8")).content_type == kind


@pytest.mark.parametrize("kind", ["image/png", "application/zip", "video/mp4", "text/html-evil", "image/svg+xml", ""])
def test_types_that_cannot_be_read(kind: str) -> None:
    """Everything else is refused before its body is read; so is an answer that does not say what it is."""
    script = (answer(b"", Content_Type=kind, Content_Length="9"), Wait())
    assert refusal_of(script).startswith(f"is of the type {kind or '(none)'}; briefgen reads HTML")


def bare_deflate(data: bytes) -> bytes:
    """Deflate without the head that the standard asks for, as some servers send it."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(PAGE, mtime=0)),
        ("X-GZIP", gzip.compress(PAGE, mtime=0)),
        ("gzip", gzip.compress(PAGE[:9], mtime=0) + gzip.compress(PAGE[9:], mtime=0)),
        ("gzip", gzip.compress(PAGE, mtime=0) + b"\0\0\0"),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", bare_deflate(PAGE)),
        ("identity", PAGE),
    ],
)
def test_packed_bodies(encoding: str, packed: bytes) -> None:
    """Gzip, in several members and with padding too, and both readings of deflate are unpacked."""
    assert page_of(answer(packed, Content_Encoding=encoding)).data == PAGE


def chunked(*parts: bytes) -> bytes:
    """A body in chunks, without the last, empty one."""
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)


def test_bodies_without_a_length() -> None:
    """A body in chunks and one that ends with the connection are read to their end."""
    head = answer(Content_Length="", Transfer_Encoding="chunked")
    assert page_of(head + chunked(PAGE[:7], PAGE[7:]) + b"0\r\n\r\n").data == PAGE
    assert page_of(answer(Content_Length="") + PAGE).data == PAGE


DRIP: Script = tuple(step for letter in b"x" * 40 for step in (bytes([letter]), Wait(0.05)))
BOMB = gzip.compress(b"\0" * 20_000_000)


@pytest.mark.parametrize(
    "script",
    [
        (Wait(),),
        (b"HTTP/1.1 200 OK\r\nX-Slow: ", *DRIP),
        (b"HTTP/1.1 100 Continue\r\n\r\n", Wait()),
        (answer(Content_Length="40"), *DRIP),
        (answer(Content_Length="", Transfer_Encoding="chunked") + chunked(b"x"), Wait()),
    ],
    ids=["silence", "slow headers", "no end of 100", "slow body", "half a body"],
)
def test_slow_servers(script: Script) -> None:
    """A server that keeps us waiting is left at the deadline, also when it sends a byte now and then."""
    begun = time.monotonic()
    assert refusal_of(script) == "did not answer in time (0.3 seconds to connect, 0.3 in all)"
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    "script",
    [
        (answer(Content_Length="100001"), Wait()),
        (answer(Content_Length="") + b"x" * 100_001, Wait()),
        answer(Content_Length="", Transfer_Encoding="chunked") + chunked(b"x" * 100_001),
        answer(BOMB, Content_Encoding="gzip"),
        answer(gzip.compress(b"x" * 60_000) * 2, Content_Encoding="gzip"),
        answer(zlib.compress(b"\0" * 1_000_000), Content_Encoding="deflate"),
    ],
    ids=["announced", "endless", "chunked", "gzip bomb", "two members", "deflate bomb"],
)
def test_too_large(script: Script | bytes) -> None:
    """More bytes than allowed, packed or unpacked, announced or not, are refused."""
    assert refusal_of(script, Limits(size=100_000)) == "is larger than 0.1 MB"


def test_the_limit_itself_is_allowed() -> None:
    """A body of exactly the limit is fetched, plain and packed."""
    body = b"x" * 100_000
    assert page_of(answer(body), Limits(size=100_000)).data == body
    assert page_of(answer(gzip.compress(body), Content_Encoding="gzip"), Limits(size=100_000)).data == body


@pytest.mark.parametrize(
    "script",
    [
        answer(PAGE, Content_Length="9999"),
        answer(Content_Length="", Transfer_Encoding="chunked") + chunked(PAGE),
        (answer(PAGE, Content_Length="9999"), Wait(0.05), Reset()),
        answer(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"),
        (b"",),
        (b"HTTP/1.1 200 OK\r\n", Wait(0.05), Reset()),
    ],
    ids=["short", "last chunk missing", "reset", "half a gzip", "no answer", "reset in the head"],
)
def test_broken_off(script: Script | bytes) -> None:
    """A page that ends before its end is refused, not taken for the whole."""
    assert refusal_of(script) == "broke off before its end"


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        (answer(PAGE, Content_Encoding="br"), "is packed in a way that cannot be read"),
        (answer(PAGE, Content_Encoding="gzip"), "is packed in a way that cannot be read"),
        (answer(PAGE, Content_Encoding="deflate"), "is packed in a way that cannot be read"),
        (b"SSH-2.0-Server\r\n", "does not answer in proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000, "does not answer in proper HTTP"),
        (answer(PAGE, "404 Gone \x1b[31m fishing"), "answered 404 (Not Found)"),
        (answer(PAGE, "500 x"), "answered 500 (Internal Server Error)"),
        (answer(PAGE, "999 x"), "answered 999"),
        (answer(PAGE, "302 Found"), "answered 302 (Found)"),
        (answer(b"", "204 No Content"), "answered 204 (No Content)"),
    ],
)
def test_answers_that_are_no_page(script: bytes, sentence: str) -> None:
    """Errors of a server are told in our words, not in what it sends."""
    assert refusal_of(script) == sentence
