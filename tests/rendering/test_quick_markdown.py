"""The quick parsers make the tokens that markdown-it-py's own make, of any text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen.rendering.quick_markdown import quick
from tests.rendering.made_markdown import TEXTS, stock

STOCK = stock()
QUICK = stock().use(quick)


def told(parser: MarkdownIt, text: str, *, inline: bool = False) -> list[dict[str, object]]:
    """The tokens of a text, all there is to know of them."""
    return [dict(token.as_dict()) for token in (parser.parseInline(text, {}) if inline else parser.parse(text, {}))]


@given(TEXTS)
@example("Term\n\n: Definition\n\n~ Another\n")
@example("[" * 25 + "x" + "](y)" * 25)
@example("> " * 25 + "x")
@example("*" * 70 + "x" + "*" * 69)
@example("  \n\t\n x \n\t- y\n\t\tz\n   ")
@example("| a | b |\n|---|---|\n| **c** | d |\n\ne")
@example("[a]: /b 'c'\n[a] [^1]\n\n[^1]: d\n")
@example("")
def test_the_tokens_of_a_text(text: str) -> None:
    """Any mix of words of three languages, marks and line ends becomes the same tokens."""
    assert told(QUICK, text) == told(STOCK, text)


@given(TEXTS)
def test_the_tokens_of_a_line(text: str) -> None:
    """So does any line, and what is no Markdown at all."""
    assert told(QUICK, text, inline=True) == told(STOCK, text, inline=True)


@given(st.text(max_size=60))
def test_any_letters(text: str) -> None:
    """Letters of all scripts stay what they are."""
    assert told(QUICK, text) == told(STOCK, text)


@given(st.from_regex(r"\[[a-z ]*\]\((https?://)?[a-z0-9./_:%?#@&=+~-]{0,80}\)", fullmatch=True))
@example(f"[x](https://{'a' * 64}.example/)")
@example(f"[x](https://{'.'.join(['a' * 63] * 5)}/)")
@example("[x](https://xn--n3h.example/)")
@example("[x](data.md)")
def test_addresses(text: str) -> None:
    """A link leads where it led, whether its address is read at once or by the rule."""
    assert told(QUICK, text) == told(STOCK, text)


def test_a_rule_of_unknown_beginning_is_refused() -> None:
    """A plugin's rule would be left out silently where its beginning is unknown, so it cannot be used."""
    parser = stock()
    parser.inline.ruler.push("smile", lambda state, silent: False)  # noqa: ARG005  a rule's signature
    with pytest.raises(KeyError, match="smile"):
        parser.use(quick)
