"""Where an event takes place: the destination of a visit, or the place that a preposition or particle marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import regex

from briefgen.analysis.actors import Actors
from briefgen.analysis.document import Sentence
from briefgen.analysis.event_words import CueHit, EventWords
from briefgen.analysis.gazetteer import Mention

_REACH: Final = 30  # letters between "a visit to" and the name of the country: "the Republic of", "nước Cộng hòa"
_NEAR: Final = 150  # letters between the words of an event and its place
_NEAR_UNSPACED: Final = 90
_LONG: Final = 2  # times as far the only place of a sentence may stand
_OPEN: Final = {"conference", "ceremony"}  # in Japanese their place may follow; that of a meeting stands before it
_BEFORE: Final = 3  # signs between the name of a country and を訪問
_TOWN: Final = regex.compile(
    r"(?:の|(?=[東西南北中]))(?:[東西南北中]{1,2}部)?の?(?:首都|港町|都市)?の?(\p{Katakana}[\p{Katakana}ー・]+)"
)
_WITHIN: Final = regex.compile("(?:都|市|県)内")
_NAME: Final = regex.compile(r"\p{Lu}[\p{L}’'-]*(?:(?: (?:of|des|de|du|del|da|la|al))? \p{Lu}[\p{L}’'-]*){0,3}")
_BETWEEN: Final = regex.compile(r"[\s\p{Ll}’',-]*(?:Republic|Kingdom|State|Federation|Cộng hòa|Vương quốc)?[\s\p{Ll}-]*")


@dataclass(frozen=True)
class EventPlaces:
    """Reads the places of events."""

    actors: Actors
    words: EventWords
    japanese: bool

    @cached_property
    def text(self) -> str:
        """The cleaned text."""
        return self.actors.document.text

    def destination(self, cue: CueHit) -> Mention | None:
        """Where the country or city stands that a visit goes to; None if none stands where it should."""
        for mention in self.actors.mentions:
            if self.japanese:
                gap = self.text[mention.end : cue.start]
                fits = 0 <= cue.start - mention.end <= _BEFORE and gap in {"", "共和国", "王国", "側"}
            else:
                gap = self.text[cue.end : mention.start]
                fits = 0 <= mention.start - cue.end <= _REACH and bool(_BETWEEN.fullmatch(gap))
            if fits and mention.rule not in {"countries/demonym", "countries/stem"}:
                return mention
        return None

    def of(self, cue: CueHit, sentence: Sentence) -> str:
        """The place of an event as written, or "": the marked one nearest to its words."""
        last = sentence.end if cue.kind in _OPEN or cue.form == "each" else cue.start
        found = [
            (max(cue.start - stop, start - cue.end, 0), self.text[start:stop])
            for start, stop in (self._before(sentence.start, last) if self.japanese else self._after(cue, sentence))
        ]
        reach = _NEAR_UNSPACED if self.japanese else _NEAR
        near = [place for place in found if place[0] <= reach]
        near += [place for place in found if len(found) == 1 and place[0] <= _LONG * reach]  # behind long titles of office
        return min(near, default=(0, ""))[1]

    def is_place(self, start: int, end: int) -> bool:
        """Whether words only say where something is: "in Austria"."""
        if self.japanese:
            return self.text.startswith(("で", "にお", "国内", "を訪", "に到"), end)
        return any(stop == start for _, stop in self.words.places(self.text, max(0, start - _REACH), start))

    def _after(self, cue: CueHit, sentence: Sentence) -> list[tuple[int, int]]:
        """Names with capitals behind a preposition, if the gazetteer or their form shows them to be places."""
        found = []
        end = self.words.stops(self.text, cue.end, sentence.end)  # what was said there names other places
        for _, stop in self.words.places(self.text, sentence.start, end):
            name = _NAME.match(self.text, stop)
            if name and not self._is_other(name.start(), name.end()):
                found.append(name.span())
        return found

    def _before(self, first: int, last: int) -> list[tuple[int, int]]:
        """Cities and countries of the gazetteer before a Japanese particle of place, down to the town: モロッコのマラケシュ."""
        marks = dict(self.words.places(self.text, first, last))
        inside = (m for m in self.actors.mentions if first <= m.start < last and m.end in marks)
        return [self._narrowed(m.start, m.end, marks[m.end]) for m in inside]

    def _narrowed(self, start: int, end: int, stop: int) -> tuple[int, int]:
        town = _TOWN.match(self.text, end, stop)
        within = _WITHIN.match(self.text, end, stop)
        return town.span(1) if town else (start, within.end() if within else end)

    def _is_other(self, start: int, end: int) -> bool:
        """Whether a name is that of a person, a body, a people or a month: "in October", "at Siemens"."""
        if self.actors.people_in(start, end) or self.actors.bodies_in(start, end):
            return True
        if any(person.start <= start < person.end for person in self.actors.people):  # "Ambassador to Peru Jane Miller"
            return True
        named = any(m.start <= start < m.end and m.rule == "countries/demonym" for m in self.actors.mentions)
        return named or self.words.begins("no_place", self.text, start)
