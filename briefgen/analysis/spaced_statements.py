"""Statements in languages with spaces between words: who acts, then the verb, then what (English, Vietnamese)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import regex

from briefgen.analysis.act_words import ActWords, Subject
from briefgen.analysis.actors import Actors
from briefgen.analysis.document import Sentence
from briefgen.analysis.gazetteer import within
from briefgen.analysis.spoken import Spoken
from briefgen.model.frontmatter import Act

_APPOSITION: Final = 130  # letters between a name that opens a sentence and its verb: ", Minister of X and Minister of Y, Z"
_SHORTEST: Final = 8  # letters of what was said; less is a verb without its words
_COURTESY: Final = 30  # letters at the beginning that decide that something is a courtesy
_MARKS: Final = " ,.;:“”\"'’‘"
_QUOTED: Final = 20  # letters of a sentence in quotation marks
_JOINING: Final = (" and ", " but ", " và ", " nhưng ", " song ")
_LEAD_WORDS: Final = 9  # words of a title before the name that opens a clause
_PAIRS: Final = (" and ", " và ")
_RANK: Final = regex.compile(r"(?:\p{Lu}[\p{L}.]*\s*){0,4}")
_HOME: Final = regex.compile(r"^ of (?:the )?\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,2} ")
_DATELINE: Final = regex.compile(r"^\p{Lu}[^.;:]{2,50} [-–—]+ $")
_QUOTES: Final = '“”"'


@dataclass(frozen=True)
class SpacedStatements:
    """Reads the statements of sentences."""

    actors: Actors
    words: ActWords

    @cached_property
    def text(self) -> str:
        """The cleaned text."""
        return self.actors.document.text

    def of(self, sentence: Sentence) -> Iterator[Spoken]:
        """The statements of a sentence."""
        subjects = self._subjects(sentence)
        verbs = self.words.verbs_in(self.text, self.actors.document.lower, sentence.start, sentence.end)
        told: Subject | None = None
        opening = next((s for s in subjects if s.kind == "person" and self._opens(s, sentence, subjects[0])), None)
        if opening:
            yield Spoken(opening, "stated", "")
        elif self._is_quoted(sentence):
            yield Spoken(None, "stated", _trimmed(self.text[sentence.start : sentence.end]))
            return
        lead = subjects[0] if subjects and self._opens(subjects[0], sentence, subjects[0]) else None
        found: list[tuple[Subject, int, int, str]] = []
        for verb in verbs if subjects else ():
            subject = self._subject(subjects, verb.start(), sentence)
            if subject is None and self._goes_on(verb.start()):
                subject = told or (lead if lead and not self._turns(lead.end, verb.start()) else None)
            if subject:
                told = subject
                found.append((subject, verb.start(), verb.end(), self.text[verb.start() : verb.end()]))
        for index, (subject, first, last, word) in enumerate(found):
            following = found[index + 1] if index + 1 < len(found) else None
            stop = (following[1] if following[0] is subject else following[0].start) if following else sentence.end
            what = self._what(sentence, subject, first, last, stop)
            if what:
                yield Spoken(subject, self._act(word, subject, what), what)

    def _act(self, word: str, subject: Subject, what: str) -> Act:
        """The act of a verb; who says that his own side will do something pledges it."""
        act = self.words.act_of(word)
        if act != "stated" or not (self.words.own and self.words.will):
            return act
        home = self._homes.get(subject.name, "")
        own = self.words.own.match(what)
        stops = {own.end()} if own else set()
        stops |= {what.find(name) + len(name) for name in self._names.get(home, ()) if what.find(name) in {0, 4, 5, 6}}
        return "pledged" if any(self.words.will.match(what, stop) for stop in stops) else act

    @cached_property
    def _homes(self) -> Mapping[str, str]:
        """The country of each person and body, by name, and that of each country by each of its names."""
        named = {actor.name: actor.country for actor in (*self.actors.people, *self.actors.bodies) if actor.country}
        return named | {self.text[m.start : m.end]: m.code for m in self.actors.mentions}

    @cached_property
    def _names(self) -> Mapping[str, frozenset[str]]:
        """The names and cities by which a text speaks of each country."""
        found: dict[str, set[str]] = {}
        for mention in self.actors.mentions:
            if mention.rule != "countries/demonym":
                found.setdefault(mention.code, set()).add(self.text[mention.start : mention.end])
        return {code: frozenset(names) for code, names in found.items()}

    def _subjects(self, sentence: Sentence) -> list[Subject]:
        """Whatever may act in a sentence, in reading order."""
        start, end = sentence.start, sentence.end
        found = [Subject(a.start, a.end, a.name, "person") for a in self.actors.people_in(start, end)]
        named = [Subject(a.start, a.end, a.name, "body") for a in self.actors.bodies_in(start, end)]
        named += [Subject(m.start, m.end, self.text[m.start : m.end], "country") for m in self._countries(start, end)]
        named += [
            Subject(match.start(), match.end(), "", kind)
            for kind, pattern in self.words.references.items()
            for match in pattern.finditer(self.text, start, end)
        ]
        for subject in sorted(named, key=lambda item: item.start - item.end):
            if all(subject.end <= other.start or other.end <= subject.start for other in found):
                found.append(subject)
        return sorted(found, key=lambda subject: subject.start)

    def _countries(self, start: int, end: int) -> list[Subject]:
        names = [m for m in self.actors.countries_in(start, end) if m.rule == "countries/name"]
        capitals = (m for m in within(self.actors.mentions, start, end) if m.rule == "countries/capital")
        names += [m for m in capitals if self._acts(m.end)]
        names.sort(key=lambda mention: mention.start)
        found: list[Subject] = []
        for mention in names:
            first = mention.start
            if found and self.text[found[-1].end : first] in _PAIRS:
                first = found.pop().start
            found.append(Subject(first, mention.end, self.text[first : mention.end], "country"))
        return found

    def _acts(self, end: int) -> bool:
        """Whether a verb follows what ends at `end`: "Warsaw has asked", for its government."""
        gap = self.words.gap.match(self.text, end)
        return bool(self.words.act.match(self.text, gap.end() if gap else end))

    def _subject(self, subjects: Sequence[Subject], verb: int, sentence: Sentence) -> Subject | None:
        """Who does what a verb at `verb` says, or None."""
        before = [subject for subject in subjects if subject.end <= verb]
        for subject in reversed(before):
            gap = self.text[subject.end : verb]
            if subject.kind == "person":
                gap = _HOME.sub(" ", gap)
            if self.words.relative and self.words.relative.fullmatch(gap):
                return subject
            opens = self._opens(subject, sentence, before[0])
            if opens and self.words.gap.fullmatch(gap):
                return subject
            if opens and self._opens_sentence(subject, sentence) and self._is_apposition(subject, gap):
                return subject
        return None

    def _is_apposition(self, subject: Subject, gap: str) -> bool:
        """Whether only an office or a relative clause stands between a name and its verb."""
        if subject.kind not in {"person", "body"} or len(gap) > _APPOSITION or self.words.act.search(gap):
            return False
        titled = "," in self.text[subject.start : subject.end]  # "X, Minister of Y" and Minister of Z
        return gap.lstrip()[:1] in {",", "("} or gap.startswith(" of ") or (titled and gap.startswith(" and "))

    def _opens(self, subject: Subject, sentence: Sentence, first: Subject) -> bool:
        """Whether a clause begins with a subject; a country only if nobody stands before it ("the Minister of X, Y said")."""
        if self._opens_sentence(subject, sentence):
            return True
        before = self.text[sentence.start : subject.start]
        if subject.kind == "person" and self._is_titled(before, sentence.start):
            return True
        for word in self.words.forerunners:
            before = before.removesuffix(word)
        opens = before.endswith(self.words.openings)
        return opens and (subject.kind != "country" or subject is first or before.endswith(first.name + " and "))

    def _is_titled(self, before: str, start: int) -> bool:
        """Whether the words before a name begin a clause and are nothing but a title: ", Interior Minister of Chile"."""
        cut = max((before.rfind(word) + len(word) for word in self.words.openings if word in before), default=0)
        lead = before[cut:]
        if not 0 < lead.count(" ") <= _LEAD_WORDS or not (self.words.title and self.words.title.search(lead)):
            return False
        named = self.actors.people_in(start + cut, start + len(before))
        return not named and not self.words.act.search(lead) and (lead[:1].isupper() or lead.startswith("the "))

    def _opens_sentence(self, subject: Subject, sentence: Sentence) -> bool:
        if subject.start == sentence.start:
            return True
        before = self.text[sentence.start : subject.start]
        for word in self.words.forerunners:
            before = before.removesuffix(word)
        before = _DATELINE.sub("", before).strip(_MARKS + "*–—- ")
        return before.lower() in {"", "the"} or (subject.kind == "person" and bool(_RANK.fullmatch(before)))

    def _goes_on(self, verb: int) -> bool:
        """Whether a verb goes on with the subject of the one before: "and pledged"."""
        before = self.text[max(0, verb - _COURTESY) : verb]
        if self.words.series and self.words.series.search(before):
            return True
        rests = (before[before.rfind(word) + len(word) - 1 :] for word in _JOINING if word in before)
        return any(self.words.gap.fullmatch(rest) for rest in rests)

    def _turns(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` turns to somebody else: "who praised him and"."""
        return bool(self.words.turns and self.words.turns.search(self.text, start, end))

    def _is_quoted(self, sentence: Sentence) -> bool:
        """Whether a sentence is a quotation and nothing else: it goes on with what was said before."""
        words = self.text[sentence.start : sentence.end].strip()
        inside = words[1:-1].rstrip(".")
        return len(words) >= _QUOTED and words[0] in _QUOTES and words[-1] in _QUOTES and not any(q in inside for q in _QUOTES)

    def _what(self, sentence: Sentence, subject: Subject, first: int, last: int, stop: int) -> str:
        """The words of a statement: behind the verb, or before who speaks if the sentence ends there.

        A body at the end of a sentence is the source of a report, not a speaker: ", the ministry said".
        """
        filler = self.words.filler.match(self.text, last, stop)
        noun = next((verb for verb in self.words.nouns if self.text[first:last].lower().startswith(verb)), "")
        begin = first + len(noun) if noun else filler.end() if filler else last
        if self.text[first:last].lower() in self.words.tells:
            told = self.words.told.match(self.text, last, stop) if self.words.told else None
            begin = told.end() if told else stop
        deed = self.words.with_deed.get(self.text[first:last].lower(), "")
        if deed not in self.text[begin:stop]:
            return ""
        end = self.words.ends.search(self.text, begin, stop) if self.words.ends else None
        what = _trimmed(self.text[begin : end.start() if end else stop])
        if len(what) < _SHORTEST and subject.kind != "body" and subject.start > sentence.start and stop == sentence.end:
            what = _trimmed(self.text[sentence.start : subject.start].removesuffix("the ").removesuffix("The "))
        if len(what) < _SHORTEST or self.words.courtesies.match(what[:_COURTESY]):
            return ""
        return what


def _trimmed(words: str) -> str:
    """Words without the marks and joining words around them; quotation marks stay where they are a pair."""
    words = words.strip(" ,;:")
    for ending in (", đồng thời", "; đồng thời", " đồng thời", ", and", " and", " và", ", but", " but", " while"):
        words = words.removesuffix(ending)
    words = words.rstrip(" ,;:.")
    unpaired = sum(words.count(mark) for mark in _QUOTES) % 2 or words[:1] in _QUOTES
    return words.strip(_QUOTES).rstrip(" ,.") if unpaired else words
