"""`calendar.ics`: what briefings announce with a day, for calendars of readers (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf, Moment
from briefgen.model.frontmatter import EventRef
from briefgen.model.output import Output
from briefgen.model.site import Site
from briefgen.rendering.batch import Batch, Editions
from briefgen.rendering.edition import Edition
from briefgen.urls import CALENDAR, absolute, briefing_path

_LINE: Final = 75
"""Octets of a line at most (RFC 5545, 3.1); longer ones go on behind a line end and a space."""


def announced(site: Site) -> tuple[tuple[Briefing, int, EventRef], ...]:
    """Events that lie after the report of them and whose days are known, the earliest first."""
    found = [
        (briefing, place, event)
        for briefing in site.briefings.values()
        for place, event in enumerate(briefing.facts.events)
        if event.date and _has_days(event.date) and lies_ahead(event.date, briefing)
    ]
    return tuple(sorted(found, key=lambda item: (item[2].date.start.first if item[2].date else (), item[0].id, item[1])))


def lies_ahead(when: Edtf, briefing: Briefing) -> bool:
    """Whether the day came after the source was published; a source without a date announces nothing for certain."""
    published = briefing.facts.source.date or (briefing.facts.date if briefing.raw else None)
    return published is not None and published.is_dated and when.start.first > (published.end or published.start).last


def _has_days(when: Edtf) -> bool:
    return when.is_dated and all(moment.day for moment in (when.start, when.end) if moment)


def batches(editions: Editions) -> Iterator[Batch]:
    """The calendar of each language."""
    yield from (Batch(edition.at(CALENDAR), _calendar, (edition.lang,)) for edition in editions)


def _calendar(editions: Editions, lang: str) -> Iterator[Output]:
    yield from calendar(next(edition for edition in editions if edition.lang == lang))


def calendar(edition: Edition) -> Iterator[Output]:
    """The calendar in one language of the interface; nothing where nothing is announced, as an empty one is not valid."""
    events = announced(edition.site)
    if not events:
        return
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//briefgen//briefgen//EN",
        f"X-WR-CALNAME:{_text(edition.site.settings.title)}",
    ]
    for briefing, place, event in _in_one_language(edition, events):
        lines += _event(edition, briefing, place, event)
    lines.append("END:VCALENDAR")
    yield Output(edition.at(CALENDAR), "".join(f"{_folded(line)}\r\n" for line in lines).encode())


def _in_one_language(
    edition: Edition, events: tuple[tuple[Briefing, int, EventRef], ...]
) -> Iterator[tuple[Briefing, int, EventRef]]:
    """The events of briefings, each briefing in one language only."""
    chosen = set(edition.chosen(briefing.id for briefing, _, _ in events))
    yield from (item for item in events if item[0].id in chosen)


def _event(edition: Edition, briefing: Briefing, place: int, event: EventRef) -> Iterator[str]:
    say, when = edition.localizer, event.date
    if when is None:
        return
    parties = say.list(say.country(code) for code in edition.without_focus(event.countries))
    summary = ": ".join(filter(None, (say.label(event.kind), parties)))
    reported = briefing.facts.source.date or briefing.facts.date
    yield "BEGIN:VEVENT"
    yield f"UID:{briefing.slug}-{place + 1}@briefgen"
    yield f"DTSTAMP:{_day((reported or when).start):%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(when.start):%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{_day(when.end or when.start) + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(summary)}"
    yield f"DESCRIPTION:{_text(briefing.facts.title)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    if edition.site.settings.base_url:
        page = edition.at(briefing_path(briefing, edition.site.settings))
        yield f"URL:{absolute(page, edition.site.settings.base_url)}"
    yield "END:VEVENT"


def _day(moment: Moment) -> date:
    return date(*moment.first)


def _text(value: str) -> str:
    """A value with the characters escaped that mean something (RFC 5545, 3.3.11)."""
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, never within a character."""
    pieces, size = [""], 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += char
        size += octets
    return "\r\n".join(pieces)
