"""The publishers behind the briefings: a table, and a page each."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.model.briefing import Briefing
from briefgen.rendering.dates import iso_range
from briefgen.rendering.edition import Edition
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.publishers import briefings_by_publisher
from briefgen.rendering.views.common import Link
from briefgen.rendering.views.lists import PublisherRow, PublisherView
from briefgen.urls import SOURCES, publisher_path, relative


def pages(edition: Edition) -> Iterator[Plan]:
    """The table of all publishers, and the page of each."""
    yield Plan(SOURCES, _table)
    for name in edition.once(briefings_by_publisher):
        if name:
            yield Plan(publisher_path(name), _publisher, (name,))


def _table(edition: Edition) -> Page:
    groups = edition.once(briefings_by_publisher)
    order = edition.localizer.order
    named = sorted((name for name in groups if name), key=lambda name: (-len(groups[name]), order.key(name)))
    rows = [_row(edition, name, groups[name], SOURCES) for name in named]
    unnamed = [_row(edition, "", groups[""], SOURCES)] if "" in groups else []
    return Page(SOURCES, "sources.html", edition.localizer.text("Sources"), {"rows": (*rows, *unnamed)})


def _publisher(edition: Edition, name: str) -> Page:
    path, briefings = publisher_path(name), edition.once(briefings_by_publisher)[name]
    keys = tuple(briefing.id for briefing in briefings)
    view = PublisherView(_row(edition, name, briefings, path), edition.card_list(keys, path))
    return Page(path, "source.html", name, {"view": view}, feed=keys)


def _row(edition: Edition, name: str, briefings: tuple[Briefing, ...], page: str) -> PublisherRow:
    say = edition.localizer
    dates = [date for one in briefings if (date := one.facts.source.date or one.facts.date) and date.is_dated]
    newest = max(dates, key=lambda date: date.sort_key, default=None)
    languages = dict.fromkeys(say.language(one.facts.source.lang or one.lang) for one in briefings)
    rights = dict.fromkeys(one.facts.source.license for one in briefings if one.facts.source.license)
    href = relative(publisher_path(name), page) if name else ""
    return PublisherRow(
        link=Link(href, name or say.text("not stated")),
        languages=say.list(sorted(languages, key=say.order.key)),
        count=say.number(len(briefings)),
        newest=say.date(newest) if newest else "",
        newest_iso=iso_range(newest) if newest else "",
        rights=" · ".join(rights),
    )
