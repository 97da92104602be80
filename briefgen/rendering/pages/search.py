"""The search page. Finding is done by `assets/search.js` in the index that `briefgen.rendering.search` writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, get_args

from briefgen.kinds import AGREEMENT, COUNTRY, ORGANIZATION, PERSON, TOPIC, Kind
from briefgen.model.frontmatter import BriefingType
from briefgen.rendering.edition import Edition
from briefgen.rendering.labels import translatable
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.views.common import Link
from briefgen.rendering.views.search import Choice, FacetView, SearchView
from briefgen.urls import SEARCH, SEARCH_INDEX, index_path, relative

STYLE: Final = "assets/search.css"
SCRIPT: Final = "assets/search.js"

_KINDS: Final = (
    ("briefing", translatable("Briefing")),
    (COUNTRY.name, translatable("Country")),
    (TOPIC.name, translatable("Topic")),
    (PERSON.name, translatable("Person")),
    (ORGANIZATION.name, translatable("Organization")),
    (AGREEMENT.name, translatable("Agreement")),
    ("page", translatable("Page")),
)
"""What can be found, by its key in the index."""

_LISTS: Final = (
    (COUNTRY, translatable("Countries")),
    (TOPIC, translatable("Topics")),
    (PERSON, translatable("People")),
    (ORGANIZATION, translatable("Organizations")),
    (AGREEMENT, translatable("Agreements")),
)


def pages(_: Edition) -> Iterator[Plan]:
    """The one page."""
    yield Plan(SEARCH, _page)


def _page(edition: Edition) -> Page:
    say, here = edition.localizer.text, edition.at(SEARCH)
    view = SearchView(
        style=relative(STYLE, here),
        script=relative(SCRIPT, here),
        index=relative(SEARCH_INDEX, here),
        filters=tuple(_filters(edition)),
        lists=tuple(Link(relative(index_path(kind), SEARCH), say(label)) for kind, label in _LISTS),
    )
    return Page(SEARCH, "search.html", say("Search"), {"view": view})


def _filters(edition: Edition) -> Iterator[FacetView]:
    """Everything that results are narrowed by; what all briefings have in common is left out."""
    say, briefings = edition.localizer, edition.site.briefings.values()
    yield FacetView("kind", say.text("Kind of page"), tuple(Choice(key, say.text(label)) for key, label in _KINDS))
    yield FacetView("country", say.text("Country"), _members(edition, COUNTRY))
    yield FacetView("topic", say.text("Topic"), _members(edition, TOPIC))
    used = {briefing.facts.type for briefing in briefings}
    types = tuple(Choice(one, say.label(one)) for one in get_args(BriefingType) if one in used)
    yield FacetView("type", say.text("Type of briefing"), types)
    langs = {briefing.lang for briefing in briefings}
    yield FacetView("language", say.text("Language"), _sorted(edition, (Choice(lang, say.language(lang)) for lang in langs)))
    dates = (briefing.facts.date for briefing in briefings)
    years = sorted({f"{date.start.year:04}" for date in dates if date and date.start.year is not None}, reverse=True)
    yield FacetView("year", say.text("Year"), tuple(Choice(year, year) for year in years))


def _members(edition: Edition, kind: Kind) -> tuple[Choice, ...]:
    """Countries or topics that briefings are about."""
    used = (entry.id for entry in edition.site.entries[kind.name].values() if entry.briefings)
    return _sorted(edition, (Choice(key, *edition.name(kind, key)) for key in used))


def _sorted(edition: Edition, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple(sorted(choices, key=lambda one: (edition.localizer.order.key(one.text), one.key)))
