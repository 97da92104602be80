"""Names that are also something else: "Jordan", "Nga" or "米" and when they stand for the country.

Three ways of judging, by what the language's grammar says in `cues`: by the words around a name (the default), by the
capitals and person words around a Vietnamese syllable, and by what a single Han or Hangul sign is joined to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from briefgen.analysis.inflection import Grammar
from briefgen.analysis.letters import Reading, is_han, is_hangul
from briefgen.analysis.lexicon import Kind
from briefgen.analysis.sighting import Sighting
from briefgen.analysis.signs import Signs
from briefgen.analysis.syllables import Syllables

_PREVIOUS = re.compile(r"([\w.'’]+)[ \t]$")
_NEXT = re.compile(r"[ \t]([\w.'’]+)")
_HELD = re.compile(r"(\w+) of $")
_HOLDS = re.compile(r"['’]s? (\w+)")
_OF = " of "
_JOIN = re.compile(r"\W{0,3}(?:\w{1,3}\W{0,2})?")
_STRONG = {Kind.NAME, Kind.DEMONYM, Kind.CAPITAL, Kind.STEM}
_WINDOW = 40  # characters looked at on either side


class Judge:
    """Decides on the ambiguous sightings of one language."""

    def __init__(self, grammar: Grammar, lang: str) -> None:
        """Take the grammar of the language."""
        self._cues = {name: frozenset(words) for name, words in grammar.cues.items()}
        self._by_language = _special(grammar, lang)

    def accepted(self, reading: Reading, chosen: Sequence[Sighting], beside: Sequence[Sighting]) -> tuple[Sighting, ...]:
        """The sightings that name countries, at most one a place.

        `chosen` are the longest readings, in order; `beside` the words that speak for or against a country.
        """
        context = {s.code for s in beside if s.kind is Kind.CONTEXT}
        sure = {s.code for s in chosen if not s.ambiguous and s.kind in _STRONG}
        against = {s.code for s in beside if s.kind is Kind.AGAINST} - context - sure
        places = [_settled(list(group), context) for _, group in groupby(chosen, key=lambda s: (s.start, s.end))]
        places = [sighting for sighting in places if sighting.kind is not Kind.EXCLUDED]
        doubtful = [sighting for sighting in places if sighting.ambiguous]
        if not doubtful:
            return tuple(places)
        known = context | sure
        believed = {id(s) for s in self._believed(reading, places, doubtful, known) if s.code not in against}
        return tuple(s for s in places if not s.ambiguous or id(s) in believed)

    def _believed(self, reading: Reading, places: list[Sighting], doubtful: list[Sighting], known: set[str]) -> list[Sighting]:
        """Those of the doubtful that the words around them, or other names of a `known` country, speak for."""
        if self._by_language:
            return self._by_language.believed(reading, places, known)
        believed: list[Sighting] = []
        for place in doubtful:
            before = reading.written[max(0, place.start - _WINDOW) : place.start]
            after = reading.written[place.end : place.end + _WINDOW]
            held = place.code in known and before.endswith(_OF)  # "the Minister of Economy of Georgia Levan Kobalia"
            if not held and not self._is_owner(before, after) and self._is_part_of_a_name(before, after):
                continue
            if (
                place.code in known
                or self._is_owner(before, after)
                or self._is_cued(before)
                or _is_listed(reading, place, places)
            ):
                believed.append(place)
        return believed

    def _is_part_of_a_name(self, before: str, after: str) -> bool:
        """Whether a capitalized word stands right beside: "Michael Jordan", "Chad Smith"."""
        previous, following = _PREVIOUS.search(before), _NEXT.match(after)
        if following and following[1][0].isupper():
            return True
        if previous is None or previous[1].isupper() or not previous[1][0].isupper():
            return False
        return previous[1].lower() not in self._cues.get("before", ())

    def _is_owner(self, before: str, after: str) -> bool:
        """Whether an office or a body is said to be its own: "Minister of Jordan", "Turkey's ambassador"."""
        offices = self._cues.get("offices", frozenset())
        held, holds = _HELD.search(before), _HOLDS.match(after)
        return bool((held and held[1].lower() in offices) or (holds and holds[1].lower() in offices))

    def _is_cued(self, before: str) -> bool:
        """Whether a word stands before that only places follow: "in", "Republic of"."""
        previous = _PREVIOUS.search(before)
        return bool(previous and previous[1].lower() in self._cues.get("before", ()))


def _special(grammar: Grammar, lang: str) -> Signs | Syllables | None:
    """The way of judging that the language asks for, or None for the default."""
    if lang == "vi":
        return Syllables(grammar)
    joins: dict[str, Callable[[str], bool]] = {"ja": is_han, "ko": is_hangul, "zh": lambda _: False}
    return Signs(grammar, joins[lang]) if lang in joins else None


def _settled(readings: list[Sighting], context: set[str]) -> Sighting:
    """One of several readings of the same words: what the context speaks for, else the sure one."""
    confirmed = (s for s in readings if s.ambiguous and s.code in context)
    sure = (s for s in readings if not s.ambiguous)
    return next(confirmed, None) or next(sure, readings[0])


def _is_listed(reading: Reading, place: Sighting, places: list[Sighting]) -> bool:
    """Whether the next country of the text is joined to it by no more than a comma or a short word ("and")."""
    index = places.index(place)
    gaps = [(places[index - 1], place)] if index else []
    gaps += [(place, places[index + 1])] if index + 1 < len(places) else []
    return any(
        not (left.ambiguous and right.ambiguous) and _JOIN.fullmatch(reading.plain, left.end, right.start)
        for left, right in gaps
    )
