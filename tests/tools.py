"""The tools that tests and scripts need beyond Python packages: where they are, and what happens without them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final, NoReturn

import pytest
from playwright.sync_api import Playwright

ROOT: Final = Path(__file__).parents[1]

BROWSERS: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

FLAGS: Final = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
"""A browser that asks nobody anything; without its sandbox, which does not start as root."""

NODE_MODULES: Final = ROOT / "tests" / "browser" / "node_modules"
"""Where scripts/install-test-tools puts what tests/browser/package.json pins."""

AXE: Final = NODE_MODULES / "axe-core" / "axe.min.js"
NU: Final = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def chromium(playwright: Playwright) -> Path | None:
    """The system's Chromium, else the one that `playwright install chromium` brought, else None."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None) or playwright.chromium.executable_path
    return Path(found) if Path(found).is_file() else None


def miss(tool: str) -> NoReturn:
    """Skip a test for want of a tool, or fail it where nothing may be skipped: in CI."""
    sentence = f"this test needs {tool}; run scripts/install-test-tools"
    if os.environ.get("CI"):
        pytest.fail(sentence)
    pytest.skip(sentence)
