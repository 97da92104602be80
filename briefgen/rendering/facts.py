"""Views of the facts of a briefing: people, events, agreements, figures and key points."""

from __future__ import annotations

from briefgen.kinds import AGREEMENT, COUNTRY, ORGANIZATION, PERSON
from briefgen.model.briefing import Briefing
from briefgen.model.frontmatter import EventRef, Statement
from briefgen.model.instrument import STAGES
from briefgen.model.register import Record
from briefgen.rendering.actors import body_of
from briefgen.rendering.dates import iso_range
from briefgen.rendering.edition import Edition
from briefgen.rendering.pictures import find_picture, picture_href
from briefgen.rendering.quotes import quote
from briefgen.rendering.views.briefing import EventView, Fact, FigureView, PersonView, PictureView, StatementView
from briefgen.rendering.views.common import AgreementView, Link


def key_points(edition: Edition, briefing: Briefing) -> tuple[Fact, ...]:
    """The sentences that carry the news."""
    return tuple(Fact(point.text, quote(edition, briefing, point.quote)) for point in briefing.facts.key_points)


def people(edition: Edition, briefing: Briefing, page: str) -> tuple[PersonView, ...]:
    """Who acted, side by side: by country in the order in which these first appear, those of the focus country last.

    People whose country is not known come first, so that no heading of a country stands above them.
    """
    focus = edition.site.settings.focus_country
    sides = ["", *dict.fromkeys(person.country for person in briefing.facts.people if person.country)]
    if focus in sides[1:]:
        sides = [*(side for side in sides if side != focus), focus]
    places = sorted(range(len(briefing.facts.people)), key=lambda place: sides.index(briefing.facts.people[place].country))
    return tuple(_person(edition, briefing, place, page) for place in places)


def _person(edition: Edition, briefing: Briefing, place: int, page: str) -> PersonView:
    person = briefing.facts.people[place]
    record = edition.site.register.at(PERSON, briefing.id, place)
    role, role_lang = (person.role, edition.foreign(briefing.lang)) if person.role else _known_role(edition, briefing, record)
    return PersonView(
        link=Link(edition.link(PERSON, record.id, page).href, person.name, edition.foreign(briefing.lang)),
        role=role,
        role_lang=role_lang,
        organization=body_of(edition, briefing, person, page),
        country=edition.link(COUNTRY, person.country, page) if person.country else None,
        quote=quote(edition, briefing, person.quote),
    )


def _known_role(edition: Edition, briefing: Briefing, record: Record) -> tuple[str, str]:
    """The office that the vocabulary shows somebody in at the date of the briefing, where that itself names none."""
    known, date = edition.site.vocabulary.people.get(record.id), briefing.facts.date
    offices = known.offices_at(date) if known and date else ()
    return edition.said(offices[0].title) if len(offices) == 1 else ("", "")


def organizations(edition: Edition, briefing: Briefing, page: str) -> tuple[Link, ...]:
    """The bodies that the briefing names, as it spells them."""
    lang = edition.foreign(briefing.lang)
    links: list[Link] = []
    for place, ref in enumerate(briefing.facts.organizations):
        record = edition.site.register.at(ORGANIZATION, briefing.id, place)
        name = f"{ref.name} ({ref.acronym})" if ref.acronym else ref.name
        links.append(Link(edition.link(ORGANIZATION, record.id, page).href, name, lang))
    return tuple(links)


def events(edition: Edition, briefing: Briefing, page: str) -> tuple[EventView, ...]:
    """What happened and what was said."""
    return tuple(_event(edition, briefing, event, page) for event in briefing.facts.events)


def _event(edition: Edition, briefing: Briefing, event: EventRef, page: str) -> EventView:
    say = edition.localizer
    return EventView(
        kind=say.label(event.kind),
        parties=say.list(say.country(code) for code in edition.partners(event.countries)),
        date=say.date(event.date) if event.date else "",
        date_iso=iso_range(event.date) if event.date else "",
        place=event.place,
        countries=edition.links(COUNTRY, edition.without_focus(event.countries), page),
        people=say.list(event.people),
        said=tuple(_statement(edition, briefing, statement) for statement in event.said),
        quote=quote(edition, briefing, event.quote),
    )


def _statement(edition: Edition, briefing: Briefing, statement: Statement) -> StatementView:
    act = edition.localizer.label(statement.act)
    return StatementView(statement.who, act, statement.act, statement.what, quote(edition, briefing, statement.quote))


def agreements(edition: Edition, briefing: Briefing, page: str) -> tuple[AgreementView, ...]:
    """The instruments that the briefing is about, the furthest first."""
    views = [_agreement(edition, briefing, place, page) for place in range(len(briefing.facts.agreements))]
    return tuple(sorted(views, key=lambda view: -view.stage))


def _agreement(edition: Edition, briefing: Briefing, place: int, page: str) -> AgreementView:
    """An instrument as a briefing reports it."""
    say, ref = edition.localizer, briefing.facts.agreements[place]
    record = edition.site.register.at(AGREEMENT, briefing.id, place)
    href = edition.link(AGREEMENT, record.id, page).href
    return AgreementView(
        link=Link(href, ref.name, edition.foreign(briefing.lang)),
        kind=say.label(ref.kind),
        status=say.label(ref.status),
        stage=STAGES.index(ref.status) + 1 if ref.status else 0,
        parties=edition.links(COUNTRY, edition.without_focus(ref.parties), page),
        date=say.date(ref.date) if ref.date else "",
        date_iso=iso_range(ref.date) if ref.date else "",
        quote=quote(edition, briefing, ref.quote),
    )


def figures(edition: Edition, briefing: Briefing) -> tuple[FigureView, ...]:
    """Numbers as written and what they count."""
    return tuple(
        FigureView(figure.value, figure.what, quote(edition, briefing, figure.quote)) for figure in briefing.facts.figures
    )


def pictures(edition: Edition, briefing: Briefing, page: str) -> tuple[PictureView, ...]:
    """The source's pictures: caption, credit, and the picture itself where the site has it."""
    lang = edition.quote_lang(briefing)
    views: list[PictureView] = []
    for media in briefing.facts.media:
        found = find_picture(media.file, briefing.id, edition.site.pictures) if media.file else None
        src = picture_href(found, edition.at(page)) if found else ""
        views.append(PictureView(src, media.caption, media.credit, lang))
    return tuple(views)
