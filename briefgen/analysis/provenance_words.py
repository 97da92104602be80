"""The words of `data/provenance.yaml`, compiled: notes of translation, the languages of addresses and of agencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

import regex
from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from briefgen.analysis.cues import Cued, Cues

_LANGUAGES: Final = (
    "vi",
    "en",
    "ja",
    "zh",
    "ko",
    "ru",
    "fr",
    "de",
    "es",
    "pt",
    "id",
    "th",
    "lo",
    "km",
    "my",
    "mn",
    "ar",
    "fa",
    "tr",
    "uk",
    "az",
    "it",
    "pl",
)
"""Languages that a note may name as that of the original."""


class ProvenanceWords:
    """What notes, addresses and agencies say of the language in which a text was first written."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take `data/provenance.yaml`, whose head explains its keys."""
        self._table = table
        self._cues = Cues()
        self.machine = self._cues.watch(regex.compile("|".join(map(regex.escape, table["machine"])), regex.I))
        self.slugs: Mapping[str, frozenset[str]] = {lang: frozenset(words) for lang, words in table["slugs"].items()}
        self.agencies: Mapping[str, str] = {name: lang for lang, names in table["agencies"].items() for name in names}
        self._marks: Mapping[str, frozenset[str]] = {lang: frozenset(map(str, marks)) for lang, marks in table["marks"].items()}

    def marks(self, lang: str) -> frozenset[str]:
        """Parts of an address that mark an edition in a language."""
        return self._marks.get(lang, frozenset({lang}))

    @cached_property
    def translators(self) -> Cued:
        """What stands before the name of a translator."""
        pattern = "|".join(item for items in self._table["translator"].values() for item in items)
        return self._cues.watch(regex.compile(pattern, regex.I))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The languages by their names in English, Japanese and Vietnamese, in lower case (CLDR)."""
        found = {}
        for lang in self._table["from"]:
            for code in _LANGUAGES:
                name = str(Locale(lang).languages.get(code, "")).lower()
                found[name] = code
        return {name: code for name, code in found.items() if name}

    @cached_property
    def originals(self) -> Cued:
        """Notes that name the original language, in the group `language`."""
        names = "|".join(regex.escape(name) for name in sorted(self.names, key=lambda name: (-len(name), name)))
        notes = (note for items in self._table["from"].values() for note in items)
        return self._cues.watch(
            *(regex.compile(note.replace("{language}", f"(?P<language>{names})"), regex.I) for note in notes)
        )


def official_languages(territory: str) -> tuple[str, ...]:
    """The official languages of a territory (ISO 3166), as CLDR has them; none for an unknown one."""
    try:
        return tuple(_plain(get_official_languages(territory, de_facto=True))) if territory else ()
    except (UnknownLocaleError, KeyError):
        return ()


def _plain(languages: tuple[str, ...]) -> Iterator[str]:
    yield from (lang.partition("_")[0] for lang in languages)
