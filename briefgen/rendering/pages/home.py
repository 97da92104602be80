"""The front page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefgen.kinds import COUNTRY, TOPIC
from briefgen.rendering.edition import Edition
from briefgen.rendering.instruments import agreements
from briefgen.rendering.letters import letter_groups
from briefgen.rendering.page import Page
from briefgen.rendering.views.common import Row
from briefgen.rendering.views.home import HomeView
from briefgen.urls import HOME

LATEST: Final = 9
"""Briefings on the front page after the lead: two screens full."""

MOVED: Final = 6
"""Agreements on the front page: as many as stand beside those briefings."""


def pages(edition: Edition) -> Iterator[Page]:
    """The front page."""
    settings = edition.site.settings
    yield Page(HOME, "home.html", settings.title, {"view": home_view(edition)}, settings.description)


def home_view(edition: Edition) -> HomeView:
    """The front page: the newest briefing with a bottom line, the others, the site in numbers, agreements and lists."""
    page = HOME
    keys = edition.chosen(edition.site.briefings)
    newest = keys[: LATEST + 1]
    lead = next((key for key in newest if edition.site.briefings[key].facts.summary), newest[0] if newest else "")
    return HomeView(
        lead=edition.card(lead, page) if lead else None,
        cards=edition.cards((key for key in newest if key != lead), page),
        numbers=_numbers(edition),
        agreements=agreements(edition, page, most=MOVED),
        countries=letter_groups(edition, COUNTRY, page),
        topics=letter_groups(edition, TOPIC, page),
        as_of=edition.localizer.date(edition.as_of) if edition.as_of else "",
    )


def _numbers(edition: Edition) -> tuple[Row, ...]:
    """How much there is of everything: label and number."""
    say, site = edition.localizer, edition.site
    briefings = [site.briefings[key] for key in edition.chosen(site.briefings)]
    events = [event for briefing in briefings for event in briefing.facts.events]
    countries = [entry for entry in site.entries[COUNTRY.name].values() if entry.briefings]
    languages = {briefing.lang for briefing in site.briefings.values()}
    counted = (
        ("Briefings", len(briefings)),
        ("Countries", len(countries)),
        ("Events", len(events)),
        ("Agreements", len(site.instruments)),
        ("Languages", len(languages)),
    )
    return tuple(Row(say.text(label), say.number(number)) for label, number in counted if number)
