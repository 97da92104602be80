"""Views of the world map and of the small map on a dossier."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.rendering.views.common import Link, ShadeClass


@dataclass(frozen=True, slots=True)
class MapShape:
    """A country on the map: path data, or where its dot lies; `href` is empty where it has no briefings."""

    code: str
    shade: int = 0
    href: str = ""
    label: str = ""
    data: str = ""
    x: float = 0
    y: float = 0
    is_focus: bool = False


@dataclass(frozen=True, slots=True)
class MapRow:
    """A country in the table beside the map."""

    country: Link
    count: str
    shade: int
    newest: str
    newest_iso: str
    is_focus: bool


@dataclass(frozen=True, slots=True)
class WorldView:
    """The drawing of the world: `reach` is how far around a dot it can be hit, `focus` the site's own country in words."""

    view_box: str
    reach: int
    shapes: tuple[MapShape, ...]
    dots: tuple[MapShape, ...]
    legend: tuple[ShadeClass, ...]
    focus: str


@dataclass(frozen=True, slots=True)
class MapView:
    """The page of the map: `mentions` are countries only named in passing."""

    world: WorldView
    count: str
    rows: tuple[MapRow, ...]
    mentions: tuple[Link, ...]
    matrix: Link | None


@dataclass(frozen=True, slots=True)
class LocatorView:
    """A country among its neighbors: path data of `land` around and of the country itself (`here`), or the place of its `dot`.

    `dots` are those of small states nearby.
    """

    label: str
    view_box: str
    land: str
    here: str
    dot: tuple[int, int] | None
    dots: tuple[tuple[int, int], ...]
