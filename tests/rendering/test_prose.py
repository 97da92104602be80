"""Texts: Markdown with its extensions, plain text of raw articles, and what sanitizing takes away."""

from __future__ import annotations

import pytest

from briefgen.model.article import Block, Role
from briefgen.model.briefing import Body, Briefing
from briefgen.model.frontmatter import FrontMatter
from briefgen.rendering.prose import render_body, render_inline
from tests.rendering.sample_site import raw, written


def html_of(markdown: str, lang: str = "en") -> str:
    """The HTML of a Markdown text without cross-links."""
    return render_body(written("x", "X", body=markdown, lang=lang), None, lambda _: None, {}).html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("**「ハノイ条約」**に署名", "<p><strong>「ハノイ条約」</strong>に署名</p>\n"),
        ("これは**重要。**次は", "<p>これは<strong>重要。</strong>次は</p>\n"),
        ("長い行の\n続き", "<p>長い行の続き</p>\n"),
        ("one\ntwo", "<p>one\ntwo</p>\n"),
    ],
)
def test_emphasis_and_lines_in_japanese(markdown: str, html: str) -> None:
    """Bold works beside Japanese brackets and stops, and lines join without a space (field.md A3)."""
    assert html_of(markdown) == html


@pytest.mark.parametrize(
    ("markdown", "href", "after"),
    [
        ("出典：https://a.example/x.htm。次の文", "https://a.example/x.htm", "。次の文"),
        ("（https://a.example/x）", "https://a.example/x", "）"),
        ("See https://a.example/x?y=1, then", "https://a.example/x?y=1", ", then"),
        ("(see https://a.example/x)", "https://a.example/x", ")"),
        ("https://a.example/x_(y)", "https://a.example/x_(y)", ""),
        ("https://a.exampleを参照", "https://a.example", "を参照"),
    ],
)
def test_bare_addresses(markdown: str, href: str, after: str) -> None:
    """A bare address is a link and ends where Japanese or a sentence's punctuation begins."""
    assert f'<a href="{href}" rel="noopener">{href}</a>{after}' in html_of(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "[x](javascript:alert(1))",
        '<a href="javascript:alert(1)">x</a>',
        '<p style="color:red">x</p>',
        '<iframe src="https://a.example"></iframe>',
        "<style>body{display:none}</style>",
    ],
)
def test_nothing_active_survives(markdown: str) -> None:
    """Scripts, handlers, foreign schemes, inline styles and frames are taken away."""
    html = html_of(markdown)
    assert not any(f"<{tag}" in html for tag in ("script", "iframe", "style"))
    assert not any(word in html for word in ("onerror", "style=", 'href="javascript'))


def test_tables_notes_and_definitions() -> None:
    """Tables keep their alignment without inline styles; footnotes and definition lists work."""
    html = html_of("| a | b |\n|---|--:|\n| 1 | 2 |\n\nTerm\n: meaning\n\nText[^1].\n\n[^1]: Note.")
    assert '<td class="align-right">2</td>' in html
    assert "<dt>Term</dt>" in html
    assert '<div class="footnotes">' in html


def test_headings_stand_below_the_title_and_leave_no_level_out() -> None:
    """The page has one first heading; a text's own begin at the second level and go down step by step."""
    html = html_of("# One\n\n#### Deep\n\n## One")
    assert '<h2 id="one">One</h2>' in html
    assert '<h3 id="deep">Deep</h3>' in html
    assert '<h2 id="one-2">One</h2>' in html


def test_japanese_headings_break_between_phrases() -> None:
    """A Japanese heading has places to break, and its id comes from the whole text."""
    body = render_body(written("x", "X", body="## 今後の注目点", lang="ja"), None, lambda _: None, {})
    assert "今後の<wbr>注目点" in body.html
    assert [text for _, text in body.headings] == ["今後の注目点"]


def test_links_to_briefings_lead_to_their_pages() -> None:
    """A link to a file of content leads to its page; one that leads nowhere is a problem with its line."""
    known = {"2025/other": "other.html"}
    briefing = written("2025/x", "X", body="[a](other.md#part)\n\n[b](gone.md)")
    prose = render_body(briefing, None, known.get, {})
    assert '<a href="other.html#part">a</a>' in prose.html
    assert [(problem.line, problem.what) for problem in prose.problems] == [
        (12, "the link `gone.md` leads to no published briefing")
    ]


def test_nothing_in_a_raw_article_is_markup() -> None:
    """What looks like HTML or Markdown in a raw article is text, and its headline is not repeated."""
    html = render_body(raw(), None, lambda _: None, {}).html
    assert html == '<p id="b-p-1">ベトナムの大臣は&lt;b&gt;記者&lt;/b&gt;に *語った*。</p>\n'


def test_blocks_of_a_raw_article() -> None:
    """Subheadings, lists, table rows and quotes become their elements, each but a heading with the number quotes know it by."""
    parts = [
        ("Part", Role.SUBHEADING),
        ("• one", Role.LIST_ITEM),
        ("• two", Role.LIST_ITEM),
        ("a | b", Role.TABLE_ROW),
        ("q", Role.QUOTE),
    ]
    text = "\n".join(part for part, _ in parts)
    blocks, start = [], 0
    for part, role in parts:
        blocks.append(Block(start, start + len(part), role))
        start += len(part) + 1
    briefing = Briefing("x", "x.txt", "x", raw=True, facts=FrontMatter(title="X", lang="en"), body=Body(text, tuple(blocks)))
    html = render_body(briefing, None, lambda _: None, {}).html.replace("\n", "")
    assert html == (
        '<h2 id="part">Part</h2><ul><li id="b-p-1">one</li><li id="b-p-2">two</li></ul>'
        '<table><tbody><tr id="b-p-3"><td>a</td><td>b</td></tr></tbody></table><blockquote><p id="b-p-4">q</p></blockquote>'
    )


def test_summaries_are_joined_as_their_language_is_written() -> None:
    """The space that YAML leaves where it folds a line goes in Japanese and stays in English."""
    assert render_inline("歓迎した。 会談は", "ja") == "歓迎した。会談は"
    assert render_inline("It *ended*. Then", "en") == "It <em>ended</em>. Then"
