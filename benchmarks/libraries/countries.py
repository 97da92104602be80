"""Peers that find countries in a text: flashgeotext and geotext."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any, Final

from babel import Locale

from benchmarks.libraries.peer import LANGUAGES, Finder, Given, Peer
from briefgen.text import fold

NO_COUNTRIES: Final = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of CLDR's territories that are no country: unions, outlying islands, pseudo-locales, "unknown"."""

_ISO_CODE: Final = re.compile("[A-Z]{2}")

OTHER_NAMES: Final = {
    "The Bahamas": "BS",
    "Czech Republic": "CZ",
    "Democratic Republic of Congo": "CD",
    "East Timor": "TL",
    "Ivory Coast": "CI",
    "Myanmar": "MM",
    "Palestine": "PS",
    "Republic of Congo": "CG",
    "Saint Kitts and Nevis": "KN",
    "Saint Vincent and the Grenadines": "VC",
    "Turkey": "TR",
}
"""Names in flashgeotext's data that CLDR spells otherwise, and their ISO 3166-1 codes."""


def country_names(lang: str) -> dict[str, str]:
    """ISO 3166-1 code → name of each country in a language, by CLDR (through Babel)."""
    territories = ((str(code), str(name)) for code, name in Locale(lang).territories.items())
    return {code: name for code, name in territories if _ISO_CODE.fullmatch(code) and code not in NO_COUNTRIES}


def codes_of(names: Iterable[str], lang: str) -> tuple[str, ...]:
    """The codes of those names that are a country's in this language, each once, in their order."""
    known = {_key(name): code for code, name in country_names(lang).items()}
    known |= {_key(name): code for name, code in OTHER_NAMES.items()} if lang == "en" else {}
    return tuple(dict.fromkeys(known[_key(name)] for name in names if _key(name) in known))


def with_synonyms(names: Mapping[str, str], synonyms: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Code → its name and, where it is listed under a name of this country, its synonyms: flashgeotext's form of data."""
    data = {code: [name] for code, name in names.items()}
    for name, others in synonyms.items():
        for code in codes_of([name], "en"):
            data[code] += others
    return data


def iso_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Codes of geotext as those of ISO 3166-1, each once: its data say UK for GB."""
    return tuple(dict.fromkeys({"UK": "GB"}.get(code, code) for code in codes))


def as_countries(codes: Iterable[str]) -> dict[str, Any]:
    """Codes in the form of `analyze --json`; which countries an article is about, no peer says."""
    return {"countries": [{"code": code, "role": "mentioned"} for code in codes]}


def _key(name: str) -> str:
    return fold(name.replace("&", " and ").replace("St.", "Saint")).removeprefix("the ")


def _flashgeotext() -> Finder:
    """Its own data and default configuration.

    Case-sensitive, as `GeoTextConfiguration` has it: names without case ("chad", "turkey") are words. Of its two lists only
    countries count: cities.json tells no country of a city.
    """
    geotext = import_module("flashgeotext.geotext").GeoText()

    def find(given: Given) -> dict[str, Any]:
        return as_countries(codes_of(geotext.extract(given.text)["countries"], "en"))

    return find


def _flashgeotext_with_names() -> Finder:
    """Names of CLDR in the article's language, in English with its own synonyms: "bring your own data" of its README.

    Its `script` adds letters to those at which no word may end (flashgeotext#13). Japanese has none: scripts.json knows neither
    kana nor kanji, and text without spaces needs every character to end a word.
    """
    lookup, geotext = import_module("flashgeotext.lookup"), import_module("flashgeotext.geotext")
    own = lookup.load_data_from_file(file=import_module("flashgeotext.settings").DEMODATA_COUNTRIES)
    config = import_module("flashgeotext.config").GeoTextConfiguration(use_demo_data=False)
    finders = {}
    for lang in LANGUAGES:
        script = {} if lang == "ja" else {"script": "latin"}
        names = with_synonyms(country_names(lang), own if lang == "en" else {})
        finders[lang] = geotext.GeoText(config)
        finders[lang].add(lookup.LookupData(name="countries", data=names, **script))

    def find(given: Given) -> dict[str, Any]:
        return as_countries(finders[given.lang].extract(given.text)["countries"])

    return find


def _geotext() -> Finder:
    """`country_mentions`, its documented answer: countries, nationalities, and cities with their country."""
    geotext = import_module("geotext").GeoText

    def find(given: Given) -> dict[str, Any]:
        return as_countries(iso_codes(geotext(given.text).country_mentions))

    return find


def _geotext_without_cities() -> Finder:
    """Countries and nationalities alone: its cities are often names of people ("Valencia") or words of other languages."""
    geotext = import_module("geotext").GeoText

    def find(given: Given) -> dict[str, Any]:
        found, index = geotext(given.text), geotext.index
        countries = [index.countries[name.lower()] for name in found.countries]
        return as_countries(iso_codes([*countries, *(index.nationalities[name.lower()] for name in found.nationalities)]))

    return find


COUNTRY_PEERS: Final = (
    Peer("flashgeotext", ("countries",), LANGUAGES, "pip install flashgeotext", _flashgeotext),
    Peer("flashgeotext + CLDR names", ("countries",), LANGUAGES, "pip install flashgeotext", _flashgeotext_with_names),
    Peer("geotext", ("countries",), LANGUAGES, "pip install geotext", _geotext),
    Peer("geotext without cities", ("countries",), LANGUAGES, "pip install geotext", _geotext_without_cities),
)
"""What finds countries; both libraries ship English names only."""
