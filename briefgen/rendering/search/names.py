"""What a searcher may call a country, topic, person, organization or agreement: its names and aliases in every language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from anyascii import anyascii

from briefgen.kinds import COUNTRY, ORGANIZATION, PERSON, TOPIC, Kind
from briefgen.model.register import Record
from briefgen.model.settings import SHIPPED_LANGUAGES
from briefgen.model.site import Site
from briefgen.model.vocabulary import PerLanguage, Vocabulary
from briefgen.rendering.localize import own_name

_PATTERN: Final = re.compile(r"[*+|]")
"""Words of a topic with these are patterns for detection, and nothing that anybody types."""

MOST_WORDS: Final = 6
"""Words of a topic in each language, the most telling of which stand first; texts that say the others are found by them."""

_KANA: Final = re.compile(r"[\u3040-\u30ff\s]+")


def searched_languages(site: Site) -> tuple[str, ...]:
    """The languages in which names are searched: of the interface, shipped or used, of briefings and of their sources."""
    texts = (lang for one in site.briefings.values() for lang in (one.lang, one.facts.source.lang))
    return tuple(dict.fromkeys((*site.settings.languages, *SHIPPED_LANGUAGES, *filter(None, texts))))


def aliases(site: Site, kind: Kind, key: str, languages: Iterable[str]) -> tuple[str, ...]:
    """All that a member of a kind is called in these languages, each once.

    Names in kana come in Latin letters too, for who has no Japanese keyboard: モザンビーク, mozanbiku.
    """
    record = site.register.of(kind).get(key)
    listed = _registered(site.vocabulary, record) if record else _controlled(site.vocabulary, kind, key, tuple(languages))
    names = dict.fromkeys(name for name in listed if name)
    spelled = (anyascii(name).replace("-", "").lower() for name in names if _KANA.fullmatch(name))
    return tuple(dict.fromkeys((*names, *spelled)))


def _controlled(vocabulary: Vocabulary, kind: Kind, key: str, languages: tuple[str, ...]) -> Iterator[str]:
    """Names of a country (CLDR's and the vocabulary's, demonyms) or of a topic (with the words that show it)."""
    if kind is COUNTRY:
        country = vocabulary.countries.get(key)
        yield from (own_name(key, lang) for lang in languages)
        if country:
            yield from (country.names.get(lang, "") for lang in languages)
            yield from _in(country.aliases, languages)
            yield from _in(country.demonyms, languages)
    elif topic := vocabulary.topics.get(key):
        yield from (topic.names.get(lang, "") for lang in languages)
        for lang in languages:
            whole = [word for word in topic.words.get(lang, ()) if not _PATTERN.search(word)]
            yield from whole[:MOST_WORDS]


def _in(words: PerLanguage, languages: tuple[str, ...]) -> Iterator[str]:
    return (word for lang in languages for word in words.get(lang, ()))


def _registered(vocabulary: Vocabulary, record: Record) -> Iterator[str]:
    """Names of a person, body or instrument: in each language, as briefings write them, as the vocabulary knows them."""
    yield from record.names.values()
    yield from record.written
    if record.kind is PERSON:
        person = vocabulary.people.get(record.id)
        yield from person.aliases if person else ()
    elif record.kind is ORGANIZATION:
        if body := vocabulary.organizations.get(record.id):
            yield from body.aliases
            yield from (acronym for acronyms in body.acronyms.values() for acronym in acronyms)
    elif agreement := vocabulary.agreements.get(record.id):
        yield from agreement.aliases


def shown_names(site: Site, kind: Kind, key: str, countries: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Its names by language, the first of which stands in for languages that have none.

    `countries` has the names of countries in each language of the interface.
    """
    record = site.register.of(kind).get(key)
    wanted = tuple(dict.fromkeys((*site.settings.languages, "en")))
    if kind is COUNTRY:
        return {lang: names[key] for lang, names in countries.items()}
    topic = site.vocabulary.topics.get(key) if kind is TOPIC else None
    names = record.names if record else topic.names if topic else {}
    return {lang: names[lang] for lang in wanted if lang in names} or dict([*names.items()][:1]) or {"en": key}
