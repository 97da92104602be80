"""Declarations: what office-holders of a state said in a statement or before the press, in an article without another event.

An interview is none, nor what a firm, a club or a witness said: their words are quotations of a story, not acts of a state.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefgen.analysis.act_words import ActWords
from briefgen.analysis.actors import Actors
from briefgen.analysis.document import Sentence
from briefgen.analysis.event_words import EventWords
from briefgen.analysis.statements import statements_in
from briefgen.analysis.text_dates import TextDate
from briefgen.model.finding import EventFinding
from briefgen.model.frontmatter import EventRef, PersonRef

_REACH: Final = 2  # sentences in which the speaker must be named: that of the words "in a statement", and the next


def declaration(
    actors: Actors, words: EventWords, acts: ActWords, sentences: Sequence[Sentence], dates: Sequence[TextDate]
) -> EventFinding | None:
    """The statement that an article reports, with everything that those who made it said; None if there is none.

    Its date is the one of its first sentence, if that has a single one.
    """
    text, document = actors.document.text, actors.document
    found = (i for i, s in enumerate(sentences) if words.has("declared", text, s.start, s.end))
    at = next(found, None)
    if at is None:
        return None
    voices = _voices(actors, words, sentences[at : at + _REACH])
    said = tuple(f for f in statements_in(actors, acts, sentences, tuple(voices)) if f.value.who in voices)
    if not said:
        return None
    first = sentences[at]
    days = [d.value for d in dates if first.start <= d.start < first.end and d.value.start.day and d.value.end is None]
    countries = tuple(sorted(set(voices.values())))
    value = EventRef("statement", days[0] if len(days) == 1 else None, "", countries, tuple(voices))
    return EventFinding(value, (document.quote(first.start, first.end, "events/statement"),), said)


def _voices(actors: Actors, words: EventWords, sentences: Sequence[Sentence]) -> dict[str, str]:
    """Who speaks for a country in sentences, by name: holders of an office of state."""
    people = {finding.value.name: finding.value for finding in actors.found.refs(PersonRef)}
    named = dict.fromkeys(actor.name for s in sentences for actor in actors.people_in(s.start, s.end))
    return {name: people[name].country for name in named if _speaks_for_state(people[name], words)}


def _speaks_for_state(person: PersonRef, words: EventWords) -> bool:
    return bool(person.country) and words.has("voices", person.role, 0, len(person.role))
