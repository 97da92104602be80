"""The pages of people, and their list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.kinds import COUNTRY, ORGANIZATION, PERSON
from briefgen.model.occasion import Occasion
from briefgen.model.register import Record, Spot
from briefgen.model.vocabulary import Office
from briefgen.rendering.actors import body_of, roster, seen_in
from briefgen.rendering.edition import Edition
from briefgen.rendering.occasions import occasion_list, occasions, participants
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.views.actors import OfficeView, PersonPage
from briefgen.rendering.views.common import Link
from briefgen.text import fold
from briefgen.urls import entry_path, index_path


def pages(edition: Edition) -> Iterator[Plan]:
    """The page of every person who has one, and the list."""
    yield Plan(index_path(PERSON), _list)
    for key, entry in edition.site.entries[PERSON.name].items():
        yield Plan(entry_path(PERSON, entry.slug), _page, (key,))


def _list(edition: Edition) -> Page:
    listing = index_path(PERSON)
    groups = roster(edition, PERSON, listing, _note)
    return Page(listing, "people.html", edition.localizer.text("People"), {"groups": groups}, table="people")


def _page(edition: Edition, key: str) -> Page:
    path = entry_path(PERSON, edition.site.entries[PERSON.name][key].slug)
    view = _person(edition, edition.site.register.of(PERSON)[key], path)
    return Page(path, "person.html", view.link.text, {"view": view})


def _person(edition: Edition, record: Record, page: str) -> PersonPage:
    attended = occasions(edition, record.briefings, lambda one: record in participants(edition, one))
    told = {one.briefing.id for one in attended}
    return PersonPage(
        link=edition.link(PERSON, record.id, page, count=True),
        other_names=edition.other_names(record),
        country=edition.link(COUNTRY, record.countries[0], page) if record.countries else None,
        offices=(*_known_offices(edition, record, page), *_reported_offices(edition, record, page)),
        occasions=occasion_list(edition, attended, page),
        counterparts=edition.bars(PERSON, _counterparts(edition, record, attended), page),
        cards=edition.card_list((key for key in edition.chosen(record.briefings) if key not in told), page),
    )


def _known_offices(edition: Edition, record: Record, page: str) -> Iterator[OfficeView]:
    """Offices that the vocabulary records, with the dates between which sources show the person in them, and the briefings."""
    for office in _offices_of(edition, record):
        titles = {fold(title) for title in office.title.values()}
        reporting = (spot.briefing for spot in edition.spots(record) if fold(_role(edition, spot)) in titles)
        sources = tuple(edition.briefing_link(key, page) for key in dict.fromkeys(reporting))
        title, lang = edition.said(office.title)
        known_body = edition.site.vocabulary.organizations.get(office.organization)
        name, _ = edition.said(known_body.names) if known_body else (office.organization, "")
        link = edition.link(ORGANIZATION, office.organization, page)
        body = Link(link.href, name) if name else None
        yield OfficeView(title, lang, body, edition.localizer.span(office.seen_from, office.seen_to), sources)


def _offices_of(edition: Edition, record: Record) -> tuple[Office, ...]:
    known = edition.site.vocabulary.people.get(record.id)
    return known.offices if known else ()


def _role(edition: Edition, spot: Spot) -> str:
    return edition.site.briefings[spot.briefing].facts.people[spot.place].role


def _reported_offices(edition: Edition, record: Record, page: str) -> Iterator[OfficeView]:
    """Offices in which briefings show the person and the vocabulary does not, as worded in the newest briefing, that first."""
    known = {fold(title) for office in _offices_of(edition, record) for title in office.title.values()}
    for (role, _), spots in _by_office(edition, record).items():
        if role in known:
            continue
        briefings = [edition.site.briefings[spot.briefing] for spot in spots]
        refs = [briefing.facts.people[spot.place] for briefing, spot in zip(briefings, spots, strict=True)]
        ref = next((ref for ref in refs if ref.organization), refs[0])
        seen, sources = seen_in(edition, briefings, page)
        yield OfficeView(
            ref.role, edition.foreign(briefings[0].lang), body_of(edition, briefings[refs.index(ref)], ref, page), seen, sources
        )


def _by_office(edition: Edition, record: Record) -> dict[tuple[str, str], list[Spot]]:
    """Where a person is named, by role and body; a role without a body is that of the one body with which it is told."""
    offices: dict[tuple[str, str], list[Spot]] = {}
    for spot in edition.spots(record):
        ref = edition.site.briefings[spot.briefing].facts.people[spot.place]
        if ref.role or ref.organization:
            offices.setdefault((fold(ref.role), fold(ref.organization)), []).append(spot)
    merged: dict[tuple[str, str], list[Spot]] = {}
    for (role, body), spots in offices.items():
        bodies = [other for same, other in offices if same == role and other]
        merged.setdefault((role, body or (bodies[0] if len(bodies) == 1 else "")), []).extend(spots)
    order = {spot: place for place, spot in enumerate(record.spots)}
    return {office: sorted(spots, key=order.__getitem__) for office, spots in merged.items()}


def _counterparts(edition: Edition, record: Record, attended: Iterable[Occasion]) -> Iterator[str]:
    """People of other countries at the same events, once for each event."""
    for one in attended:
        for other in participants(edition, one):
            if other.has_page and other is not record and set(other.countries).isdisjoint(record.countries):
                yield other.id


def _note(edition: Edition, record: Record) -> tuple[str, str]:
    """The office in which the newest briefing shows a person."""
    spot = record.spots[0]
    briefing = edition.site.briefings[spot.briefing]
    return briefing.facts.people[spot.place].role, edition.foreign(briefing.lang)
