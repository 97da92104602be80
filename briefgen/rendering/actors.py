"""What the pages of people and of organizations share: lists by letter, names in a language, the body behind an office."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefgen.kinds import ORGANIZATION, Kind
from briefgen.model.briefing import Briefing
from briefgen.model.frontmatter import PersonRef
from briefgen.model.register import Record
from briefgen.rendering.edition import Edition
from briefgen.rendering.views.actors import RosterGroup, RosterRow
from briefgen.rendering.views.common import Link
from briefgen.text import fold

Note = Callable[[Edition, Record], tuple[str, str]]
"""What stands beside a name in a list, and its language if that is not the page's."""


def roster(edition: Edition, kind: Kind, page: str, note: Note) -> tuple[RosterGroup, ...]:
    """Everybody of a kind who has a page, under their letters in the language's order."""
    links = {key: edition.link(kind, key, page, count=True) for key in edition.site.entries[kind.name]}
    order = edition.localizer.order
    groups: dict[str, list[RosterRow]] = {}
    for key in sorted(links, key=lambda key: (order.key(links[key].text), key)):
        row = RosterRow(links[key], *note(edition, edition.site.register.of(kind)[key]))
        groups.setdefault(order.initial(links[key].text), []).append(row)
    return tuple(RosterGroup(letter, tuple(rows)) for letter, rows in groups.items())


def body_of(edition: Edition, briefing: Briefing, person: PersonRef, page: str) -> Link | None:
    """The body for which somebody acts in a briefing; a link where the briefing lists it and it has a page."""
    if not person.organization:
        return None
    for place, body in enumerate(briefing.facts.organizations):
        if fold(person.organization) in {fold(body.name), fold(body.acronym)}:
            return edition.link(ORGANIZATION, edition.site.register.at(ORGANIZATION, briefing.id, place).id, page)
    return Link("", person.organization, edition.foreign(briefing.lang))


def seen_in(edition: Edition, briefings: Iterable[Briefing], page: str) -> tuple[str, tuple[Link, ...]]:
    """Between which dates briefings show something, and the ways to them; nothing is known to begin or end there."""
    shown = tuple(briefings)
    dates = sorted(
        (one.facts.date for one in shown if one.facts.date and one.facts.date.is_dated), key=lambda date: date.sort_key
    )
    span = edition.localizer.span(dates[0], dates[-1]) if dates else ""
    return span, tuple(edition.briefing_link(one.id, page) for one in shown)
