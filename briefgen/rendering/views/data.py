"""Views of the page about the site's data."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.rendering.views.common import Link


@dataclass(frozen=True, slots=True)
class DataFile:
    """A table: what it holds, how many rows, its `formats` and its `schema`."""

    title: str
    count: str
    formats: tuple[Link, ...]
    schema: Link


@dataclass(frozen=True, slots=True)
class DataView:
    """The page about data: `version` of its format, `index` of what there is for programs, `files`, and how to cite them."""

    version: str
    index: Link
    files: tuple[DataFile, ...]
    citation: str
