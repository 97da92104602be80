"""Links: every link and anchor inside the site must lead somewhere, and no page has an id twice."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import unescape
from typing import Final
from urllib.parse import unquote, urlsplit

from briefgen.errors import Problem, Severity
from briefgen.model.memo import FORGETFUL, Ask, Memo, Task
from briefgen.model.output import Output

_MARKUP: Final = re.compile(
    r"""<!--.*?-->                                            # what stands in a comment is no markup
    | <(?P<raw>script|style|textarea|title)\b(?P<head>(?:[^>"']|"[^"]*"|'[^']*')*)>.*?</(?P=raw)   # nor what these hold
    | <(?P<tag>[a-z][^\s/>]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""A start tag with its attributes (HTML Living Standard, 13.2.5). Pages are many and long, and a parser is slow."""

_ATTRIBUTE: Final = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
"""An attribute: its name, and its value in either kind of quotes or in none."""

_PLACES: Final = {"id", "href", "src"}
"""Attributes that name a place or lead to one."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids and links of one page."""

    ids: tuple[str, ...]
    links: tuple[str, ...]


def link_problems(outputs: Sequence[Output], memo: Memo = FORGETFUL) -> Iterable[Problem]:
    """A problem for each link that leads nowhere inside the site, and for each id that stands twice on a page."""
    html = [output for output in outputs if output.path.endswith(".html")]
    found = memo.recall_all("links", [Task(output.path, output.hash, partial(_anchors_of, output)) for output in html])
    pages = {output.path: anchors for output, anchors in zip(html, found, strict=True)}
    ids = {output.path: frozenset(pages[output.path].ids if output.path in pages else ()) for output in outputs}
    for output in outputs:
        if output.path not in pages:
            continue
        place = output.origin or output.path
        for twice in sorted(one for one, count in Counter(pages[output.path].ids).items() if count > 1):
            yield Problem(place, 0, 0, f"the id `{twice}` stands twice on {output.path}")
        for link in dict.fromkeys(pages[output.path].links):
            if wrong := _wrong_link(link, output.path, ids):
                what, hint, severity = wrong
                yield Problem(place, 0, 0, f"the link `{link}` on {output.path} {what}", hint, severity)


def _wrong_link(link: str, page: str, ids: Mapping[str, frozenset[str]]) -> tuple[str, str, Severity] | None:
    """What is wrong with a link on `page`, how to mend it and how bad that is; `ids` has those of every output."""
    if link.startswith("/") and not link.startswith("//"):
        return "works only at the root of a host", "write it relative to the page, as `../topics/index.html`", "warning"
    target, anchor = _target(link, page)
    if target is None:
        return None
    if target not in ids:
        return "leads nowhere", "check the spelling, or that the page is published", "error"
    if anchor and target.endswith(".html") and anchor not in ids[target]:
        return "leads to no heading or id there", "", "error"
    return None


def _anchors_of(output: Output, _: Ask) -> Anchors:
    return _anchors(output.data)


def _anchors(page: bytes) -> Anchors:
    ids: list[str] = []
    links: list[str] = []
    for found in _MARKUP.finditer(page.decode("utf-8")):
        if (found["tag"] or "").lower() == "base":
            continue
        for name, *values in _ATTRIBUTE.findall(found["rest"] or found["head"] or ""):
            if (kind := name.lower()) in _PLACES and (value := unescape("".join(values))):
                (ids if kind == "id" else links).append(value)
    return Anchors(tuple(ids), tuple(links))


def _target(link: str, page: str) -> tuple[str | None, str]:
    """The path and anchor that a link on `page` leads to; no path for links that leave the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None, ""
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return target, unquote(parts.fragment)
