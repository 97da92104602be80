"""Quotes: each must stand in the archived source word for word."""

from __future__ import annotations

import difflib
import heapq
import re
from collections.abc import Iterable
from typing import Final

from briefgen.errors import Problem
from briefgen.model.article import Article, Path
from briefgen.model.frontmatter import quotes_in
from briefgen.text import as_quoted

_NEAR: Final = 0.4
"""Similarity (difflib's ratio) from which a sentence of the source is offered as what was meant."""

_CANDIDATES: Final = 20
"""Sentences that are compared letter by letter, which takes the square of their length: those with most pairs in common."""

_LONGEST: Final = 1000
"""Letters of a sentence at most: longer ones are no sentences, and no hint."""


def quote_problems(article: Article, source: str) -> Iterable[Problem]:
    """A problem for each quote of the article's front matter that does not occur in `source`.

    Runs of white space and composed or decomposed letters (NFC) do not matter, everything else does.
    """
    text = as_quoted(source)
    for path, quote in quotes_in(article.stated):
        if as_quoted(quote) in text:
            continue
        line, column = _position(article, path)
        near = _nearest(as_quoted(quote), source)
        hint = f"nearest: “{near}”" if near else "quote the source's own words"
        yield Problem(article.file, line, column, f"the quote is not in {article.stated.source.file}", hint)


def _position(article: Article, path: Path) -> tuple[int, int]:
    while path and path not in article.positions:
        path = path[:-1]
    return article.positions.get(path, (1, 1))


def _nearest(quote: str, source: str) -> str:
    """The sentence of the source that is most like the quote, or an empty text."""
    sentences = dict.fromkeys(as_quoted(piece) for piece in re.split(r"(?<=[.!?。！？])\s*|\n", source) if piece.strip())
    pairs = _pairs(quote)
    likely = heapq.nlargest(_CANDIDATES, sentences, key=lambda sentence: len(pairs & _pairs(sentence)))
    close = difflib.get_close_matches(quote, [one for one in likely if len(one) <= _LONGEST], n=1, cutoff=_NEAR)
    return close[0] if close and len(quote) <= _LONGEST else ""


def _pairs(text: str) -> set[str]:
    """The pairs of neighboring letters of a text: what two texts share of them is quickly counted, in any script."""
    return {text[place : place + 2] for place in range(min(len(text), _LONGEST) - 1)}
