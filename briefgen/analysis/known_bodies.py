"""Bodies known by name: those of the vocabulary, and the international ones of `data/organizations.yaml`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final

from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.organization_mention import OrganizationMention
from briefgen.analysis.wording import Hit, WordFinder
from briefgen.model.vocabulary import Organization
from briefgen.text import fold

_REACH: Final = 24
"""Characters around a name in which a word makes it part of an instrument: "United Nations Convention"."""

_HOLDERS: Final = frozenset("長員次")
"""Signs that make a holder of office of a body's name: 国家安全保障局長."""


class KnownBodies:
    """Finds known bodies in the texts of one language."""

    def __init__(
        self,
        shipped: Mapping[str, Mapping[str, Any]],
        own: Mapping[str, Organization],
        instruments: Sequence[str],
        lang: str,
    ) -> None:
        """Take the shipped bodies, those of the vocabulary, and the words that make a name part of an instrument."""
        self._names: dict[str, str] = {}
        self._countries = {key: str(entry.get("country", "")) for key, entry in shipped.items()}
        self._countries |= {key: entry.country for key, entry in own.items()}
        words: list[tuple[str, tuple[str, str]]] = []
        for key, names, acronyms in (*_shipped(shipped), *_own(own)):
            words += [(name, (key, "")) for name in names if name not in acronyms]
            words += [(acronym, (key, acronym)) for acronym in acronyms]
            self._names |= {fold(name): key for name in (*names, *acronyms)}
        self._finder = WordFinder(words, lang)
        self._latest: tuple[str, tuple[Hit[tuple[str, str]], ...]] = ("", ())
        self._instruments = tuple(word.lower() for word in instruments)
        self._lang = lang

    def find(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[OrganizationMention]:
        """The known bodies named in `text[start:end]`; where letters stand for a country too, the country is meant."""
        named = {(mention.start, mention.end) for mention in mentions}
        for hit in self._hits(text, start, end):
            first, last = hit.start, hit.end
            key, acronym = hit.value
            name = text[first:last]
            if (
                (first, last) in named
                or text[last : last + 1] in _HOLDERS
                or self._is_instrument(text, first, last)
                or _is_small(name, acronym)
            ):
                continue
            yield OrganizationMention(name, first, last, "organizations/known", name, acronym, known=key, last=last)

    def _hits(self, text: str, start: int, end: int) -> Iterator[Hit[tuple[str, str]]]:
        """What is named in `text[start:end]`; the text is read once for all its blocks."""
        if self._latest[0] != text:
            self._latest = (text, tuple(sorted(self._finder.find(text), key=lambda hit: hit.start)))
        hits = self._latest[1]
        first, last = (bisect_left(hits, place, key=_START) for place in (start, end))
        return (hit for hit in hits[first:last] if hit.end <= end)

    def id_of(self, mention: OrganizationMention) -> str:
        """The id of the body with a mention's name, unless the text gives it another country; or ""."""
        for name in (mention.name, mention.bare):
            key = self._names.get(fold(name), "")
            if key and (not mention.country or self._countries[key] in {"", mention.country}):
                return key
        return ""

    def country_of(self, key: str) -> str:
        """The country of a known body, or ""."""
        return self._countries.get(key, "")

    def _is_instrument(self, text: str, start: int, end: int) -> bool:
        before, after = text[max(0, start - _REACH) : start].lower().rstrip(), text[end : end + _REACH].lower().lstrip()
        if self._lang == "vi":
            return before.endswith(self._instruments)
        return after.startswith(self._instruments)


_START: Final = attrgetter("start")


def _is_small(name: str, acronym: str) -> bool:
    """Whether a name that should be capitalized stands in small letters."""
    return not acronym and name[:1].islower()


def _shipped(entries: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, list[str], list[str]]]:
    for key, entry in entries.items():
        yield key, [*entry["names"].values(), *entry.get("aliases", ())], list(entry.get("acronyms", ()))


def _own(entries: Mapping[str, Organization]) -> Iterator[tuple[str, list[str], list[str]]]:
    for key, entry in entries.items():
        acronyms = [acronym for per_language in entry.acronyms.values() for acronym in per_language]
        yield key, [*entry.names.values(), *entry.aliases], acronyms
