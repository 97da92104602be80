"""Headings of a text: their levels below the page's title, their ids, and where they may break."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

import budoux
from markdown_it.token import Token

from briefgen.urls import anchor

_TOP: Final = 2
"""The level of a text's first headings: the page's title is the only one of the first level."""


def name_headings(tokens: list[Token], lang: str) -> Iterator[tuple[str, str]]:
    """Give each heading an id, a level that leaves none out, and places to break at; yield its id and text."""
    taken: set[str] = set()
    level = 1
    for token, inline in pairwise(tokens):
        if token.type == "heading_close":
            token.tag = f"h{level}"
        if token.type != "heading_open":
            continue
        level = min(max(int(token.tag[1]), _TOP), level + 1)
        token.tag = f"h{level}"
        children = inline.children or []
        text = "".join(child.content for child in children if child.type in {"text", "code_inline"})
        inline.children = [part for child in children for part in _breakable(child, lang)]
        slug = _free(anchor(text), taken)
        taken.add(slug)
        token.attrSet("id", slug)
        yield slug, text


@cache
def phrases(text: str, lang: str) -> tuple[str, ...]:
    """The phrases of a Japanese text (BudouX, field.md B6); a text of another language whole: it breaks between words."""
    return tuple(_parser().parse(text)) if lang.partition("-")[0] == "ja" else (text,)


def _free(base: str, taken: set[str]) -> str:
    """`base`, or with the first number that makes it an id not yet taken."""
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _breakable(child: Token, lang: str) -> Iterator[Token]:
    """The text of a Japanese heading with places to break between its phrases; anything else as it is."""
    if child.type != "text":
        yield child
        return
    for place, phrase in enumerate(phrases(child.content, lang)):
        if place:
            yield Token("html_inline", "", 0, content="<wbr>")
        yield Token("text", "", 0, content=phrase)


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()
