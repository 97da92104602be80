"""What is simple enough to be read in one pass, and what is left to the parser."""

from __future__ import annotations

import pytest

from briefgen.rendering.simple_text import read_simple


def flanking(mark: str) -> tuple[bool, bool]:
    """Marks open before words and close behind them."""
    return mark[2] != " ", mark[0] != " "


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", []),
        ("A visit, at last!", ["text"]),
        ("Một chuyến thăm", ["text"]),
        ("*会談*", ["em_open", "text", "em_close"]),
        ("**会談**の", ["text", "strong_open", "text", "strong_close", "text"]),
        ("to [Hà Nội](ha-noi.md)", ["text", "link_open", "text", "link_close"]),
        ("a\n  b", ["text", "softbreak", "text"]),
        ("*Hà\n Nội*", ["em_open", "text", "softbreak", "text", "em_close"]),
        ("[東京\n](tokyo.md)", ["link_open", "text", "softbreak", "link_close"]),
    ],
)
def test_simple_texts(text: str, kinds: list[str]) -> None:
    """Words, plain links, emphasis and line ends, in any language; beside `**` stands a text even if it is empty."""
    tokens = read_simple(text, flanking)
    assert tokens is not None
    assert [token.type for token in tokens] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "a `b`", "a\\*", "<b>", "&amp;", "![a](b.png)", "[^1]", "^[a]", "[a]", "[a][b]", "[*a*](b.md)", "[a](b.md 'c')",
        "[a](javascript:b)", "[a](https://例.example)", "[a](b%20c.md)", "*a", "* a *", "**a*", "***a***", "*a _b_ c*", "a \nb",
    ],
)  # fmt: skip
def test_what_is_left_to_the_parser(text: str) -> None:
    """Anything that asks for a rule, an address that must be encoded, marks that do not fit, spaces that may break a line."""
    assert read_simple(text, flanking) is None
