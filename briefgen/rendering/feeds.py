"""Feeds: the newest briefings of a page as Atom (RFC 4287) and JSON Feed 1.1.

Both want full addresses, so that a site without `base_url` has none. Nothing in them is of the moment of building: an entry is
updated when its news was reported. Atom asks a time of every entry, so that briefings whose day is not known stand only in
the JSON Feed, which does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from markupsafe import Markup

from briefgen.kinds import COUNTRY, TOPIC
from briefgen.model.briefing import Briefing
from briefgen.model.output import Output
from briefgen.rendering.edition import Edition
from briefgen.rendering.json_text import indented
from briefgen.rendering.prose import render_inline
from briefgen.rendering.views.frame import FeedLink
from briefgen.urls import ATOM, HOME, JSON_FEED, absolute, briefing_path, feed_path, relative

NEWEST: Final = 30
"""Entries of a feed: what a reader who looks in once a month can have missed."""

_SUMMARIES: Final = 20_000
"""Bottom lines kept as plain text, since each stands in the feeds of its countries and topics: those of a large site."""

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document may hold, not even escaped."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What the feeds of a page tell: the page's path in the default tree, its title, and its newest briefings."""

    path: str
    title: str
    briefings: tuple[Briefing, ...]


def feed(edition: Edition, path: str, title: str, keys: tuple[str, ...]) -> Feed | None:
    """The feed of a page about these briefings, each in one language only, the last reported first, undated ones at the end.

    None for a page that tells of none, and where the site does not know where it will stand.
    """
    if not keys or not edition.site.settings.base_url:
        return None
    briefings = [edition.site.briefings[key] for key in edition.chosen(keys)]
    briefings.sort(key=lambda one: one.reported.sort_key if one.reported else (), reverse=True)
    return Feed(path, title, tuple(briefings[:NEWEST]))


def feed_links(told: Feed) -> Iterator[FeedLink]:
    """The ways from a page to its feeds; to Atom only where the day of a briefing is known."""
    if any(map(reported_time, told.briefings)):
        yield FeedLink(relative(feed_path(told.path, ATOM), told.path), "Atom", "application/atom+xml", told.title)
    yield FeedLink(relative(feed_path(told.path, JSON_FEED), told.path), "JSON Feed", "application/feed+json", told.title)


def feed_outputs(edition: Edition, told: Feed) -> Iterator[Output]:
    """The feeds of a page in its language."""
    if any(map(reported_time, told.briefings)):
        yield Output(edition.at(feed_path(told.path, ATOM)), _atom(edition, told).encode())
    yield Output(edition.at(feed_path(told.path, JSON_FEED)), _json_feed(edition, told).encode())


def _atom(edition: Edition, told: Feed) -> str:
    timed = [(one, time) for one in told.briefings if (time := reported_time(one))]
    own = _address(edition, feed_path(told.path, ATOM))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_value(edition.lang)}>',
        f"<id>{_text(own)}</id>",
        f"<title>{_text(told.title)}</title>",
        f"<updated>{max(time for _, time in timed)}</updated>",
        f"<author><name>{_text(edition.site.settings.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={_value(own)}/>',
        f'<link rel="alternate" type="text/html" href={_value(_address(edition, told.path))}/>',
        "<generator>briefgen</generator>",
        *(_entry(edition, one, time) for one, time in timed),
        "</feed>\n",
    ]
    return "\n".join(lines)


def reported_time(briefing: Briefing) -> str:
    """The end of the report's day as RFC 3339 has it, which wants a time: midnight UTC; empty where the day is not known."""
    date = briefing.reported
    day = date and (date.end or date.start)
    return f"{day}T00:00:00Z" if day and day.day else ""


def _entry(edition: Edition, briefing: Briefing, time: str) -> str:
    """A briefing as an entry, its title and bottom line in its own language; topics and countries as categories."""
    facts = briefing.facts
    source = f'<link rel="via" href={_value(facts.source.url)}/>' if facts.source.url else ""
    summary = f"<summary>{_text(bottom_line(briefing))}</summary>" if facts.summary else ""
    named = "".join(
        f"<category term={_value(term)} label={_value(label)} xml:lang={_value(edition.lang)}/>"
        for term, label in _categories(edition, briefing)
    )
    return (
        f"<entry xml:lang={_value(briefing.lang)}><id>{_text(entry_id(edition, briefing))}</id>"
        f"<title>{_text(facts.title)}</title><updated>{time}</updated>"
        f'<link rel="alternate" type="text/html" href={_value(_page(edition, briefing))}/>{source}{named}{summary}</entry>'
    )


def _json_feed(edition: Edition, told: Feed) -> str:
    settings = edition.site.settings
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": told.title,
        "home_page_url": _address(edition, told.path),
        "feed_url": _address(edition, feed_path(told.path, JSON_FEED)),
        "language": edition.lang,
        "authors": [{"name": settings.title, "url": _address(edition, HOME)}],
        "items": [_item(edition, one) for one in told.briefings],
    }
    return f"{indented(content)}\n"


def _item(edition: Edition, briefing: Briefing) -> dict[str, object]:
    """A briefing as an item; its text is the bottom line, without one the title, as an item must have a text."""
    facts = briefing.facts
    item = {
        "id": entry_id(edition, briefing),
        "url": _page(edition, briefing),
        "external_url": facts.source.url,
        "title": facts.title,
        "content_text": bottom_line(briefing) or facts.title,
        "date_published": reported_time(briefing),
        "language": briefing.lang,
        "tags": [label for _, label in _categories(edition, briefing)],
    }
    return {key: value for key, value in item.items() if value}


def bottom_line(briefing: Briefing) -> str:
    """The summary as plain text."""
    return _bare(briefing.facts.summary, briefing.lang)


@lru_cache(maxsize=_SUMMARIES)
def _bare(summary: str, lang: str) -> str:
    return Markup(render_inline(summary, lang)).striptags()  # noqa: S704  sanitized by render_inline


def _categories(edition: Edition, briefing: Briefing) -> Iterator[tuple[str, str]]:
    """The topics and countries of a briefing: their ids, and their names in the language of the feed."""
    for kind, keys in ((COUNTRY, briefing.countries("primary")), (TOPIC, briefing.topics)):
        yield from ((key, edition.localizer.name(kind, key)) for key in keys)


def entry_id(edition: Edition, briefing: Briefing) -> str:
    """The address of a briefing's page in the default language: one id in the feeds of every language."""
    settings = edition.site.settings
    return absolute(briefing_path(briefing, settings), settings.base_url)


def _page(edition: Edition, briefing: Briefing) -> str:
    return _address(edition, briefing_path(briefing, edition.site.settings))


def _address(edition: Edition, path: str) -> str:
    return absolute(edition.at(path), edition.site.settings.base_url)


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("", value))


def _value(value: str) -> str:
    """A value of an attribute, in its quotes."""
    return quoteattr(_NOT_XML.sub("", value))
