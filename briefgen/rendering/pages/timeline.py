"""The timeline of everything, and the parts of it by year, by kind of event and by language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from briefgen.kinds import COUNTRY, TOPIC
from briefgen.model.edtf import Edtf, Moment
from briefgen.model.occasion import Occasion
from briefgen.rendering.calendar import announced
from briefgen.rendering.edition import Edition
from briefgen.rendering.localize import language_name
from briefgen.rendering.occasions import in_order, occasion_row, occasions
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.views.common import Link
from briefgen.rendering.views.timeline import DensityBar, FilterView, MonthGroup, TimelineView, YearGroup
from briefgen.urls import CALENDAR, TIMELINE, entry_path, relative, timeline_path

MOST: Final = 300
"""Events on the timeline itself: what a browser lays out at once; the rest stands on the pages of the years."""

STRIP_MONTHS: Final = 120
"""Months of a strip with a bar each; over more than ten years a bar is a year."""

MOST_FILTERS: Final = 15
"""Countries and topics offered as filters: those with the most briefings."""


_WHOLE: Final = ""
"""The name of the one part that is everything."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the timeline: its key, its address, its name, and what is in it."""

    key: str
    path: str
    title: str
    happened: tuple[Occasion, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The timeline and its parts."""
    parts = edition.once(_divided)
    for name, family in parts.items():
        yield from (Plan(part.path, _page, (name, part.key)) for part in family)


def _page(edition: Edition, name: str, key: str) -> Page:
    parts = edition.once(_divided)
    part = next(part for part in parts[name] if part.key == key)
    title = edition.localizer.text("Timeline")
    heading = f"{title}: {part.title}" if key else title
    return Page(part.path, "timeline.html", heading, {"view": _view(edition, part, parts)}, table="events")


def _divided(edition: Edition) -> dict[str, tuple[_Part, ...]]:
    """The whole timeline, and each way to divide it."""
    happened = occasions(edition, edition.site.briefings)
    everything = in_order(edition, edition.site.briefings)
    whole = _Part("", TIMELINE, edition.localizer.text("Timeline"), happened)
    return {_WHOLE: (whole,), **{name: tuple(_parts(edition, happened, everything, name)) for name in _DIVISIONS}}


def _parts(edition: Edition, happened: tuple[Occasion, ...], everything: tuple[Occasion, ...], name: str) -> Iterator[_Part]:
    """The timeline divided by year, kind of event or language; a single part would be the whole again.

    The parts are those of all translations together, so that they are the same in every language of the interface; a
    language shows its own texts, every other part each briefing in one language only.
    """
    key_of, called = _DIVISIONS[name]
    names = {key: called(edition, key) for key in map(key_of, everything) if key}
    order = edition.localizer.order.key
    ordered = sorted(names, reverse=True) if name == "year" else sorted(names, key=lambda key: order(names[key]))
    groups: dict[str, list[Occasion]] = {key: [] for key in ordered}
    for one in everything if name == "lang" else happened:
        if key := key_of(one):
            groups[key].append(one)
    if len(groups) > 1:
        yield from (_Part(key, timeline_path(key), names[key], tuple(members)) for key, members in groups.items())


def _year(one: Occasion) -> str:
    return str(one.date.start.year) if one.date and one.is_dated else ""


_DIVISIONS: Final[dict[str, tuple[Callable[[Occasion], str], Callable[[Edition, str], str]]]] = {
    "year": (_year, lambda _, key: key),
    "kind": (lambda one: one.kind or "", lambda edition, key: edition.localizer.label(key)),
    "lang": (lambda one: one.briefing.lang, lambda _, key: language_name(key)),
}
"""What the timeline is divided by: the key of an occasion, and what a key is called."""


def _view(edition: Edition, part: _Part, parts: dict[str, tuple[_Part, ...]]) -> TimelineView:
    say = edition.localizer
    shown = part.happened[:MOST]
    left = {_year(one) for one in part.happened[MOST:]}
    strip = tuple(_strip(edition, part))
    return TimelineView(
        count=say.count("{n} event", "{n} events", len(part.happened)),
        strip=strip,
        strip_width=10 * len(strip),
        years=tuple(_years(edition, shown, part.path)),
        more=tuple(Link(relative(year.path, part.path), year.title) for year in parts["year"] if year.title in left),
        filters=tuple(_filters(edition, part, parts)),
        calendar=relative(CALENDAR, part.path) if edition.once(_announced) else "",
        counted=say.forms("{n} event", "{n} events"),
        is_complete=part.path == TIMELINE and len(shown) == len(part.happened),
    )


def _announced(edition: Edition) -> bool:
    return bool(announced(edition.site))


def _years(edition: Edition, happened: Iterable[Occasion], page: str) -> Iterator[YearGroup]:
    for year, members in groupby(happened, _year):
        months = tuple(
            MonthGroup(_month_name(edition, month), tuple(occasion_row(edition, one, page) for one in rows))
            for month, rows in groupby(members, _month)
        )
        yield YearGroup(year, f"y{year or '-undated'}", months)


def _month(one: Occasion) -> tuple[int, int] | None:
    """Year and month, where both are stated."""
    start = one.date.start if one.date and one.is_dated else None
    return (start.year, start.month) if start and start.year and start.month else None


def _month_name(edition: Edition, month: tuple[int, int] | None) -> str:
    return edition.localizer.date(Edtf(Moment(*month))) if month else ""


def _strip(edition: Edition, part: _Part) -> Iterator[DensityBar]:
    """A bar for each month from the first to the last, or for each year over many."""
    months = Counter(month for one in part.happened if (month := _month(one)))
    if not months:
        return
    first, last = min(months), max(months)
    by_year = 12 * (last[0] - first[0]) + last[1] - first[1] >= STRIP_MONTHS
    counts: Counter[tuple[int, int | None]] = Counter()
    for one in part.happened:
        month = _month(one)
        if by_year and one.date and one.date.start.year:
            counts[one.date.start.year, None] += 1
        elif month:
            counts[month] += 1
    slots = [(year, None) for year in range(first[0], last[0] + 1)] if by_year else list(_months(first, last))
    most = max(counts[slot] for slot in slots)
    say = edition.localizer
    for place, (year, number) in enumerate(slots):
        told = say.count("{n} event", "{n} events", counts[year, number])
        label = f"{say.date(Edtf(Moment(year, number)))}: {told}"
        height = -(-100 * counts[year, number] // most)
        yield DensityBar(label, 10 * place, height)


def _months(first: tuple[int, int], last: tuple[int, int]) -> Iterator[tuple[int, int | None]]:
    year, month = first
    while (year, month) <= last:
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004  months of a year


def _filters(edition: Edition, part: _Part, parts: dict[str, tuple[_Part, ...]]) -> Iterator[FilterView]:
    """Plain links to every part, and into the timelines of the countries and topics with the most briefings."""
    say = edition.localizer
    titles = {"year": say.text("Year"), "kind": say.text("Kind"), "lang": say.text("Language")}
    for name, family in parts.items():
        if family and name != _WHOLE:
            everything = Link(relative(TIMELINE, part.path), say.text("All"), current=part.path == TIMELINE)
            links = (
                (Link(relative(one.path, part.path), one.title, current=one is part), f"{name}-{one.key}") for one in family
            )
            yield FilterView(name, titles[name], ((everything, ""), *links))
    for kind, title, anchor in ((COUNTRY, say.text("Country"), "#timeline"), (TOPIC, say.text("Topic"), "#briefings")):
        entries = edition.site.entries[kind.name].values()
        most = sorted((entry for entry in entries if entry.briefings), key=lambda entry: (-len(entry.briefings), entry.id))
        links = (
            (
                Link(relative(entry_path(kind, entry.slug), part.path) + anchor, edition.name(kind, entry.id)[0]),
                f"{kind.name}-{entry.id}",
            )
            for entry in most[:MOST_FILTERS]
        )
        if most:
            yield FilterView(kind.name, title, tuple(links))
