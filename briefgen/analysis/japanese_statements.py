"""Statements in Japanese: the topic, what was said, and the verb that ends the sentence or stands before a comma."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import regex

from briefgen.analysis.act_words import ActWords, Subject
from briefgen.analysis.actors import Actors
from briefgen.analysis.document import Sentence
from briefgen.analysis.spoken import Spoken

_SHORTEST: Final = 3  # signs of what was said
_COURTESY: Final = 12  # signs before a verb that decide that something is a courtesy
_TOPIC: Final = regex.compile(r"(?:(?:側|政府)?(?:は|も)(?:また|さらに|共に)?|が共に|から(?:は)?(?=、))")


@dataclass(frozen=True)
class JapaneseStatements:
    """Reads the statements of sentences."""

    actors: Actors
    words: ActWords

    @cached_property
    def text(self) -> str:
        """The cleaned text."""
        return self.actors.document.text

    def of(self, sentence: Sentence) -> Iterator[Spoken]:
        """The statements of a sentence: those of its last verb, and of verbs before a comma that have the same topic."""
        subject = self._topic(sentence)
        carried = self.text.startswith(self.words.carries, sentence.start)
        if subject is None and not carried:
            yield from self._joint(sentence)
            return
        begin = subject.end if subject else sentence.start
        if subject:
            yield Spoken(subject, "stated", "")
        for verb in self._verbs(begin, sentence.end):
            turned = self._turned(begin, verb.start()) if begin > sentence.start else None
            if turned:
                subject, begin = turned, turned.end
                yield Spoken(subject, "stated", "")
            what = self._what(begin, verb.start() + verb["act"].startswith("る"))
            if what:
                yield Spoken(subject, self.words.act_of(verb["act"]), what)
            begin = verb.end()

    def _turned(self, begin: int, end: int) -> Subject | None:
        """Who speaks in a clause that turns to somebody else: …を求め、バンダ外相は…と約束した."""
        first = begin + (self.text[begin : begin + 1] == "、")
        spoken = (subject for subject in self._subjects(first, end) if subject.start == first and subject.kind == "person")
        return next((topic for topic in map(self._as_topic, spoken) if topic), None)

    def _joint(self, sentence: Sentence) -> Iterator[Spoken]:
        """What was agreed in a sentence that leaves out who meets: 次官と会い、…で合意した."""
        for verb in self._verbs(sentence.start, sentence.end):
            what = self._what(sentence.start, verb.start())
            if what and self.words.act_of(verb["act"]) == "agreed":
                yield Spoken(None, "agreed", what)

    def _topic(self, sentence: Sentence) -> Subject | None:
        """Who speaks: the first actor with a particle of the topic, which the subject then includes."""
        topics = [topic for topic in map(self._as_topic, self._subjects(sentence.start, sentence.end)) if topic]
        return min(topics, key=lambda subject: (subject.start, -subject.end), default=None)

    def _as_topic(self, subject: Subject) -> Subject | None:
        """A subject with the particle of the topic behind it, None without."""
        titled = self.words.titled.match(self.text, subject.end) if subject.kind == "person" else None
        particle = _TOPIC.match(self.text, titled.end() if titled else subject.end)
        return subject._replace(end=particle.end()) if particle else None

    def _subjects(self, start: int, end: int) -> Iterator[Subject]:
        """Whatever may act in a sentence; a country or body only where the sentence begins."""
        for actor in self.actors.people_in(start, end):
            yield Subject(actor.start, actor.end, actor.name, "person")
        for actor in self.actors.bodies_in(start, start + 2):
            yield Subject(actor.start, actor.end, actor.name, "body")
        for mention in self.actors.countries_in(start, start + 2):
            yield Subject(mention.start, mention.end, self.text[mention.start : mention.end], "country")
        for kind, pattern in self.words.references.items():
            for match in pattern.finditer(self.text, start, end):
                if self._begins(match.start(), start):
                    yield Subject(match.start(), match.end(), "", kind)

    def _begins(self, at: int, start: int) -> bool:
        """Whether a word of reference stands alone and is no part of a name or title."""
        return at == start or self.text[at - 1] in "、。*でにて「）)" or self.text[at - 1].isspace()

    def _verbs(self, start: int, end: int) -> Iterator[regex.Match[str]]:
        """Verbs that end a sentence, or a clause before the last."""
        last = 0
        for match in self.words.ending.finditer(self.text, start, end):
            rest = self.text[match.end() : end].strip("。 」")
            if (not rest or self.text[match.end() : match.end() + 1] == "、") and match.start() > last:
                last = match.end()
                yield match

    def _what(self, begin: int, verb: int) -> str:
        """The words of a statement without the particles that join it with its verb; "" for a courtesy."""
        words = self.text[begin:verb].strip("、 　")
        if self.words.courtesies.search(words[-_COURTESY:]):
            return ""
        lead = self.words.leads.match(words) if self.words.leads else None
        words = words[lead.end() :] if lead else words
        if self.words.objects:
            words = self.words.objects.sub("", words)
        return words if len(words) >= _SHORTEST else ""
