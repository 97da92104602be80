"""Links: every link and anchor inside the site must lead somewhere, and no page has an id twice."""

from __future__ import annotations

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from html import unescape
from typing import Final
from urllib.parse import unquote, urlsplit
from zlib import crc32

from briefgen.errors import Problem, Severity
from briefgen.model.memo import FORGETFUL, Ask, Memo, Task
from briefgen.model.output import Output

_INSIDE: Final = r"""[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+"""
"""What stands in a start tag behind its name; quoted values may hold a `>`."""

_IDLE: Final = r"""[a-zA-Z0-9]++(?:[ ](?!id|href|src)[a-z-]++="[^"<]*+")*+>"""
"""A tag, as our templates write it, that names no place and leads to none; most do neither."""

_MARKUP: Final = re.compile(
    rf"""<(?=[a-zA-Z!])(?:
      !--.*?-->                                              # what stands in a comment is no markup
    | (?=[sStT])(?i:(script|style|textarea|title)\b({_INSIDE})>.*?</\1)   # nor what these hold
    | (?!{_IDLE})([a-zA-Z][^\s/>]*)({_INSIDE})>
    )""",
    re.VERBOSE | re.DOTALL,
)
"""A start tag with its attributes (HTML Living Standard, 13.2.5). Pages are many and long, and a parser is slow.

Looks ahead and loops without a way back (`*+`) change nothing of what is found; they make it quick.
"""

_ATTRIBUTE: Final = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
"""An attribute: its name, and its value in either kind of quotes or in none."""

_PLACES: Final = {"id", "href", "src"}
"""Attributes that name a place or lead to one."""


_BOX: Final = 32
"""Pages whose links are found and remembered together: asking for each alone takes longer than finding a few anew."""

_TAGS_KEPT: Final = 4096
"""Tags that are remembered while pages are read: menus and the like are the same on all, and cut into attributes once."""


Wrong = tuple[str, str, Severity]
"""What is wrong with a link, how to mend it, and how bad that is."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids and links of one page."""

    ids: tuple[str, ...]
    links: tuple[str, ...]


def link_problems(outputs: Sequence[Output], memo: Memo = FORGETFUL) -> Iterable[Problem]:
    """A problem for each link that leads nowhere inside the site, and for each id that stands twice on a page."""
    pages = _pages(outputs, memo)
    ids = {output.path: frozenset(pages[output.path].ids if output.path in pages else ()) for output in outputs}
    right: dict[str, set[str]] = defaultdict(set)
    for output in outputs:
        if output.path not in pages:
            continue
        place = output.origin or output.path
        for twice in _twice(pages[output.path].ids):
            yield Problem(place, 0, 0, f"the id `{twice}` stands twice on {output.path}")
        for link, (what, hint, severity) in _wrong_links(pages[output.path], output.path, ids, right):
            yield Problem(place, 0, 0, f"the link `{link}` on {output.path} {what}", hint, severity)


def _pages(outputs: Sequence[Output], memo: Memo) -> dict[str, Anchors]:
    """The ids and links of every page."""
    html = [output for output in outputs if output.path.endswith(".html")]
    boxes: dict[int, list[Output]] = defaultdict(list)
    count = 1 << (len(html) // _BOX).bit_length()  # a power of two stays the same while pages come and go
    for output in html:
        boxes[crc32(output.path.encode()) % count].append(output)
    tasks = [Task(box[0].path, [(one.path, one.hash) for one in box], partial(_anchors_of, box)) for box in boxes.values()]
    found = memo.recall_all("links", tasks)
    return {path: anchors for box in found for path, anchors in box.items()}


def _anchors_of(box: Iterable[Output], _: Ask) -> dict[str, Anchors]:
    return {output.path: _anchors(output.data) for output in box}


def _twice(ids: tuple[str, ...]) -> Iterable[str]:
    if len(ids) == len(set(ids)):
        return ()
    return sorted(one for one, count in Counter(ids).items() if count > 1)


def _wrong_links(
    anchors: Anchors, page: str, ids: Mapping[str, frozenset[str]], right: Mapping[str, set[str]]
) -> Iterator[tuple[str, Wrong]]:
    """The wrong links of a page, each once; `ids` has those of every output.

    `right` has for each folder the links that are right on all of its pages, and learns: most stand on many.
    """
    folder = posixpath.dirname(page)
    own, known = ids[page], right[folder]
    for link in dict.fromkeys(anchors.links):
        if link in known or (link[0] == "#" and link[1:] in own and "%" not in link and link.isprintable()):
            continue
        target, anchor = _target(link, page, folder)
        if wrong := _wrong(link, target, anchor, ids):
            yield link, wrong
        elif target != page:  # links without a path lead from each page to itself
            known.add(link)


def _wrong(link: str, target: str | None, anchor: str, ids: Mapping[str, frozenset[str]]) -> Wrong | None:
    """What is wrong with a link to an anchor of a target, how to mend it and how bad that is."""
    if link.startswith("/") and not link.startswith("//"):
        return "works only at the root of a host", "write it relative to the page, as `../topics/index.html`", "warning"
    if target is None:
        return None
    if target not in ids:
        return "leads nowhere", "check the spelling, or that the page is published", "error"
    if anchor and target.endswith(".html") and anchor not in ids[target]:
        return "leads to no heading or id there", "", "error"
    return None


def _target(link: str, page: str, folder: str) -> tuple[str | None, str]:
    """The path and anchor that a link on `page`, in `folder`, leads to; no path for links that leave the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None, ""
    path = unquote(parts.path)
    return posixpath.normpath(posixpath.join(folder, path)) if path else page, unquote(parts.fragment)


def _anchors(page: bytes) -> Anchors:
    ids: list[str] = []
    links: list[str] = []
    for _, head, tag, rest in _MARKUP.findall(page.decode("utf-8")):
        inside = rest or head
        if inside and tag.lower() != "base":
            own_ids, own_links = _places(inside)
            ids += own_ids
            links += own_links
    return Anchors(tuple(ids), tuple(links))


@lru_cache(_TAGS_KEPT)
def _places(inside: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids and links of a tag, by what stands in it behind its name."""
    ids: list[str] = []
    links: list[str] = []
    for name, *values in _ATTRIBUTE.findall(inside):
        if (kind := name.lower()) in _PLACES and (value := unescape("".join(values))):
            (ids if kind == "id" else links).append(value)
    return tuple(ids), tuple(links)
