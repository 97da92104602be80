"""Markdown from blocks: it shows what the blocks say, and no sign of the text is taken for markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.importing.markdown_text import markdown_text
from briefgen.model.article import Block, Role
from briefgen.model.briefing import Body
from briefgen.rendering.prose import _parser

TRAPS = "\\`*_{}[]()#+-.!|<>~:=&\"' \t0123456789"


def body_of(*blocks: tuple[Role, str]) -> Body:
    """A body of blocks under each other."""
    text, places = "", []
    for role, content in blocks:
        places.append(Block(len(text), len(text) + len(content), role))
        text += f"{content}\n\n"
    return Body(text, tuple(places))


def shown(markdown: str) -> list[tuple[str, str]]:
    """The element around each inline text and the words a reader sees."""
    tokens = _parser().parse(markdown)
    pairs = [(tokens[n - 1].tag, token) for n, token in enumerate(tokens) if token.type == "inline"]
    return [(tag, "".join(child.content for child in token.children or ())) for tag, token in pairs]


def test_each_role_has_its_element() -> None:
    """Headings, lists, quotes and tables are what they were; the headline is the page's own heading and left out."""
    body = body_of(
        (Role.HEADLINE, "会談"),
        (Role.STANDFIRST, "Hai bên nhất trí"),
        (Role.SUBHEADING, "# 1. Results #"),
        (Role.LIST_ITEM, "- extradition"),
        (Role.LIST_ITEM, "2. transfer"),
        (Role.QUOTE, "Well said"),
        (Role.TABLE_ROW, "Country | People"),
        (Role.TABLE_ROW, "Kenya | 9,000 | *"),
    )
    markdown = markdown_text(body)
    assert markdown == (
        "\nHai bên nhất trí\n\n## \\# 1. Results \\#\n\n- extradition\n- transfer\n\n> Well said\n"
        "\n| Country | People |  |\n| --- | --- | --- |\n| Kenya | 9,000 | \\* |\n"
    )
    tags = [tag for tag, _ in shown(markdown)]
    assert tags == ["p", "h2", "p", "p", "p", "th", "th", "th", "td", "td", "td"]


@pytest.mark.parametrize(
    "line",
    ["1. January", "- he said", "+ more", "# 5", "> so", "---", "===", "* * *", "***", "[a](b)", "<b>x</b>", "<!-- x -->",
     "~~a~~", "&amp;", "R&D", "a_b_c", "[^1]: x", ": x", "~ x", "| a | b |", "![](a.png)", "`x`", "a\\", "https://a.org/b_c*d",
     "1) x", "\\*"],
)  # fmt: skip
def test_markup_in_the_text_is_shown_as_it_is(line: str) -> None:
    """A paragraph that looks like markup stays a paragraph of these very signs."""
    assert shown(markdown_text(body_of((Role.PARAGRAPH, line)))) == [("p", line)]


@given(
    st.lists(st.text(st.sampled_from(TRAPS + "aé漢字ま"), min_size=1).filter(lambda line: line.strip()), min_size=1, max_size=4)
)
@example(["a", ": b"])
@example(["a", "==="])
@example(["| a |", "| - |"])
def test_any_text_is_shown_as_it_is(lines: list[str]) -> None:
    """Whatever signs stand in paragraphs: a reader sees each with its words, and nothing else."""
    found = shown(markdown_text(body_of(*((Role.PARAGRAPH, line.strip()) for line in lines))))
    assert [(tag, squeezed(text)) for tag, text in found] == [("p", squeezed(line)) for line in lines]


def squeezed(text: str) -> str:
    """Text without the spaces that HTML does not show."""
    return re.sub(r"\s+", " ", text).strip()
