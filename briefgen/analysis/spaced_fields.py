"""What a title in scripts with spaces is for: "minister | of culture, sports and tourism", "bộ trưởng | Bộ Công an"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.spaced_words import Phrases, Word

STATE_WORDS: Final = 5
"""Words between "of" and the name of a country at most: "of the Socialist Republic of"."""

BODY_WORDS: Final = 12
"""Words of one title at most; what is longer is a sentence."""

UNKNOWN_WORDS: Final = 6
"""Words at most that no list knows at the end of the name of a body or field."""

ABROAD: Final = {"to", "tại"}
"""Words after which a country is where an envoy serves, not whom."""

TIGHT: Final = {" ", "\u00a0", " & ", "' ", "’ "}
"""What stands between the words of one title."""

_SET_OFF: Final = {", ", " ("}
"""What stands between a name and a title behind it."""

_AND: Final = {"and", "và"}

_ARTICLES: Final = {"the", "its", "their"}
"""Words between "of" and a field."""


class Fields:
    """Reads the field or body behind the head of a title, and the country behind that."""

    def __init__(self, words: Mapping[str, Any], lang: str, surnames: Sequence[str], heads: Phrases, *, linked: bool) -> None:
        """Take a language's entry of `data/offices.yaml`, family names that may be words of a field, the heads of titles.

        `linked` says that a word joins a head with the field after it: "minister of".
        """
        self._surnames, self._heads, self._linked = frozenset(surnames), heads, linked
        self._fields = Phrases([*words["fields"], *words["modifiers"], *words.get("places", ())], lang)
        self._links = Phrases(words["links"], lang)
        self._joins = Phrases(words["joins"], lang)
        self._states = Phrases(words["states"], lang)
        self._bodies = frozenset(words["bodies"])
        self._stops = Phrases(words.get("stops", ()), lang)

    def at(self, words: Sequence[Word], place: int) -> int:
        """How many words of a field begin at a place."""
        return self._fields.at(words, place)

    def __contains__(self, plain: str) -> bool:
        """Whether a single word may be a field."""
        return plain in self._fields

    def span(self, words: Sequence[Word], countries: Mapping[int, Mention], head: int, *, named: bool) -> tuple[int, int]:
        """Where the field after a head begins and ends; both are the end of the head if there is none."""
        place = head
        link = self._links.at(words, place) if place < len(words) and words[place].follows else 0
        place += link
        if link and place < len(words) and words[place].plain in _ARTICLES:
            place += 1
        if link == 1 and words[head].plain == "in" and not self._opens_body(words, place):
            return head, head
        if (not link and self._linked) or place >= len(words) or not words[place].follows:
            return head, head
        mention = countries.get(words[place].start)
        names_country = mention and mention.rule != "countries/demonym" and words[place - 1].plain not in ABROAD
        if mention and names_country and not self._names_body(words, _past(words, mention)):
            return head, head
        unknown = bool(link) and (words[place].is_capital or mention is not None)
        size = self._fields.at(words, place) or int(unknown and (self._linked or named))
        charged = link > 1 and not self._linked  # "phụ trách nghề cá"
        if charged and not size and not words[place].is_capital:
            size = 1
        if not size or (not self._linked and words[place].plain in self._heads):
            return head, head
        last = self._run(words, countries, place + size, head + BODY_WORDS, named=named)
        last = max(last, self._body_before_comma(words, place)) if self._linked else last
        set_off = named and any(word.gap in _SET_OFF for word in words[max(0, head - STATE_WORDS) : head])
        return place, last if self._linked else self._unknown(words, countries, last, named=set_off)

    def _body_before_comma(self, words: Sequence[Word], place: int) -> int:
        """Where capitalized words from `place` end with the word for a body, set off by a comma; else `place`.

        So a body of unknown words does: "the director of Portugal's Judicial Police, | X".
        """
        last = place + 1
        while last < len(words) and words[last].gap in TIGHT and words[last].is_capital and last - place < UNKNOWN_WORDS:
            last += 1
        ends = last < len(words) and words[last].gap == ", " and words[last - 1].plain in self._bodies
        return last if ends and last - place > 1 else place

    def _unknown(self, words: Sequence[Word], countries: Mapping[int, Mention], place: int, *, named: bool) -> int:
        """Where a field ends that goes on over unknown words: to the country, the comma or the verb behind it.

        Small words alone do where the person's name may follow: "Quốc vụ khanh phụ trách nghề cá | Na Uy, ông X".
        """
        last = place
        while last < len(words) and last - place <= UNKNOWN_WORDS and words[last].gap in TIGHT:
            if words[last].start in countries or self._stops.at(words, last):
                return last
            if words[last].is_acronym or (words[last].is_capital and not named) or self._heads.at(words, last):
                return place
            last += 1
        ended = last < len(words) and words[last].gap not in TIGHT
        return last if last == len(words) or ended else place

    def _names_body(self, words: Sequence[Word], place: int) -> bool:
        """Whether the name of a country or city goes on to a body: "of the Lagos office"."""
        if not self._linked or place >= len(words) or not words[place].follows:
            return False
        owned = words[place - 1].text[-2:] in {"'s", "’s"} and words[place].is_capital
        return owned or words[place].plain in self._fields

    def _opens_body(self, words: Sequence[Word], place: int) -> bool:
        """Whether a capitalized word for a body stands here or next: "in the Ministry of", "in the Foreign Office"."""
        return any(word.is_capital and word.plain in self._bodies for word in words[place : place + 2])

    def _run(self, words: Sequence[Word], countries: Mapping[int, Mention], place: int, limit: int, *, named: bool) -> int:
        """Where a field ends that has begun before `place`."""
        listed = False
        while place < min(len(words), limit):
            comma = words[place].gap == ", "
            if not comma and words[place].gap not in TIGHT:
                break
            if self._is_family_name(words, place) or (words[place].plain == "of" and self.country(words, countries, place)[0]):
                break
            serial = comma and listed and words[place].plain in _AND
            join = 0 if comma and not serial else self._joins.at(words, place)
            size = self._piece(words, countries, place + join, named=named and not comma, joined=bool(join))
            size = size or int(bool(join) and listed and self._is_set_off(words, place + join))
            if not size or (comma and not serial and not self._lists_on(words, place + size)):
                break
            listed = listed or comma
            place += join + size
        return place + int(listed and self._linked and self._is_set_off(words, place))

    @staticmethod
    def _is_set_off(words: Sequence[Word], place: int) -> bool:
        """Whether a capitalized word ends a list of fields, as what follows it is set off or names the country."""
        if place + 1 >= len(words) or not words[place].follows or not words[place].is_capital:
            return False
        return words[place + 1].gap in {", ", " ("} or words[place + 1].plain == "of"

    def _piece(self, words: Sequence[Word], countries: Mapping[int, Mention], place: int, *, named: bool, joined: bool) -> int:
        """How many words of a field stand at a place."""
        if place >= len(words) or words[place].gap not in {*TIGHT, ", "}:
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
        for _ in range(STATE_WORDS):
            if place >= len(words) or words[place].gap not in {*TIGHT, ", "}:
                return False
            if words[place].plain in _AND:
                return bool(self._fields.at(words, place + 1)) or self._is_set_off(words, place + 1)
            size = self._fields.at(words, place)
            if not size:
                return False
            place += size
        return False

    def country(self, words: Sequence[Word], countries: Mapping[int, Mention], last: int) -> tuple[str, int]:
        """The country named right after a title ("of Vietnam", "Áo") and the place after it."""
        place = last
        while place < len(words) and place - last <= STATE_WORDS and words[place].follows:
            mention = countries.get(words[place].start)
            if mention and (place > last or not self._linked):
                return mention.code, _past_posting(words, countries, _past(words, mention))
            if place == last and self._linked and words[place].plain != "of":
                break
            if words[place].plain not in self._states:
                break
            place += 1
        return "", last


def _past(words: Sequence[Word], mention: Mention) -> int:
    """The place behind the words of a mention."""
    return next((place for place, word in enumerate(words) if word.start >= mention.end), len(words))


def _past_posting(words: Sequence[Word], countries: Mapping[int, Mention], place: int) -> int:
    """The place behind the country in which an envoy serves: "Đại sứ Singapore tại Việt Nam"."""
    if place + 1 < len(words) and words[place].plain in {*ABROAD, "in"} and words[place + 1].start in countries:
        return _past(words, countries[words[place + 1].start])
    return place
