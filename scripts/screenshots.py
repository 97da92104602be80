"""Take the README's pictures of the example site: `python scripts/screenshots.py` with Chromium on the PATH.

Builds the site in this folder into a temporary one, opens pages from disk and writes `docs/images/*.png`; `--all DIR`
writes every kind of page, wide and narrow, light and dark, in every language of the interface, to be looked at.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
PAGES = (
    "index",
    "briefings/austria-security-visit",
    "briefings/hanoi-five-meetings",
    "countries/index",
    "countries/at",
    "topics/index",
    "topics/cybercrime",
    "404",
)
WIDE, NARROW = 1280, 390


@dataclass(frozen=True)
class Shot:
    """One picture: the page without suffix, the width of the window in pixels, the color scheme, and the file's name."""

    page: str
    width: int
    scheme: str
    name: str
    full: bool = False


README = (
    Shot("index", WIDE, "light", "home"),
    Shot("briefings/austria-security-visit", WIDE, "light", "briefing"),
    Shot("ja/countries/at", WIDE, "dark", "country-ja-dark"),
    Shot("briefings/austria-security-visit", NARROW, "light", "briefing-narrow"),
)


def every() -> Iterator[Shot]:
    """Every kind of page in every way of looking at it."""
    for lang in ("", "ja/", "vi/"):
        for page in PAGES:
            for width in (WIDE, NARROW):
                for scheme in ("light", "dark"):
                    name = f"{lang}{page}-{width}-{scheme}".replace("/", "_")
                    yield Shot(f"{lang}{page}", width, scheme, name, full=True)


def take(browser: Browser, site: Path, shot: Shot, folder: Path) -> None:
    """Open a page from disk and write its picture."""
    context = browser.new_context(viewport={"width": shot.width, "height": 900}, color_scheme=shot.scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((site / f"{shot.page}.html").as_uri())
    page.screenshot(path=folder / f"{shot.name}.png", full_page=shot.full)
    context.close()


def main() -> int:
    """Build the site and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR", help="write every kind of page to DIR")
    arguments = parser.parse_args()
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if chromium is None:
        print("no Chromium found; see scripts/install-test-tools")
        return 1
    folder = arguments.all or ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as site, sync_playwright() as playwright:
        subprocess.run([sys.executable, "-m", "briefgen", "build", "--output", site], cwd=ROOT, check=True)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for shot in every() if arguments.all else README:
            take(browser, Path(site), shot, folder)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
