"""The finished folder works from disk, at the root of a host and below any path, with every link and nothing to complain of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser

from tests.browser.hosting import served
from tests.browser.kinds import ADDRESSES, HEIGHT, NARROW
from tests.browser.visit import Visit

WAYS = ("file", "root", "sub-path")


@pytest.fixture(params=WAYS)
def base(request: pytest.FixtureRequest, example: Path) -> Iterator[str]:
    """The address of the example site's folder in each of the three ways, without a slash at its end."""
    if request.param == "file":
        yield example.as_uri()
    else:
        folder, path = (example, "") if request.param == "root" else (example.parent, f"/{example.name}")
        with served(folder) as host:
            yield f"{host}{path}"


def test_nothing_fails_on_any_kind_of_page(visit: Visit, base: str) -> None:
    """Each kind of page comes with its style; no request fails and the console stays empty."""
    for path in ADDRESSES:
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
    context = browser.new_context(viewport={"width": NARROW, "height": HEIGHT})
    page = context.new_page()
    too_wide = []
    for path in ADDRESSES:
        page.goto((example / path).as_uri())
        if page.evaluate("document.documentElement.scrollWidth") > NARROW:
            too_wide.append(path)
    context.close()
    assert too_wide == []
