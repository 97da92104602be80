"""Where fetching goes and where it does not: URLs, names, addresses and redirects."""

from __future__ import annotations

import socket

import pytest

from briefgen.importing.fetching import FetchError, fetch
from tests.importing.servers import answer, serving

PAGE = b"<p>The harbor opened on Monday.</p>"


def test_redirects_are_followed() -> None:
    """Relative and absolute redirects lead to the page, whose URL is the last one; robots.txt is asked for once."""
    pages = {
        "/a": answer(b"", "301 Moved Permanently", Location="b?c=1#x"),
        "/b?c=1": answer(b"", "307 Temporary Redirect", Location="/c%E1%BA%A3ng"),
        "/c%E1%BA%A3ng": answer(b"", "303 See Other", Location="/cảng/mới"),
        "/c%E1%BA%A3ng/m%E1%BB%9Bi": answer(PAGE),
    }
    with serving(pages) as server:
        assert fetch(server.url("/a"), allow_private=True).url == server.url("/c%E1%BA%A3ng/m%E1%BB%9Bi")
        assert server.paths == ["/robots.txt", *pages]


def test_redirects_end() -> None:
    """A circle and more redirects than allowed are refused."""
    circle = {"/1": answer(b"", "302 Found", Location="/2"), "/2": answer(b"", "302 Found", Location="/1")}
    line = {f"/n{number}": answer(b"", "308 x", Location=f"/n{number + 1}") for number in range(9)}
    with serving(circle | line) as server:
        with pytest.raises(FetchError, match=r"/1 redirects in a circle$"):
            fetch(server.url("/1"), allow_private=True)
        with pytest.raises(FetchError, match=r"/n0 redirects more than 5 times$"):
            fetch(server.url("/n0"), allow_private=True)
        assert server.paths[-6:] == [f"/n{number}" for number in range(6)]


@pytest.mark.parametrize(
    ("location", "sentence"),
    [
        ("file:///etc/passwd", "file:///etc/passwd does not begin with http:// or https://"),
        ("ftp://example.com/", "ftp://example.com/ does not begin with http:// or https://"),
        ("//anna:secret@example.com/", "http://example.com/ holds a user name or password, which briefgen does not send"),
        ("http://[::1", "redirects to something that is no web address"),
        ("http://a:99999/", "http://a:99999/ is no web address"),
    ],
)
def test_redirects_are_checked(location: str, sentence: str) -> None:
    """A redirect leads nowhere that a link may not lead."""
    with serving({"/page": answer(b"", "302 Found", Location=location)}) as server, pytest.raises(FetchError) as caught:
        fetch(server.url("/page"), allow_private=True)
    assert str(caught.value).endswith(sentence)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("example.com/a", "example.com/a does not begin with http:// or https://"),
        ("javascript:alert(1)", "javascript:alert(1) does not begin with http:// or https://"),
        ("http://anna:secret@example.com/", "http://example.com/ holds a user name or password, which briefgen does not send"),
        ("http://anna@example.com/", "http://example.com/ holds a user name or password, which briefgen does not send"),
        ("http://", "http:// is no web address"),
        ("http://a b/", "http://a b/ is no web address"),
        ("http://exam%70le.com/", "http://exam%70le.com/ is no web address"),
        (f"http://{'a' * 64}.com/", f"http://{'a' * 64}.com/ is no web address"),
        ("http://example.com/\ud800", "http://example.com/? is no web address"),
        ("http://a..b/\x1b[2J", "http://a..b/?[2J is no web address"),
        (
            "http://example.com:22/",
            "http://example.com:22/ names port 22; only 80 and 443 are visited unless private addresses are allowed",
        ),
    ],
)
def test_urls_that_are_not_visited(url: str, sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other schemes, credentials, odd hosts and ports are refused before anything is looked up; no password is shown."""
    monkeypatch.setattr(socket, "getaddrinfo", None)
    with pytest.raises(FetchError) as caught:
        fetch(url)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "0", "localhost", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254"]
)
def test_private_hosts(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However an own address is spelled, nothing is sent to it."""
    monkeypatch.setattr(socket, "create_connection", None)
    with pytest.raises(FetchError, match=r"^http://\S+/ leads to \S.*, which is not on the public internet$"):
        fetch(f"http://{host}/")


class Names:
    """A resolver for tests: every name has the given addresses, a set for each time it is asked; addresses stay themselves."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: tuple[str, ...]) -> None:
        """Take the place of the system's."""
        self.asked: list[str] = []
        self._answers = iter(answers)
        self._system = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", self)

    def __call__(self, host: str, port: int, *_: object, **__: object) -> list[object]:
        """Answer as socket.getaddrinfo does."""
        if host.replace(".", "").isdigit():
            return list(self._system(host, port, type=socket.SOCK_STREAM))
        self.asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in next(self._answers)]


def test_a_name_is_resolved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """robots.txt and page go to the address that was checked, under the name's own Host header, whatever DNS says next."""
    with serving({"/": answer(PAGE)}) as server:
        names = Names(monkeypatch, ("127.0.0.1",))
        found = fetch(server.url(host="tin-tức.example"), allow_private=True)
        (ascii_name,) = names.asked
        assert ascii_name.encode().decode("idna") == "tin-tức.example"
        assert found.url == server.url(host=ascii_name)
        assert server.paths == ["/robots.txt", "/"]
        assert all(f"\r\nHost: {ascii_name}:{server.port}\r\n" in request for request in server.requests)


def test_a_name_with_a_private_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a name's addresses only the public ones are connected to; with none left it is refused."""
    tried: list[str] = []

    def connection(address: tuple[str, int], timeout: float) -> socket.socket:
        assert timeout > 0
        tried.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connection)
    Names(monkeypatch, ("10.0.0.1", "93.184.215.14", "127.0.0.1"), ("10.0.0.1",))
    with pytest.raises(FetchError, match=r"^http://two\.example/ refuses connections$"):
        fetch("http://two.example/")
    assert set(tried) == {"93.184.215.14"}
    with pytest.raises(FetchError, match=r"^http://one\.example/ leads to 10\.0\.0\.1, which is not on the public internet$"):
        fetch("http://one.example/")


def test_a_redirect_to_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page that redirects to an own address is followed no further."""
    with serving({"/": answer(b"", "302 Found", Location="http://127.0.0.1/admin")}) as server:
        system = socket.create_connection
        Names(monkeypatch, ("93.184.215.14",))
        monkeypatch.setattr(socket, "create_connection", lambda _, timeout: system(("127.0.0.1", server.port), timeout=timeout))
        with pytest.raises(FetchError, match=r"^http://127\.0\.0\.1/ leads to 127\.0\.0\.1, which is not on"):
            fetch("http://news.example/")
        assert server.paths == ["/robots.txt", "/"]


def test_a_name_that_does_not_resolve(monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown name is told as such."""

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(FetchError, match=r"^https://nowhere\.example/a has a name that does not resolve$"):
        fetch("https://nowhere.example/a")


def test_nobody_listens() -> None:
    """A port where nobody listens refuses connections."""
    with serving({}) as server:
        url = server.url("/page")
    with pytest.raises(FetchError, match=r"/page refuses connections$"):
        fetch(url, allow_private=True)
