"""No kind of page keeps anybody out, as far as axe-core can tell: WCAG 2.2, levels A and AA, and axe's best practices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import ADDRESSES, HEIGHT, LOOKS, WIDE, Look
from tests.tools import AXE, miss

TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

RUN: Final = "tags => axe.run({runOnly: tags, resultTypes: ['violations']}).then(found => found.violations)"


@pytest.fixture(scope="module")
def inspected(browser: Browser) -> Iterator[Page]:
    """A page into which axe comes before the page's own scripts, which its content security policy does not hinder."""
    if not AXE.is_file():
        miss("axe-core")
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def violations(page: Page, look: Look) -> list[str]:
    """What axe finds on the page when it is looked at in this way: the rule, and the element it is about."""
    page.set_viewport_size({"width": look.width, "height": HEIGHT})
    page.emulate_media(color_scheme=look.scheme)  # type: ignore[arg-type]  # a word of the list in kinds.py
    found: list[dict[str, Any]] = page.evaluate(RUN, TAGS)
    return [f"{look}: {rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("address", ADDRESSES)
def test_nobody_is_kept_out(inspected: Page, host: str, address: str) -> None:
    """Each kind of page, wide and narrow, light and dark, in both languages: not one violation."""
    inspected.goto(f"{host}/{address}")
    assert [one for look in LOOKS for one in violations(inspected, look)] == []


def test_axe_sees_what_is_wrong(inspected: Page, host: str) -> None:
    """The inspection itself works: a picture without words and grey on grey are found."""
    inspected.goto(f"{host}/index.html")
    inspected.evaluate("document.querySelector('main').innerHTML = '<h1>x</h1><img src=\"assets/icon.svg\">'")
    assert [one.split(": ")[1] for one in violations(inspected, Look(WIDE, "light"))] == ["image-alt"]
