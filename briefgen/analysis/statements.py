"""Statements: who agreed, proposed, requested, offered, invited, pledged or stated what, in the article's own words.

Whoever acts must stand in the sentence, or be the one who spoke just before; a verb whose subject is unclear makes none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from briefgen.analysis.act_words import ActWords, Subject
from briefgen.analysis.actors import Actor, Actors
from briefgen.analysis.document import Sentence
from briefgen.analysis.japanese_statements import JapaneseStatements
from briefgen.analysis.spaced_statements import SpacedStatements
from briefgen.analysis.spoken import Spoken
from briefgen.model.finding import RefFinding
from briefgen.model.frontmatter import PersonRef, Statement
from briefgen.text import fold

_DEPUTIES: Final = ("deputy", "vice", "副", "thu truong", "pho")


@dataclass
class Speakers:
    """Who spoke last, for the words that refer back: "he", 同氏, "the Deputy Minister"; `present` are the people there."""

    roles: dict[str, str]
    present: Sequence[str] = ()
    last: str = ""

    def name(self, subject: Subject, written: str) -> str:
        """Who a subject is, "" if nobody can tell."""
        if subject.name:
            return subject.name
        if subject.kind == "pronoun":
            return self.last or (self.present[0] if len(self.present) == 1 else "")
        return self._holder(written) if subject.kind == "office" else written

    def _holder(self, office: str) -> str:
        """Who holds an office: who spoke last, or the one person of the event who does."""
        if self._holds(self.last, office):
            return self.last
        holders = [name for name in self.present if self._holds(name, office)]
        return holders[0] if len(holders) == 1 else office

    def _holds(self, name: str, office: str) -> bool:
        """Whether a person holds an office: a deputy minister is no minister."""
        words = fold(office).removeprefix("the ").removeprefix("同")
        role = fold(self.roles.get(name, ""))
        return bool(role) and words in role and _deputy(words) == _deputy(role)


def _deputy(role: str) -> bool:
    return any(word in role for word in _DEPUTIES)


def statements_in(
    actors: Actors, words: ActWords, sentences: Sequence[Sentence], present: Sequence[str] = ()
) -> Iterator[RefFinding[Statement]]:
    """The statements of a passage, in reading order, each with its sentence; `present` names the people of its event."""
    document = actors.document
    reader = document.kept(_Reader, lambda: _Reader(actors, words))
    speakers = Speakers({finding.value.name: finding.value.role for finding in actors.found.refs(PersonRef)}, present)
    for sentence in sentences:
        for spoken in reader.spoken_in(sentence):
            who = _titled(actors, spoken, sentences[0].start) or _who(document.text, speakers, spoken)
            if spoken.subject and spoken.subject.kind == "person":
                speakers.last = spoken.subject.name
            if who and spoken.what:
                evidence = document.quote(sentence.start, sentence.end, f"statements/{spoken.act}")
                yield RefFinding(Statement(who, spoken.act, spoken.what), (evidence,))


class _Reader:
    """Reads the statements of a document's sentences, those of each sentence once."""

    def __init__(self, actors: Actors, words: ActWords) -> None:
        japanese = actors.document.lang.partition("-")[0] == "ja"
        self._statements = JapaneseStatements(actors, words) if japanese else SpacedStatements(actors, words)
        self._read: dict[Sentence, tuple[Spoken, ...]] = {}

    def spoken_in(self, sentence: Sentence) -> tuple[Spoken, ...]:
        """The statements of a sentence."""
        if sentence not in self._read:
            self._read[sentence] = tuple(self._statements.of(sentence))
        return self._read[sentence]


def _titled(actors: Actors, spoken: Spoken, start: int) -> str:
    """Whom a pronoun means that was a title before: "bà" the last woman named so since `start`."""
    subject = spoken.subject
    if subject is None or subject.kind != "pronoun":
        return ""
    text = actors.document.text
    title = text[subject.start : subject.end].lower()
    named = (a.name for a in reversed(actors.people) if start <= a.start < subject.start and _is_titled(text, a, title))
    return next(named, "")


def _is_titled(text: str, person: Actor, title: str) -> bool:
    """Whether a name stands behind a title, or its words begin with it."""
    first = max(0, person.start - len(title) - 1)
    before = text[first : person.end].lower()
    whole = not text[max(0, first - 1) : first].isalpha()  # "the" is no "he"
    return (whole and before.startswith(f"{title} ")) or text[person.start : person.end].lower().startswith(f"{title} ")


def _who(text: str, speakers: Speakers, spoken: Spoken) -> str:
    subject = spoken.subject
    if subject is None:
        return speakers.last or next(iter(speakers.present), "")
    written = text[subject.start : subject.end]
    return speakers.name(subject, _PARTICLES.split(written)[0])


_PARTICLES: Final = regex.compile("[はもが]")
