"""What all tests share: the command line as a user runs it, the example site, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NoReturn

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.command import briefgen

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


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `pytest --update-golden` rewrite expected outputs, to be read as a diff."""
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files")


def miss(tool: str) -> NoReturn:
    """Skip a test for want of a tool, or fail it where nothing may be skipped: in CI."""
    sentence = f"this test needs {tool}; run scripts/install-test-tools"
    if os.environ.get("CI"):
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site of this repository, built."""
    output = tmp_path_factory.mktemp("example") / "output"
    built = briefgen("build", "--output", str(output), cwd=ROOT)
    assert built.returncode == 0, built.stderr
    return output


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium: the system's, else the one that `playwright install chromium` brought."""
    with sync_playwright() as playwright:
        executable = next(filter(None, map(shutil.which, BROWSERS)), None) or playwright.chromium.executable_path
        if not Path(executable).is_file():
            miss("Chromium")
        launched = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield launched
        launched.close()
