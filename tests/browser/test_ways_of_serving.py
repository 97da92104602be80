"""The finished folder works from disk, at the root of a host and below any path, with every link and nothing to complain of."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page

WAYS = ("file", "root", "sub-path")


class Quiet(SimpleHTTPRequestHandler):
    """A plain web server that writes no log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder at the root of a host; gives the address of the host."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(params=WAYS)
def base(request: pytest.FixtureRequest, example: Path) -> Iterator[str]:
    """The address of the example site's folder in each of the three ways, without a slash at its end."""
    if request.param == "file":
        yield example.as_uri()
    else:
        folder, path = (example, "") if request.param == "root" else (example.parent, f"/{example.name}")
        with served(folder) as host:
            yield f"{host}{path}"


@dataclass(slots=True)
class Visit:
    """A page in the browser and what it complained of."""

    page: Page
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A new page without memory, and what it and the server complain of."""
    context = browser.new_context()
    one = Visit(context.new_page())
    one.page.on("console", lambda message: one.complaints.append(message.text))
    one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
    one.page.on("requestfailed", lambda request: one.complaints.append(f"failed: {request.url}"))
    one.page.on("response", lambda answer: one.complaints.extend([answer.url] * (answer.status >= HTTPStatus.BAD_REQUEST)))
    yield one
    context.close()


NARROW = 320
"""CSS pixels: the width at which WCAG 2.2 (1.4.10, reflow) wants pages without sideways scrolling."""

KINDS = (
    "index.html",
    "briefings/austria-security-visit.html",
    "briefings/hanoi-five-meetings.html",
    "countries/index.html",
    "countries/at.html",
    "topics/index.html",
    "topics/cybercrime.html",
    "404.html",
    "ja/index.html",
    "ja/briefings/austria-security-visit.html",
    "vi/countries/at.html",
)
"""A page of each kind, in each language and at each depth."""


def test_nothing_fails_on_any_kind_of_page(visit: Visit, base: str) -> None:
    """Each kind of page comes with its style; no request fails and the console stays empty."""
    for path in KINDS:
        visit.page.goto(f"{base}/{path}")
        assert visit.page.locator("h1").count() == 1, path
        assert visit.page.evaluate("getComputedStyle(document.body).marginTop") == "0px", path
    assert visit.complaints == []


def test_every_page_is_reached_by_links(example: Path) -> None:
    """From the home page links lead to every page in every language, redirects and the missing page aside."""
    waiting, seen = [example / "index.html"], set[Path]()
    while waiting:
        page = waiting.pop()
        if page not in seen:
            seen.add(page)
            links = re.findall(r'<a[^>]* href="([^"#:]+\.html)', page.read_text(encoding="utf-8"))
            waiting += [(page.parent / unquote(link)).resolve() for link in links]
    pages = {path.resolve() for path in example.rglob("*.html") if path.name != "404.html"}
    lost = {path for path in pages - seen if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")}
    assert lost == set()


def test_a_reader_walks_through_the_site(visit: Visit, base: str) -> None:
    """From home to a briefing, to one of its countries, into Japanese and back home, by clicks alone."""
    page = visit.page
    page.goto(f"{base}/index.html")
    page.locator("main a[href*='briefings/']").first.click()
    page.wait_for_url(f"{base}/briefings/*.html")
    page.locator("main a[href*='countries/']").first.click()
    page.wait_for_url(f"{base}/countries/*.html")
    page.locator("a[hreflang=ja]").first.click()
    page.wait_for_url(f"{base}/ja/countries/*.html")
    assert page.locator("html").get_attribute("lang") == "ja"
    page.locator("header a").first.click()
    page.wait_for_url(f"{base}/ja/index.html")
    assert visit.complaints == []


def test_pages_fit_a_narrow_screen(browser: Browser, example: Path) -> None:
    """No kind of page is wider than a small telephone: nobody scrolls sideways to read."""
    context = browser.new_context(viewport={"width": NARROW, "height": 640})
    page = context.new_page()
    too_wide = []
    for path in KINDS:
        page.goto((example / path).as_uri())
        if page.evaluate("document.documentElement.scrollWidth") > NARROW:
            too_wide.append(path)
    context.close()
    assert too_wide == []
