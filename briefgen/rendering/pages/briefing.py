"""Pages of briefings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from briefgen.kinds import COUNTRY, TOPIC
from briefgen.model.article import Path
from briefgen.model.briefing import Briefing
from briefgen.rendering import facts
from briefgen.rendering.edition import Edition
from briefgen.rendering.localize import language_name
from briefgen.rendering.page import Page
from briefgen.rendering.pictures import with_pictures
from briefgen.rendering.views.briefing import BriefingView, Proof, SourceView
from briefgen.rendering.views.common import Card, Link, Row
from briefgen.urls import briefing_path

EXCERPT: Final = 600
"""Letters of an archived source shown by `source_text: excerpt`, cut at the end of a paragraph: a quotation, not a copy."""

_QUOTES_SHOWN: Final = 4
"""Quotes shown behind a fact found by analysis: enough to judge it by."""


def pages(edition: Edition) -> Iterator[Page]:
    """The page of every briefing."""
    for briefing in edition.site.briefings.values():
        path = briefing_path(briefing, edition.site.settings)
        facts = briefing.facts
        values: dict[str, object] = {"view": briefing_view(edition, briefing)}
        yield Page(path, "briefing.html", facts.title, values, facts.summary, briefing.file)


def briefing_view(edition: Edition, briefing: Briefing) -> BriefingView:
    """Everything that stands on a briefing's page."""
    page = briefing_path(briefing, edition.site.settings)
    body = edition.bodies[briefing.id]
    others = edition.site.translations.get(briefing.id, ())
    return BriefingView(
        card=edition.card(briefing.id, page),
        lang=edition.foreign(briefing.lang),
        notices=tuple(_notices(edition, briefing)),
        mentioned=edition.links(COUNTRY, briefing.countries("mentioned"), page),
        place=edition.localizer.list(dict.fromkeys(event.place for event in briefing.facts.events if event.place)),
        key_points=facts.key_points(edition, briefing),
        people=facts.people(edition, briefing, page),
        organizations=facts.organizations(edition, briefing, page),
        events=facts.events(edition, briefing, page),
        agreements=facts.agreements(edition, briefing, page),
        figures=facts.figures(edition, briefing),
        pictures=facts.pictures(edition, briefing, page),
        body_html=Markup(with_pictures(body.html, edition.at(page))),  # noqa: S704  sanitized by prose
        headings=tuple(Link(f"#{anchor}", text) for anchor, text in body.headings),
        source=_source(edition, briefing),
        translations=tuple(_translation(edition, other, page) for other in others),
        related=tuple(_related(edition, briefing, page)),
        id=briefing.id,
    )


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


def _notices(edition: Edition, briefing: Briefing) -> Iterator[str]:
    """What a reader must know before reading on."""
    say = edition.localizer.text
    if briefing.raw:
        yield say("Drafted by machine from a source article and not yet reviewed.")
    if briefing.facts.review == "draft":
        yield say("Draft: not yet reviewed.")
    if briefing.facts.review == "superseded":
        yield say("Superseded: a later briefing replaces this one.")
    if briefing.facts.source.translation == "machine":
        yield say("The source is a machine translation; names and terms may be off.")


def _source(edition: Edition, briefing: Briefing) -> SourceView:
    excerpt, is_full = _excerpt(briefing.source_text, edition.site.settings.source_text)
    source = briefing.facts.source
    return SourceView(
        publisher=source.publisher or source.agency,
        rows=tuple(_rows(edition, briefing)),
        excerpt=excerpt,
        excerpt_is_full=is_full,
        lang=edition.quote_lang(briefing),
        machine_translated=source.translation == "machine",
        removed=tuple(Row(edition.localizer.text(cut.why.capitalize()), cut.text) for cut in briefing.removed),
        proofs=tuple(_proofs(edition, briefing)),
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
    )
    for label, value, href in pairs:
        if value:
            yield Row(say.text(label), value, href)


def _excerpt(text: str, policy: str) -> tuple[tuple[str, ...], bool]:
    """The paragraphs of an archived source that the site shows, and whether these are all."""
    paragraphs = tuple(line.strip() for line in text.splitlines() if line.strip())
    if policy == "none" or not paragraphs:
        return (), False
    if policy == "full":
        return paragraphs, True
    shown: list[str] = []
    for paragraph in paragraphs:
        if shown and sum(map(len, shown)) + len(paragraph) > EXCERPT:
            break
        shown.append(paragraph if len(paragraph) <= EXCERPT else paragraph[:EXCERPT].rstrip() + "…")
    return tuple(shown), len(shown) == len(paragraphs) and len(text) <= EXCERPT


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
