"""Made-up Markdown of all kinds, and the parser that says what it means."""

from __future__ import annotations

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from mdit_py_cjk_friendly import cjk_friendly
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin


def stock(renderer: type[RendererHTML] = RendererHTML) -> MarkdownIt:
    """A parser with the plugins that briefings are rendered with, but for those that make it quick."""
    parser = MarkdownIt("commonmark", renderer_cls=renderer).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin).use(deflist_plugin).use(cjk_friendly)


def apart(parts: str) -> list[str]:
    """The parts that a list of them names, with spaces between."""
    return parts.split(" ")


WORDS = (
    *apart("visit 会談 「協定」 。 ﾊﾝｶｸ É a 1 2024 \x1f \u200b nghi\u0323"),
    *("Hội nghị", "👩\u200d👩\u200d👧", "\u00a0", "\u2028", "\x0b"),
)
"""Words of three languages, and letters that are easily taken for something else."""

MARKS = (
    *apart("* ** *** _ __ ~ ~~ ` `` \\ \\* ! [ ] ![ ]( ( ) < > & ^ ^[ ' \" $ % { } | + - = : #"),
    *apart("&amp; &#0; &copy; <b> </b> <https://x.example> [^1] [a] [] []() [x](y.md) [x](/y) [*x*](../y) ![x](y.png)"),
    *apart("[x](HTTPS://X.Example/%20) [会談](https://x.example/1) [x](https://x.example/a_b) **x** *会談* __「x」__"),
    *apart("](javascript:x) ](https://x..example) ](http://é.example) ](https://x.example/a&amp;b)"),
    *("[x](a b)", '[x](y "t")', "<!-- x -->", "[^1]: ", "[a]: /b", "[a]: /b 'c'\n"),
)
"""What stands inside lines."""

LINES = (
    *("\n", "\n\n", "  \n", "\\\n", "\r\n", "\r", "\0", "\t", " ", "    ", "\n\t", "\n    ", "\n ", "\n     "),
    *("\n> ", "\n>\t", "\n- ", "\n* ", "\n+\t", "\n1. ", "\n12) ", "\n  - ", "\n    - ", "\n# ", "\n###### x ##", "\n[^1]: "),
    *(
        "\n---\n",
        "\n===\n",
        "\n***\n",
        "\n```\n",
        "\n~~~ py\n",
        "\n: ",
        "\n~ ",
        "\n\n: ",
        "\n\n  ~ ",
        "\n| a | b |\n",
        "|---|:-:|\n",
    ),
    *("\n<div>\n", "\n</div>\n", "\n<!--", "-->"),
)
"""How lines end and the next ones begin."""

_PARTS = st.sampled_from((*WORDS, *MARKS, *LINES))

TEXTS = st.one_of(
    st.lists(_PARTS, max_size=40),
    st.lists(_PARTS, min_size=1, max_size=6).flatmap(lambda few: st.lists(st.sampled_from(few), max_size=40)),
).map("".join)
"""Texts of all these parts, and texts of a few of them again and again."""
