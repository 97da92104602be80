"""Whom an article follows through several meetings, for sentences that name only whom he met.

"With the minister of Kenya, he discussed …" and a heading "Talks with Kenya" tell of a meeting, but not whose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, NamedTuple

import regex

from briefgen.analysis.actors import Actor, Actors
from briefgen.analysis.document import Sentence
from briefgen.analysis.event_words import EventWords
from briefgen.analysis.introductions import Introduction

_BULLET: Final = regex.compile(r"[^\p{L}\p{N}]*(?:\d{1,2}[.)、．　])?[^\p{L}\p{N}]*")
_TOPIC: Final = regex.compile(r"[\p{Han}・]{0,12}[はが]")  # a title and the particle of who acts
_TITLE_LETTERS: Final = 90  # letters of a title before the name that opens an item of a list
_TITLE_WORDS: Final = 9  # words of a dateline and a title before the name that opens a sentence
_ACTING: Final = regex.compile("[はが]")  # the particles of who acts
_DAY: Final = regex.compile(r"\d{1,2}日(?:[朝夜夕]方?|午[前後])?に?は")  # a day is no one who acts: 28日は
_PEOPLED: Final = {"meeting", "call", "signing"}
_LED: Final = ("meeting", "call", "visit", "conference")  # events that a host leads; many sign


class Told(NamedTuple):
    """A sentence, whether it is a heading, and whether it opens an item of a list or the words under a heading."""

    sentence: Sentence
    heads: bool = False
    opens: bool = False


@dataclass
class Hosts:
    """Follows the host through a text.

    `frame` is the sentence that says that he met several people, `heading` one that stands over the words about a meeting,
    `last` the meeting told last, `section` the one country that the heading names.
    """

    actors: Actors
    words: EventWords
    japanese: bool
    host: Actor | None = None
    frame: Introduction | None = None
    heading: Introduction | None = None
    last: Introduction | None = None
    section: str = ""

    @cached_property
    def text(self) -> str:
        """The cleaned text."""
        return self.actors.document.text

    def settle(self, told: Told, made: Iterable[Introduction]) -> tuple[Introduction, ...]:
        """The introductions of a sentence, those of one side with the host as the other, or without where nobody can tell.

        What a heading tells joins the first introduction under it, or is one of its own if there is none.
        """
        settled = []
        for introduction in made:
            self._follow(introduction)
            if introduction.cue.kind == "umbrella":
                self.frame, self.section = introduction, ""
                continue
            whole = self._complete(introduction) if introduction.one_sided or self._lacks_host(introduction) else introduction
            if whole:
                whole = self._framed(whole)
                settled.append(whole if told.heads else self._dated(whole))
        if told.heads:
            named = {mention.code for mention in self.actors.countries_in(told.sentence.start, told.sentence.end)}
            self.section = next(iter(named)) if len(named) == 1 else ""
        if told.opens and not settled and self.frame:
            settled += self._turn(told.sentence, self.frame)
        if not settled and self.last:
            settled += self._attended(told.sentence, self.last)
        if self.host is None:
            self.host = self._first(told.sentence)
        return self._headed(settled, heads=told.heads)

    def _turn(self, sentence: Sentence, frame: Introduction) -> Iterator[Introduction]:
        """The next meeting of a series: an item of its list, or what stands under a heading, that begins with somebody new."""
        host = self.host
        people = {p.name: p for p in self.actors.people_in(sentence.start, sentence.end) if not host or p.name != host.name}
        guest = next(iter(people.values()), None)
        if host is None or guest is None or len(people) > 1 or guest.start - sentence.start > _TITLE_LETTERS:
            return
        earlier = any(p.name == guest.name for p in self.actors.people_in(frame.sentence.start, sentence.start))
        home = guest.country or self.section
        if earlier or not home or home == host.country:
            return
        countries = (host.country, home) if host.country else (home,)
        cue = frame.cue._replace(start=sentence.start, end=sentence.start)
        yield Introduction("meeting", sentence, cue, (host, guest), countries, frame.place, frame.date)

    def _attended(self, sentence: Sentence, last: Introduction) -> Iterator[Introduction]:
        """Who took part in the meeting or signing told before, which named only countries or bodies: "Attending were X and Y".

        Who has no country acts for the one that nobody else does.
        """
        if last.people or last.kind not in _PEOPLED or not self.words.has("attended", self.text, sentence.start, sentence.end):
            return
        people = tuple({person.name: person for person in self.actors.people_in(sentence.start, sentence.end)}.values())
        if not people:
            return
        free = [code for code in last.countries if all(person.country != code for person in people)]
        open_ones = [person for person in people if not person.country]
        if len(free) == len(open_ones) == 1:
            people = tuple(person._replace(country=person.country or free[0]) for person in people)
        countries = dict.fromkeys([*last.countries, *(person.country for person in people if person.country)])
        self.last = replace(last, sentence=sentence, people=people, countries=tuple(countries))
        yield self.last

    def _headed(self, settled: Sequence[Introduction], *, heads: bool) -> tuple[Introduction, ...]:
        """The introductions with those of the heading above them; a heading itself waits for the sentence under it."""
        over, self.heading = self.heading, settled[0] if heads and settled else None
        if heads:
            return (over,) if over else ()
        if over is None:
            return tuple(settled)
        if not settled or settled[0].kind != over.kind:
            return (over, *settled)
        first = settled[0]
        open_side = len(first.people) > 1 and len(first.countries) <= 1
        named = dict.fromkeys([*first.countries, *over.countries]) if open_side or not first.countries else first.countries
        return (replace(first, countries=tuple(named)), *settled[1:])

    def _first(self, sentence: Sentence) -> Actor | None:
        """Who acts in the first sentence that begins with a person: "Home Minister X said …"."""
        person = next(iter(self.actors.people_in(sentence.start, sentence.end)), None)
        if person is None:
            return None
        if self.japanese:
            return person if _TOPIC.match(self.text, person.end) else None
        return person if self.text.count(" ", sentence.start, person.start) <= _TITLE_WORDS else None

    def _follow(self, made: Introduction) -> None:
        """Take who acts in an introduction for the host, unless the host takes part in it."""
        if made.kind not in _LED or (self.frame and made.cue.kind != "umbrella"):
            return
        if self.host and any(person.name == self.host.name for person in made.people):
            return
        if not made.people or (made.one_sided and made.cue.kind != "umbrella"):
            return
        before = [person for person in made.people if person.start < made.cue.start]
        if self.japanese:
            before = [person for person in before if _TOPIC.match(self.text, person.end)] or before
        self.host = before[0] if before else made.people[-1]

    def _complete(self, made: Introduction) -> Introduction | None:
        """An introduction with the host beside the side that it names."""
        if not made.parties:
            return self._of_both(made)
        host = self.host
        known = made.cue.form != "along" or self.frame is not None or self.last is not None
        other = host is not None and (bool(made.people) or host.country not in made.countries)
        if host is None or not (known and other and self._is_left_out(made)):
            return made if self.japanese and not made.cue.form else None
        countries = dict.fromkeys([host.country, *made.countries] if host.country else made.countries)
        return replace(made, people=(host, *made.people), countries=tuple(countries))

    def _lacks_host(self, made: Introduction) -> bool:
        """Whether several people are met by somebody whom the sentence leaves out: "he met X and Y"."""
        if self.host is None or made.cue.form != "to" or not made.people:
            return False
        behind = all(person.start >= made.cue.end and person.name != self.host.name for person in made.people)
        return behind and self._is_left_out(made)

    def _of_both(self, made: Introduction) -> Introduction | None:
        """What both sides of the event told before did besides; around a signing, on its day and in its place."""
        last = self.last
        if last is None or len(last.parties) <= 1:
            return None
        made = replace(made, people=last.people, countries=last.countries)
        if last.kind != "signing":
            return made
        return replace(made, place=made.place or last.place, date=made.date or last.date)

    def _is_left_out(self, made: Introduction) -> bool:
        """Whether a sentence leaves out who acts, or refers to him: "he", 大臣は, "Bộ trưởng"."""
        start = made.sentence.start
        stop = min([made.cue.start, *(person.start for person in made.people)]) if self.japanese else made.cue.start
        bullet = _BULLET.match(self.text, start, stop)
        begin = bullet.end() if bullet else start
        if self.japanese and not _ACTING.search(_DAY.sub("", self.text[begin:stop])):
            return True
        return begin >= stop or self.words.has("host", self.text, begin, stop)

    def _framed(self, made: Introduction) -> Introduction:
        """A meeting of the host with the day and the place of all of them, if it names none."""
        frame = self.frame
        if frame is None or made.kind != "meeting":
            return made
        if self.host and all(person.name != self.host.name for person in made.people):
            return made
        return replace(made, place=made.place or frame.place, date=made.date or frame.date)

    def _dated(self, made: Introduction) -> Introduction:
        """A meeting "the same day" with the date of the one before."""
        before, self.last = self.last, made
        sentence = made.sentence
        if made.date or not (before and self.words.has("same_day", self.text, sentence.start, made.cue.end)):
            return made
        self.last = replace(made, date=before.date)
        return self.last
