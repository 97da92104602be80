"""Every spelling by which a text in one language can name a country: from CLDR, from our table, and inflected.

CLDR gives the names of countries, of the larger cities (as examples of time zones) and of languages, whose adjective is
in many languages the country's too ("вьетнамский", "vietnamien").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from babel.core import Locale, UnknownLocaleError, get_global

from briefgen.analysis.inflection import Grammar, Shape, adjective_shape, adjective_shapes, name_shapes
from briefgen.analysis.letters import spelling
from briefgen.model.vocabulary import Country


class Kind(StrEnum):
    """What a spelling is to its country; the value is the last part of the rule's name."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    CITY = "city"
    STEM = "stem"
    EXCLUDED = "excluded"
    CONTEXT = "context"
    AGAINST = "against"


@dataclass(frozen=True)
class Pattern:
    """One spelling: folded `key` to search for, `regex` of its whole form (empty: the key), and how it is `written`."""

    key: str
    written: str
    code: str
    kind: Kind
    ambiguous: bool = False
    regex: str = ""

    @cached_property
    def form(self) -> re.Pattern[str] | None:
        """The compiled regex, made when the key is first met in a text."""
        return re.compile(self.regex) if self.regex else None

    @cached_property
    def capitals(self) -> tuple[bool, ...]:
        """Which words of the name begin with a capital."""
        return tuple(word[0].isupper() for word in words_of(self.written))

    @cached_property
    def is_acronym(self) -> bool:
        """Whether the name is written in capitals throughout, as US or D.R.C."""
        letters = [char for char in self.written if char.isalpha()]
        return 1 < len(letters) <= _LONGEST_ACRONYM and all(char.isupper() for char in letters)


_LONGEST_ACRONYM = 6
# "Lima", "Rome", "Male" and "Bern" are words elsewhere; so are "Medan" and "Lille", "Petra" and "Milan" given names.
_SHORTEST_BORROWED = {Kind.CAPITAL: 5, Kind.CITY: 6}
_SPLIT = re.compile(r"[\s-]+")
_PARENTHESES = re.compile(r"\s*[(（]([^)）]*)[)）]\s*")


def words_of(name: str) -> list[str]:
    """The words of a name, divided by white space and hyphens."""
    return [word for word in _SPLIT.split(name) if word]


def lexicon(lang: str, countries: Mapping[str, Country], grammar: Grammar, english: Grammar) -> tuple[Pattern, ...]:
    """All patterns of a language, without doubles, in the order of their keys."""
    patterns: dict[tuple[str, str, str, Kind], Pattern] = {}
    for code, country in sorted(countries.items()):
        for pattern in (
            *_own(lang, country, grammar),
            *_from_cldr(lang, code, country, grammar),
            *(_borrowed(lang, country, english) if lang != "en" and grammar.borrows else ()),
        ):
            patterns.setdefault((pattern.key, pattern.regex, pattern.code, pattern.kind), pattern)
    return tuple(patterns[key] for key in sorted(patterns))


def _own(lang: str, country: Country, grammar: Grammar) -> Iterator[Pattern]:
    """The spellings of our table."""
    ambiguous = country.ambiguous.get(lang, ())
    make = _Maker(lang, country.code, grammar, _ambiguous(country, lang))
    for name in (*country.aliases.get(lang, ()), *ambiguous, *([country.names[lang]] if lang in country.names else [])):
        yield from make.name(name, Kind.NAME)
    for name in country.capitals.get(lang, ()):
        yield from make.name(name, Kind.CAPITAL)
    for name in country.cities.get(lang, ()):
        yield from make.name(name, Kind.CITY)
    for word in country.demonyms.get(lang, ()):
        yield from make.adjective(word)
    for kind, words in ((Kind.EXCLUDED, country.excluded), (Kind.CONTEXT, country.context), (Kind.AGAINST, country.against)):
        for word in words.get(lang, ()):
            yield Pattern(spelling(word, lang), word, country.code, kind)


def _from_cldr(lang: str, code: str, country: Country, grammar: Grammar) -> Iterator[Pattern]:
    """The spellings CLDR has for a country: its name, its language's adjective, its larger cities."""
    cldr = _cldr(lang)
    if cldr is None:
        return
    make = _Maker(lang, code, grammar, _ambiguous(country, lang))
    for name in _variants(cldr.territories.get(code, "")):
        yield from make.name(name, Kind.NAME)
        for shape in adjective_shapes(spelling(name, lang), grammar):
            yield make.pattern(shape, shape.key, Kind.STEM)
    for language, nation in grammar.languages.items():
        if code in nation and language in cldr.languages:
            yield from make.adjective(cldr.languages[language].lower())
    for city, kind in _cldr_cities(cldr, country):
        yield from make.name(city, kind)


def _ambiguous(country: Country, lang: str) -> frozenset[str]:
    """The ambiguous names of a country in a language or, for a variety of one, in that language."""
    names = country.ambiguous.get(lang) or country.ambiguous.get(lang.partition("-")[0], ())
    return frozenset(spelling(name, lang) for name in names)


def _cldr_cities(cldr: Locale, country: Country) -> Iterator[tuple[str, Kind]]:
    """CLDR's names of the cities that our table has in English, and what they are to their country."""
    kinds = dict.fromkeys(country.cities.get("en", ()), Kind.CITY)
    kinds |= dict.fromkeys(country.capitals.get("en", ()), Kind.CAPITAL)
    kinds |= dict.fromkeys(country.aliases.get("en", ()), Kind.NAME)
    for zone in _zones().get(country.code, ()):
        city = cldr.time_zones.get(zone, {}).get("city", "")
        kind = kinds.get(_ZONE_CITIES.get(zone, zone.rpartition("/")[2].replace("_", " ")))
        if city and kind:
            yield city, kind


def _borrowed(lang: str, country: Country, english: Grammar) -> Iterator[Pattern]:
    """English capitals, cities and acronyms, as texts in other languages write them in Latin letters."""
    make = _Maker("en", country.code, english, _ambiguous(country, lang))
    for names, kind in ((country.capitals, Kind.CAPITAL), (country.cities, Kind.CITY)):
        for name in names.get("en", ()):
            if len(name) >= _SHORTEST_BORROWED[kind]:
                plain = spelling(name, "en")
                yield make.pattern(Shape(plain), name, kind, ambiguous=plain in make.ambiguous)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the patterns of one country in one language."""

    lang: str
    code: str
    grammar: Grammar
    ambiguous: frozenset[str]

    def name(self, name: str, kind: Kind) -> Iterator[Pattern]:
        """A proper name in all its forms."""
        plain = spelling(name, self.lang)
        if not plain:
            return
        for shape in name_shapes(plain, self.grammar):
            yield self.pattern(shape, name.removeprefix(self.grammar.article), kind, ambiguous=plain in self.ambiguous)
        for form in self.grammar.irregular.get(name, ()):
            yield self.pattern(Shape(spelling(form, self.lang)), form, kind)

    def adjective(self, word: str) -> Iterator[Pattern]:
        """An adjective or a people's name in all its forms."""
        plain = spelling(word, self.lang)
        shape = adjective_shape(plain, self.grammar) if self.grammar.adjective_endings else Shape(plain)
        yield self.pattern(shape, word, Kind.DEMONYM, ambiguous=plain in self.ambiguous)

    def pattern(self, shape: Shape, written: str, kind: Kind, *, ambiguous: bool = False) -> Pattern:
        """One pattern."""
        return Pattern(shape.key, written, self.code, kind, ambiguous, shape.regex)


# Zones whose identifier does not spell their city as our table does.
_ZONE_CITIES = {
    "Asia/Saigon": "Ho Chi Minh City",
    "Asia/Calcutta": "Kolkata",
    "Asia/Katmandu": "Kathmandu",
    "Asia/Rangoon": "Yangon",
}


@lru_cache(maxsize=1)
def _zones() -> Mapping[str, tuple[str, ...]]:
    """CLDR's time zones by country."""
    zones: dict[str, list[str]] = {}
    for zone, code in get_global("zone_territories").items():
        zones.setdefault(code, []).append(zone)
    return {code: tuple(sorted(names)) for code, names in zones.items()}


def _cldr(lang: str) -> Locale | None:
    """CLDR's data for a language, or None."""
    try:
        return Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def _variants(name: str) -> Iterable[str]:
    """The spellings inside one CLDR name: "Myanmar (Burma)" is two, "Congo - Kinshasa" may lose its spaces."""
    if not name:
        return ()
    inside = _PARENTHESES.findall(name)
    outside = _PARENTHESES.sub(" ", name).strip()
    variants = [outside, *(part for part in inside if part[0].isalpha() and part.upper() != part)]
    variants += [variant.replace(" - ", "-") for variant in variants if " - " in variant]
    return dict.fromkeys(variants)
