"""Events out of introductions: one event however often it is introduced, each with the sentences that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from briefgen.analysis.document import Sentence
from briefgen.analysis.introductions import Introduction

Leaving = Literal["", "heading", "words"]
"""What leaves the event told before: a heading, words such as "Meanwhile", or nothing."""

_TOLD: Final = {"meeting", "call", "conference", "visit"}
_TALKS: Final = {"meeting", "call"}
_PAIR: Final = 2
_OVERVIEW: Final = 3  # people of a lead that sums several meetings up


@dataclass
class Passage:
    """An event in the making: what introduced it, and the sentences of the text that tell of it."""

    first: Introduction
    introductions: list[Introduction] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def event(self) -> Introduction:
        """All that the introductions say together, the first one first."""
        whole = self.first
        for other in self.introductions[1:]:
            people = {actor.name: actor for actor in (*reversed(other.people), *reversed(whole.people))}
            order = dict.fromkeys(actor.name for actor in (*whole.people, *other.people))
            whole = replace(
                whole,
                people=tuple(people[name] for name in order),
                countries=tuple(dict.fromkeys((*whole.countries, *other.countries))),
                place=whole.place or other.place,
                date=whole.date or other.date,
            )
        return whole


def passages(told: Iterable[tuple[Sentence, Sequence[Introduction], Leaving, bool]]) -> tuple[Passage, ...]:
    """The events of sentences, each with its introductions, whether it leaves the meeting before, whether both sides act in it.

    A sentence without introduction belongs to the event introduced last; left, to the last visit. What both sides did
    afterwards, what stands before and what stands under headings belongs to the one meeting of the article, if it tells of one.
    """
    made: list[Passage] = []
    loose: list[Sentence] = []
    current: Passage | None = None
    headed = False
    for sentence, introductions, leaves, both in told:
        headed = leaves == "heading" or (headed and not leaves)
        if leaves:
            current = next((p for p in reversed(made) if p.first.kind == "visit"), None)
        for introduction in introductions:
            passage = _joined(made, introduction)
            if introduction.kind in _TOLD or current is None:
                current = passage
        current = current or (_only_talk(made) if both else None)
        if current:
            current.sentences.append(sentence)
        elif headed or not made:
            loose.append(sentence)
    only = _only_talk(made)
    if only:
        only.sentences = sorted([*loose, *only.sentences], key=lambda sentence: sentence.start)
    return _without_overviews(made)


def _joined(made: list[Passage], introduction: Introduction) -> Passage:
    """The event that an introduction tells of, a new one if it is the first to do so."""
    passage = next((p for p in reversed(made) if _same(p.event, introduction)), None)
    if passage is None:
        passage = Passage(introduction)
        made.append(passage)
    passage.introductions.append(introduction)
    return passage


def _only_talk(made: Sequence[Passage]) -> Passage | None:
    """The one meeting or call of an article, or its one event; None if there are more or none."""
    talks = [passage for passage in made if passage.first.kind in _TALKS] or made
    return talks[0] if len(talks) == 1 else None


def _same(event: Introduction, other: Introduction) -> bool:
    """Whether two introductions tell of one event: those who take part in one take part in the other."""
    if event.kind != other.kind:
        return False
    if event.cue == other.cue:
        return True
    if event.kind == "visit":
        return event.countries[-1:] == other.countries[-1:] and _contain(event.parties, other.parties)
    if event.kind in {"conference", "signing"} and not (event.parties and other.parties):
        return event.date == other.date or not (event.date and other.date)
    return _contain(event.parties, other.parties) or (event.kind == "signing" and _sign_for(event, other))


def _sign_for(event: Introduction, other: Introduction) -> bool:
    """Whether one introduction names the countries that sign, and the other those who do it for them."""
    states = next((i for i in (event, other) if i.countries and not i.people), None)
    signers = (
        next((i for i in (event, other) if i.people and set(i.countries) <= set(states.countries)), None) if states else None
    )
    return signers is not None


def _contain(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Whether both name the same parties, or one names a single party of the other."""
    fewer, more = sorted((one, other), key=len)
    if not 1 == len(fewer) < len(more) <= _PAIR and len(fewer) != len(more):
        return False
    return all(any(_match(party, known) for known in more) for party in fewer)


def _match(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two parties are the same: one name, or a country of whose people one is not named."""
    if one[0] and other[0]:
        return one[0] == other[0]
    return bool(one[1]) and one[1] == other[1]


def _without_overviews(made: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages without leads that sum several of them up; what tells one part of a larger meeting belongs to that."""
    kept = list(made)
    for whole in made:
        people = {actor.name for actor in whole.event.people}
        if whole.first.kind != "meeting" or len(people) < _OVERVIEW:
            continue
        parts = [p for p in kept if p.first.kind == "meeting" and {actor.name for actor in p.event.people} < people]
        if len(parts) > 1:
            kept.remove(whole)
        for part in parts if len(parts) == 1 else ():
            whole.introductions += part.introductions
            whole.sentences = sorted({*whole.sentences, *part.sentences}, key=lambda sentence: sentence.start)
            kept.remove(part)
    return tuple(kept)
