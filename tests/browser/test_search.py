"""The search as a reader meets it: in the browser, from disk and from a host below a path, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from briefgen.rendering.search.tokens import pieces
from tests.analysis.prose import Case, cases
from tests.browser.hosting import served
from tests.browser.visit import Visit

JAPANESE: Final = "briefings/hanoi-five-meetings.html"
"""A briefing in Japanese that speaks of Mozambique, never in Latin letters."""

PROBES: Final = (
    ("Mozambique", JAPANESE),
    ("モザンビーク", JAPANESE),
    ("mozambique", JAPANESE),
    ("mozanbiku", JAPANESE),
    ("ﾓｻﾞﾝﾋﾞｰｸ", JAPANESE),
    ("公安省", JAPANESE),
    ("務大臣", JAPANESE),
    ("ハノイ条約", JAPANESE),
    ("5G", JAPANESE),
    ("Le Quoc Hung", "people/le-quoc-hung.html"),
    ("le quoc hung", "briefings/austria-security-visit.html"),
    ("lê quốc hùng", "briefings/austria-security-visit.html"),
    ("bo cong an", "organizations/ministry-of-public-security.html"),
    ("Bộ Công an", "organizations/ministry-of-public-security.html"),
    ("cybercrim", "topics/cybercrime.html"),
    ("hanoi convention", "agreements/hanoi-convention.html"),
)
"""What readers type, and a page that it must find (field.md B7)."""


@pytest.fixture(params=["file", "sub-path"])
def base(request: pytest.FixtureRequest, example: Path) -> Iterator[str]:
    """The address of the example site's folder, on disk and below a path of a host."""
    if request.param == "file":
        yield example.as_uri()
    else:
        with served(example.parent) as host:
            yield f"{host}/{example.name}"


@pytest.fixture(scope="module")
def ready(browser: Browser, example: Path) -> Iterator[Page]:
    """The search page from disk, with its catalog."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((example / "search.html").as_uri())
    yield page
    context.close()


def results(page: Page) -> list[str]:
    """The addresses of the results shown, as far as they differ from the page's own, once the search has come to rest."""
    expect(page.locator("#found")).not_to_be_empty()
    while page.locator("#more").is_visible():
        page.locator("#more").click()
    found: list[str] = page.locator("#results h3 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return found


@pytest.mark.parametrize("case", list(cases("search")))
def test_the_script_cuts_text_as_the_index_does(ready: Page, case: Case) -> None:
    """Index and query are cut alike: the script passes the same cases as tests/rendering/test_search_index.py."""
    assert " | ".join(ready.evaluate("text => pieces(text)", case.text)) == case.expected


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cn"], max_codepoint=0x2FFFF)), max_size=30))
def test_the_script_cuts_any_text_as_the_index_does(ready: Page, texts: list[str]) -> None:
    """The twins agree on whatever Unicode has."""
    assert ready.evaluate("texts => texts.map(text => pieces(text))", texts) == [list(pieces(text)) for text in texts]


@pytest.mark.parametrize("tree", ["", "ja/", "vi/"])
def test_what_readers_type_finds(visit: Visit, base: str, tree: str) -> None:
    """Every probe finds its page in every language of the interface; nothing fails and no other host is asked."""
    missed = []
    for query, wanted in PROBES:
        visit.page.goto(f"{base}/{tree}search.html?q={quote(query)}")
        if wanted not in results(visit.page):
            missed.append(query)
    assert missed == []
    assert visit.complaints == []
    assert visit.strangers(base) == []


def test_what_is_nowhere_is_not_found(ready: Page) -> None:
    """A word that no page has gives no result, even if each of its letters stands somewhere."""
    found: list[Any] = ready.evaluate("find('新幹線').then(result => result.found)")
    assert found == []


def test_every_word_of_every_title_finds_its_page(ready: Page) -> None:
    """Each title of the catalog is found by each of its words and by the whole of it."""
    lost = ready.evaluate("""async () => {
        const lost = [];
        for (const hit of all) for (const title of Object.values(hit.names)) for (const query of [title, ...pieces(title)])
            if (!(await find(query)).found.some(one => one.path === hit.path)) lost.push([hit.path, query]);
        return lost;
    }""")
    assert lost == []


def test_the_page_that_is_meant_comes_first(ready: Page) -> None:
    """A name leads to who or what bears it, then to briefings with it in the title, then to the rest."""
    first = ready.evaluate(
        "Promise.all(['mozambique', 'Extradition'].map(find)).then(all => all.map(one => one.found[0].path))"
    )
    assert first == ["countries/mz.html", "topics/extradition.html"]


def test_results_tell_what_they_are(visit: Visit, example: Path) -> None:
    """A result shows kind, title in its language, countries and date in the page's, and what was found in it."""
    visit.page.goto(f"{(example / 'ja' / 'search.html').as_uri()}?q=mozambique&kind=briefing")
    results(visit.page)
    item = visit.page.locator(f"#results li:has(a[href='{JAPANESE}'])")
    expect(item.locator(".type")).to_have_text("資料 · 協定・合意")
    expect(item.locator(".where")).to_contain_text("モザンビーク")
    expect(item.locator(".when")).to_have_text("2025年10月26日")
    expect(item.locator(".why")).to_have_text("国・地域: モザンビーク")
    french = visit.page.locator("#results a[lang=fr] mark").first
    expect(french).to_have_text("Mozambique")


def test_filters_narrow_the_results(visit: Visit, example: Path) -> None:
    """A choice leaves only what has it, is counted beforehand, stands in the address, and comes back from there."""
    page = visit.page
    page.goto(f"{(example / 'search.html').as_uri()}?q=vietnam")
    everything = results(page)
    option = page.locator("select[name=language] option[value=ja]")
    counted = int(option.inner_text().rpartition("(")[2].rstrip(")"))
    page.locator("select[name=language]").select_option("ja")
    expect(page.locator("#found")).to_have_text(f"{counted} results")
    narrowed = results(page)
    assert 0 < len(narrowed) == counted < len(everything)
    page.reload()
    assert results(page) == narrowed
    assert "language=ja" in page.url


def test_a_form_on_any_page_leads_here(visit: Visit, base: str) -> None:
    """`?q=` is read, so a form of any page can ask; the policy of pages lets it, from disk too."""
    visit.page.goto(f"{base}/ja/search.html")
    visit.page.evaluate("document.body.insertAdjacentHTML('afterbegin', '<form action=search.html id=f><input name=q></form>')")
    visit.page.locator("#f input").fill("公安省")
    visit.page.locator("#f input").press("Enter")
    visit.page.wait_for_url("**/ja/search.html?q=*")
    assert JAPANESE in results(visit.page)
    assert visit.complaints == []


def test_an_empty_question_shows_everything(visit: Visit, example: Path) -> None:
    """The button without words lists all, the newest first, to be narrowed."""
    visit.page.goto((example / "search.html").as_uri())
    expect(visit.page.locator("#filters")).to_be_hidden()
    visit.page.locator(".find button").click()
    expect(visit.page.locator("#filters")).to_be_visible()
    assert len(results(visit.page)) > 50


def test_shards_of_another_build_are_not_read(visit: Visit, ready: Page, example: Path) -> None:
    """A shard that a host or browser kept from an older build gives no false results; titles and names still do."""
    only_in_texts = ready.evaluate("""async () => {
        for (const [word] of await shard(0)) {
            const { found } = await find(word);
            if (found.length && found.every(hit => hit.score === TEXT)) return word;
        }
    }""")
    visit.page.goto((example / "search.html").as_uri())
    visit.page.evaluate("version = 'another'")
    count = "query => find(query).then(result => result.found.length)"
    assert [visit.page.evaluate(count, query) > 0 for query in (only_in_texts, "mozambique")] == [False, True]


def test_without_javascript_the_lists_lead_everywhere(browser: Browser, example: Path) -> None:
    """The page says that it needs JavaScript, and links the lists of every kind."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((example / "search.html").as_uri())
    expect(page.locator("noscript p")).to_contain_text("JavaScript")
    hrefs = page.locator("main .run a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    context.close()
    assert hrefs == [f"{kind}/index.html" for kind in ("countries", "topics", "people", "organizations", "agreements")]


def test_the_script_is_small(example: Path) -> None:
    """What a reader loads to search is at most 10 KB of script, the index aside."""
    assert (example / "assets" / "search.js").stat().st_size <= 10 * 1024
