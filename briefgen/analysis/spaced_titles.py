"""Titles of office in scripts with spaces: "Deputy Minister of Public Security", "Bộ trưởng Bộ Công an"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.spaced_words import Phrases, Word

_STATE_WORDS: Final = 5
"""Words between "of" and the name of a country at most: "of the Socialist Republic of"."""

_BODY_WORDS: Final = 12
"""Words of one title at most; what is longer is a sentence."""

_FIELD_FIRST: Final = {"en"}
"""Languages that may put the field before the head: "foreign minister"."""

_LINKED: Final = {"en"}
"""Languages in which a word joins a head with a field after it: "minister of"."""

_ABROAD: Final = {"to", "tại"}
"""Words after which a country is where an envoy serves, not whom."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a sequence of words: `words[first:last]`, the country it names, and where what follows it begins.

    `field` is where its field or body begins (equal to `last` without one); a `lesser` title gives way to a better one;
    `timed` says that it belongs to another time.
    """

    first: int
    last: int
    field: int
    after: int
    country: str = ""
    lesser: bool = False
    timed: bool = False


class Titles:
    """Finds the titles of one language."""

    def __init__(self, words: Mapping[str, Any], lang: str, surnames: Sequence[str] = ()) -> None:
        """Take a language's entry of `data/offices.yaml`, and family names that may also be words of a field."""
        self._surnames = frozenset(surnames)
        self._field_first, self._linked = lang in _FIELD_FIRST, lang in _LINKED
        self._heads = Phrases([*words["heads"], *words["lesser"]], lang)
        self._lesser = Phrases(words["lesser"], lang)
        self._fields = Phrases([*words["fields"], *words["modifiers"]], lang)
        self._modifiers = Phrases(words["modifiers"], lang)
        self._times = Phrases(words["times"], lang)
        self._links = Phrases(words["links"], lang)
        self._joins = Phrases(words["joins"], lang)
        self._states = Phrases(words["states"], lang)

    def find(self, words: Sequence[Word], countries: Mapping[int, Mention], *, named: bool) -> Iterator[Title]:
        """The titles among words; `countries` are mentions by their start.

        With `named` a field runs on over unknown names, as it may where the person's name stands before the title.
        """
        place = 0
        previous: Title | None = None
        while place < len(words):
            size = self._head(words, place)
            if not size:
                place += 1
                continue
            title = self._title(words, countries, (place, place + size), named=named)
            if previous and title.first - 1 == previous.last and words[title.first - 1].plain in _BOTH:
                title = replace(title, first=previous.first, country=title.country or previous.country)
            yield title
            previous = title
            place = max(title.last, place + size)

    def is_title_word(self, word: Word) -> bool:
        """Whether a word may stand in a title and therefore ends a name."""
        return word.plain in self._heads or word.plain in self._fields or word.plain in self._times

    def _head(self, words: Sequence[Word], place: int) -> int:
        """How many words the head at a place has; "Vice-President" and "then-minister" are heads by their last part."""
        size = self._heads.at(words, place)
        if not size and "-" in words[place].plain:
            return int(words[place].plain.rpartition("-")[2] in self._heads)
        return size

    def _title(self, words: Sequence[Word], countries: Mapping[int, Mention], head: tuple[int, int], *, named: bool) -> Title:
        first, last = self._start(words, head[0]), head[1]
        while last < len(words) and words[last].follows and (more := self._after(words, last)):
            last += more
        field, last = self._field(words, countries, last, named=named)
        timed = bool(self._time_before(words, first)) or words[first].plain.startswith(("then-", "ex-"))
        first -= self._time_before(words, first)
        country, after = self._country(words, countries, last)
        inside = [
            countries[word.start].code
            for word in words[field:last]
            if word.start in countries and countries[word.start].rule in _SAYS_WHOSE
        ]
        abroad = any(word.plain in _ABROAD for word in words[head[1] : last])
        return Title(
            first,
            last,
            field,
            after,
            country=country or (inside[0] if inside and not abroad else ""),
            lesser=bool(self._lesser.at(words, head[0])),
            timed=timed,
        )

    def _start(self, words: Sequence[Word], first: int) -> int:
        """Where the title begins whose head stands at `first`: before "deputy", before "trade and industry"."""
        while self._field_first and first and words[first].gap in _TIGHT:
            if words[first - 1].plain in self._fields and words[first - 1].text[-2:] not in _POSSESSIVE:
                first -= 1
            elif (
                first > 1
                and words[first - 1].plain == "and"
                and words[first - 1].follows
                and words[first - 2].plain in self._fields
                and words[first - 2].is_capital == words[first].is_capital
            ):
                first -= 2
            else:
                break
        return first

    def _after(self, words: Sequence[Word], place: int) -> int:
        """How many words of a title go on after its head without a link: "bộ trưởng thường trực"."""
        return 0 if self._linked else self._modifiers.at(words, place)

    def _time_before(self, words: Sequence[Word], first: int) -> int:
        if not first or words[first].gap not in _TIGHT:
            return 0
        for size in (3, 2, 1):
            if self._times.at(words, first - size) == size:
                return size
        return 0

    def _field(self, words: Sequence[Word], countries: Mapping[int, Mention], head: int, *, named: bool) -> tuple[int, int]:
        """Where the field after a head begins and ends; both are the end of the head if there is none."""
        place = head
        link = self._links.at(words, place) if place < len(words) and words[place].follows else 0
        place += link
        if link and place < len(words) and words[place].plain == "the":
            place += 1
        if (not link and self._linked) or place >= len(words) or not words[place].follows:
            return head, head
        mention = countries.get(words[place].start)
        names_country = mention and mention.rule != "countries/demonym" and words[place - 1].plain not in _ABROAD
        if mention and names_country and not self._names_body(words, _past(words, mention)):
            return head, head
        unknown = bool(link) and (words[place].is_capital or mention is not None)
        size = self._fields.at(words, place) or int(unknown and (self._linked or named))
        if not size or (not self._linked and words[place].plain in self._heads):
            return head, head
        return place, self._run(words, countries, place + size, head + _BODY_WORDS, named=named)

    def _names_body(self, words: Sequence[Word], place: int) -> bool:
        """Whether the name of a country or city goes on to a body: "of the Lagos office"."""
        return self._linked and place < len(words) and words[place].follows and words[place].plain in self._fields

    def _run(self, words: Sequence[Word], countries: Mapping[int, Mention], place: int, limit: int, *, named: bool) -> int:
        """Where a field ends that has begun before `place`."""
        while place < min(len(words), limit):
            comma = words[place].gap == ", "
            if not comma and words[place].gap not in _TIGHT:
                break
            if self._is_family_name(words, place):
                break
            join = 0 if comma else self._joins.at(words, place)
            size = self._piece(words, countries, place + join, named=named and not comma, joined=bool(join))
            if not size or (comma and not self._lists_on(words, place + size)):
                break
            place += join + size
        return place

    def _piece(self, words: Sequence[Word], countries: Mapping[int, Mention], place: int, *, named: bool, joined: bool) -> int:
        """How many words of a field stand at a place."""
        if place >= len(words) or words[place].gap not in {*_TIGHT, ", "}:
            return 0
        if joined and self._linked and words[place].plain in self._heads and words[place].is_capital:
            return 0  # "and Minister of …" is another title
        mention = countries.get(words[place].start)
        if mention and mention.rule != "countries/demonym":
            return 0
        return self._fields.at(words, place) or int(named and words[place].is_capital and not words[place].is_acronym)

    def _is_family_name(self, words: Sequence[Word], place: int) -> bool:
        """Whether a field is rather the family name of the holder: "Bộ trưởng Công Thương Đoàn Việt Khoa"."""
        pair = words[place : place + 2]
        return (
            len(pair) > 1 and words[place].plain in self._surnames and all(word.is_capital for word in pair) and pair[1].follows
        )

    def _lists_on(self, words: Sequence[Word], place: int) -> bool:
        """Whether a list of fields goes on to "and": "Culture, Sports and Tourism"."""
        for _ in range(_STATE_WORDS):
            if place >= len(words) or words[place].gap not in {*_TIGHT, ", "}:
                return False
            if words[place].plain in {"and", "và"}:
                return bool(self._fields.at(words, place + 1))
            size = self._fields.at(words, place)
            if not size:
                return False
            place += size
        return False

    def _country(self, words: Sequence[Word], countries: Mapping[int, Mention], last: int) -> tuple[str, int]:
        """The country named right after a title ("of Vietnam", "Áo") and the place after it."""
        place = last
        while place < len(words) and place - last <= _STATE_WORDS and words[place].follows:
            mention = countries.get(words[place].start)
            if mention and (place > last or not self._linked):
                return mention.code, _past_posting(words, countries, _past(words, mention))
            if place == last and self._linked and words[place].plain != "of":
                break
            if words[place].plain not in self._states:
                break
            place += 1
        return "", last


_SAYS_WHOSE: Final = {"countries/name", "countries/demonym", "countries/stem"}
_BOTH: Final = {"and", "và", "kiêm"}
_TIGHT: Final = {" ", "\u00a0", " & "}
_POSSESSIVE: Final = {"'s", "’s"}


def _past(words: Sequence[Word], mention: Mention) -> int:
    """The place behind the words of a mention."""
    return next((place for place, word in enumerate(words) if word.start >= mention.end), len(words))


def _past_posting(words: Sequence[Word], countries: Mapping[int, Mention], place: int) -> int:
    """The place behind the country in which an envoy serves: "Đại sứ Singapore tại Việt Nam"."""
    if place + 1 < len(words) and words[place].plain in _ABROAD and words[place + 1].start in countries:
        return _past(words, countries[words[place + 1].start])
    return place
