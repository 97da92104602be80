"""Views of the pages of countries and topics, of their lists, and of the front page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from briefgen.kinds import COUNTRY, TOPIC, Kind
from briefgen.model.briefing import Briefing
from briefgen.model.frontmatter import AgreementRef
from briefgen.model.site import Entry
from briefgen.rendering import facts
from briefgen.rendering.edition import Edition
from briefgen.rendering.localize import own_name
from briefgen.rendering.views import AgreementView, EntryView, HomeView, LetterGroup, Link, Row
from briefgen.text import fold
from briefgen.urls import entry_path

LATEST: Final = 9
"""Briefings on the front page after the lead: two screens full."""

MOVED: Final = 6
"""Agreements on the front page: as many as stand beside those briefings."""


def entry_view(edition: Edition, entry: Entry) -> EntryView:
    """The page of a country or a topic."""
    page = entry_path(entry.kind, entry.slug)
    say = edition.localizer
    other = TOPIC if entry.kind is COUNTRY else COUNTRY
    keys = edition.chosen(entry.briefings)
    briefings = [edition.site.briefings[key] for key in keys]
    dates = [briefing.facts.date for briefing in briefings if briefing.facts.date]
    topic = edition.site.vocabulary.topics.get(entry.id) if entry.kind is TOPIC else None
    topics = [key for briefing in briefings for key in briefing.topics]
    countries = [code for briefing in briefings for code in briefing.countries("primary") if code != entry.id]
    return EntryView(
        name=say.name(entry.kind, entry.id),
        other_names=tuple(_other_names(edition, entry)),
        definition=(topic.definition.get(say.lang) or topic.definition.get("en", "")) if topic else "",
        count=say.count("{n} briefing", "{n} briefings", len(keys)),
        newest=say.date(dates[0]) if dates else "",
        broader=edition.links(TOPIC, topic.broader, page) if topic else (),
        narrower=_narrower(edition, entry, page),
        cards=edition.cards(keys, page),
        mentions=edition.cards(entry.mentions, page),
        beside=edition.bars(other, countries if other is COUNTRY else topics, page),
        beside_title=say.text("Countries" if other is COUNTRY else "Topics"),
        partners=edition.bars(COUNTRY, countries, page) if entry.kind is COUNTRY else (),
        agreements=_agreements(edition, keys, page, entry.id if entry.kind is COUNTRY else ""),
    )


def _other_names(edition: Edition, entry: Entry) -> Iterable[Link]:
    """What a country or topic is called in the other languages of the site's texts, each once."""
    shown = {edition.localizer.name(entry.kind, entry.id)}
    langs = dict.fromkeys((*edition.site.settings.languages, *(edition.site.briefings[key].lang for key in entry.briefings)))
    for lang in langs:
        if entry.kind is COUNTRY:
            name = own_name(entry.id, lang)
        else:
            name = edition.site.vocabulary.topics[entry.id].names.get(lang, "")
        if name and name not in shown:
            shown.add(name)
            yield Link("", name, lang=lang)


def _narrower(edition: Edition, entry: Entry, page: str) -> tuple[Link, ...]:
    """The topics below a topic that have pages, in alphabetical order."""
    if entry.kind is not TOPIC:
        return ()
    known = edition.site.vocabulary.topics
    below = [key for key in edition.site.entries[TOPIC.name] if key in known and entry.id in known[key].broader]
    return _sorted(edition, (edition.link(TOPIC, key, page, count=True) for key in below))


def _agreements(
    edition: Edition, keys: Iterable[str], page: str, party: str = "", most: int | None = None
) -> tuple[tuple[AgreementView, Link], ...]:
    """Agreements of briefings (of one party, if given) that stand somewhere, each with the newest briefing that says where.

    What a person wrote comes before what was found in raw articles, and counts where both speak of one agreement.
    """
    reviewed_first = sorted((edition.site.briefings[key] for key in keys), key=lambda briefing: briefing.raw)
    reported = ((briefing, ref) for briefing in reviewed_first for ref in briefing.facts.agreements)
    newest: dict[tuple[str, tuple[str, ...]], tuple[Briefing, AgreementRef]] = {}
    for briefing, ref in reported:
        if ref.status and (not party or party in ref.parties):
            newest.setdefault(_instrument(edition, ref), (briefing, ref))
    return tuple(
        (facts.agreement(edition, briefing, ref, page), edition.briefing_link(briefing.id, page))
        for briefing, ref in [*newest.values()][:most]
    )


def _instrument(edition: Edition, ref: AgreementRef) -> tuple[str, tuple[str, ...]]:
    """What makes two mentions one agreement: its id in the vocabulary, else its folded name and its parties."""
    name = fold(ref.name)
    for key, agreement in edition.site.vocabulary.agreements.items():
        if name in map(fold, (*agreement.names.values(), *agreement.aliases)):
            return key, ()
    return name, tuple(sorted(ref.parties))


def letter_groups(edition: Edition, kind: Kind, page: str) -> tuple[LetterGroup, ...]:
    """All countries or topics with briefings or mentions, under their letters in the language's order."""
    links = _sorted(edition, (edition.link(kind, key, page, count=True) for key in edition.site.entries[kind.name]))
    groups: dict[str, list[Link]] = {}
    for link in links:
        groups.setdefault(edition.localizer.order.initial(link.text), []).append(link)
    return tuple(LetterGroup(letter, tuple(members)) for letter, members in groups.items())


def _sorted(edition: Edition, links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: edition.localizer.order.key(link.text)))


def topic_tree(edition: Edition, page: str) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    """The topics without a broader one on the site, each with the topics directly below it."""
    known = edition.site.vocabulary.topics
    entries = edition.site.entries[TOPIC.name]
    below: Mapping[str, tuple[Link, ...]] = {key: _narrower(edition, entry, page) for key, entry in entries.items()}
    tops = [key for key in entries if not any(broader in entries for broader in (known[key].broader if key in known else ()))]
    links = {edition.localizer.name(TOPIC, key): key for key in tops}
    ordered = sorted(links, key=edition.localizer.order.key)
    return tuple((edition.link(TOPIC, links[name], page, count=True), below[links[name]]) for name in ordered)


def home_view(edition: Edition) -> HomeView:
    """The front page: the newest briefing with a bottom line, the others, the site in numbers, agreements and lists."""
    page = "index.html"
    keys = edition.chosen(edition.site.briefings)
    newest = keys[: LATEST + 1]
    lead = next((key for key in newest if edition.site.briefings[key].facts.summary), newest[0] if newest else "")
    return HomeView(
        lead=edition.card(lead, page) if lead else None,
        cards=edition.cards((key for key in newest if key != lead), page),
        numbers=_numbers(edition),
        agreements=_agreements(edition, keys, page, most=MOVED),
        countries=letter_groups(edition, COUNTRY, page),
        topics=letter_groups(edition, TOPIC, page),
        as_of=_as_of(edition),
    )


def _numbers(edition: Edition) -> tuple[Row, ...]:
    """How much there is of everything: label and number."""
    say, site = edition.localizer, edition.site
    briefings = [site.briefings[key] for key in edition.chosen(site.briefings)]
    events = [event for briefing in briefings for event in briefing.facts.events]
    countries = [entry for entry in site.entries[COUNTRY.name].values() if entry.briefings]
    agreements = {_instrument(edition, ref) for briefing in briefings for ref in briefing.facts.agreements}
    languages = {briefing.lang for briefing in site.briefings.values()}
    counted = (
        ("Briefings", len(briefings)),
        ("Countries", len(countries)),
        ("Events", len(events)),
        ("Agreements", len(agreements)),
        ("Languages", len(languages)),
    )
    return tuple(Row(say.text(label), say.number(number)) for label, number in counted if number)


def _as_of(edition: Edition) -> str:
    """The date of the newest briefing, which says how far the site reaches."""
    for briefing in edition.site.briefings.values():
        if briefing.facts.date and briefing.facts.date.is_dated:
            return edition.localizer.date(briefing.facts.date)
    return ""
