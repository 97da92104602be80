"""Finds instruments in the sentences of one language: by their words, and the known ones by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, cast

import regex

from briefgen.analysis.cues import Cues
from briefgen.analysis.english_instruments import EnglishInstruments
from briefgen.analysis.instrument import Instrument
from briefgen.analysis.instrument_words import InstrumentWords
from briefgen.analysis.japanese_instruments import JapaneseInstruments
from briefgen.analysis.vietnamese_instruments import VietnameseInstruments
from briefgen.analysis.wording import WordFinder
from briefgen.model.frontmatter import AgreementKind
from briefgen.model.vocabulary import Agreement

_BODY = regex.compile(r"\s?(?:secretariat|事務局)", regex.IGNORECASE)  # "the CITES Secretariat" is a body
_OF = ("の", "間の", "との間の", "間", "との", "-")


class _Reader(Protocol):
    def find(self, text: str, start: int, end: int, *, made: bool) -> Iterator[Instrument]:
        """The instruments that a sentence names; `made` if it says that one is made."""


class Instruments:
    """Finds instruments; `words` is None in a language without words, in which only known names are found."""

    def __init__(self, table: Mapping[str, Any], own: Mapping[str, Agreement], lang: str, cues: Cues) -> None:
        """Take `data/agreements.yaml`, the agreements of the vocabulary, the language, and its cues."""
        self.lang = lang
        self.words = InstrumentWords(table[lang], lang, cues) if lang in table and lang != "known" else None
        self._reader = _reader(self.words, lang)
        self._known = {**{key: _shipped(key, entry) for key, entry in table["known"].items()}, **own}
        names = [(name, key) for key, one in self._known.items() for name in (*one.names.values(), *one.aliases)]
        self._finder = WordFinder(names, lang)
        self._latest = ""
        self._known_ones: tuple[Instrument, ...] = ()

    def may_name(self, text: str, start: int, end: int) -> bool:
        """Whether the sentence `text[start:end]` holds a word for instruments or a known name; quick to tell."""
        return bool(self.words and self.words.head.may_match(text, start, end)) or any(self._named(text, start, end))

    def find(
        self, text: str, start: int, end: int, countries: Sequence[tuple[int, int]], lead: tuple[int, int] | None = None
    ) -> tuple[Instrument, ...]:
        """The instruments that the sentence `text[start:end]` names, in reading order; the longer of two that overlap.

        A known name beside another one ("…, known as the Hanoi Convention") and in it makes that one known too. `lead` is
        the paragraph that announces the list in which the sentence stands; what it says holds for the list.
        """
        known = list(self._named(text, start, end))
        made = self._is_made(text, (start, end), lead)
        read = [] if self._reader is None else list(self._reader.find(text, start, end, made=made))
        read = [self._without(text, countries, one) for one in read]
        kept = [one for one in known if not any(_inside(one, other) for other in known)]
        kept += [one for one in read if not any(one.start < other.end and other.start < one.end for other in known)]
        return tuple(self._joined(text, sorted(kept, key=lambda one: one.start)))

    def kind_of(self, instrument: Instrument) -> AgreementKind:
        """The kind of an instrument, as the vocabulary has it if it is known."""
        known = self._known.get(instrument.known)
        if known and known.kind:
            return known.kind
        formal = self.words.formal if self.words else ()
        is_treaty = instrument.kind == "agreement" and any(word in instrument.name.lower() for word in formal)
        return "treaty" if is_treaty else instrument.kind

    def parties_of(self, known: str) -> tuple[str, ...]:
        """The parties of a known instrument; empty if it is open to all."""
        return self._known[known].parties if known else ()

    def _is_made(self, text: str, *spans: tuple[int, int] | None) -> bool:
        """Whether a sentence, or the one before its list, says that an instrument is made."""
        return self.words is not None and any(self.words.made.search(text, *span) for span in spans if span)

    def _named(self, text: str, start: int, end: int) -> Iterator[Instrument]:
        """The known instruments named in `text[start:end]`; the text is read once for all its sentences."""
        self._read_once(text)
        return (one for one in self._known_ones if start <= one.start and one.end <= end)

    def _read_once(self, text: str) -> None:
        """Read a text as a whole before its sentences are read."""
        if self._latest != text:
            self._latest, self._known_ones = text, tuple(self._known_in(text))

    def _known_in(self, text: str) -> Iterator[Instrument]:
        for hit in self._finder.find(text):
            if _BODY.match(text, hit.end):
                continue
            kind = self._known[hit.value].kind or "agreement"
            yield Instrument(text[hit.start : hit.end], hit.start, hit.end, kind, "agreements/known", hit.value)

    def _joined(self, text: str, found: Sequence[Instrument]) -> Iterator[Instrument]:
        """Two names side by side are one instrument's: "… Convention, known as the … Convention"."""
        previous: Instrument | None = None
        for one in found:
            if previous and not one.known and self.words and previous.kind == one.kind:
                between = self.words.also.fullmatch(text, previous.end, one.start)
                if between and between[0].strip(" ,、。」』") not in {"", "the"}:
                    one = replace(one, known=previous.known, means=previous.name)  # noqa: PLW2901  the same place, now joined
            yield one
            previous = one

    @staticmethod
    def _without(text: str, countries: Sequence[tuple[int, int]], one: Instrument) -> Instrument:
        """An instrument without the countries before its name: ベトナムとラオスの引渡し条約."""
        start = one.start
        for first, last in sorted(countries):
            joint = next((word for word in _OF if text.startswith(word, last)), "と" if text.startswith("と", last) else "")
            if first == start and joint and last + len(joint) < one.end and one.name == text[one.start : one.end]:
                start = last + len(joint)
        if start == one.start or len(text[start : one.end]) <= len("条約"):
            return one
        return replace(one, name=text[start : one.end], start=start)


def _inside(one: Instrument, other: Instrument) -> bool:
    return (
        one is not other and other.start <= one.start and one.end <= other.end and one.end - one.start < other.end - other.start
    )


def _reader(words: InstrumentWords | None, lang: str) -> _Reader | None:
    readers = {"en": EnglishInstruments, "ja": JapaneseInstruments, "vi": VietnameseInstruments}
    return cast("_Reader", readers[lang](words)) if words and lang in readers else None


def _shipped(key: str, entry: Mapping[str, Any]) -> Agreement:
    return Agreement(key, entry["names"], tuple(entry.get("aliases", ())), entry.get("kind"))
