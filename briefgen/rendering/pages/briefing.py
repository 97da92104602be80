"""Pages of briefings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from briefgen.kinds import COUNTRY, TOPIC
from briefgen.model.article import Path
from briefgen.model.briefing import Briefing
from briefgen.rendering import context, facts
from briefgen.rendering.citations import citations
from briefgen.rendering.edition import Edition
from briefgen.rendering.excerpts import paragraphs
from briefgen.rendering.excerpts import shown as shown_paragraphs
from briefgen.rendering.linked_data import linked_data
from briefgen.rendering.localize import language_name
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.pictures import with_pictures
from briefgen.rendering.reading_time import minutes
from briefgen.rendering.views.briefing import BriefingView, Notice, Proof, SourceView
from briefgen.rendering.views.common import Card, Link, Row
from briefgen.urls import briefing_path, data_path, relative

_DIGITS: Final = 16
"""Hex digits shown of a fingerprint: 64 bits, enough to tell two copies apart."""

_QUOTES_SHOWN: Final = 4
"""Quotes shown behind a fact found by analysis: enough to judge it by."""


def pages(edition: Edition) -> Iterator[Plan]:
    """The page of every briefing."""
    for key, briefing in edition.site.briefings.items():
        yield Plan(briefing_path(briefing, edition.site.settings), _page, (key,))


def _page(edition: Edition, key: str) -> Page:
    briefing = edition.site.briefings[key]
    path = briefing_path(briefing, edition.site.settings)
    shown = edition.in_page_language(briefing).facts
    values: dict[str, object] = {"view": briefing_view(edition, briefing)}
    return Page(path, "briefing.html", shown.title, values, shown.summary, briefing.file)


def briefing_view(edition: Edition, briefing: Briefing) -> BriefingView:
    """Everything that stands on a briefing's page."""
    page = briefing_path(briefing, edition.site.settings)
    body = edition.bodies[briefing.id]
    others = edition.site.translations.get(briefing.id, ())
    shown = edition.in_page_language(briefing)
    return BriefingView(
        card=replace(edition.card(shown.id, page), is_raw=briefing.raw),
        original=Link("", briefing.facts.title, edition.foreign(briefing.lang)) if shown is not briefing else None,
        lang=edition.foreign(briefing.lang),
        reading_time=_reading_time(edition, briefing),
        notices=tuple(_notices(edition, briefing, page)),
        mentioned=edition.links(COUNTRY, briefing.countries("mentioned"), page),
        place=edition.localizer.list(dict.fromkeys(event.place for event in briefing.facts.events if event.place)),
        glance=context.glance(edition, briefing, page),
        key_points=facts.key_points(edition, briefing),
        people=facts.people(edition, briefing, page),
        organizations=facts.organizations(edition, briefing, page),
        events=facts.events(edition, briefing, page),
        agreements=facts.agreements(edition, briefing, page),
        figures=facts.figures(edition, briefing),
        pictures=facts.pictures(edition, briefing, page),
        background=tuple(context.background(edition, briefing, page)),
        watch=tuple(context.watch(edition, briefing, page)),
        body_html=Markup(with_pictures(body.html, edition.at(page))),  # noqa: S704  sanitized by prose
        headings=tuple(Link(f"#{anchor}", text) for anchor, text in body.headings),
        source=_source(edition, briefing, page),
        translations=tuple(_translation(edition, other, page) for other in others),
        related=tuple(_related(edition, briefing, page)),
        citations=tuple(citations(edition, briefing)),
        data=relative(data_path(briefing), edition.at(page)),
        contact=_contact(edition, briefing),
        id=briefing.id,
        linked_data=linked_data(edition, briefing),
    )


def _reading_time(edition: Edition, briefing: Briefing) -> str:
    spent = minutes(briefing.body.text, briefing.lang)
    return edition.localizer.count("{n} minute to read", "{n} minutes to read", spent) if briefing.body.text.strip() else ""


def _contact(edition: Edition, briefing: Briefing) -> str:
    """Where readers report errors; a mail says which briefing it is about."""
    contact = edition.site.settings.contact
    return f"mailto:{contact}?subject={quote(briefing.id)}" if "@" in contact and "://" not in contact else contact


def _translation(edition: Edition, key: str, page: str) -> Link:
    """A link to a briefing in another language, by the name that the language has in itself."""
    lang = edition.site.briefings[key].lang
    return Link(edition.briefing_link(key, page).href, language_name(lang), lang=lang)


def _related(edition: Edition, briefing: Briefing, page: str) -> Iterator[Card]:
    """Related briefings with their reasons, each in one language only."""
    related = {item.briefing: item for item in edition.site.related.get(briefing.id, ())}
    for key in edition.chosen(related):
        family = (key, *edition.site.translations.get(key, ()))
        item = next(related[one] for one in family if one in related)
        yield edition.card(key, page, edition.reason(item))


def _notices(edition: Edition, briefing: Briefing, page: str) -> Iterator[Notice]:
    """What a reader must know before reading on."""
    say = edition.localizer.text
    if briefing.raw:
        yield Notice(say("Drafted by machine from a source article and not yet reviewed."))
    if briefing.facts.review == "draft":
        yield Notice(say("Draft: not yet reviewed."))
    if briefing.facts.review == "superseded":
        newer = briefing.facts.superseded_by
        link = edition.briefing_link(newer, page) if newer in edition.site.briefings else None
        yield Notice(say("Superseded: a later briefing replaces this one."), link)
    if briefing.facts.source.translation == "machine":
        suspected = briefing.provenance.get(("source", "translation"))
        known = suspected is None or suspected.origin == "written"
        yield Notice(
            say("The source is a machine translation; names and terms may be off.")
            if known
            else say("The source may be a machine translation; names and terms may be off.")
        )


def _source(edition: Edition, briefing: Briefing, page: str) -> SourceView:
    excerpt, is_full = shown_paragraphs(paragraphs(briefing.source_text), edition.site.settings.source_text)
    source = briefing.facts.source
    also = tuple(context.also_reported(edition, briefing, page))
    return SourceView(
        publisher=source.publisher or source.agency,
        rows=tuple(_rows(edition, briefing)),
        excerpt=excerpt,
        excerpt_is_full=is_full,
        lang=edition.quote_lang(briefing),
        machine_translated=source.translation == "machine",
        removed=tuple(Row(edition.localizer.text(cut.why.capitalize()), cut.text) for cut in briefing.removed),
        proofs=tuple(_proofs(edition, briefing)),
        also=also,
        is_single=not also and bool(briefing.countries("primary")),
    )


def _rows(edition: Edition, briefing: Briefing) -> Iterator[Row]:
    """What is known of the source, labeled."""
    say, source = edition.localizer, briefing.facts.source
    pairs = (
        ("Publisher", source.publisher, ""),
        ("Agency", source.agency, ""),
        ("Author", source.author, ""),
        ("Published", say.date(source.date) if source.date else "", ""),
        ("Address", source.url, source.url),
        ("Language", say.language(source.lang) if source.lang else "", ""),
        ("Original language", say.language(source.original_lang) if source.original_lang else "", ""),
        ("Translation", say.label(source.translation), ""),
        ("License", source.license, ""),
        ("Archived copy (SHA-256)", _fingerprint(briefing.source_text), ""),
    )
    for label, value, href in pairs:
        if value:
            yield Row(say.text(label), value, href)


def _fingerprint(text: str) -> str:
    """What tells whether an archived source is still the one that was quoted; empty where there is none."""
    return sha256(text.encode()).hexdigest()[:_DIGITS] if text else ""


def _proofs(edition: Edition, briefing: Briefing) -> Iterator[Proof]:
    """How each fact was found that nobody wrote."""
    for path, provenance in briefing.provenance.items():
        if provenance.evidence:
            quotes = tuple(dict.fromkeys(proof.quote for proof in provenance.evidence))[:_QUOTES_SHOWN]
            yield Proof(_fact_name(edition, path), quotes, provenance.evidence[0].rule)


def _fact_name(edition: Edition, path: Path) -> str:
    """A fact by its path, in words: ("countries", "AT") → "Austria"."""
    say = edition.localizer
    match path:
        case ("countries", str(code)):
            return say.name(COUNTRY, code)
        case ("topics", str(key)):
            return say.name(TOPIC, key)
        case ("source", str(key)):
            return say.text({"url": "Address", "date": "Published"}.get(key, key.capitalize()))
        case (str(key),):
            return say.text({"lang": "Language"}.get(key, key.capitalize()))
        case _:
            return ""
