"""Which lines stay, in which role, and which are cut, why: the decision over each line, by its sign and its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from briefgen.model.article import Role
from briefgen.reading.body import Body
from briefgen.reading.captions import Credited
from briefgen.reading.headline import Headline
from briefgen.reading.lines import Line
from briefgen.reading.page import Page
from briefgen.reading.signs import CUT_ANYWHERE

REASONS = {
    "navigation": "navigation",
    "section": "section name",
    "menu": "menu",
    "share": "share line",
    "related": "link to other articles",
    "advert": "advertisement mark",
    "comments": "comment form",
    "newsletter": "newsletter box",
    "cookies": "cookie notice",
    "tags": "tags",
    "counter": "view counter",
    "gallery": "picture gallery control",
    "tools": "reading tools",
    "footer": "site footer",
    "author": "note on the author",
    "published": "publication date",
    "date": "publication date",
    "byline": "byline",
    "source": "source line",
    "address": "web address",
    "contact": "contact line",
    "caption": "caption",
    "credit": "photo credit",
    "picture": "image mark",
    "ornament": "ornament",
    "number": "page number or counter",
    "agency": "agency line",
    "site": "site name beside the headline",
    "listed": "headline of another article",
    "above": "above the article",
    "between": "between headline and lead",
    "below": "after the article",
    "repeat": "headline repeated",
}
"""Why a line was cut, in plain English, by the kind of furniture."""

_UNSURE = frozenset({"footer", "date", "byline", "navigation", "contact", "tags"})
"""Kinds that a body may hold as its own (a chronology's dates, "Topic: …"): cut there beside other furniture only."""

_AMBIGUOUS = frozenset({"comments", "gallery", "tools", "newsletter", "counter"})
"""Kinds whose words serve as subheadings too ("Reactions", "Views") when prose stands right above and below."""

_CREDITS = frozenset({"date", "byline", "published", "contact", "counter"})
"""Kinds that are furniture right below a headline, even when a standfirst stands above them."""

_MARKUP = regex.compile(r"^(?:#{1,6}\s+|>\s+)")


@dataclass(frozen=True, slots=True)
class Kept:
    """A line, or the part `text[start:end]` of it, that stays."""

    line: Line
    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Cut:
    """A line that goes: its kind of furniture, and caption and credit read from it."""

    line: Line
    kind: str
    credited: Credited | None = None


def place_lines(page: Page, body: Body, headline: Headline | None) -> Iterator[Kept | Cut]:
    """Decide over each line of a page, in order."""
    said = (index for index in range(body.start, body.end) if page.said(index) or page.doubtful(index))
    first = _first(page, body, headline, next(said, body.start))
    top = headline.index if headline else body.start
    for index, line in enumerate(page.lines):
        if headline and index == headline.index:
            yield Kept(line, headline.start, headline.end, Role.HEADLINE)
        elif headline and index == headline.standfirst:
            yield _kept(line, Role.STANDFIRST)
        elif index < top or index >= body.end:
            yield _cut(page, index, "above" if index < top else "below")
        elif index in body.foreign:
            yield _cut(page, index, "listed")
        elif (
            (index < first and not (_opens(page, index) or page.sentence(index)))
            or _is_furniture(page, index)
            or (headline and index < headline.index + 6 and page.signs[index].kind in _CREDITS)
        ):
            yield _cut(page, index, "between")
        else:
            yield _kept(line, _role(page, index))


def _first(page: Page, body: Body, headline: Headline | None, said: int) -> int:
    """The line from which on short lines are kept: below bylines and share lines if a standfirst stands above those."""
    if headline is None:
        return body.start
    lead = next((index for index in range(said, min(said + 12, body.end)) if page.prose(index)), said)
    parted = any(page.kind(index) in _CREDITS | {"share", "tools", "caption"} for index in range(said, lead))
    return lead if parted else said


def _cut(page: Page, index: int, otherwise: str) -> Cut:
    """Cut a line for what it shows, or else for where it stands; a caption may follow an image mark unmarked."""
    line, sign = page.lines[index], page.signs[index]
    if sign.kind:
        return Cut(line, sign.kind, sign.credited)
    if page.bare_caption(index, early=True):
        return Cut(line, "caption", Credited(line.text, ""))
    return Cut(line, otherwise)


def _opens(page: Page, index: int) -> bool:
    """Whether a line between headline and lead is the article's: a point of a summary list."""
    return bool(page.lines[index].bullet) and not page.signs[index].kind and not page.lines[index].menu


def _is_furniture(page: Page, index: int) -> bool:
    """Whether a line inside the body is cut; in doubt it stays."""
    line, sign = page.lines[index], page.signs[index]
    if not sign.kind:
        return page.bare_caption(index)
    if sign.kind == "number":
        return index > 0 and page.kind(index - 1) in {"tools", "gallery", "share", "counter", "comments"}
    if sign.kind in _UNSURE or page.doubtful(index):
        return _beside_furniture(page, index) or (sign.kind == "footer" and sign.notices > 1)
    if sign.kind == "source":
        return "http" in line.text or "www." in line.text
    return sign.kind in {"published", "address"} or (sign.kind in CUT_ANYWHERE and not _is_subheading(page, index))


def _is_subheading(page: Page, index: int) -> bool:
    """Whether a line of menu words may be a subheading ("Reactions"): few words, no figures, prose right above and below."""
    line, sign = page.lines[index], page.signs[index]
    sandwiched = 0 < index < len(page.lines) - 1 and page.prose(index - 1) and page.prose(index + 1)
    opens_list = 0 < index < len(page.lines) - 1 and bool(page.lines[index + 1].bullet) and not page.kind(index + 1)
    plain = not sign.labeled and not sign.notices and not any(char.isdigit() for char in line.text)
    return sign.kind in _AMBIGUOUS and (sandwiched or opens_list) and plain and line.words <= 3  # noqa: PLR2004  subheadings of one word or two


def _beside_furniture(page: Page, index: int) -> bool:
    near = [at for at in (index - 1, index + 1) if 0 <= at < len(page.lines)]
    return any(page.signs[at].kind in CUT_ANYWHERE - {"picture", "caption", "ornament"} for at in near)


def _kept(line: Line, role: Role) -> Kept:
    markup = _MARKUP.match(line.text)
    return Kept(line, markup.end() if markup and markup.end() < len(line.text) else 0, len(line.text), role)


def _role(page: Page, index: int) -> Role:
    line = page.lines[index]
    if line.text.startswith(">"):
        return Role.QUOTE
    if line.text.startswith("#"):
        return Role.SUBHEADING
    if line.row:
        return Role.TABLE_ROW
    if line.bullet and (line.size < 400 or not line.bullet.startswith("*")):  # noqa: PLR2004  a star before a paragraph opens a section
        return Role.LIST_ITEM
    following = index + 1 < len(page.lines) and page.prose(index + 1)
    if not line.ends and following and line.words <= 14 and not line.text.endswith((",", ";", ":", "，", "、", "：")):  # noqa: PLR2004
        return Role.SUBHEADING
    return Role.PARAGRAPH
