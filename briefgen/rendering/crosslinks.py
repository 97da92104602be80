"""Automatic cross-links: a markdown-it core rule that links names to their pages.

The first mention in a section is linked, never inside a link, code or a heading, and never inside
`<span class="nolink">…</span>`. It works on text tokens, as markdown-it's own linkify does, not on finished HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from briefgen.kinds import TOPIC, Kind
from briefgen.model.mention import FindMentions, Mention

CROSSLINKS: Final = "crosslinks"
"""Key of the linker in markdown-it's environment; without it the rule does nothing."""

_SHORT: Final = 2
"""Letters of a Han word that is easily a part of a longer one."""

_OPAQUE: Final = "\ufffc"
"""Stands for what is no text (code, pictures) where mentions are searched: Unicode's object replacement character."""


@dataclass(frozen=True, slots=True)
class Linker:
    """How to find mentions in a text of a language, and where each thing's page is (None when it has none)."""

    find: FindMentions
    lang: str
    address: Callable[[Kind, str], str | None]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A child of an inline token, where its text stands in the text searched, and whether it may be linked."""

    token: Token
    start: int
    linkable: bool


def crosslink(state: StateCore) -> None:
    """The core rule: link the first mention of each thing in each section."""
    linker = state.env.get(CROSSLINKS)
    if not isinstance(linker, Linker):
        return
    sections = list(_sections(state.tokens))
    text = "".join(part for _, part in sections)
    mentions = iter(linker.find(text, linker.lang))
    mention = next(mentions, None)
    offset = 0
    seen: set[tuple[str, str]] = set()
    for token, part in sections:
        if token is None:
            seen = set()
            offset += len(part)
            continue
        end = offset + len(part)
        found: list[tuple[int, int, str]] = []
        pieces = list(_pieces(token, offset)) if mention is not None and mention.start < end else []
        while mention is not None and mention.start < end:
            key = (mention.kind.name, mention.id)
            href = linker.address(mention.kind, mention.id)
            if href and key not in seen and _stands_alone(text, mention) and _is_linkable(pieces, mention.start, mention.end):
                seen.add(key)
                found.append((mention.start, mention.end, href))
            mention = next(mentions, None)
        if found:
            token.children = [new for piece in pieces for new in _linked(piece, found)]
        offset = end


def _sections(tokens: list[Token]) -> Iterator[tuple[Token | None, str]]:
    """Each inline token outside headings with its text, and None where a new section begins."""
    in_heading = False
    for token in tokens:
        if token.type == "heading_open":
            in_heading = True
            yield None, "\n\n"
        elif token.type == "heading_close":
            in_heading = False
        elif token.type == "inline" and not in_heading:
            words = [child.content if child.type == "text" else _words(child) for child in token.children or ()]
            yield token, "".join(words) + "\n\n"


def _words(child: Token) -> str:
    """What a child contributes to the text that is searched."""
    if child.type == "text":
        return child.content
    if child.type in {"softbreak", "hardbreak"}:
        return "\n"
    return _OPAQUE if child.type in {"code_inline", "image"} else ""


def _pieces(token: Token, offset: int) -> Iterator[_Piece]:
    """The children of an inline token with their places; what stands in links or `nolink` spans may not be linked."""
    links = 0
    closed = 0
    for child in token.children or ():
        links += child.type == "link_open"
        links -= child.type == "link_close"
        if child.type == "html_inline":
            closed = _nolink_depth(child.content, closed)
        yield _Piece(child, offset, linkable=child.type == "text" and not links and not closed)
        offset += len(_words(child))


def _nolink_depth(html: str, depth: int) -> int:
    """How many spans deep the text after an HTML tag is inside a `nolink` span."""
    if html.startswith("<span") and (depth or "nolink" in html):
        return depth + 1
    return max(0, depth - 1) if html.startswith("</span") else depth


def _stands_alone(text: str, mention: Mention) -> bool:
    """Whether a reader sees the mention as a name: no single Han letter, and no short topic inside a longer Han word.

    In 訪越 the 越 is Viet Nam, but nobody would look for a link there, and 警察 in 国際刑事警察機構 is part of Interpol's name.
    """
    name = text[mention.start : mention.end]
    if len(name) > _SHORT or not all(map(_is_han, name)):
        return True
    inside_word = _is_han(text[mention.start - 1 : mention.start]) or _is_han(text[mention.end : mention.end + 1])
    return len(name) > 1 and not (mention.kind is TOPIC and inside_word)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _is_linkable(pieces: list[_Piece], start: int, end: int) -> bool:
    """Whether a mention lies within one piece of text that may be linked."""
    return any(p.linkable and p.start <= start and end <= p.start + len(p.token.content) for p in pieces)


def _linked(piece: _Piece, found: list[tuple[int, int, str]]) -> Iterator[Token]:
    """A piece, cut up around the links that lie in it."""
    inside = [
        (start - piece.start, end - piece.start, href)
        for start, end, href in found
        if piece.linkable and piece.start <= start and end <= piece.start + len(piece.token.content)
    ]
    if not inside:
        yield piece.token
        return
    content, done = piece.token.content, 0
    for start, end, href in inside:
        yield from _text(content[done:start], piece.token.level)
        yield Token("link_open", "a", 1, attrs={"href": href, "class": "auto"}, level=piece.token.level)
        yield from _text(content[start:end], piece.token.level + 1)
        yield Token("link_close", "a", -1, level=piece.token.level)
        done = end
    yield from _text(content[done:], piece.token.level)


def _text(content: str, level: int) -> Iterator[Token]:
    if content:
        yield Token("text", "", 0, content=content, level=level)
