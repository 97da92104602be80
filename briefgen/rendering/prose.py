"""Texts → HTML: Markdown of briefings and plain text of raw articles, through the same rules, then sanitized."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, Literal
from urllib.parse import quote, unquote, urlsplit

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_cjk_friendly import cjk_friendly
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from briefgen.errors import Problem
from briefgen.model.article import Role
from briefgen.model.briefing import Body, Briefing
from briefgen.rendering.crosslinks import CROSSLINKS, Linker, crosslink
from briefgen.rendering.headings import name_headings
from briefgen.rendering.pictures import SCHEME, find_picture
from briefgen.rendering.quick_html import QuickRenderer
from briefgen.rendering.quick_markdown import quick

_TAGS: Final = nh3.ALLOWED_TAGS | {"section"}

_ATTRIBUTES: Final = {
    **nh3.ALLOWED_ATTRIBUTES,
    "*": {"id", "class", "lang", "dir", "title"},
    "a": {"href", "hreflang", "rel"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}

_URL: Final = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
"""A bare address ends where RFC 3986's characters end, so that `…htm。次` does not swallow Japanese (field.md B6)."""

_SUMMARIES: Final = 20_000
"""Summaries kept rendered, since each stands in many lists: those of a large site, about 10 MB."""

_FOLD: Final = re.compile(r"(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]) (?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60])")
"""A space between characters of Japanese or Chinese (Unicode blocks of their letters and punctuation)."""

_ELEMENTS: Final = {
    Role.PARAGRAPH: ("paragraph", "p"),
    Role.STANDFIRST: ("paragraph", "p"),
    Role.SUBHEADING: ("heading", "h2"),
    Role.QUOTE: ("paragraph", "p"),
}
"""Token and element of each role of a raw article's blocks; lists and tables are grouped apart."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A rendered text: HTML, its headings (id and text) and the problems of its links."""

    html: str
    headings: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


Resolve = Callable[[str], str | None]
"""Takes the id of a briefing; gives the link to its page, or None when it is not published."""


def render_body(briefing: Briefing, linker: Linker | None, resolve: Resolve, pictures: Container[str]) -> Prose:
    """The body of a briefing as sanitized HTML, with automatic cross-links if there is a linker.

    `pictures` are those of the site; the ones that the body shows have the address `picture:PATH` in it.
    """
    parser = _parser()
    env: dict[str, Any] = {CROSSLINKS: linker} if linker and briefing.facts.crosslinks else {}
    body = briefing.body
    tokens = _plain_tokens(body, parser, env) if briefing.raw else parser.parse(body.text, env)
    problems = (*_resolve_links(tokens, briefing, resolve), *_resolve_pictures(tokens, briefing, pictures))
    _mark_outside_links(tokens)
    headings = tuple(name_headings(tokens, briefing.lang))
    html = str(parser.renderer.render(tokens, parser.options, env))
    return Prose(_sanitized(html), headings, problems)


@lru_cache(maxsize=_SUMMARIES)
def render_inline(text: str, lang: str) -> str:
    """A line of Markdown (a summary) as sanitized HTML without a paragraph around it.

    In Chinese and Japanese a space between two of their characters is left from folding lines in YAML, and goes.
    """
    joined = _FOLD.sub("", text) if lang.partition("-")[0] in {"ja", "zh"} else text
    return _sanitized(_parser().renderInline(joined))


def _sanitized(html: str) -> str:
    """HTML without scripts, handlers, inline styles and foreign schemes."""
    return _cleaner().clean(html)


@cache
def _cleaner() -> nh3.Cleaner:
    schemes = {"http", "https", "mailto", SCHEME}
    return nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=schemes, link_rel=None)


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables, footnotes, definition lists, and emphasis beside Japanese punctuation (field.md A3)."""
    parser = MarkdownIt("commonmark", renderer_cls=QuickRenderer).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin).use(cjk_friendly).use(quick)
    parser.add_render_rule("footnote_block_open", _open_footnotes)
    parser.add_render_rule("footnote_block_close", _close_footnotes)
    parser.core.ruler.push("bare_urls", _link_urls)
    parser.core.ruler.push("crosslinks", crosslink)
    parser.core.ruler.push("alignment", _align_by_class)
    return parser


def _open_footnotes(*_: object) -> str:
    """The plugin's own `section` would need a heading of its own."""
    return '<div class="footnotes">\n<ol>\n'


def _close_footnotes(*_: object) -> str:
    return "</ol>\n</div>\n"


def _plain_tokens(body: Body, parser: MarkdownIt, env: dict[str, Any]) -> list[Token]:
    """Tokens of a raw article's blocks: nothing in them is read as Markdown or HTML; only the linking rules run."""
    state = StateCore(body.text, parser, env, list(_block_tokens(body)))
    _link_urls(state)
    crosslink(state)
    return state.tokens


def _block_tokens(body: Body) -> Iterator[Token]:
    open_list, number = "", 0
    for block in body.blocks:
        content = body.text[block.start : block.end]
        wanted = {Role.LIST_ITEM: "bullet_list", Role.TABLE_ROW: "table"}.get(block.role, "")
        if open_list and open_list != wanted:
            yield from _grouping(open_list, -1)
        if wanted and open_list != wanted:
            yield from _grouping(wanted, 1)
        open_list = wanted
        number += block.role not in {Role.HEADLINE, Role.SUBHEADING}
        yield from _block(block.role, content, f"b-p-{number}")
    if open_list:
        yield from _grouping(open_list, -1)


def _grouping(name: str, nesting: Literal[-1, 1]) -> Iterator[Token]:
    """The tokens that open (1) or close (-1) a list or a table."""
    ending = "open" if nesting == 1 else "close"
    pair = [("bullet_list", "ul")] if name == "bullet_list" else [("table", "table"), ("tbody", "tbody")]
    for kind, tag in pair if nesting == 1 else reversed(pair):
        yield Token(f"{kind}_{ending}", tag, nesting, block=True)


def _block(role: Role, content: str, anchor: str) -> Iterator[Token]:
    """The tokens of one block under its anchor; the headline is the page's heading and not repeated."""
    if role is Role.HEADLINE:
        return
    if role is Role.TABLE_ROW:
        yield Token("tr_open", "tr", 1, attrs={"id": anchor}, block=True)
        for cell in re.split(r"\s*[|\t]\s*", content.strip("| \t")):
            yield from _wrapped("td", "td", cell)
        yield Token("tr_close", "tr", -1, block=True)
    elif role is Role.LIST_ITEM:
        yield from _wrapped("list_item", "li", re.sub(r"^([-*•·–]|\d+[.)])\s+", "", content), anchor)
    elif role is Role.QUOTE:
        yield Token("blockquote_open", "blockquote", 1, block=True)
        yield from _wrapped("paragraph", "p", content, anchor)
        yield Token("blockquote_close", "blockquote", -1, block=True)
    else:
        yield from _wrapped(*_ELEMENTS[role], content, anchor)


def _wrapped(name: str, tag: str, content: str, anchor: str = "") -> Iterator[Token]:
    yield Token(f"{name}_open", tag, 1, attrs={"id": anchor} if anchor else {}, block=True)
    yield Token("inline", "", 0, content=content, children=list(_lines(content)), block=True)
    yield Token(f"{name}_close", tag, -1, block=True)


def _lines(content: str) -> Iterator[Token]:
    """Text tokens of a block, its line ends as soft breaks."""
    for place, line in enumerate(content.split("\n")):
        if place:
            yield Token("softbreak", "br", 0)
        yield Token("text", "", 0, content=line)


def _link_urls(state: StateCore) -> None:
    """A core rule: bare web addresses become links."""
    for token in state.tokens:
        if token.type != "inline" or not token.children or "://" not in token.content:
            continue
        depth = 0
        children: list[Token] = []
        for child in token.children:
            depth += child.nesting if child.type in {"link_open", "link_close"} else 0
            children += _with_urls(child) if child.type == "text" and not depth and "://" in child.content else [child]
        token.children = children


def _with_urls(child: Token) -> Iterator[Token]:
    done = 0
    for match in _URL.finditer(child.content):
        url = match[0].rstrip(".,;:!?'")
        if url.endswith(")") and "(" not in url:
            url = url.rstrip(")")
        end = match.start() + len(url)
        yield Token("text", "", 0, content=child.content[done : match.start()])
        yield Token("link_open", "a", 1, attrs={"href": url})
        yield Token("text", "", 0, content=url)
        yield Token("link_close", "a", -1)
        done = end
    yield Token("text", "", 0, content=child.content[done:])


def _align_by_class(state: StateCore) -> None:
    """A core rule: alignment of table cells as a class, since the site allows no inline styles."""
    for token in state.tokens:
        style = token.attrs.pop("style", None) if token.type in {"th_open", "td_open"} else None
        if style:
            token.attrSet("class", f"align-{str(style).rpartition(':')[2]}")


def _inlines(tokens: list[Token], kind: str) -> list[tuple[Token, Token]]:
    """The tokens of a kind inside the text of blocks, each with its block's."""
    return [(token, child) for token in tokens if token.children for child in token.children if child.type == kind]


def _mark_outside_links(tokens: list[Token]) -> None:
    """Keep the pages that outside links open from reaching back (`rel=noopener`, HTML Living Standard)."""
    for _, link in _inlines(tokens, "link_open"):
        if str(link.attrs.get("href", "")).startswith(("http://", "https://")):
            link.attrSet("rel", "noopener")


def _resolve_links(tokens: list[Token], briefing: Briefing, resolve: Resolve) -> Iterator[Problem]:
    """Turn links to `.md` files into links to their pages; a problem for each that leads to no published briefing."""
    for token, link in _inlines(tokens, "link_open"):
        href = str(link.attrs.get("href", ""))
        if ".md" not in href:
            continue
        parts = urlsplit(href)
        if not parts.path.endswith(".md") or parts.scheme or parts.netloc:
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(briefing.id), unquote(parts.path)))
        page = resolve(path.removesuffix(".md"))
        if page is None:
            line = briefing.body.line + (token.map[0] if token.map else 0)
            hint = "link to a file under content/ that is published"
            del link.attrs["href"]  # a link that was reported need not be found dead once more
            yield Problem(briefing.file, line, 0, f"the link `{href}` leads to no published briefing", hint)
        else:
            link.attrs["href"] = f"{page}#{parts.fragment}" if parts.fragment else page


def _resolve_pictures(tokens: list[Token], briefing: Briefing, pictures: Container[str]) -> Iterator[Problem]:
    """Give each picture its address; a problem for one that is not there or stands on another host."""
    for token, image in _inlines(tokens, "image"):
        src = str(image.attrs["src"])
        found = find_picture(src, briefing.id, pictures)
        if found:
            image.attrs["src"] = f"{SCHEME}:{quote(found)}"
            continue
        line = briefing.body.line + (token.map[0] if token.map else 0)
        del image.attrs["src"]
        if "://" in src:
            hint = "pages ask no other host for anything; save it under content/"
            yield Problem(briefing.file, line, 0, f"the picture `{src}` is on another host", hint)
        else:
            hint = "put it beside the briefing, or write its path under content/"
            yield Problem(briefing.file, line, 0, f"there is no picture `{src}`", hint)
