"""Take the README's pictures of the example site: `python -m scripts.screenshots`, with Chromium.

Builds the site in this folder into a temporary one, opens pages from disk and writes `docs/images/*.png`. `--all DIR`
writes every kind of page (tests/browser/kinds.py), wide and narrow, light and dark, in English and Japanese, to be looked at.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.kinds import ADDRESSES, HEIGHT, LOOKS, WIDE, Look
from tests.tools import FLAGS, ROOT, chromium

PHONE = 390
"""CSS pixels of a common telephone, for the README; the narrowest window that pages fit is tried in tests."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: the page's address, how it is looked at, the file's name, and whether it shows the page to its end."""

    address: str
    look: Look
    name: str
    full: bool = False


README = (
    Shot("index.html", Look(WIDE, "light"), "home"),
    Shot("briefings/austria-security-visit.html", Look(WIDE, "light"), "briefing"),
    Shot("ja/countries/at.html", Look(WIDE, "dark"), "country-ja-dark"),
    Shot("briefings/austria-security-visit.html", Look(PHONE, "light"), "briefing-narrow"),
)


def every() -> Iterator[Shot]:
    """Every kind of page in every way of looking at it."""
    for address in ADDRESSES:
        for look in LOOKS:
            name = f"{address.removesuffix('.html')}-{look.width}-{look.scheme}".replace("/", "_")
            yield Shot(address, look, name, full=True)


def take(browser: Browser, site: Path, shot: Shot, folder: Path) -> None:
    """Open a page from disk and write its picture."""
    window = {"width": shot.look.width, "height": HEIGHT}
    context = browser.new_context(viewport=window, color_scheme=shot.look.scheme)  # type: ignore[arg-type]  # plain words
    page = context.new_page()
    page.goto((site / shot.address).as_uri())
    page.screenshot(path=folder / f"{shot.name}.png", full_page=shot.full)
    context.close()


def main() -> int:
    """Build the site and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR", help="write every kind of page to DIR")
    arguments = parser.parse_args()
    folder = arguments.all or ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as site, sync_playwright() as playwright:
        executable = chromium(playwright)
        if executable is None:
            print("no Chromium found; see scripts/install-test-tools")
            return 1
        subprocess.run([sys.executable, "-m", "briefgen", "build", "--output", site], cwd=ROOT, check=True)
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for shot in every() if arguments.all else README:
            take(browser, Path(site), shot, folder)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
