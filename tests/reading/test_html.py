"""Saved pages: the article, its metadata and captions; the rest is removed, and no page makes reading raise."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import MissingExtra
from briefgen.model.article import Role, Trait
from briefgen.model.evidence import Trace
from briefgen.model.vocabulary import Vocabulary
from briefgen.reading.html import read_html

EMPTY = Vocabulary(countries={}, topics={})

PROSE = {
    "en": "The two ministers met in the capital on Monday and spoke about the transfer of sentenced persons for two hours. ",
    "ja": "両国の大臣は月曜日に首都で会談し、受刑者の移送について二時間にわたり意見を交わし、協力を進めることで一致した。",
    "vi": "Hai bộ trưởng đã gặp nhau tại thủ đô hôm thứ Hai và trao đổi trong hai giờ về chuyển giao người bị kết án. ",
}


def page(lang: str) -> str:
    """A page with menu, article, figure and footer in a language."""
    prose = "".join(f"<p>{PROSE[lang] * 2}{n}</p>" for n in range(1, 5))
    return f"""<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Talks on transfer</title>
<meta property="og:title" content="Talks on transfer"><meta property="og:site_name" content="Daily Example">
<meta name="author" content="A. Writer"><meta property="article:published_time" content="2025-10-19T08:00:00Z">
<link rel="canonical" href="https://example.org/news/talks"></head><body>
<nav><a href="/">Front page of the paper</a></nav><article><h1>Talks on transfer</h1>
<figure><img src="a.jpg"><figcaption>The two ministers shake hands</figcaption></figure>{prose}</article>
<footer>All rights reserved by the paper</footer><script>var tracked = 1;</script></body></html>"""


@pytest.mark.parametrize("lang", ["en", "ja", "vi"])
def test_the_article_of_a_page(lang: str) -> None:
    """The article's text is kept; menu and footer are removed; scripts are no text at all."""
    article, problems = read_html(page(lang), "a", "a.html", EMPTY)
    assert problems == ()
    assert article.raw
    assert PROSE[lang].strip() in article.text
    removed = " ".join(item.text for item in article.removed)
    assert "Front page of the paper" in removed
    assert "All rights reserved by the paper" in removed
    assert "tracked" not in article.text + removed


def test_metadata_is_harvested_with_its_place() -> None:
    """Title, date, publisher, author and address come from the page's head, each with a trace."""
    found = {item.trait: item for item in read_html(page("en"), "a", "a.html", EMPTY)[0].harvest}
    wanted = {
        Trait.TITLE: "Talks on transfer",
        Trait.DATE: "2025-10-19",
        Trait.PUBLISHER: "Daily Example",
        Trait.AUTHOR: "A. Writer",
        Trait.SOURCE_URL: "https://example.org/news/talks",
    }
    assert {trait: found[trait].value for trait in wanted} == wanted
    proofs = [found[trait].proof for trait in wanted]
    assert all(isinstance(proof, Trace) and proof.where.startswith("html ") for proof in proofs)


def test_the_title_that_a_page_shows_is_its_headline() -> None:
    """A second line below it that could be a headline does not take its place."""
    told = page("en").replace("</h1>", "</h1><p>Sentenced persons, two ministers and the transfer in the capital</p>")
    article, _ = read_html(told, "a", "a.html", EMPTY)
    headline = next(block for block in article.blocks if block.role is Role.HEADLINE)
    assert article.text[headline.start : headline.end] == "Talks on transfer"


def test_no_date_is_guessed() -> None:
    """A page without date has none, whatever days its text names."""
    undated = page("en").replace('<meta property="article:published_time" content="2025-10-19T08:00:00Z">', "")
    undated = undated.replace(" 1</p>", " It began on 3 March 2019.</p>")
    assert Trait.DATE not in {item.trait for item in read_html(undated, "a", "a.html", EMPTY)[0].harvest}


def test_captions_are_no_text() -> None:
    """The caption of a figure is kept with its picture and is no sentence of the article."""
    article = read_html(page("en"), "a", "a.html", EMPTY)[0]
    assert [(media.caption, media.file) for media in article.media] == [("The two ministers shake hands", "a.jpg")]
    assert "shake hands" not in article.text


@pytest.mark.parametrize("text", ["<html><body></body></html>", "<html><p>x", "<" * 5000, "<div>" * 20000, "<!-- ", "<?xml ?>"])
def test_a_page_without_article(text: str) -> None:
    """A page in which nothing is found is one sentence."""
    problems = read_html(text, "a", "a.html", EMPTY)[1]
    assert [str(p) for p in problems] == ["a.html: no article was found in the page; save the article's text as .txt instead"]


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where trafilatura is not installed, it says what to install."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtra, match=r"reading \.html needs the extra \[import\]"):
        read_html(page("en"), "a", "a.html", EMPTY)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<table>", "<td>", "<figure>", "&#0;", "&#xD800;", "\x01", "]]>", "<svg>", "x ", "é"])
    )
)
def test_no_soup_makes_it_raise(pieces: list[str]) -> None:
    """Whatever the tags, there is an article or a problem."""
    article, problems = read_html("".join(pieces) + "<p>" + PROSE["en"] * 3, "a", "a.html", EMPTY)
    assert article.text or problems
