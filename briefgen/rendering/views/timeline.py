"""Views of the timeline."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.rendering.views.common import Link, OccasionRow


@dataclass(frozen=True, slots=True)
class DensityBar:
    """How much happened in a month or year: its name and number, place and height in the strip (percent)."""

    label: str
    x: int
    height: int


@dataclass(frozen=True, slots=True)
class MonthGroup:
    """What happened in a month (empty `title`: the month is not stated)."""

    title: str
    rows: tuple[OccasionRow, ...]


@dataclass(frozen=True, slots=True)
class YearGroup:
    """What happened in a year, month by month, the newest first; an empty `title` for what has no date."""

    title: str
    anchor: str
    months: tuple[MonthGroup, ...]


@dataclass(frozen=True, slots=True)
class FilterView:
    """A way to narrow the timeline down: what by, and links to each part (`current` for the one shown) with their keys."""

    group: str
    title: str
    links: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline, or the part of it that a filter leaves.

    `is_complete` says that every event stands on the page, so that it can be filtered there; `counted` are the forms of
    `count` for one and for many, with `{n}` for the number.
    """

    count: str
    strip: tuple[DensityBar, ...]
    strip_width: int
    years: tuple[YearGroup, ...]
    more: tuple[Link, ...]
    filters: tuple[FilterView, ...]
    calendar: str
    counted: tuple[str, str]
    is_complete: bool
