"""One-syllable country names of Vietnamese, which are also words and given names: Áo, Ý, Anh, Pháp, Đức, Nga, Mỹ, Nhật.

In running text the country is capitalized, follows a common noun ("Bộ Nội vụ Áo", "tại Đức") and is followed by a small
letter, a stop or a foreign name ("Tổng thống Mỹ Donald Trump"); the given name follows another name or a person word
("Trần Anh Đức", "chị Nga"), and the word stands with a capital only where a sentence begins ("Áo dài", "Anh ấy").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.analysis.inflection import Grammar
from briefgen.analysis.letters import Reading
from briefgen.analysis.sighting import Sighting
from briefgen.text import strip_marks

_WINDOW = 40
_PREVIOUS = re.compile(r"(\w[\w.]*)[ ]$")
_NEXT = re.compile(r"[ ](\w+)")
_DASH = re.compile(r"\s?[-/]\s?")
_LIST = re.compile(r"\s?[-/,]\s?|\s?, |\s(?:và|với|cùng)\s|,?\s(?:và|với|cùng)\s")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…\"“”‘'\[*•|\n])\s*(?:[-*•]\s*)?$")
# A syllable as Vietnamese spells it, without its marks: "Linh" can be Vietnamese, "Donald" cannot.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:[aeiouy]{1,3})(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE
)


class Syllables:
    """Judges one-syllable names by their neighbors; cues: `titles`, `persons`, `places`, `starts` (`data/inflection.yaml`)."""

    def __init__(self, grammar: Grammar) -> None:
        """Take the cues."""
        self._titles, self._persons, self._starts, self._follows, self._leading = (
            frozenset(grammar.cues.get(key, ())) for key in ("titles", "persons", "starts", "follows", "leading")
        )

    def believed(self, reading: Reading, places: Sequence[Sighting], known: set[str]) -> list[Sighting]:
        """The ambiguous places that name countries."""
        first = [place for place in places if place.ambiguous and self._is_country(reading, place)]
        sure = known | {place.code for place in first}
        accepted = {id(place) for place in first}
        for index, place in enumerate(places):
            if not place.ambiguous or id(place) in accepted:
                continue
            beside = (*places[max(0, index - 1) : index], *places[index + 1 : index + 2])
            if any(self._is_joined(reading.written, place, other, accepted) for other in beside) or (
                (place.code in sure or (sure and reading.plain[place.start : place.end] in self._leading))
                and self._may_begin(reading.written, place)
            ):
                accepted.add(id(place))
        return [place for place in places if id(place) in accepted]

    def _is_country(self, reading: Reading, place: Sighting) -> bool:
        """Whether the words on both sides are those of a country in running text."""
        before = reading.written[max(0, place.start - _WINDOW) : place.start]
        if _SENTENCE_START.search(before):
            return False
        previous = _PREVIOUS.search(before)
        title = bool(previous and previous[1].lower() in self._titles)
        return self._is_open_before(previous, title=title) and self._is_open_after(reading.written, place, title=title)

    def _is_open_before(self, previous: re.Match[str] | None, *, title: bool) -> bool:
        if previous is None:
            return True
        word = previous[1]
        if word.lower() in self._persons:
            return False
        common = word[0].islower() or word[0].isdigit() or (len(word) > 1 and word.isupper())
        return title or word.lower() in self._starts or common

    @staticmethod
    def _is_open_after(written: str, place: Sighting, *, title: bool) -> bool:
        following = _NEXT.match(written[place.end : place.end + _WINDOW])
        if following is None or not following[1][0].isupper() or (len(following[1]) > 1 and following[1].isupper()):
            return True
        return title or not _SYLLABLE.fullmatch(strip_marks(following[1]))

    def _is_joined(self, written: str, place: Sighting, other: Sighting, accepted: set[int]) -> bool:
        """Whether it stands in a pair or list with another country: "Việt - Nga", "Mỹ, Nhật Bản và Úc"."""
        left, right = sorted((place, other), key=lambda sighting: sighting.start)
        gap = written[left.end : right.start]
        if other.ambiguous and id(other) not in accepted:
            return bool(_DASH.fullmatch(gap)) and self._is_open_after(written, right, title=False)
        return bool(_LIST.fullmatch(gap))

    def _may_begin(self, written: str, place: Sighting) -> bool:
        """Whether a sentence that begins with the name of a country known from elsewhere means the country."""
        following = _NEXT.match(written[place.end : place.end + _WINDOW])
        begins = bool(_SENTENCE_START.search(written[max(0, place.start - _WINDOW) : place.start]))
        if not begins or not self._is_open_after(written, place, title=False):
            return False
        return following is None or following[1].lower() not in self._follows
