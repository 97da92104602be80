"""Events of briefings as other pages show them: who took part, and the way to their section."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefgen.kinds import PERSON
from briefgen.model.briefing import Briefing
from briefgen.model.frontmatter import EventRef
from briefgen.model.register import Record
from briefgen.rendering.edition import Edition
from briefgen.rendering.views.common import Link
from briefgen.text import fold


def participants(edition: Edition, briefing: Briefing, event: EventRef) -> tuple[Record, ...]:
    """The people of an event whom its briefing lists, in the event's order."""
    places = {fold(person.name): place for place, person in enumerate(briefing.facts.people)}
    named = (places[fold(name)] for name in event.people if fold(name) in places)
    return tuple(edition.site.register.at(PERSON, briefing.id, place) for place in named)


def sections(edition: Edition, briefing: Briefing, page: str, concerns: Callable[[EventRef], bool]) -> Iterator[Link]:
    """Ways to the events of a briefing that concern a page: of one with several meetings, readers want theirs."""
    if len(briefing.facts.events) > 1:
        for place, event in enumerate(briefing.facts.events):
            if concerns(event):
                yield Link(section_href(edition, briefing, place, page), event_name(edition, event), "")


def section_href(edition: Edition, briefing: Briefing, place: int, page: str) -> str:
    """The address of an event's section, from a page; the page itself where the briefing has only one event."""
    href = edition.briefing_link(briefing.id, page).href
    return f"{href}#event-{place + 1}" if len(briefing.facts.events) > 1 else href


def event_name(edition: Edition, event: EventRef) -> str:
    """An event in a line: "Meeting · Hà Nội · 26 October 2025"."""
    say = edition.localizer
    return " · ".join(filter(None, (say.label(event.kind), event.place, say.date(event.date) if event.date else "")))
