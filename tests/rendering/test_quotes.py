"""The words behind facts: where they stand in the source, and the way there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.briefing import Briefing
from briefgen.model.settings import Settings, SourceText
from briefgen.rendering.edition import Edition
from briefgen.rendering.excerpts import EXCERPT, paragraphs, shown
from briefgen.rendering.quotes import quote
from briefgen.text import as_quoted
from tests.rendering.sample_site import RAW_TEXT, Tags, edition, pages, raw, site, visit

TEXT = "The first paragraph.\n\nHe wants two\u00a0treaties drafted.\n" + "A very long last one. " * 40


def archived(text: str = TEXT, policy: SourceText = "full") -> tuple[Edition, Briefing]:
    """An edition, and its briefing with an archived source on a site that shows so much of it."""
    briefing = replace(visit(), source_text=text)
    return edition(site(briefing, settings=Settings(title="Test", source_text=policy))), briefing


@pytest.mark.parametrize(("policy", "href"), [("full", "#b-source-2"), ("excerpt", "#b-source-2"), ("none", "")])
def test_the_paragraph_of_an_archived_source(policy: SourceText, href: str) -> None:
    """A quote leads to its paragraph where the page shows that; spaces of another width are the same words."""
    found = quote(*archived(policy=policy), "two treaties")
    assert found is not None
    assert (found.text, found.lang, found.where, found.href) == (
        "two treaties",
        "vi",
        "paragraph 2 of the archived source",
        href,
    )


def test_words_on_another_page() -> None:
    """From the page of an agreement the way leads to the briefing first."""
    found = quote(*archived(), "two treaties", "agreements/treaty.html")
    assert found is not None
    assert found.href == "../briefings/visit.html#b-source-2"


def test_what_an_excerpt_leaves_out_is_not_linked() -> None:
    """The place is told, the link would lead nowhere."""
    found = quote(*archived(policy="excerpt"), "A very long last one.")
    assert found is not None
    assert (found.where, found.href) == ("paragraph 3 of the archived source", "")


def test_words_that_stand_nowhere_have_no_place() -> None:
    """Without words there is no mark; words that no paragraph holds are shown without a place."""
    assert quote(*archived(), "") is None
    found = quote(*archived(), "something else")
    assert found is not None
    assert (found.where, found.href) == ("", "")


@settings(deadline=None)
@given(st.text(), st.data())
def test_the_place_holds_the_words(text: str, data: st.DataObject) -> None:
    """Whatever the source and whatever is quoted of it, the paragraph named is one that holds the words."""
    lines = paragraphs(text)
    if not lines:
        return
    words = data.draw(st.sampled_from(lines))
    found = quote(*archived(text), words)
    assert found is not None
    if as_quoted(words):
        place = int(found.href.rpartition("-")[2])
        assert as_quoted(words) in as_quoted(lines[place - 1])


def test_a_raw_article_is_its_own_source() -> None:
    """The headline is no paragraph; the anchor that a quote leads to stands in the text of the page."""
    made = site(raw())
    found = quote(edition(made), raw(), "語った")
    assert found is not None
    assert (found.where, found.href) == ("paragraph 1 of the text", "#b-p-1")
    assert RAW_TEXT.count("\n") == 1
    assert any(tag.get("id") == "b-p-1" for tag in Tags(pages(made)["briefings/raw.html"]).all("p"))


@given(
    st.lists(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=900)),
    st.sampled_from(("none", "excerpt", "full")),
)
def test_how_much_is_shown(found: list[str], policy: SourceText) -> None:
    """Never more than the policy allows, always from the beginning, and it says whether that is all."""
    taken, is_all = shown(tuple(found), policy)
    assert is_all is (bool(found) and taken == tuple(found))
    assert policy != "excerpt" or sum(map(len, taken)) <= EXCERPT + 1
    assert all(whole.startswith(part.removesuffix("…")) for whole, part in zip(found, taken, strict=False))
