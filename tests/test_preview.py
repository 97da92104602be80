"""The preview: saves are seen, errors are shown over the last good page, and the last save is the one shown."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, expect

from briefgen.starter import start
from tests.browsing import chromium

WAIT = 15_000
"""Milliseconds in which a change must be seen, on a slow machine too."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests here."""
    with chromium() as one:
        yield one


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """`briefgen serve` in a folder; gives the address of its home page."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "briefgen", "serve", "--port", "0"]
    process = subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        for line in process.stderr:
            if match := re.search(r"serving (\S+)", line):
                yield match[1]
                break
        else:
            pytest.fail("briefgen serve ended before it served")
    finally:
        process.terminate()
        process.wait()
        if process.stderr is not None:
            process.stderr.close()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A new site."""
    folder = tmp_path / "site"
    start(folder)
    return folder


class Answer(NamedTuple):
    """What the server answered."""

    status: int
    headers: Message
    text: str


def asked(port: int, path: str, host: str = "127.0.0.1") -> Answer:
    """The answer to a request for a path under a host name."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": host})
    response = connection.getresponse()
    answer = Answer(response.status, response.headers, response.read().decode())
    connection.close()
    return answer


def briefing(title: str) -> str:
    """A briefing of one line under a title."""
    return f'---\ntitle: "{title}"\nreview: reviewed\n---\nText.\n'


def test_edit_break_mend(site: Path, browser: Browser) -> None:
    """A save is seen; a mistake is shown over the last good page; the mended page takes its place."""
    page = browser.new_page()
    file = site / "content" / "first-briefing.md"
    with serving(site) as address:
        page.goto(address.replace("index.html", "briefings/first-briefing.html"))
        expect(page.locator("h1")).to_have_text("A first briefing, taken as written", timeout=WAIT)
        file.write_text(briefing("Edited"))
        expect(page.locator("h1")).to_have_text("Edited", timeout=WAIT)
        file.write_text(briefing("Broken").replace("review: reviewed", "review: reviewd"))
        overlay = page.locator("#briefgen-problems")
        expect(overlay).to_contain_text("content/first-briefing.md:3:9: `reviewd` is not allowed", timeout=WAIT)
        expect(page.locator("h1")).to_have_text("Edited")
        file.write_text(briefing("Mended"))
        expect(page.locator("h1")).to_have_text("Mended", timeout=WAIT)
        expect(overlay).to_have_count(0)
    page.close()


def test_the_last_of_quick_saves_is_shown(site: Path, browser: Browser) -> None:
    """Six saves within livereload's three seconds end with the sixth on the screen."""
    page = browser.new_page()
    file = site / "content" / "first-briefing.md"
    with serving(site) as address:
        page.goto(address.replace("index.html", "briefings/first-briefing.html"))
        for number in range(6):
            file.write_text(briefing(f"Save {number}"))
            page.wait_for_timeout(350)
        expect(page.locator("h1")).to_have_text("Save 5", timeout=WAIT)
    page.close()


def test_settings_and_templates_are_watched(site: Path, browser: Browser) -> None:
    """A change of site.yaml is seen, and a mistake in it is shown."""
    page = browser.new_page()
    with serving(site) as address:
        page.goto(address)
        (site / "site.yaml").write_text("title: Renamed desk\n")
        expect(page).to_have_title("Renamed desk", timeout=WAIT)
        (site / "site.yaml").write_text("titel: Renamed desk\n")
        expect(page.locator("#briefgen-problems")).to_contain_text("did you mean `title`?", timeout=WAIT)
    page.close()


def test_missing_pages_foreign_names_and_caching(site: Path) -> None:
    """A missing page is the site's own 404, a foreign host name is refused, and nothing may be kept by the browser."""
    with serving(site) as address:
        port = int(re.findall(r":(\d+)/", address)[0])
        home = asked(port, "/")
        assert (home.status, home.headers["Cache-Control"]) == (200, "no-store")
        missing = asked(port, "/no/such/page.html")
        assert (missing.status, "Page not found" in missing.text) == (404, True)
        assert asked(port, "/..%2f..%2f..%2fetc/passwd").status == 404
        assert asked(port, "/", host="evil.example").status == 403
    assert not (site / "output").exists()
