"""The site as tables: a row for each briefing, country, topic, person, organization, agreement, report of one, and event.

Whoever has no page is in no table either (`mentions_for_a_page`). Events are told in the language in which a briefing was
written first, and counts are those of pages: translations count once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from briefgen.kinds import AGREEMENT, COUNTRY, ORGANIZATION, PERSON, TOPIC, Kind
from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.register import Record
from briefgen.model.site import Entry, Site
from briefgen.rendering import data_rows as rows
from briefgen.rendering.batch import Editions
from briefgen.rendering.labels import translatable
from briefgen.rendering.publishers import publisher_of
from briefgen.urls import briefing_path, data_path, entry_path


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its `name` (of its files), what it holds in words, the class of its `row`, and how rows are made and counted."""

    name: str
    title: str
    row: type
    make: Callable[[Editions], Iterator[Any]]
    count: Callable[[Site], int]


def originals(site: Site) -> Iterator[Briefing]:
    """Every briefing that is no translation of another one here, newest first."""
    return (one for one in site.briefings.values() if one.facts.translation_of not in site.briefings)


def drafter(briefing: Briefing) -> rows.Drafter:
    """Who drafted a briefing."""
    return "machine" if briefing.raw else "person"


def _briefings(editions: Editions) -> Iterator[rows.BriefingRow]:
    site = editions[0].site
    for one in site.briefings.values():
        facts = one.facts
        yield rows.BriefingRow(
            id=one.id,
            lang=one.lang,
            title=facts.title,
            summary=facts.summary,
            date=facts.date,
            reported=one.reported,
            type=facts.type,
            countries=one.countries("primary"),
            topics=one.topics,
            publisher=publisher_of(one),
            url=facts.source.url,
            translation_of=facts.translation_of,
            drafted_by=drafter(one),
            page=briefing_path(one, site.settings),
            data=data_path(one),
        )


def _countries(editions: Editions) -> Iterator[rows.CountryRow]:
    for entry in _entries(editions, COUNTRY):
        shared = _shared(editions, entry, _localized(editions, entry))
        yield rows.CountryRow(**shared, mentions=len(editions[0].chosen(entry.mentions)))


def _topics(editions: Editions) -> Iterator[rows.TopicRow]:
    known = editions[0].site.vocabulary.topics
    for entry in _entries(editions, TOPIC):
        broader = known[entry.id].broader if entry.id in known else ()
        yield rows.TopicRow(**_shared(editions, entry, _localized(editions, entry)), broader=tuple(broader))


def _people(editions: Editions) -> Iterator[rows.PersonRow]:
    site = editions[0].site
    for entry, record in _registered(editions, PERSON):
        roles = (site.briefings[spot.briefing].facts.people[spot.place].role for spot in record.spots)
        yield rows.PersonRow(
            **_shared(editions, entry, record.names),
            written=record.written,
            countries=record.countries,
            roles=tuple(dict.fromkeys(filter(None, roles))),
        )


def _organizations(editions: Editions) -> Iterator[rows.OrganizationRow]:
    for entry, record in _registered(editions, ORGANIZATION):
        shared = _shared(editions, entry, record.names)
        yield rows.OrganizationRow(**shared, written=record.written, countries=record.countries)


def _agreements(editions: Editions) -> Iterator[rows.AgreementRow]:
    for entry, record in _registered(editions, AGREEMENT):
        one = editions[0].site.instruments[entry.id]
        shared = {key: value for key, value in _shared(editions, entry, record.names).items() if key != "newest"}
        yield rows.AgreementRow(**shared, kind=one.kind, status=one.status, since=one.since, parties=one.parties, url=one.url)


def _movements(editions: Editions) -> Iterator[rows.MovementRow]:
    site = editions[0].site
    for entry in _entries(editions, AGREEMENT):
        for one in site.instruments[entry.id].movements:
            yield rows.MovementRow(
                agreement=entry.id,
                status=one.status,
                dated_by=one.dated_by,
                date=one.date,
                parties=one.parties,
                briefing=one.spot.briefing if one.spot else "",
                source=one.source,
                url=one.url,
                drafted_by="machine" if one.is_raw else "person",
            )


def _events(editions: Editions) -> Iterator[rows.EventRow]:
    site = editions[0].site
    for briefing in originals(site):
        for number, event in enumerate(briefing.facts.events, 1):
            yield rows.EventRow(
                briefing=briefing.id,
                number=number,
                kind=event.kind,
                date=event.date,
                place=event.place,
                countries=event.countries,
                people=event.people,
                topics=briefing.topics,
                drafted_by=drafter(briefing),
                page=f"{briefing_path(briefing, site.settings)}#event-{number}",
            )


def _entries(editions: Editions, kind: Kind) -> Iterator[Entry]:
    yield from editions[0].site.entries[kind.name].values()


def _registered(editions: Editions, kind: Kind) -> Iterator[tuple[Entry, Record]]:
    records = editions[0].site.register.of(kind)
    yield from ((entry, records[entry.id]) for entry in _entries(editions, kind))


def _localized(editions: Editions, entry: Entry) -> Mapping[str, str]:
    return {edition.lang: edition.localizer.name(entry.kind, entry.id) for edition in editions}


def _shared(editions: Editions, entry: Entry, names: Mapping[str, str]) -> dict[str, Any]:
    """What the rows of all kinds have."""
    default = editions[0]
    return {
        "id": entry.id,
        "name": default.name(entry.kind, entry.id)[0],
        "names": names,
        "briefings": len(default.chosen(entry.briefings)),
        "newest": _newest(default.site, entry),
        "page": entry_path(entry.kind, entry.slug),
    }


def _newest(site: Site, entry: Entry) -> Edtf | None:
    """The date of its newest dated briefing; they are in that order."""
    dates = (site.briefings[key].facts.date for key in entry.briefings)
    return next((date for date in dates if date and date.is_dated), None)


def _counting(kind: Kind) -> Callable[[Site], int]:
    return lambda site: len(site.entries[kind.name])


BRIEFINGS: Final = Table("briefings", translatable("Briefings"), rows.BriefingRow, _briefings, lambda site: len(site.briefings))

TABLES: Final = (
    BRIEFINGS,
    Table("countries", translatable("Countries"), rows.CountryRow, _countries, _counting(COUNTRY)),
    Table("topics", translatable("Topics"), rows.TopicRow, _topics, _counting(TOPIC)),
    Table("people", translatable("People"), rows.PersonRow, _people, _counting(PERSON)),
    Table("organizations", translatable("Organizations"), rows.OrganizationRow, _organizations, _counting(ORGANIZATION)),
    Table("agreements", translatable("Agreements"), rows.AgreementRow, _agreements, _counting(AGREEMENT)),
    Table(
        "movements",
        translatable("Reports of where agreements stand"),
        rows.MovementRow,
        _movements,
        lambda site: sum(len(site.instruments[key].movements) for key in site.entries[AGREEMENT.name]),
    ),
    Table(
        "events",
        translatable("Events"),
        rows.EventRow,
        _events,
        lambda site: sum(len(one.facts.events) for one in originals(site)),
    ),
)
"""Every table; adding one begins with a row class in `data_rows`."""
