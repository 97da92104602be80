"""The publishers behind the briefings: a table, and a page each."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.model.briefing import Briefing
from briefgen.rendering.dates import iso_range
from briefgen.rendering.edition import Edition
from briefgen.rendering.page import Page
from briefgen.rendering.publishers import briefings_by_publisher
from briefgen.rendering.views.common import Link
from briefgen.rendering.views.lists import PublisherRow, PublisherView
from briefgen.urls import SOURCES, publisher_path, relative


def pages(edition: Edition) -> Iterator[Page]:
    """The table of all publishers, and the page of each."""
    say = edition.localizer.text
    groups = briefings_by_publisher(edition)
    order = edition.localizer.order
    named = sorted((name for name in groups if name), key=lambda name: (-len(groups[name]), order.key(name)))
    rows = [_row(edition, name, groups[name], SOURCES) for name in named]
    unnamed = [_row(edition, "", groups[""], SOURCES)] if "" in groups else []
    yield Page(SOURCES, "sources.html", say("Sources"), {"rows": (*rows, *unnamed)})
    for name in named:
        path = publisher_path(name)
        view = PublisherView(
            _row(edition, name, groups[name], path), edition.card_list((briefing.id for briefing in groups[name]), path)
        )
        yield Page(path, "source.html", name, {"view": view}, feed=tuple(briefing.id for briefing in groups[name]))


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
