"""Pictures of a site: which ones its briefings show, and where they stand in `output/`.

Only pictures that a published briefing (or the theme) shows are published, so that nothing of an embargoed or withdrawn
briefing slips out beside it. Bodies are rendered once for all languages, whose trees differ in depth; a picture in them
has the address `picture:PATH`, which each page makes relative to itself.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterator
from typing import Final
from urllib.parse import quote, unquote

from briefgen.errors import Problem
from briefgen.model.output import Output
from briefgen.model.site import Site
from briefgen.urls import relative

SCHEME: Final = "picture"
"""Scheme of a picture's address in a body, before the page is known."""

_FOLDER: Final = "pictures"

_ADDRESS: Final = re.compile(rf'"{SCHEME}:([^"]+)"')


def find_picture(written: str, briefing_id: str, pictures: Container[str]) -> str | None:
    """The picture that a briefing means by a path, relative to itself or to `content/`; None when there is none."""
    path = unquote(written)
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(briefing_id), path))
    return next((one for one in (beside, posixpath.normpath(path)) if one in pictures), None)


def picture_href(path: str, page: str) -> str:
    """The link from a page (a path under `output/`) to a picture."""
    return quote(relative(f"{_FOLDER}/{path}", page))


def with_pictures(html: str, page: str) -> str:
    """A body with the addresses of its pictures made relative to the page it stands on."""
    return _ADDRESS.sub(lambda match: f'"{picture_href(unquote(match[1]), page)}"', html)


def shown_in(html: str) -> Iterator[str]:
    """The pictures that a body shows."""
    return (unquote(match[1]) for match in _ADDRESS.finditer(html))


def picture_outputs(site: Site, shown: set[str]) -> tuple[tuple[Output, ...], tuple[Problem, ...]]:
    """The pictures that are `shown` in texts, by `media` and by the theme, and a problem for each that is not there."""
    shown = set(shown)
    problems: list[Problem] = []
    for briefing in site.briefings.values():
        for place, media in enumerate(briefing.facts.media):
            found = find_picture(media.file, briefing.id, site.pictures) if _is_local(media.file) else None
            if found:
                shown.add(found)
            elif _is_local(media.file) and not briefing.raw:
                line, column = briefing.positions.get(("media", place, "file"), (0, 0))
                problems.append(_missing(media.file, briefing.file, line, column))
    logo = site.settings.theme.logo
    if logo and logo in site.pictures:
        shown.add(logo)
    elif logo:
        problems.append(_missing(logo, "site.yaml", 0, 0))
    outputs = tuple(Output(f"{_FOLDER}/{path}", site.pictures[path], f"content/{path}") for path in sorted(shown))
    return outputs, tuple(problems)


def _is_local(file: str) -> bool:
    return bool(file) and "://" not in file


def _missing(path: str, file: str, line: int, column: int) -> Problem:
    return Problem(file, line, column, f"there is no picture `{path}`", "put it under content/ and write its path from there")
