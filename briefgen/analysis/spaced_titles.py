"""Titles of office in scripts with spaces: "Deputy Minister of Public Security", "Bộ trưởng Bộ Công an"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.spaced_fields import ABROAD, TIGHT, Fields
from briefgen.analysis.spaced_words import Phrases, Word

_FIELD_FIRST: Final = {"en"}
"""Languages that may put the field before the head: "foreign minister"."""

_LINKED: Final = {"en"}
"""Languages in which a word joins a head with a field after it: "minister of"."""


class Title(NamedTuple):
    """A title in a sequence of words: `words[first:last]`, the country it names, and where what follows it begins.

    `owner` is where the name of a body before it begins (equal to `first` without one), `field` where its field or body
    begins (equal to `last` without one); a `lesser` title gives way to a better one; `timed` says that it belongs to
    another time; `roleless` that it names no office ("counterpart").
    """

    first: int
    last: int
    field: int
    after: int
    country: str = ""
    lesser: bool = False
    timed: bool = False
    owner: int = -1
    roleless: bool = False


class Titles:
    """Finds the titles of one language."""

    def __init__(self, words: Mapping[str, Any], lang: str, surnames: Sequence[str] = (), never: Sequence[str] = ()) -> None:
        """Take a language's entry of `data/offices.yaml`, family names that may be words of a field, and no-names."""
        self._never = frozenset(never)
        self._field_first, self._linked = lang in _FIELD_FIRST, lang in _LINKED
        self._heads = Phrases([*words["heads"], *words["lesser"], *words["roleless"]], lang)
        self._roleless = Phrases(words["roleless"], lang)
        self._bodies = frozenset(words["bodies"])
        self._lesser = Phrases(words["lesser"], lang)
        self._modifiers = Phrases(words["modifiers"], lang)
        self._times = Phrases([*words["times"], *words["formers"]], lang)
        self._formers = Phrases(words["formers"], lang)
        self._fields = Fields(words, lang, surnames, self._heads, linked=self._linked)

    def find(
        self, words: Sequence[Word], countries: Mapping[int, Mention], places: Iterable[int], *, named: bool
    ) -> Iterator[Title]:
        """The titles among words with heads at some of these `places`; `countries` are mentions by their start.

        With `named` a field runs on over unknown names, as it may where the person's name stands before the title.
        """
        behind = 0
        previous: Title | None = None
        for place in places:
            size = self._head(words, place) if place >= behind else 0
            if not size:
                continue
            title = self._title(words, countries, (place, place + size), named=named)
            if previous and self._is_joined(words, previous, title):
                title = title._replace(first=previous.first, owner=previous.owner, country=title.country or previous.country)
            elif previous and self._is_added(words, previous, title):
                title = title._replace(country=title.country or previous.country)
            yield title
            previous = title
            behind = max(title.last, place + size)

    def places(self, words: Sequence[Word]) -> list[int]:
        """Where the head of a title may begin."""
        firsts = self._heads.firsts
        return [place for place, word in enumerate(words) if word.plain in firsts or "-" in word.plain]

    def _is_joined(self, words: Sequence[Word], previous: Title, title: Title) -> bool:
        """Whether two titles are one person's: "Prime Minister and Minister of Transport", "Phó Thủ tướng, Bộ trưởng …"."""
        if previous.lesser or title.lesser:
            return False
        if title.first == previous.last and not self._linked and words[title.first].gap == ", ":
            return previous.first == 0 or words[previous.first].gap != ", "
        return title.first - 1 == previous.last and words[title.first - 1].plain in _BOTH

    @staticmethod
    def _is_added(words: Sequence[Word], previous: Title, title: Title) -> bool:
        """Whether a dash adds a second title to the one before: "Deputy Chairman of the … of Kazakhstan - Director of …"."""
        return title.first == previous.after and words[title.first].gap in _DASHES

    def is_field(self, words: Sequence[Word], first: int, stop: int) -> bool:
        """Whether `words[first:stop]` are a field or place and no name: "Lai Châu"."""
        return self._fields.at(words, first) == stop - first

    def is_title_word(self, word: Word) -> bool:
        """Whether a word may stand in a title and therefore ends a name."""
        return word.plain in self._heads or word.plain in self._fields or word.plain in self._times

    def _head(self, words: Sequence[Word], place: int) -> int:
        """How many words the head at a place has; "Vice-President" and "then-minister" are heads by their last part."""
        size = self._heads.at(words, place)
        if not size and words[place].plain == _DEPUTY and place + 1 < len(words) and words[place + 1].follows:
            behind = self._heads.at(words, place + 1)
            return behind and behind + 1
        if not size and "-" in words[place].plain:
            return int(words[place].plain.rpartition("-")[2] in self._heads)
        return size

    def _title(self, words: Sequence[Word], countries: Mapping[int, Mention], head: tuple[int, int], *, named: bool) -> Title:
        owner, first = self._owner(words, countries, self._start(words, head[0]), head[0])
        last = head[1]
        while last < len(words) and words[last].follows and (more := self._after(words, last)):
            last += more
        field, last = self._fields.span(words, countries, last, named=named)
        dated = self._time_before(words, first)
        first -= dated
        former = bool(self._formers.at(words, first)) or words[first].plain.startswith(_FORMER)
        country, after = self._fields.country(words, countries, last)
        inside = [
            countries[word.start].code
            for word in words[field:last]
            if word.start in countries and countries[word.start].rule in _SAYS_WHOSE
        ]
        abroad = any(word.plain in ABROAD for word in words[head[1] : last])
        return Title(
            first,
            last,
            field,
            after,
            country=country or (inside[0] if inside and not abroad else ""),
            lesser=former or bool(self._lesser.at(words, head[0])),
            timed=not former and (dated > 0 or words[first].plain.startswith(_THEN)),
            owner=min(owner, first),
            roleless=bool(self._roleless.at(words, head[0])),
        )

    def _owner(self, words: Sequence[Word], countries: Mapping[int, Mention], first: int, head: int) -> tuple[int, int]:
        """Where the name of a body before a title begins, and the title behind it: "Orvex Energy | chief executive".

        A title in small letters takes no capitalized words to itself that name a body, or go on from a name.
        """
        if not self._linked or words[head].is_capital:
            return first, first
        last = next((place for place in range(head, first, -1) if words[place - 1].is_capital), first)
        start = last
        while start and words[start].gap in TIGHT and words[start - 1].is_capital and not self._ends_body(words[start - 1]):
            start -= 1
        run = words[start:last]
        named = any(
            word.plain in self._bodies or word.plain not in self._fields for word in run if not _is_inside(word, countries)
        )
        return (start, last) if named and not self._opens_sentence(run) else (first, first)

    def _ends_body(self, word: Word) -> bool:
        """Whether a capitalized word cannot be part of the name of a body behind it."""
        return word.text[-2:] in _POSSESSIVE or word.plain in self._times or word.plain in self._never

    @staticmethod
    def _opens_sentence(run: Sequence[Word]) -> bool:
        """Whether a single word has its capital from the sentence that it begins."""
        return len(run) == 1 and run[0].gap not in TIGHT

    def _start(self, words: Sequence[Word], first: int) -> int:
        """Where the title begins whose head stands at `first`: before "deputy", before "trade and industry"."""
        while self._field_first and first and words[first].gap in TIGHT:
            before = words[first - 1]
            known = _bare(before) in self._fields or before.plain in self._modifiers
            if known and before.text[-2:] not in _POSSESSIVE:
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
        if not first or words[first].gap not in TIGHT:
            return 0
        for size in (3, 2, 1):
            if self._times.at(words, first - size) == size:
                return size
        return 0


_SAYS_WHOSE: Final = {"countries/name", "countries/demonym", "countries/stem"}
_DASHES: Final = {" - ", " – ", " — "}
_BOTH: Final = {"and", "và", "kiêm"}
_DEPUTY: Final = "phó"
_THEN: Final = ("then-",)
_FORMER: Final = ("ex-", "former-")
_POSSESSIVE: Final = {"'s", "’s"}


def _is_inside(word: Word, countries: Mapping[int, Mention]) -> bool:
    """Whether a word is part of a country's name."""
    return any(mention.start <= word.start < mention.end for mention in countries.values())


def _bare(word: Word) -> str:
    """A word without the time that is written to it: "then-foreign"."""
    return next((word.plain.removeprefix(time) for time in (*_THEN, *_FORMER) if word.plain.startswith(time)), word.plain)
