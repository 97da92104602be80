"""A briefing in schema.org's words (JSON-LD), for search engines and other readers of pages.

It claims no more than the page: a briefing's date is of what it tells (`temporalCoverage`), not of its publication, and what is
not known is not there. Addresses are full ones, so that they need a base URL.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from briefgen.kinds import AGREEMENT, COUNTRY, ORGANIZATION, PERSON, TOPIC, Kind
from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import EventRef
from briefgen.rendering.dates import iso_range
from briefgen.rendering.edition import Edition
from briefgen.rendering.feeds import bottom_line
from briefgen.rendering.json_text import compact
from briefgen.rendering.publishers import publisher_of
from briefgen.urls import absolute, briefing_path, entry_path

Thing = dict[str, object]
"""A thing as JSON-LD has it."""

_TYPES: Final = {
    COUNTRY: "Country",
    TOPIC: "DefinedTerm",
    PERSON: "Person",
    ORGANIZATION: "Organization",
    AGREEMENT: "CreativeWork",
}
"""What schema.org calls our kinds; its Legislation would say that every memorandum is law."""


def linked_data(edition: Edition, briefing: Briefing) -> Markup:
    """A briefing as JSON-LD that can stand in a script element: no `<` in it begins a tag or ends the element."""
    text = compact(_report(edition, briefing))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  JSON without `<`


def _report(edition: Edition, briefing: Briefing) -> Thing:
    facts, settings = briefing.facts, edition.site.settings
    title: Thing = {"@type": "Organization", "name": settings.title, "url": settings.base_url}
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "Report",
            "identifier": briefing.id,
            "url": _url(edition, briefing_path(briefing, settings)),
            "headline": facts.title,
            "abstract": bottom_line(briefing),
            "inLanguage": briefing.lang,
            "temporalCoverage": _coverage(facts.date),
            "publisher": _filled(title),
            "isBasedOn": _source(briefing),
            "translationOfWork": _original(edition, briefing),
            "about": [*_about(edition, briefing)],
            "mentions": [*_mentions(edition, briefing)],
        }
    )


def _source(briefing: Briefing) -> Thing:
    """The article that a briefing reports, if anything is known of it."""
    source = briefing.facts.source
    known = _filled(
        {
            "url": source.url,
            "author": source.author,
            "publisher": {"@type": "Organization", "name": name} if (name := publisher_of(briefing)) else {},
            "datePublished": iso_range(source.date) if source.date and source.date.is_dated else "",
            "inLanguage": source.lang,
            "license": source.license if source.license.startswith("http") else "",
        }
    )
    return {"@type": "NewsArticle", **known} if known else {}


def _original(edition: Edition, briefing: Briefing) -> Thing:
    original = edition.site.briefings.get(briefing.facts.translation_of)
    return (
        _thing("Report", original.facts.title, _url(edition, briefing_path(original, edition.site.settings)))
        if original
        else {}
    )


def _about(edition: Edition, briefing: Briefing) -> Iterator[Thing]:
    """What a briefing is about: countries, topics and what happened."""
    yield from (_member(edition, COUNTRY, code) for code in briefing.countries("primary"))
    yield from (_member(edition, TOPIC, topic) for topic in briefing.topics)
    yield from (_event(edition, event) for event in briefing.facts.events)


def _mentions(edition: Edition, briefing: Briefing) -> Iterator[Thing]:
    yield from (_member(edition, COUNTRY, code) for code in briefing.countries("mentioned"))
    for kind in (PERSON, ORGANIZATION, AGREEMENT):
        yield from (_member(edition, kind, record.id) for record in edition.site.register.named_in(kind, briefing.id))


def _member(edition: Edition, kind: Kind, key: str) -> Thing:
    """A country, topic, person … by its name in the language of the page, and its page if it has one."""
    entry = edition.entry(kind, key)
    thing = _thing(_TYPES[kind], edition.name(kind, key)[0], _url(edition, entry_path(kind, entry.slug)) if entry else "")
    return {**thing, "identifier": key} if kind is COUNTRY else thing


def _event(edition: Edition, event: EventRef) -> Thing:
    """Something that happened: its kind as a name, since briefings do not name events; days only as far as they are known."""
    when = event.date if event.date and event.date.is_dated else None
    parties = [_member(edition, COUNTRY, code) for code in event.countries]
    return _filled(
        {
            "@type": "Event",
            "name": edition.localizer.label(event.kind),
            "startDate": str(when.start) if when else "",
            "endDate": str(when.end) if when and when.end else "",
            "location": {"@type": "Place", "name": event.place} if event.place else {},
            "attendee": [*({"@type": "Person", "name": name} for name in event.people), *parties],
        }
    )


def _thing(kind: str, name: str, url: str) -> Thing:
    return _filled({"@type": kind, "name": name, "url": url})


def _coverage(date: Edtf | None) -> str:
    """The time that a briefing covers (ISO 8601, intervals with a slash, as EDTF has them)."""
    return str(date) if date and date.is_dated else ""


def _url(edition: Edition, path: str) -> str:
    base = edition.site.settings.base_url
    return absolute(edition.at(path), base) if base else ""


def _filled(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value}
