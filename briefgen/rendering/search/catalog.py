"""The first thing a search reads: every title and bottom line, and every name of everything that has a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from briefgen.kinds import COUNTRY, KINDS, REGISTERED, TOPIC
from briefgen.model.briefing import Briefing
from briefgen.model.site import Site
from briefgen.rendering.edition import Edition
from briefgen.rendering.search.names import aliases, searched_languages, shown_names
from briefgen.rendering.search.texts import plain_summary
from briefgen.urls import briefing_path, entry_path, text_path

PAGE: Final = "page"
"""The kind of the site's own pages."""

Row = list[object]


@dataclass(frozen=True, slots=True)
class Catalog:
    """Rows of the catalog as docs/search.md describes them, numbered from the first briefing to the last thing.

    `briefings` are newest first; `things` are the members of each kind and the site's own pages, whose numbers are `texts`.
    `dates` has each date as each language of the interface writes it, in the order of `languages`.
    """

    languages: tuple[str, ...]
    briefings: tuple[Row, ...]
    things: tuple[Row, ...]
    dates: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, int]

    def data(self) -> dict[str, object]:
        """The catalog as it is written."""
        return {"languages": self.languages, "dates": self.dates, "things": self.things, "briefings": self.briefings}


def catalog(editions: Sequence[Edition]) -> Catalog:
    """The catalog of a site, given its editions in all languages of the interface."""
    site = editions[0].site
    entries = [(kind, entry) for kind in KINDS for entry in site.entries[kind.name].values()]
    numbers = {(kind.name, entry.id): number for number, (kind, entry) in enumerate(entries, len(site.briefings))}
    dates = {str(one.facts.date or ""): one.facts.date for one in site.briefings.values()}
    return Catalog(
        languages=site.settings.languages,
        briefings=tuple(_briefing(site, briefing, numbers) for briefing in site.briefings.values()),
        things=(*_things(editions), *_texts(site)),
        dates={key: tuple(edition.localizer.date(date) for edition in editions) for key, date in dates.items()},
        texts={name: number for number, name in enumerate(site.texts, len(site.briefings) + len(entries))},
    )


def _briefing(site: Site, briefing: Briefing, numbers: Mapping[tuple[str, str], int]) -> Row:
    facts = briefing.facts
    about = [(COUNTRY.name, code) for code in briefing.countries("primary")]
    about += [(TOPIC.name, topic) for topic in briefing.topics]
    about += [(kind.name, record.id) for kind in REGISTERED for record in site.register.named_in(kind, briefing.id)]
    aside = [(COUNTRY.name, code) for code in briefing.countries("mentioned")]
    aside += [(TOPIC.name, broader) for topic in briefing.topics for broader in _broader(site, topic)]
    return [
        briefing_path(briefing, site.settings),
        facts.title,
        briefing.lang,
        str(facts.date or ""),
        facts.type or "",
        plain_summary(briefing),
        list(dict.fromkeys(numbers[one] for one in about if one in numbers)),
        list(dict.fromkeys(numbers[one] for one in aside if one in numbers and one not in about)),
        int(briefing.raw),
    ]


def _broader(site: Site, topic: str) -> tuple[str, ...]:
    known = site.vocabulary.topics.get(topic)
    return known.broader if known else ()


def _things(editions: Sequence[Edition]) -> Iterator[Row]:
    """The members of each kind: kind, id, path, names by language, and all other names."""
    site = editions[0].site
    languages = searched_languages(site)
    countries = {
        edition.lang: {code: edition.localizer.country(code) for code in site.entries[COUNTRY.name]} for edition in editions
    }
    for kind in KINDS:
        for entry in site.entries[kind.name].values():
            names = shown_names(site, kind, entry.id, countries)
            others = [name for name in aliases(site, kind, entry.id, languages) if name not in names.values()]
            yield [kind.name, entry.id, entry_path(kind, entry.slug), names, others]


def _texts(site: Site) -> Iterator[Row]:
    """The site's own pages, which have a title in each of their languages."""
    for name, versions in site.texts.items():
        yield [PAGE, name, text_path(name), {lang: text.facts.title for lang, text in versions.items()}, []]
