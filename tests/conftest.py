"""What all tests share: the command line as a user runs it, the example site, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.command import briefgen
from tests.tools import FLAGS, ROOT, chromium, miss


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `pytest --update-golden` rewrite expected outputs, to be read as a diff."""
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files")


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site of this repository, built."""
    output = tmp_path_factory.mktemp("example") / "output"
    built = briefgen("build", "--output", str(output), cwd=ROOT)
    assert built.returncode == 0, built.stderr
    return output


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, one for all tests of a process."""
    with sync_playwright() as playwright:
        executable = chromium(playwright)
        if executable is None:
            miss("Chromium")
        launched = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield launched
        launched.close()
