"""The quick renderer writes what markdown-it-py's own writes."""

from __future__ import annotations

from hypothesis import example, given

from briefgen.rendering.quick_html import QuickRenderer
from tests.rendering.made_markdown import TEXTS, stock

STOCK = stock()
QUICK = stock(QuickRenderer)


@given(TEXTS)
@example("- a\n  > b\n- *c* ~~d~~ **e**  \n  f\n\n***\n\n![x *y*](z.png)")
@example("| a | b |\n|:--|--:|\n| 会談 | `c` |\n")
@example("x[^1] ^[y]\n\n[^1]: z\n\nTerm\n: Definition\n")
def test_the_html_of_a_text(text: str) -> None:
    """Any mix of words of three languages, marks and line ends becomes the same HTML."""
    assert QUICK.render(text) == STOCK.render(text)
