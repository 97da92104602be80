"""Pages of countries and topics, and their lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from briefgen.kinds import AGREEMENT, COUNTRY, TOPIC
from briefgen.model.instrument import Instrument
from briefgen.model.site import Entry
from briefgen.rendering.edition import Edition
from briefgen.rendering.instruments import agreements
from briefgen.rendering.letters import in_order, letter_groups
from briefgen.rendering.localize import own_name
from briefgen.rendering.page import Page
from briefgen.rendering.views.common import Link
from briefgen.rendering.views.dossier import EntryView
from briefgen.urls import entry_path, index_path


def pages(edition: Edition) -> Iterator[Page]:
    """The page of every country and topic, and the two lists."""
    for kind in (COUNTRY, TOPIC):
        for entry in edition.site.entries[kind.name].values():
            view = entry_view(edition, entry)
            yield Page(entry_path(kind, entry.slug), f"{kind.name}.html", view.name, {"view": view}, view.definition)
    yield from _lists(edition)


def _lists(edition: Edition) -> Iterator[Page]:
    say = edition.localizer.text
    countries = index_path(COUNTRY)
    yield Page(countries, "countries.html", say("Countries"), {"groups": letter_groups(edition, COUNTRY, countries)})
    topics = index_path(TOPIC)
    values: dict[str, object] = {"groups": letter_groups(edition, TOPIC, topics), "tree": topic_tree(edition, topics)}
    yield Page(topics, "topics.html", say("Topics"), values)


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
        agreements=agreements(edition, page, partial(_concerns, edition, entry)),
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


def _concerns(edition: Edition, entry: Entry, instrument: Instrument) -> bool:
    """Whether an instrument belongs on a page: a country's own, and those of the briefings on a topic."""
    if entry.kind is COUNTRY:
        return entry.id in instrument.parties
    return not set(edition.site.register.of(AGREEMENT)[instrument.id].briefings).isdisjoint(entry.briefings)


def _narrower(edition: Edition, entry: Entry, page: str) -> tuple[Link, ...]:
    """The topics below a topic that have pages, in alphabetical order."""
    if entry.kind is not TOPIC:
        return ()
    known = edition.site.vocabulary.topics
    below = [key for key in edition.site.entries[TOPIC.name] if key in known and entry.id in known[key].broader]
    return in_order(edition, (edition.link(TOPIC, key, page, count=True) for key in below))


def topic_tree(edition: Edition, page: str) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    """The topics without a broader one on the site, each with the topics directly below it."""
    known = edition.site.vocabulary.topics
    entries = edition.site.entries[TOPIC.name]
    below: Mapping[str, tuple[Link, ...]] = {key: _narrower(edition, entry, page) for key, entry in entries.items()}
    tops = [key for key in entries if not any(broader in entries for broader in (known[key].broader if key in known else ()))]
    links = {edition.localizer.name(TOPIC, key): key for key in tops}
    ordered = sorted(links, key=edition.localizer.order.key)
    return tuple((edition.link(TOPIC, links[name], page, count=True), below[links[name]]) for name in ordered)
