"""The table of countries and topics: what is talked about with whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefgen.kinds import COUNTRY, TOPIC
from briefgen.rendering.edition import Edition
from briefgen.rendering.letters import in_order
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.shading import Scale, legend, scale
from briefgen.rendering.tallies import Keys, Tallies, ranked, tallies
from briefgen.rendering.views.matrix import MatrixCell, MatrixRow, MatrixView
from briefgen.urls import MATRIX

MOST_COUNTRIES: Final = 30
MOST_TOPICS: Final = 20
"""Rows and columns with the most briefings: what fits a wide screen and a sheet of paper across; the rest is named below."""


def pages(_: Edition) -> Iterator[Plan]:
    """The table."""
    yield Plan(MATRIX, _page)


def _page(edition: Edition) -> Page:
    say = edition.localizer.text
    view = _view(edition, edition.once(tallies))
    return Page(
        MATRIX,
        "matrix.html",
        say("Countries and topics"),
        {"view": view},
        say("Briefings by country and topic, the most first"),
    )


def _view(edition: Edition, counted: Tallies) -> MatrixView:
    say, focus = edition.localizer, edition.site.settings.focus_country
    pairs = [(code, topic) for code, topic in counted.both if code != focus]
    countries = ranked(edition, COUNTRY, {code: counted.countries[code] for code, _ in pairs})
    topics = ranked(edition, TOPIC, {topic: counted.topics[topic] for _, topic in pairs})
    shown, columns = countries[:MOST_COUNTRIES], topics[:MOST_TOPICS]
    shades = scale(max((len(counted.both.get((code, topic), ())) for code in shown for topic in columns), default=0))
    more_countries, more_topics = countries[MOST_COUNTRIES:], topics[MOST_TOPICS:]
    return MatrixView(
        topics=edition.links(TOPIC, columns, MATRIX),
        rows=tuple(_row(edition, counted, shades, code, columns) for code in shown),
        legend=legend(shades, say),
        more_countries=in_order(edition, edition.links(COUNTRY, more_countries, MATRIX)),
        more_countries_count=say.count("{n} more country", "{n} more countries", len(more_countries)),
        more_topics=in_order(edition, edition.links(TOPIC, more_topics, MATRIX)),
        more_topics_count=say.count("{n} more topic", "{n} more topics", len(more_topics)),
    )


def _row(edition: Edition, counted: Tallies, shades: Scale, code: str, topics: list[str]) -> MatrixRow:
    cells = (_cell(edition, shades, code, topic, counted.both.get((code, topic), {})) for topic in topics)
    total = edition.localizer.number(len(counted.countries[code]))
    return MatrixRow(edition.link(COUNTRY, code, MATRIX), tuple(cells), total)


def _cell(edition: Edition, shades: Scale, code: str, topic: str, keys: Keys) -> MatrixCell:
    """A single briefing is linked itself, several by the dossier of the country, which lists them."""
    if not keys:
        return MatrixCell("", "", "", 0)
    say = edition.localizer
    href = edition.briefing_link(next(iter(keys)), MATRIX).href if len(keys) == 1 else edition.link(COUNTRY, code, MATRIX).href
    label = say.text(
        "{country}, {topic}: {count}",
        country=say.country(code),
        topic=say.topic(topic),
        count=say.count("{n} briefing", "{n} briefings", len(keys)),
    )
    return MatrixCell(href, label, say.number(len(keys)), shades.shade(len(keys)))
