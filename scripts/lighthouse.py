"""Ask Lighthouse about the pages that readers come to most: `python -m scripts.lighthouse`, with npm and Chromium.

Builds the site in this folder into a temporary one, serves it on this machine as a host would, compressed and cacheable, and
prints a table of the four categories, with what cost points below it. Ends with 1 if anything is below 100. A slower or busy
machine tells less about performance: run it alone.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import sync_playwright

from tests.browser.hosting import Quiet, served
from tests.tools import FLAGS, ROOT, chromium

LIGHTHOUSE: Final = "lighthouse@13.5.0"

CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")

PAGES: Final = {
    "home": "index.html",
    "briefing": "briefings/austria-security-visit.html",
    "country": "countries/sg.html",
    "agreements": "agreements/index.html",
    "timeline": "timeline.html",
}

PERFECT: Final = 100


class Host(Quiet):
    """A host as pages meet it: it keeps connections, compresses text and lets browsers keep what they got."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802  http.server asks for this name
        """Answer with a file of the folder, compressed."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = gzip.compress(path.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "public, max-age=31536000")
        self.end_headers()
        self.wfile.write(body)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What Lighthouse says of a page: points of 100 by category, and the audits that cost points."""

    page: str
    points: dict[str, int]
    costly: tuple[str, ...]


def verdict(page: str, url: str, browser: Path) -> Verdict:
    """Run Lighthouse on one page, on its own simulated phone and slow network."""
    flags = " ".join(("--headless=new", *FLAGS))
    line = [
        "npm",
        "exec",
        "--yes",
        "--ignore-scripts",
        f"--package={LIGHTHOUSE}",
        "--",
        "lighthouse",
        url,
        "--quiet",
        "--output=json",
    ]
    line += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"]
    ran = subprocess.run(
        line, env={**os.environ, "CHROME_PATH": str(browser)}, capture_output=True, encoding="utf-8", check=True
    )
    report: dict[str, Any] = json.loads(ran.stdout)
    points = {name: round(PERFECT * report["categories"][name]["score"]) for name in CATEGORIES}
    return Verdict(page, points, tuple(costly(report)))


def costly(report: dict[str, Any]) -> Iterator[str]:
    """The audits of a report that count and are not fulfilled, with what Lighthouse measured."""
    for name in CATEGORIES:
        for ref in report["categories"][name]["auditRefs"]:
            audit = report["audits"][ref["id"]]
            if ref["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{name}: {audit['title']} ({audit.get('displayValue', 'not fulfilled')})"


def show(verdicts: list[Verdict]) -> None:
    """Print the table in Markdown, and what cost points."""
    print("| page |", " | ".join(CATEGORIES), "|")
    print("|---|" + "---:|" * len(CATEGORIES))
    for one in verdicts:
        print(f"| {one.page} |", " | ".join(str(one.points[name]) for name in CATEGORIES), "|")
    for one in verdicts:
        for audit in one.costly:
            print(f"- {one.page}: {audit}")


def main() -> int:
    """Build the site, ask about each page, print the table."""
    with sync_playwright() as playwright:
        browser = chromium(playwright)
    if browser is None:
        print("no Chromium found; see scripts/install-test-tools")
        return 1
    with tempfile.TemporaryDirectory() as site:
        subprocess.run([sys.executable, "-m", "briefgen", "build", "--output", site], cwd=ROOT, check=True)
        with served(Path(site), Host) as host:
            verdicts = [verdict(page, f"{host}/{path}", browser) for page, path in PAGES.items()]
    show(verdicts)
    return int(any(points < PERFECT for one in verdicts for points in one.points.values()))


if __name__ == "__main__":
    sys.exit(main())
