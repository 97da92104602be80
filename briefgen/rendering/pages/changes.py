"""What changed: day by day, what its reports brought: briefings, agreements that moved, names met for the first time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby, islice
from typing import Final

from briefgen.kinds import COUNTRY, ORGANIZATION, PERSON, Kind
from briefgen.rendering.dates import iso_range
from briefgen.rendering.edition import Edition
from briefgen.rendering.instruments import agreement_view
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.views.lists import ChangeDay
from briefgen.urls import CHANGES

MOST_DAYS: Final = 60
"""Days on the page: about a quarter of a year of a busy desk."""

_NEW: Final = (COUNTRY, PERSON, ORGANIZATION)
"""Kinds whose members are told when they are met for the first time."""


def pages(_: Edition) -> Iterator[Plan]:
    """The one page."""
    yield Plan(CHANGES, _page)


def _page(edition: Edition) -> Page:
    days = tuple(islice(_days(edition), MOST_DAYS))
    return Page(CHANGES, "changes.html", edition.localizer.text("What changed"), {"days": days})


def _days(edition: Edition) -> Iterator[ChangeDay]:
    dated = [(date, key) for key in edition.chosen(edition.site.briefings) if (date := edition.site.briefings[key].reported)]
    dated.sort(key=lambda item: (tuple(-part for part in item[0].sort_key), str(item[0])))
    firsts = _firsts(edition)
    moved = _moved(edition)
    for date, members in groupby(dated, key=lambda item: item[0]):
        keys = [key for _, key in members]
        instruments = dict.fromkeys(one for key in keys for one in moved.get(key, ()))
        new = [link for key in keys for kind, one in firsts.get(key, ()) if (link := edition.link(kind, one, CHANGES)).href]
        yield ChangeDay(
            date=edition.localizer.date(date),
            date_iso=iso_range(date),
            cards=edition.cards(keys, CHANGES),
            moved=tuple(agreement_view(edition, edition.site.instruments[one], CHANGES) for one in instruments),
            first=tuple(new),
        )


def _firsts(edition: Edition) -> Mapping[str, list[tuple[Kind, str]]]:
    """For each briefing the countries, people and bodies that no earlier dated one names; undated ones come first in time."""
    firsts: dict[str, list[tuple[Kind, str]]] = {}
    for kind in _NEW:
        for entry in edition.site.entries[kind.name].values():
            chosen = edition.chosen(entry.briefings)
            dates = {key: date.sort_key for key in reversed(chosen) if (date := edition.site.briefings[key].reported)}
            if dates and len(dates) == len(chosen):
                firsts.setdefault(min(dates, key=dates.__getitem__), []).append((kind, entry.id))
    return firsts


def _moved(edition: Edition) -> Mapping[str, list[str]]:
    """For each briefing the agreements that it brought to a stage at which no earlier report had them."""
    moved: dict[str, list[str]] = {}
    for instrument in edition.site.instruments.values():
        furthest = 0
        for movement in instrument.movements:
            if movement.stage > furthest and movement.is_raw == instrument.is_raw:
                furthest = movement.stage
                if movement.spot:
                    moved.setdefault(edition.chosen((movement.spot.briefing,))[0], []).append(instrument.id)
    return moved
