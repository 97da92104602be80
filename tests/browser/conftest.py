"""What tests in a browser share: the example site on a host, and a page that tells what it complains of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.hosting import served
from tests.browser.visit import Visit


@pytest.fixture(scope="session")
def host(example: Path) -> Iterator[str]:
    """The address of the example site at the root of a host, without a slash at its end."""
    with served(example) as address:
        yield address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A new page without memory, and what it and the server complain of."""
    context = browser.new_context()
    yield Visit.of(context.new_page())
    context.close()
