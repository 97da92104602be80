"""A page comes up quietly: at rest from the first paint, with nothing to complain of, asking nobody but its own host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser

from briefgen.checking.links import link_problems
from briefgen.model.output import Output
from tests.browser.kinds import ADDRESSES, HEIGHT, NARROW, WIDE
from tests.browser.visit import Visit

WATCH: Final = """
window.shifts = [];
new PerformanceObserver(list => {
  for (const shift of list.getEntries()) shifts.push([shift.value, ...shift.sources.map(source => source.node?.nodeName)]);
}).observe({type: "layout-shift", buffered: true});
"""
"""Notes each layout shift: its score (web.dev/cls) and the elements that moved."""

PAINTED: Final = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

LINKED: Final = """
[...document.querySelectorAll("[href], [src]")]
    .map(one => new URL(one.getAttribute("href") ?? one.getAttribute("src"), document.baseURI).href)
"""
"""Every address that a page leads to or asks for, made whole by the browser."""


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[Visit]:
    """A page that notes what moves on it, used again for each address."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    yield Visit.of(context.new_page())
    context.close()


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_page_comes_up_quietly(watched: Visit, host: str, address: str, width: int) -> None:
    """No layout shift, no word on the console, no failed request and none to another host, on each kind of page."""
    watched.page.set_viewport_size({"width": width, "height": HEIGHT})
    page = watched.open(f"{host}/{address}")
    page.evaluate(PAINTED)
    assert (page.evaluate("shifts"), watched.complaints, watched.strangers(host)) == ([], [], [])


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_link_leads_somewhere_on_disk(watched: Visit, example: Path, address: str) -> None:
    """Opened from disk, each link, picture and style of a page is a file of the site, and each anchor an id in it."""
    page = watched.open((example / address).as_uri())
    links = [urlsplit(link) for link in page.evaluate(LINKED)]
    inside = [(Path(url2pathname(link.path)), unquote(link.fragment)) for link in links if link.scheme == "file"]
    assert len(inside) > 10
    assert [f"{path}#{anchor}" for path, anchor in inside if not leads_somewhere(path, anchor)] == []
    assert watched.complaints == []


def leads_somewhere(path: Path, anchor: str) -> bool:
    """Whether there is such a file, and such an id in it where an anchor is named."""
    return path.is_file() and (not anchor or anchor in ids(path))


@cache
def ids(path: Path) -> frozenset[str]:
    """The ids on a page."""
    return frozenset(re.findall(r'\bid="([^"]+)"', path.read_text(encoding="utf-8")))


def test_every_link_of_every_page_leads_somewhere(example: Path) -> None:
    """Not only one page of a kind: the whole site passes the check of links that every build makes."""
    files = [path for path in example.rglob("*") if path.is_file()]
    outputs = [Output(path.relative_to(example).as_posix(), path.read_bytes()) for path in files]
    assert [str(problem) for problem in link_problems(outputs)] == []
