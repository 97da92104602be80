"""Tests of `briefgen serve`, in a process of its own and with a real browser."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

BRIEFING = "---\ntitle: {title}\nlang: {lang}\ncountries: [AT]\ndate: 2025-10-19\n---\n{text}\n"
WAIT = 20_000
"""Milliseconds that a loaded machine may take from a save to the page."""


@dataclass(frozen=True)
class Served:
    """A site that is being previewed."""

    root: Path
    url: str
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.url.rstrip("/").rpartition(":")[2])

    def save(self, title: str, *, lang: str = "en", text: str = "Text.") -> None:
        """Save the briefing as an editor does."""
        (self.root / "content/one.md").write_text(BRIEFING.format(title=title, lang=lang, text=text), encoding="utf-8")

    def get(self, path: str, host: str = "") -> tuple[int, str, str]:
        """Status, `Cache-Control` and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={"Host": host or f"127.0.0.1:{self.port}"})
        answer = connection.getresponse()
        status, header, body = answer.status, answer.getheader("Cache-Control", ""), answer.read().decode()
        connection.close()
        return status, header, body


def serve(root: Path, *options: str, **environment: str) -> subprocess.Popen[str]:
    """Start `briefgen serve`; what it prints is in `stderr`."""
    command = [sys.executable, "-m", "briefgen", "serve", *options]
    return subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, encoding="utf-8", env={**os.environ, **environment})


@contextmanager
def previewed(site: Path, **environment: str) -> Iterator[Served]:
    """A site, previewed on a free port while the context lasts."""
    process = serve(site, "--port", "0", **environment)
    assert process.stderr is not None
    found = re.search(r"http://\S+", process.stderr.readline())
    assert found
    try:
        yield Served(site, found[0], process)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one briefing."""
    (tmp_path / "content").mkdir()
    (tmp_path / "site.yaml").write_text("title: Desk\nlanguages: [en, ja, vi]\n", encoding="utf-8")
    (tmp_path / "content/one.md").write_text(BRIEFING.format(title="First", lang="en", text="Text."), encoding="utf-8")
    return tmp_path


@pytest.fixture
def served(site: Path) -> Iterator[Served]:
    """The site, previewed on a free port until the test is over."""
    with previewed(site) as running:
        yield running


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """The page of the briefing, open in a browser."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.url)
    expect(page.get_by_role("heading", name="Desk").first).to_be_visible(timeout=WAIT)
    page.goto(f"{served.url}briefings/one.html")
    expect(page.locator("main h1")).to_have_text("First", timeout=WAIT)
    yield page
    context.close()


@pytest.mark.parametrize(("lang", "title"), [("en", "Second"), ("ja", "第二の会談"), ("vi", "Cuộc gặp thứ hai")])
def test_an_edit_is_shown(served: Served, page: Page, lang: str, title: str) -> None:
    """A save is on the open page without anybody's doing."""
    served.save(title, lang=lang)
    expect(page.locator("main h1")).to_have_text(title, timeout=WAIT)


def test_mistakes_are_shown_over_the_last_good_page(served: Served, page: Page) -> None:
    """A broken file is told with its place, over the page as it was; mending it brings the new page. Warnings stay away."""
    (served.root / "content/raw.txt").write_text(
        "Austria and Japan signed a treaty, they said on Thursday.\n", encoding="utf-8"
    )
    (served.root / "content/one.md").write_text("---\ntitle: Broken\ndate: 2025-10-32\n---\n", encoding="utf-8")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("content/one.md:3:7", timeout=WAIT)
    expect(alert).not_to_contain_text("raw.txt")
    expect(page.locator("main h1")).to_have_text("First")
    served.save("Mended")
    expect(page.locator("main h1")).to_have_text("Mended", timeout=WAIT)
    expect(alert).to_have_count(0)


def test_a_broken_site_yaml_is_shown_and_mended(served: Served, page: Page) -> None:
    """Wrong settings do not end the preview; right ones are taken over."""
    (served.root / "site.yaml").write_text("titel: Desk\n", encoding="utf-8")
    expect(page.get_by_role("alert")).to_contain_text("did you mean `title`", timeout=WAIT)
    (served.root / "site.yaml").write_text("title: Renamed\n", encoding="utf-8")
    expect(page.locator(".name")).to_have_text("Renamed", timeout=WAIT)


def test_a_site_that_is_broken_from_the_start(site: Path, browser: Browser) -> None:
    """The preview starts all the same, shows what is wrong, and the page as soon as it is mended; by polling, too."""
    (site / "content/one.md").write_text("---\ntitel: First\n---\n", encoding="utf-8")
    with previewed(site, WATCHFILES_FORCE_POLLING="1") as served:
        page = browser.new_page()
        page.goto(f"{served.url}briefings/one.html")
        expect(page.get_by_role("alert")).to_contain_text("unknown key `titel`", timeout=WAIT)
        expect(page.locator("body")).to_contain_text("No page could be built yet.")
        served.save("First")
        expect(page.locator("main h1")).to_have_text("First", timeout=WAIT)
        page.close()


def test_a_template_that_comes_later_is_watched(served: Served, page: Page) -> None:
    """A folder that was not there at the start counts too, and errors in it are told."""
    templates = served.root / "templates"
    templates.mkdir()
    (templates / "404.html").write_text("{% oops %}", encoding="utf-8")
    expect(page.get_by_role("alert")).to_contain_text("templates/404.html:1", timeout=WAIT)
    (templates / "404.html").write_text("<html><head></head><body>gone</body></html>", encoding="utf-8")
    expect(page.get_by_role("alert")).to_have_count(0, timeout=WAIT)


def test_quick_saves_end_with_the_last(served: Served, page: Page) -> None:
    """Of saves in quick succession, while builds run and within livereload's three seconds, the last one is shown."""
    for number in range(8):
        served.save(f"Save {number}")
        page.wait_for_timeout(250)
    served.save("The last")
    expect(page.locator("main h1")).to_have_text("The last", timeout=WAIT)


def test_a_page_that_missed_the_news_catches_up(served: Served, page: Page, browser: Browser) -> None:
    """A page that was loaded from an older build reloads as soon as it connects."""
    old = served.get("/briefings/one.html")[2]
    served.save("Newer")
    expect(page.locator("main h1")).to_have_text("Newer", timeout=WAIT)
    late = browser.new_page()
    answers = iter([old])
    late.route(
        "**/briefings/one.html", lambda route: route.fulfill(body=body) if (body := next(answers, "")) else route.continue_()
    )
    late.goto(f"{served.url}briefings/one.html")
    expect(late.locator("main h1")).to_have_text("Newer", timeout=WAIT)
    late.close()


def test_the_preview_breaks_no_policy_of_the_pages(served: Served, browser: Browser) -> None:
    """The pages' strict content policy holds: the console stays empty, also on the 404 page."""
    page = browser.new_page()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.goto(served.url)
    expect(page.get_by_role("heading", name="Desk").first).to_be_visible(timeout=WAIT)
    page.goto(f"{served.url}ja/nowhere/at-all.html")
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    assert page.evaluate("document.styleSheets.length > 0")
    assert [one for one in messages if "404" not in one] == []
    page.close()


def test_only_this_machine_is_answered(served: Served, page: Page) -> None:
    """Another name in the Host header, as DNS rebinding sends it, is refused; files outside are not served."""
    assert page.url.startswith(served.url)
    status, kept, body = served.get("/")
    assert (status, kept) == (200, "no-store")
    assert "/livereload.js" in body
    assert served.get("/", host="rebound.example")[0] == 403
    assert served.get("/.preview/state", host=f"rebound.example:{served.port}")[0] == 403
    assert served.get("/", host=f"localhost:{served.port}")[0] == 200
    assert served.get("/../site.yaml")[0] in {403, 404}
    assert served.get("/%2e%2e/site.yaml")[0] in {403, 404}


def test_output_is_left_alone(served: Served, page: Page) -> None:
    """A preview builds elsewhere."""
    assert page.url
    assert {path.name for path in served.root.iterdir()} - {".briefgen-cache.sqlite", ".briefgen-cache.sqlite-journal"} == {
        "content",
        "site.yaml",
    }


def test_a_taken_port_is_told(site: Path) -> None:
    """One sentence, exit code 2."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        process = serve(site, "--port", str(port))
        _, said = process.communicate(timeout=60)
    assert process.returncode == 2
    assert said.startswith(f"cannot listen on 127.0.0.1, port {port}: Address already in use; choose another")


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_clean(site: Path, how: signal.Signals) -> None:
    """Ctrl-C ends it with exit code 0, without a traceback and without leaving its folder behind."""
    process = serve(site, "--port", "0")
    assert process.stderr is not None
    process.stderr.readline()
    process.send_signal(how)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0
    assert said.endswith("stopped\n")
    assert "Traceback" not in said


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    """Nothing is served where there is no `site.yaml`."""
    process = serve(tmp_path, "--port", "0")
    _, said = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "there is no site.yaml" in said
