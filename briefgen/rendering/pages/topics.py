"""The pages of topics, and their lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from briefgen.kinds import AGREEMENT, COUNTRY, TOPIC
from briefgen.model.site import Entry
from briefgen.model.vocabulary import Topic
from briefgen.rendering.dossiers import by_stage, newest_date
from briefgen.rendering.edition import Edition
from briefgen.rendering.letters import in_order, letter_groups
from briefgen.rendering.localize import language_name
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.tallies import Tallies, tallies
from briefgen.rendering.views.common import Link
from briefgen.rendering.views.dossier import TableView, TermView, TopicView
from briefgen.urls import entry_path, index_path

MOST_ROWS: Final = 15
"""Countries in the table of a topic: what fits on a screen."""

MOST_COLUMNS: Final = 6
"""Topics in it, itself and those below or beside it."""

MOST_TERMS: Final = 8
"""Words of a language that stand for a topic on its page."""

_PATTERN: Final = re.compile(r"[*+|]")
"""What makes a word of the vocabulary a pattern rather than something to read."""


def pages(edition: Edition) -> Iterator[Plan]:
    """The page of every topic, and the lists."""
    yield Plan(index_path(TOPIC), _lists)
    for key, entry in edition.site.entries[TOPIC.name].items():
        yield Plan(entry_path(TOPIC, entry.slug), _page, (key,))


def _lists(edition: Edition) -> Page:
    listing = index_path(TOPIC)
    values: dict[str, object] = {
        "groups": letter_groups(edition, TOPIC, listing),
        "tree": _tree(edition, listing),
        "matrix": edition.matrix_link(listing),
    }
    return Page(listing, "topics.html", edition.localizer.text("Topics"), values, table="topics")


def _page(edition: Edition, key: str) -> Page:
    entry = edition.site.entries[TOPIC.name][key]
    view = _topic(edition, entry, edition.once(tallies))
    path = entry_path(TOPIC, entry.slug)
    return Page(path, "topic.html", view.name, {"view": view}, view.definition, feed=entry.briefings)


def _topic(edition: Edition, entry: Entry, counted: Tallies) -> TopicView:
    page, say = entry_path(TOPIC, entry.slug), edition.localizer
    keys = edition.chosen(entry.briefings)
    briefings = [edition.site.briefings[key] for key in keys]
    known = edition.site.vocabulary.topics.get(entry.id) or Topic(entry.id, {})
    countries = [code for briefing in briefings for code in briefing.countries("primary")]
    beside = [topic for briefing in briefings for topic in briefing.topics if topic != entry.id]
    bottom_line, lang = edition.said(known.bottom_line)
    touched = {record.id for key in keys for record in edition.site.register.named_in(AGREEMENT, key)}
    return TopicView(
        name=say.topic(entry.id),
        other_names=tuple(_other_names(edition, known)),
        definition=edition.said(known.definition)[0],
        bottom_line=bottom_line,
        bottom_line_lang=lang,
        as_of=say.date(known.as_of) if known.as_of else "",
        count=say.count("{n} briefing", "{n} briefings", len(keys)),
        newest=newest_date(edition, (briefing.facts.date for briefing in briefings)),
        broader=edition.links(TOPIC, known.broader, page),
        narrower=_narrower(edition, entry, page),
        adjacent=edition.bars(TOPIC, beside, page),
        countries=edition.bars(COUNTRY, countries, page),
        table=_table(edition, entry, counted, page),
        agreements=by_stage(edition, page, (edition.site.instruments[key] for key in touched)),
        cards=edition.card_list(keys, page),
        terms=tuple(_terms(edition, entry, known)),
    )


def _other_names(edition: Edition, known: Topic) -> Iterator[Link]:
    """What the topic is called in the other languages of the interface."""
    for lang in edition.site.settings.languages:
        if lang != edition.lang and lang in known.names:
            yield Link("", known.names[lang], lang)


def _terms(edition: Edition, entry: Entry, known: Topic) -> Iterator[TermView]:
    """What the topic is called in the languages of the site and of its briefings: what a searcher in each would type."""
    texts = (edition.site.briefings[key].lang for key in entry.briefings)
    for lang in dict.fromkeys((*edition.site.settings.languages, *texts)):
        whole = (word for word in known.words.get(lang, ()) if not _PATTERN.search(word))
        listed = dict.fromkeys((*filter(None, (known.names.get(lang),)), *whole))
        if listed:
            yield TermView(language_name(lang), edition.foreign(lang), " · ".join([*listed][:MOST_TERMS]))


def _narrower(edition: Edition, entry: Entry, page: str) -> tuple[Link, ...]:
    """The topics below a topic that have pages, in alphabetical order."""
    return in_order(edition, (edition.link(TOPIC, key, page, count=True) for key in _below(edition, entry.id)))


def _below(edition: Edition, topic: str) -> tuple[str, ...]:
    known = edition.site.vocabulary.topics
    return tuple(key for key in edition.site.entries[TOPIC.name] if key in known and topic in known[key].broader)


def _table(edition: Edition, entry: Entry, counted: Tallies, page: str) -> TableView | None:
    """Country × topic: who works on this topic, on those below it, and on those that go with it most often."""
    briefings = [edition.site.briefings[key] for key in edition.chosen(entry.briefings)]
    together = Counter(topic for briefing in briefings for topic in briefing.topics if topic != entry.id)
    beside = sorted(together, key=lambda topic: (-together[topic], topic))
    columns = list(dict.fromkeys((entry.id, *_below(edition, entry.id), *beside)))[:MOST_COLUMNS]
    own = Counter(code for briefing in briefings for code in briefing.countries("primary"))
    rows = sorted(own, key=lambda code: (-own[code], edition.localizer.order.key(edition.localizer.country(code))))[:MOST_ROWS]
    if len(rows) < 2 or len(columns) < 2:  # noqa: PLR2004  a table compares, so it needs two of both
        return None
    say = edition.localizer
    cells = {(code, topic): len(counted.both.get((code, topic), ())) for code in rows for topic in columns}
    return TableView(
        columns=edition.links(TOPIC, columns, page),
        rows=tuple(
            (
                edition.link(COUNTRY, code, page),
                tuple(say.number(number) if (number := cells[code, topic]) else "" for topic in columns),
            )
            for code in edition.without_focus(rows)
        ),
    )


def _tree(edition: Edition, page: str) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    """The topics without a broader one on the site, each with the topics directly below it."""
    known = edition.site.vocabulary.topics
    entries = edition.site.entries[TOPIC.name]
    below: Mapping[str, tuple[Link, ...]] = {key: _narrower(edition, entry, page) for key, entry in entries.items()}
    tops = [key for key in entries if not any(broader in entries for broader in (known[key].broader if key in known else ()))]
    links = {edition.localizer.topic(key): key for key in tops}
    ordered = sorted(links, key=edition.localizer.order.key)
    return tuple((edition.link(TOPIC, links[name], page, count=True), below[links[name]]) for name in ordered)
