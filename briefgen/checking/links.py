"""Links: every link and anchor inside the site must lead somewhere, and no page has an id twice."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from briefgen.errors import Problem
from briefgen.model.output import Output


@dataclass(slots=True)
class _Anchors(HTMLParser):
    """The ids and links of one page."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the ids and links of an element."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            elif name in {"href", "src"} and value and tag != "base":
                self.links.append(value)


def link_problems(outputs: Sequence[Output]) -> Iterable[Problem]:
    """A problem for each link that leads nowhere inside the site, and for each id that stands twice on a page."""
    pages = {output.path: _anchors(output) for output in outputs if output.path.endswith(".html")}
    paths = {output.path for output in outputs}
    for output in outputs:
        if output.path not in pages:
            continue
        page = pages[output.path]
        place = output.origin or output.path
        for twice in sorted({one for one in page.ids if page.ids.count(one) > 1}):
            yield Problem(place, 0, 0, f"the id `{twice}` stands twice on {output.path}")
        for link in dict.fromkeys(page.links):
            target, anchor = _target(link, output.path)
            if target is None:
                continue
            if target not in paths:
                hint = "check the spelling, or that the page is published"
                yield Problem(place, 0, 0, f"the link `{link}` on {output.path} leads nowhere", hint)
            elif anchor and target in pages and anchor not in pages[target].ids:
                yield Problem(place, 0, 0, f"the link `{link}` on {output.path} leads to no heading or id there")


def _anchors(output: Output) -> _Anchors:
    parser = _Anchors()
    parser.feed(output.data.decode("utf-8"))
    return parser


def _target(link: str, page: str) -> tuple[str | None, str]:
    """The path and anchor that a link on `page` leads to; no path for links that leave the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or link.startswith("/"):
        return None, ""
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return target, unquote(parts.fragment)
