"""The view of the search page."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.rendering.views.common import Link


@dataclass(frozen=True, slots=True)
class Choice:
    """A value by which results are narrowed: its key in the index, and its name."""

    key: str
    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class FacetView:
    """What results can be narrowed by: its name in the address (`country`), its label, and the values there are."""

    key: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: its style and scripts, what results can be narrowed by, and the lists for readers without JavaScript."""

    style: str
    script: str
    index: str
    filters: tuple[FacetView, ...]
    lists: tuple[Link, ...]
