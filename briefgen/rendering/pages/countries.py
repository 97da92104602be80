"""The dossiers of countries, and their list."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.kinds import COUNTRY, ORGANIZATION, TOPIC
from briefgen.model.occasion import Occasion
from briefgen.model.site import Entry
from briefgen.rendering.claims import claim_groups
from briefgen.rendering.dossiers import LATEST, by_stage, newest_date, numbers, sides, trend
from briefgen.rendering.edition import Edition
from briefgen.rendering.letters import letter_groups
from briefgen.rendering.localize import own_name
from briefgen.rendering.locator import locator
from briefgen.rendering.occasions import occasion_list, occasions, sections
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.publishers import publisher_bars
from briefgen.rendering.views.common import Bar, Card, Link
from briefgen.rendering.views.dossier import CountryView
from briefgen.urls import entry_path, index_path, pair_path, relative


def pages(edition: Edition) -> Iterator[Plan]:
    """The dossier of every country, and the list."""
    yield Plan(index_path(COUNTRY), _list)
    for key, entry in edition.site.entries[COUNTRY.name].items():
        yield Plan(entry_path(COUNTRY, entry.slug), _dossier, (key,))


def _list(edition: Edition) -> Page:
    listing = index_path(COUNTRY)
    groups = letter_groups(edition, COUNTRY, listing)
    return Page(
        listing,
        "countries.html",
        edition.localizer.text("Countries"),
        {"groups": groups, "matrix": edition.matrix_link(listing)},
        table="countries",
    )


def _dossier(edition: Edition, key: str) -> Page:
    entry = edition.site.entries[COUNTRY.name][key]
    view = _country(edition, entry)
    return Page(entry_path(COUNTRY, entry.slug), "country.html", view.name, {"view": view}, feed=entry.briefings)


def _country(edition: Edition, entry: Entry) -> CountryView:
    site, page, code = edition.site, entry_path(COUNTRY, entry.slug), entry.id
    keys = edition.chosen(entry.briefings)
    briefings = [site.briefings[key] for key in keys]
    happened = occasions(edition, keys, lambda one: code in one.countries)
    instruments = [site.instruments[key] for key in site.parties.get(code, ())]
    bodies = dict.fromkeys(
        record.id for key in keys for record in site.register.named_in(ORGANIZATION, key) if code in record.countries
    )
    known = site.vocabulary.countries.get(code)
    return CountryView(
        name=edition.localizer.country(code),
        other_names=tuple(_other_names(edition, entry)),
        numbers=tuple(numbers(edition, keys, happened, instruments)),
        trend=trend(edition, happened),
        claims=tuple(claim_groups(edition, known.claims if known else ())),
        cards=tuple(_card(edition, key, code, page) for key in keys[:LATEST]),
        occasions=occasion_list(edition, happened, page),
        agreements=by_stage(edition, page, instruments),
        sides=sides(edition, (code, *_partners(edition, entry)), keys, page),
        organizations=edition.links(ORGANIZATION, bodies, page),
        topics=edition.bars(TOPIC, (topic for briefing in briefings for topic in briefing.topics), page),
        partners=tuple(_partner_bars(edition, happened, code, page)),
        mentions=edition.card_list(entry.mentions, page),
        sources=publisher_bars(edition, briefings, page),
        locator=locator(edition, code),
        newest_source=newest_date(edition, (briefing.facts.source.date or briefing.facts.date for briefing in briefings)),
    )


def _card(edition: Edition, key: str, code: str, page: str) -> Card:
    """A briefing with the ways to what in it concerns the country."""
    return edition.card(key, page, sections=sections(edition, key, page, lambda one: code in one.countries))


def _other_names(edition: Edition, entry: Entry) -> Iterator[Link]:
    """What a country is called in the other languages of the site's texts, each once."""
    shown = {edition.localizer.country(entry.id)}
    langs = dict.fromkeys((*edition.site.settings.languages, *(edition.site.briefings[key].lang for key in entry.briefings)))
    for lang in langs:
        name = own_name(entry.id, lang)
        if name and name not in shown:
            shown.add(name)
            yield Link("", name, lang=lang)


def _partners(edition: Edition, entry: Entry) -> tuple[str, ...]:
    """The other side of a dossier: the site's focus country, where that is another one."""
    focus = edition.site.settings.focus_country
    return (focus,) if focus and focus != entry.id else ()


def _partner_bars(edition: Edition, happened: tuple[Occasion, ...], code: str, page: str) -> Iterator[Bar]:
    """Whom the country met how often; a row leads to the page of the two where there is one."""
    met = [other for one in happened for other in one.countries if other != code]
    by_name = {edition.localizer.country(other): other for other in met}
    for bar in edition.bars(COUNTRY, met, page):
        codes = tuple(sorted((code, by_name[bar.link.text])))
        pair = edition.site.pairs.get((codes[0], codes[1]))
        href = relative(pair_path(pair.codes), page) if pair else bar.link.href
        yield Bar(Link(href, bar.link.text), bar.count, bar.percent)
