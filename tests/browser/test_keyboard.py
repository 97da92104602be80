"""Whoever has no mouse gets everywhere: each control of a page is reached by Tab in order, is seen, and obeys Enter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.kinds import HEIGHT, KINDS, NARROW, WIDE, address

CONTROLS: Final = "a[href], button, input, select, textarea, summary, [tabindex]"

WATCH: Final = """
selector => {
  const all = () => [...document.querySelectorAll(selector)];
  const reachable = one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({visibilityProperty: true});
  const name = one => `${one.localName} ${one.textContent.trim().slice(0, 40)}`;
  window.expected = all().filter(reachable).map(one => [all().indexOf(one), name(one)]);
  window.walked = [];
  document.addEventListener("focusin", event => {
    const style = getComputedStyle(event.target), box = event.target.getBoundingClientRect();
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const hasBox = box.width > 0 && box.height > 0 || event.target instanceof SVGElement;
    walked.push([all().indexOf(event.target), name(event.target), outlined && hasBox]);
  });
}
"""
"""Lists the controls that a page shows, in their order, and notes where the focus goes and whether it is seen there.

An outline of two pixels is what WCAG 2.2 (2.4.13) asks for. What a browser makes focusable by itself, as a box that scrolls,
is no control of ours: its index is -1. A dot on a map is all stroke, which browsers do not count as its box.
"""


FOLLOW: Final = """
window.followed = [];
document.addEventListener("click", event => {
  followed.push(event.target.closest("a").href);
  event.preventDefault();
});
"""
"""Notes which links are followed instead of following them; that each leads somewhere is shown in test_loading.py."""

WALKS: Final = [(WIDE, address(kind, "en")) for kind in KINDS] + [(NARROW, address(kind, "ja")) for kind in KINDS]
"""Every kind of page in a wide window in one language, and in a narrow one in the other: the order of controls is the same."""


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A page in a window that moves nothing for show."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(params=WALKS, ids=lambda walk: f"{walk[1]}-{walk[0]}")
def page(window: Page, host: str, request: pytest.FixtureRequest) -> Page:
    """Each kind of page, just opened."""
    width, where = request.param
    window.set_viewport_size({"width": width, "height": HEIGHT})
    window.goto(f"{host}/{where}")
    return window


def test_tab_walks_through_every_control(page: Page) -> None:
    """Tab reaches every control that is shown, in the order of the page, and each shows that it has the focus."""
    page.evaluate(WATCH, CONTROLS)
    expected: list[list[Any]] = page.evaluate("expected")
    for _ in expected:
        page.keyboard.press("Tab")
    walked: list[list[Any]] = page.evaluate("walked")
    stops = [[index, name] for index, name, _ in walked if index >= 0]
    assert stops == expected[: len(stops)]
    assert len(walked) == len(expected)
    assert [name for _, name, seen in walked if not seen] == []


def test_the_first_stop_skips_the_menu(page: Page) -> None:
    """The first Tab shows a link to the content; after Enter the next Tab is past the menu."""
    page.keyboard.press("Tab")
    box = page.locator(":focus").bounding_box()
    assert box is not None
    assert min(box["x"], box["y"]) >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("main :focus").count() == 1


def test_tab_comes_to_a_source_mark_and_enter_shows_the_words(window: Page, host: str) -> None:
    """On a briefing Tab comes to the source of a fact; Enter shows its words in the language of the source."""
    window.set_viewport_size({"width": WIDE, "height": HEIGHT})
    window.goto(f"{host}/briefings/austria-security-visit.html")
    mark = window.locator("details.mark:has(q) summary").first
    while not mark.evaluate("mark => mark === document.activeElement"):
        window.keyboard.press("Tab")
        assert window.evaluate("document.activeElement !== document.body"), "the end of the page came first"
    quote = window.locator("details.mark:has(q) q").first
    assert not quote.is_visible()
    window.keyboard.press("Enter")
    assert quote.is_visible()
    assert quote.inner_text().strip()


def test_what_opens_is_opened_by_keyboard(page: Page) -> None:
    """Source marks, lists and menus that are folded open at Enter, show what they hold, and close again."""
    for summary in shown(page.locator("summary"))[:5]:
        folded = summary.locator("xpath=following-sibling::*[1]")
        before = folded.is_visible()
        summary.press("Enter")
        assert folded.is_visible() is not before
        summary.press("Enter")
        assert folded.is_visible() is before


def test_buttons_obey_the_keyboard(page: Page) -> None:
    """Each button, as those which sort a table or switch the theme, tells its new state to a reader at Enter, or prints."""
    page.evaluate("window.print = () => document.body.toggleAttribute('data-printed')")
    for button in shown(page.locator("button[type=button]")):
        before = state(page)
        button.press("Enter")
        assert state(page) != before, button.inner_text()


def test_menus_and_filters_are_followed_by_keyboard(page: Page) -> None:
    """Every link of each menu, list of languages and row of filters is followed at Enter."""
    page.evaluate(FOLLOW)
    links = page.locator("nav a")
    for link in links.element_handles():
        link.focus()
        page.keyboard.press("Enter")
    assert page.evaluate("followed") == links.evaluate_all("links => links.map(link => link.href)")


def shown(controls: Locator) -> list[Locator]:
    """Those that are visible now."""
    return [one for one in controls.all() if one.is_visible()]


def state(page: Page) -> str:
    """What a page says of the state of its controls: attributes of accessibility and of the theme, in order."""
    found: str = page.evaluate("""
        [...document.querySelectorAll("*")].flatMap((element, place) => [...element.attributes]
            .filter(one => /^(aria|data)-|^(open|hidden)$/.test(one.name))
            .map(one => `${place}:${one.name}=${one.value}`)).join()
    """)
    return found
