"""One language of the interface: its strings, names, dates, lists and order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as calendar_date
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from briefgen.kinds import COUNTRY, Kind
from briefgen.model.edtf import Edtf
from briefgen.model.vocabulary import Vocabulary
from briefgen.rendering.collation import Collation, collation
from briefgen.rendering.dates import format_edtf
from briefgen.rendering.labels import LABELS

_LOCALES: Final = {"en": "en_GB"}
"""Languages whose dates and numbers follow a country: briefings write "16 October 2025" in English."""

_KEPT: Final = 50_000
"""Dates, numbers and lists kept in words: those of a large site, each of which stands on many pages."""


@dataclass(frozen=True, slots=True)
class Localizer:
    """Says things in one language of the interface.

    `strings` has the forms of each English string, `countries` and `topics` the names of those that have one, by code or id.
    """

    lang: str
    locale: Locale
    strings: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, str]
    topics: Mapping[str, str]
    order: Collation

    def text(self, message: str, **values: object) -> str:
        """An interface string, with `{name}` places filled; the English one where the catalog has none."""
        translated = self.strings.get(message, (message,))[0] or message
        return translated.format(**values) if values else translated

    def count(self, one: str, many: str, number: int) -> str:
        """An interface string for a number of things: `{n}` stands for it in both forms."""
        forms = self.strings.get(one, (one, many))
        form = forms[0] if number == 1 or len(forms) == 1 else forms[-1]
        return form.format(n=self.number(number))

    def forms(self, one: str, many: str) -> tuple[str, str]:
        """The forms of `count` for one thing and for many, with their `{n}`, for scripts that count on the page."""
        forms = self.strings.get(one, (one, many))
        return forms[0], forms[-1]

    def label(self, value: str | None) -> str:
        """The name of an allowed value of the front matter ("in-force" → "In force")."""
        return self.text(LABELS.get(value, value)) if value else ""

    def number(self, value: int) -> str:
        """A whole number with the language's grouping."""
        return _number(value, self.lang)

    def date(self, value: Edtf | None) -> str:
        """A date as precise as stated; "undated" when there is none, with a note when the year is not stated."""
        if value is None:
            return self.text("undated")
        written = _date(value, self.lang)
        return written if value.is_dated else self.text("{date} (year not stated)", date=written)

    def span(self, first: Edtf | None, last: Edtf | None) -> str:
        """From one date to another, either of which may be open: "2016 – April 2024", "from July 2024"."""
        if first and last:
            return self.date(first) if first == last else f"{self.date(first)} – {self.date(last)}"
        if first:
            return self.text("from {date}", date=self.date(first))
        return self.text("until {date}", date=self.date(last)) if last else ""

    def day(self, value: calendar_date) -> str:
        """A calendar day."""
        return self.date(Edtf.of_day(value))

    def list(self, items: Iterable[str]) -> str:
        """Several things in a row: "a, b and c"."""
        return _list(tuple(items), self.lang)

    def name(self, kind: Kind, key: str) -> str:
        """The name of a country or topic; the English one, then the id, where the language has none."""
        return self.country(key) if kind is COUNTRY else self.topic(key)

    def country(self, code: str) -> str:
        """The name of a country: the vocabulary's, else CLDR's; its code where neither has one."""
        return self.countries.get(code, code)

    def topic(self, key: str) -> str:
        """The name of a topic: that of the language, else the English one, else its id."""
        return self.topics.get(key, key)

    def language(self, tag: str) -> str:
        """The name of a language (BCP 47)."""
        return str(self.locale.languages.get(tag.partition("-")[0].lower(), tag))


def localizer(lang: str, vocabulary: Vocabulary) -> Localizer:
    """The localizer of an interface language."""
    locale = _locale(lang)
    own = {code: known.names[lang] for code, known in vocabulary.countries.items() if lang in known.names}
    topics = {key: known.names.get(lang) or known.names.get("en") or key for key, known in vocabulary.topics.items()}
    return Localizer(lang, locale, _strings(lang), {**locale.territories, **own}, topics, collation(lang))


@lru_cache(maxsize=_KEPT)
def own_name(code: str, lang: str) -> str:
    """A country's or language's name in another language, empty where CLDR does not know the language."""
    try:
        return str(Locale.parse(lang.partition("-")[0]).territories.get(code, ""))
    except (UnknownLocaleError, ValueError):
        return ""


@cache
def language_name(lang: str) -> str:
    """A language's name in itself: "日本語", "Tiếng Việt"; its tag where CLDR does not know it."""
    try:
        name = str(Locale.parse(lang, sep="-").get_display_name() or lang)
    except (UnknownLocaleError, ValueError):
        return lang
    return name[:1].upper() + name[1:]


@cache
def _locale(lang: str) -> Locale:
    return Locale.parse(_LOCALES.get(lang, lang))


@lru_cache(maxsize=_KEPT)
def _date(value: Edtf, lang: str) -> str:
    return format_edtf(value, _locale(lang))


@lru_cache(maxsize=_KEPT)
def _number(value: int, lang: str) -> str:
    return str(format_decimal(value, locale=_locale(lang)))


@lru_cache(maxsize=_KEPT)
def _list(items: tuple[str, ...], lang: str) -> str:
    return str(format_list(items, locale=_locale(lang)))


@cache
def _strings(lang: str) -> Mapping[str, tuple[str, ...]]:
    """The catalog of a language by English string; English needs none."""
    if lang == "en":
        return {}
    data = files("briefgen").joinpath("locale", f"{lang}.po").read_bytes()
    catalog = read_po(BytesIO(data), locale=lang)
    strings: dict[str, tuple[str, ...]] = {}
    for message in catalog:
        key = message.id[0] if isinstance(message.id, tuple | list) else message.id
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if key and any(forms):
            strings[str(key)] = tuple(str(form) for form in forms)
    return strings
