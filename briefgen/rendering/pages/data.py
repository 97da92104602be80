"""The page about the site as data: which files there are, how they are written, how to cite them."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.rendering.data_files import VERSION
from briefgen.rendering.edition import Edition
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.tables import TABLES, Table
from briefgen.rendering.views.common import Link
from briefgen.rendering.views.data import DataFile, DataView
from briefgen.urls import DATA, DATA_INDEX, TABLE_FORMATS, absolute, relative, schema_path, table_path


def pages(_: Edition) -> Iterator[Plan]:
    """The one page."""
    yield Plan(DATA, _page)


def _page(edition: Edition) -> Page:
    say, here = edition.localizer, edition.at(DATA)
    view = DataView(
        version=VERSION,
        index=Link(relative(DATA_INDEX, here), DATA_INDEX),
        files=tuple(_file(edition, table, here) for table in TABLES),
        citation=_citation(edition),
    )
    about = say.text("Every briefing, country, topic, person, organization, agreement and event as JSON and CSV")
    return Page(DATA, "data.html", say.text("Data"), {"view": view}, about)


def _file(edition: Edition, table: Table, here: str) -> DataFile:
    schema = schema_path(table.name)
    return DataFile(
        title=edition.localizer.text(table.title),
        count=edition.localizer.number(table.count(edition.site)),
        formats=tuple(Link(relative(table_path(table.name, end), here), end.upper()) for end in TABLE_FORMATS),
        schema=Link(relative(schema, here), schema.rpartition("/")[2]),
    )


def _citation(edition: Edition) -> str:
    """How to cite the data as a whole: whose, of when, and where."""
    settings, say = edition.site.settings, edition.localizer
    title = say.text("{title}: data, format {version}", title=settings.title, version=VERSION)
    newest = f" ({say.date(edition.as_of)})" if edition.as_of else ""
    url = f" {absolute(edition.at(DATA), settings.base_url)}" if settings.base_url else ""
    return f"{title}{newest}.{url}"
