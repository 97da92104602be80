"""Ordinary prose, read in one pass: words, plain links, emphasis and line ends, which is what most paragraphs consist of.

Delimiters of emphasis that fit each other and nothing else need no search, and a plain link no rules. Whatever is not that
simple is left to the parser. The tokens are those that markdown-it-py's rules make, empty ones beside `**` included.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from markdown_it.token import Token

Flanking = Callable[[str], tuple[bool, bool]]
"""Takes a mark of emphasis between its two neighbors; tells whether it can open and whether it can close."""

PLAIN: Final = r"[^\n\\`~*_\[\]!^<&]"
"""A character with which no inline rule begins and no label of a link ends."""

_INSIDE: Final = r"[^\\`~*_\[\]!^<&]"
"""The same, or the end of a line."""

_LINE_END: Final = re.compile(r"\n[ \t]*")

_HOST: Final = r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,3}"
_PIECE: Final = re.compile(
    rf"""(?P<plain>(?:{PLAIN}+|!(?!\[))+)
    | \[(?P<label>{_INSIDE}+)\]\((?P<href>(?:https?://{_HOST}(?:/[A-Za-z0-9/._-]*)? | [a-z0-9][A-Za-z0-9/._-]*))\)
    | (?P<mark>\*\*?|__?)(?P<stressed>{_INSIDE}+)(?P=mark)(?![*_])
    | (?P<line>{_LINE_END.pattern})""",
    re.VERBOSE,
)
"""A piece of prose. The address of a link is one that needs no encoding: a page of another site, a file beside this one."""


def read_simple(text: str, flanking: Flanking) -> list[Token] | None:
    """The tokens of a text, None if it is not that simple."""
    if " \n" in text:
        return None  # the spaces go, or mean a hard break
    tokens: list[Token] = []
    words: str | None = None  # "" where a text stands that is empty, None where none does
    done = 0
    while done < len(text):
        piece = _PIECE.match(text, done)
        if piece is None:
            return None
        kind = piece.lastgroup
        if kind == "plain":
            words = (words or "") + piece[0]
        elif kind == "line":
            tokens += _words(words)
            tokens.append(Token("softbreak", "br", 0))
            words = None
        elif kind == "href":
            tokens += _words(words)
            tokens += _link(piece["label"], piece["href"])
            words = None
        else:
            if not _is_pair(text, piece, flanking):
                return None
            is_strong = len(piece["mark"]) > 1
            tokens += _words(words or "" if is_strong else words)
            tokens += _stressed(piece["stressed"], piece["mark"])
            words = "" if is_strong else None
        done = piece.end()
    tokens += _words(words)
    return tokens


def _words(words: str | None) -> tuple[Token, ...]:
    return () if words is None else (Token("text", "", 0, content=words),)


def _link(label: str, href: str) -> Iterator[Token]:
    yield Token("link_open", "a", 1, attrs={"href": href})
    yield from _lines(label)
    yield Token("link_close", "a", -1)


def _stressed(words: str, mark: str) -> Iterator[Token]:
    tag = "strong" if len(mark) > 1 else "em"
    yield Token(f"{tag}_open", tag, 1, markup=mark)
    yield from _lines(words)
    yield Token(f"{tag}_close", tag, -1, markup=mark)


def _lines(words: str) -> Iterator[Token]:
    """What stands inside a link or emphasis."""
    for place, line in enumerate(_LINE_END.split(words) if "\n" in words else (words,)):
        if place:
            yield Token("softbreak", "br", 0, level=1)
        if line:
            yield Token("text", "", 0, content=line, level=1)


def _is_pair(text: str, piece: re.Match[str], flanking: Flanking) -> bool:
    """Whether the first mark can open and the last can close. Then they belong together: no mark before them is still open."""
    start, end, mark = piece.start(), piece.end(), piece["mark"][0]
    before, after = text[start - 1] if start else " ", text[end] if end < len(text) else " "
    words = piece["stressed"]
    can_open, _ = flanking(f"{before}{mark}{words[0]}")
    _, can_close = flanking(f"{words[-1]}{mark}{after}")
    return can_open and can_close and before not in "*_"
