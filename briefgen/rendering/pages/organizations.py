"""The pages of organizations, and their list."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.kinds import AGREEMENT, COUNTRY, ORGANIZATION, PERSON
from briefgen.model.briefing import Briefing
from briefgen.model.frontmatter import PersonRef
from briefgen.model.register import Record
from briefgen.rendering.actors import roster, seen_in
from briefgen.rendering.dossiers import by_stage
from briefgen.rendering.edition import Edition
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.views.actors import HolderView, OrganizationPage
from briefgen.rendering.views.common import Link
from briefgen.text import fold
from briefgen.urls import entry_path, index_path


def pages(edition: Edition) -> Iterator[Plan]:
    """The page of every organization that has one, and the list."""
    yield Plan(index_path(ORGANIZATION), _list)
    for key, entry in edition.site.entries[ORGANIZATION.name].items():
        yield Plan(entry_path(ORGANIZATION, entry.slug), _page, (key,))


def _list(edition: Edition) -> Page:
    listing = index_path(ORGANIZATION)
    groups = roster(edition, ORGANIZATION, listing, _note)
    return Page(
        listing, "organizations.html", edition.localizer.text("Organizations"), {"groups": groups}, table="organizations"
    )


def _page(edition: Edition, key: str) -> Page:
    path = entry_path(ORGANIZATION, edition.site.entries[ORGANIZATION.name][key].slug)
    view = _organization(edition, edition.site.register.of(ORGANIZATION)[key], path)
    return Page(path, "organization.html", view.link.text, {"view": view})


def _organization(edition: Edition, record: Record, page: str) -> OrganizationPage:
    register = edition.site.register
    known = edition.site.vocabulary.organizations.get(record.id)
    parts = [one.id for one in edition.site.vocabulary.organizations.values() if one.parent == record.id]
    touched = {one.id for key in record.briefings for one in register.named_in(AGREEMENT, key)}
    return OrganizationPage(
        link=edition.link(ORGANIZATION, record.id, page, count=True),
        other_names=(*_acronyms(edition, record), *edition.other_names(record)),
        country=edition.link(COUNTRY, record.countries[0], page) if record.countries else None,
        parent=edition.link(ORGANIZATION, known.parent, page) if known and known.parent in register.of(ORGANIZATION) else None,
        parts=edition.links(ORGANIZATION, (key for key in parts if key in register.of(ORGANIZATION)), page),
        people=tuple(_people(edition, record, page)),
        counterparts=edition.bars(ORGANIZATION, _counterparts(edition, record), page),
        agreements=by_stage(edition, page, (edition.site.instruments[key] for key in touched)),
        cards=edition.card_list(record.briefings, page),
    )


def _acronyms(edition: Edition, record: Record) -> Iterator[Link]:
    """Its acronyms: those of the vocabulary, and those that briefings give."""
    known = edition.site.vocabulary.organizations.get(record.id)
    listed = [(name, lang) for lang, names in (known.acronyms if known else {}).items() for name in names]
    given = [(edition.site.briefings[spot.briefing].facts.organizations[spot.place].acronym, "") for spot in record.spots]
    for acronym, lang in dict((*given, *listed)).items():
        if acronym and acronym not in record.written:
            yield Link("", acronym, edition.foreign(lang) if lang else "")


def _people(edition: Edition, record: Record, page: str) -> Iterator[HolderView]:
    """Who acts for the body in briefings, with the office held then, the newest first."""
    held: dict[tuple[str, str], list[tuple[Briefing, PersonRef]]] = {}
    for spot in edition.spots(record):
        briefing = edition.site.briefings[spot.briefing]
        body = briefing.facts.organizations[spot.place]
        for place, person in enumerate(briefing.facts.people):
            if person.organization and fold(person.organization) in {fold(body.name), fold(body.acronym)}:
                who = edition.site.register.at(PERSON, briefing.id, place).id
                held.setdefault((who, fold(person.role)), []).append((briefing, person))
    for (who, _), seen_as in held.items():
        newest, person = seen_as[0]
        seen, sources = seen_in(edition, (briefing for briefing, _ in seen_as), page)
        yield HolderView(edition.link(PERSON, who, page), person.role, edition.foreign(newest.lang), seen, sources)


def _counterparts(edition: Edition, record: Record) -> Iterator[str]:
    """Bodies of other countries in the same briefings, once for each."""
    for key in edition.chosen(record.briefings):
        for other in edition.site.register.named_in(ORGANIZATION, key):
            if other.has_page and other.countries and set(other.countries).isdisjoint(record.countries):
                yield other.id


def _note(edition: Edition, record: Record) -> tuple[str, str]:
    """The country of a body."""
    return (edition.localizer.country(record.countries[0]), "") if record.countries else ("", "")
