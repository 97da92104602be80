"""Sentences that introduce an event: what kind, who takes part, where and when; everything else is left to one's reading.

A sentence that names one side is `one_sided`; `hosts` knows whom it leaves out. Earlier meetings, wishes and invitations are no
events (`background`), and what is to come is one only with its date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from briefgen.analysis.actors import Actor, Actors
from briefgen.analysis.document import Sentence
from briefgen.analysis.event_places import EventPlaces
from briefgen.analysis.event_words import CueHit, EventWords
from briefgen.analysis.text_dates import NEAR, TextDate
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import EventKind

_HONORIFIC: Final = 14  # signs between a name and と会談 in Japanese: 大臣, 氏, 国防大臣
_UNNAMED: Final = 40  # signs between a country and と会談 whose office-holder is not named
_TOPIC: Final = 60  # signs between 会談で、 and the は of who speaks
_TALKS: Final = ("meeting", "call")
_TOPICS: Final = ("は", "が", "も")


@dataclass(frozen=True, slots=True)
class Introduction:
    """A sentence that introduces an event of `kind`, with those who take part, in the order in which they are named."""

    kind: EventKind
    sentence: Sentence
    cue: CueHit
    people: tuple[Actor, ...]
    countries: tuple[str, ...]
    place: str
    date: Edtf | None

    @property
    def one_sided(self) -> bool:
        """Whether it leaves a party of a meeting or call out."""
        return self.kind in _TALKS and len(self.parties) <= 1

    @property
    def parties(self) -> frozenset[tuple[str, str]]:
        """Who takes part, as name and country; a country whose people are not named has no name."""
        named = {(actor.name, actor.country) for actor in self.people}
        codes = {country for _, country in named}
        return frozenset(named | {("", code) for code in self.countries if code not in codes})


@dataclass(frozen=True)
class Introductions:
    """Reads the introductions of one document; `dates` are those of its text, `published` its date."""

    actors: Actors
    words: EventWords
    dates: Sequence[TextDate]
    published: Edtf | None
    japanese: bool
    encounters: frozenset[int]

    @cached_property
    def text(self) -> str:
        """The cleaned text."""
        return self.actors.document.text

    def of(self, sentence: Sentence) -> Iterator[Introduction]:
        """The introductions of a sentence."""
        cues = self.words.cues(self.text, sentence.start, sentence.end)
        for cue in cues:
            begin, end = self.words.clause(self.text, sentence.start, sentence.end, cue)
            if cue.kind != "ceremony" and self._is_background(cue, sentence.start, begin, end):
                continue
            date = self._date(cue, cues, sentence)
            if self._is_old(date):
                continue
            ahead = cue.kind == "ceremony" or self.words.has("ahead", self.text, begin, end)
            if ahead and (date is None or date.told):
                continue
            introduction = self._read(cue, cues, sentence, date.value if date else None)
            if introduction:
                yield introduction

    def tells_aside(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of another visit or meeting, not of the wish for one."""
        span = self.text, sentence.start, sentence.end
        return self.words.has("aside", *span) and not self.words.has("background", *span)

    def _read(self, cue: CueHit, cues: Sequence[CueHit], sentence: Sentence, date: Edtf | None) -> Introduction | None:
        """The introduction that a cue makes, or None if it names too little."""
        places = EventPlaces(self.actors, self.words, self.japanese)
        if cue.kind == "ceremony":
            return Introduction("signing", sentence, cue, (), (), places.of(cue, sentence), date)
        if cue.kind == "visit":
            return self._visit(cue, sentence, date, places)
        spans = self._spans(cue, cues, sentence)
        people = self._people(cue, spans)
        made = Introduction(_kind(cue), sentence, cue, people, (), places.of(cue, sentence), date)
        near = tuple((start, min(stop, cue.end)) for start, stop in spans) if self.japanese else spans
        made = replace(made, countries=self._countries(near, people, places))
        if cue.kind == "umbrella":
            return made
        if cue.kind == "conference":
            before = tuple(actor for actor in people if actor.start < cue.start)
            countries = self._countries(((sentence.start, cue.end),), before, places)
            return replace(made, people=before, countries=countries) if made.place or date else None
        if cue.kind == "signing":
            return made if made.parties or self.actors.bodies_in(sentence.start, sentence.end) else None
        return made if self._is_encounter(cue, made) else None

    def _is_encounter(self, cue: CueHit, made: Introduction) -> bool:
        """Whether those who meet stand where the words ask for them: two sides, or at least the one met."""
        if not made.parties:
            return self.words.has("both", self.text, made.sentence.start, cue.start)
        bodies = len(made.countries) > 1 and not cue.form and self.actors.bodies_in(made.sentence.start, cue.start)
        if not (cue.form == "along" or self._is_official(made) or (made.people and made.countries) or bodies):
            return False
        if cue.form == "each":
            return len(made.parties) > 1
        if self.japanese:
            return self._attached(cue)
        if cue.form and not self._follows(cue, made):
            return False
        return bool(made.parties) if cue.form else len(made.parties) > 1

    def _is_official(self, made: Introduction) -> bool:
        """Whether offices act in the sentence: countries also meet on the pitch."""
        return made.sentence.start in self.encounters

    def _attached(self, cue: CueHit) -> bool:
        """Whether whom one meets stands right before the Japanese words for meeting."""
        near = self.text[max(0, cue.start - _UNNAMED) : cue.start]
        tail = len(near) - max(near.rfind("、"), near.rfind("。"), -1) - 1
        named = any(0 <= cue.start - a.end <= min(_HONORIFIC, tail) or a.end == cue.start for a in self.actors.people)
        named = named or "間" in self.text[cue.start : cue.end]
        return named or any(0 <= cue.start - mention.end <= tail for mention in self.actors.countries)

    def _follows(self, cue: CueHit, made: Introduction) -> bool:
        """Whether somebody stands behind the verb."""
        named = any(actor.end > cue.end for actor in made.people)
        behind = self.actors.countries_in(cue.end, made.sentence.end)
        return named or (self._is_official(made) and any(mention.code in made.countries for mention in behind))

    def _spans(self, cue: CueHit, cues: Sequence[CueHit], sentence: Sentence) -> tuple[tuple[int, int], ...]:
        """Where those stand who meet by a cue, in a sentence that may tell of several meetings.

        Who acts stands before the first of them (in Japanese as its topic), whom one meets beside the words of each.
        """
        stop = self._stop(cue, sentence)
        if cue.kind not in _TALKS:
            return ((sentence.start, stop),)
        others = [other for other in cues if other.kind in _TALKS]
        if self.japanese:
            begin = max((other.end for other in others if other.end <= cue.start), default=sentence.start)
            topics = [p for p in self.actors.people_in(sentence.start, begin) if self._is_topic(p)]
            return (*((p.start, p.start + 1) for p in topics[:1]), (begin, stop))
        following = min((other.start for other in others if other.start > cue.start), default=stop)
        return ((sentence.start, others[0].start), (cue.start, min(following, stop)))

    def _people(self, cue: CueHit, spans: Sequence[tuple[int, int]]) -> tuple[Actor, ...]:
        """The people of an event, each once."""
        people = [actor for span in spans for actor in self.actors.people_in(*span)]
        if self.japanese:
            people = [p for p in people if p.start < cue.end or self._is_topic(p)]
        return tuple({actor.name: actor for actor in reversed(people)}.values())[::-1]

    def _is_topic(self, person: Actor) -> bool:
        """Whether a Japanese particle makes a person the topic."""
        return self.text[person.end : person.end + 1] in _TOPICS

    def _countries(self, spans: Sequence[tuple[int, int]], people: Sequence[Actor], places: EventPlaces) -> tuple[str, ...]:
        """The countries that take part: those of the people, and those named that are no place."""
        named = [m.code for span in spans for m in self.actors.countries_in(*span) if not places.is_place(m.start, m.end)]
        return tuple(dict.fromkeys([*(actor.country for actor in people if actor.country), *named]))

    def _stop(self, cue: CueHit, sentence: Sentence) -> int:
        """Where the words about who takes part end: at what was said, or in Japanese behind the topic."""
        if self.japanese:
            return min(sentence.end, cue.end + _TOPIC)
        return min(self.words.stops(self.text, cue.end, sentence.end), sentence.end)

    def _visit(self, cue: CueHit, sentence: Sentence, date: Edtf | None, places: EventPlaces) -> Introduction | None:
        """A visit to a country by somebody of another one."""
        destination = places.destination(cue)
        if destination is None:
            return None
        code, place = destination.code, self.text[destination.start : destination.end]
        people = [p for p in self.actors.people_in(sentence.start, cue.start) if self._travels(p, sentence)]
        if not people and not self.japanese:
            people = list(self.actors.people_in(cue.end, sentence.end))[:1]
        others = self.actors.people_in(sentence.start, sentence.end)
        if [p.country for p in people] == [code] and destination.rule == "countries/name" and people[0].end <= cue.start:
            people = [people[0]._replace(country="")]  # nobody pays a visit to his own country
        people = [p for p in people if p.country != code and (p.country or not self.japanese or len(others) == 1)]
        named = [m.code for m in self.actors.countries_in(sentence.start, cue.end) if m.code != code]
        guests = dict.fromkeys([p.country for p in people if p.country] or named[:1])
        if not people and (self.japanese or not guests or sentence.start not in self.encounters):
            return None
        unique = tuple({actor.name: actor for actor in people}.values())
        return Introduction("visit", sentence, cue, unique, (*guests, code), place, date)

    def _travels(self, person: Actor, sentence: Sentence) -> bool:
        """Whether a person is who travels: the topic of a Japanese sentence."""
        return not self.japanese or self._is_topic(person) or person.start == sentence.start

    def _is_background(self, cue: CueHit, first: int, begin: int, end: int) -> bool:
        """Whether a cue in the clause `begin:end` of a sentence from `first` tells of another time or of a wish."""
        end = max(cue.end, self.words.stops(self.text, cue.end, end))  # what was asked for there is no wish for the event
        if self.words.has("background", self.text, begin, end) or self.words.begins("back", self.text, cue.end):
            return True
        if self.words.has("earlier", self.text, first, cue.end):
            return True
        year = self.published.start.year if self.published else None
        full = [(d.start, d.end) for d in self.dates if d.value.start.day]
        return any(
            stated != year and not any(start <= at < stop for start, stop in full)
            for stated, at in self.words.years(self.text, first, max(cue.end, end))
        )

    def _is_old(self, date: TextDate | None) -> bool:
        """Whether a date lies long before publication."""
        start = date.value.start if date else None
        today = self.published.start if self.published else None
        if start is None or today is None or start.year is None or today.year is None:
            return False
        return (today.year - start.year) * 365 + ((today.month or 1) - (start.month or 1)) * 30 > NEAR

    def _date(self, cue: CueHit, cues: Sequence[CueHit], sentence: Sentence) -> TextDate | None:
        """The date of a sentence that stands nearest to this cue and to no other."""
        dates = [d for d in self.dates if sentence.start <= d.start < sentence.end and d.value.start.day]
        if self.japanese:  # the day stands before the verb
            dates = [d for d in dates if d.start < cue.start] or dates
        nearest = [d for d in dates if min(self._dated_by(d, cues), key=lambda other: _distance(other, d)) == cue]
        told = cue.kind == "visit" and any(other.kind in _TALKS and other.start < cue.start for other in cues)
        if not (nearest or told) and len(dates) == 1 and all(c.kind != "ceremony" for c in (cue, *cues)):
            nearest = dates if dates[0].start < cue.start else []
        return min(nearest, key=lambda date: _distance(cue, date)) if nearest else None

    def _dated_by(self, date: TextDate, cues: Sequence[CueHit]) -> Sequence[CueHit]:
        """The cues that a date may belong to: in Japanese those behind it, if there are any."""
        behind = [cue for cue in cues if cue.start > date.start] if self.japanese else []
        return behind or cues


def _kind(cue: CueHit) -> EventKind:
    """The kind of event that the words of a cue tell of."""
    return "meeting" if cue.kind == "umbrella" else "signing" if cue.kind == "ceremony" else cue.kind


def _distance(cue: CueHit, date: TextDate) -> int:
    return max(cue.start - date.end, date.start - cue.end, 0)
