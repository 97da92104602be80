"""The glossary: what topics, organizations and agreements are called in each language of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.kinds import AGREEMENT, COUNTRY, ORGANIZATION, PERSON, TOPIC, Kind
from briefgen.rendering.edition import Edition
from briefgen.rendering.labels import translatable
from briefgen.rendering.localize import language_name, own_name
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.views.common import Link
from briefgen.rendering.views.lists import GlossaryGroup, GlossaryRow
from briefgen.urls import GLOSSARY

_GROUPS = (
    (TOPIC, translatable("Topics")),
    (COUNTRY, translatable("Countries")),
    (ORGANIZATION, translatable("Organizations")),
    (AGREEMENT, translatable("Agreements")),
    (PERSON, translatable("People")),
)


def pages(edition: Edition) -> Iterator[Plan]:
    """The one page; on a site of one language there is nothing to translate."""
    if len(edition.site.settings.languages) > 1:
        yield Plan(GLOSSARY, _page)


def _page(edition: Edition) -> Page:
    languages = edition.site.settings.languages
    groups = tuple(group for kind, title in _GROUPS if (group := _group(edition, kind, title)).rows)
    values: dict[str, object] = {
        "groups": groups,
        "languages": tuple(Link("", language_name(lang), lang) for lang in languages if lang != edition.lang),
    }
    return Page(GLOSSARY, "glossary.html", edition.localizer.text("Glossary"), values)


def _group(edition: Edition, kind: Kind, title: str) -> GlossaryGroup:
    links = {key: edition.link(kind, key, GLOSSARY) for key in edition.site.entries[kind.name]}
    named = {key: names for key in links if len(names := _names(edition, kind, key)) > 1}
    ordered = sorted(named, key=lambda key: (edition.localizer.order.key(links[key].text), key))
    rows = tuple(GlossaryRow(links[key], tuple(_cells(edition, named[key]))) for key in ordered)
    return GlossaryGroup(edition.localizer.text(title), f"g-{kind.plural}", rows)


def _names(edition: Edition, kind: Kind, key: str) -> Mapping[str, str]:
    """What a member of a kind is called, by language of the site."""
    languages = edition.site.settings.languages
    if kind is COUNTRY:
        return {lang: name for lang in languages if (name := own_name(key, lang))}
    record = edition.site.register.of(kind).get(key)
    topic = edition.site.vocabulary.topics.get(key)
    names = record.names if record else topic.names if topic else {}
    return {lang: names[lang] for lang in languages if lang in names}


def _cells(edition: Edition, names: Mapping[str, str]) -> Iterator[Link]:
    for lang in edition.site.settings.languages:
        if lang != edition.lang:
            yield Link("", names.get(lang, ""), lang)
