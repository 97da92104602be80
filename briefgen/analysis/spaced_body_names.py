"""Where the names of bodies begin and end in scripts with spaces: from "Austrian" to "Interior", from "Bộ" to "Nội vụ"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import regex

from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.spaced_words import Phrases, Word

_LONGEST: Final = 12
"""Words of a name on either side of its head at most."""

_COMPOUND: Final = 3
"""Words of a Vietnamese compound with one capital at most, and one more that follows it."""

_UNKNOWN: Final = 6
"""Words of a Vietnamese name that no table knows, before an acronym that closes it, at most."""

ACRONYM: Final = regex.compile(r"\s?[(（](?:the )?(\p{Lu}[\p{L}\p{N}&.\-]{0,10}\p{Lu}[\p{L}\p{N}]{0,4})[)）]")
"""Letters in brackets behind a name."""

POSSESSIVE: Final = ("'s", "’s", "s'", "s’")
"""Endings of a possessive."""

SPACE: Final = {" ", "\u00a0", " & "}
"""What may stand between two words of a name."""

SAYS_WHOSE: Final = {"countries/name", "countries/demonym", "countries/stem"}
"""Rules that name a country itself, not a place in it."""

_BOTH: Final = {"and", "và"}


class Passage(NamedTuple):
    """Words of one block with the countries named among them, by where each begins."""

    text: str
    words: tuple[Word, ...]
    countries: Mapping[int, Mention]

    def country_at(self, place: int) -> Mention | None:
        """The country named at a word."""
        return self.countries.get(self.words[place].start) if place < len(self.words) else None

    def country_over(self, place: int) -> Mention | None:
        """The country to whose name a word belongs, if the word ends it."""
        word = self.words[place]
        for mention in self.countries.values():
            if mention.start <= word.start < mention.end <= word.end and not word.text.endswith(POSSESSIVE):
                return mention
        return None


class BodyNames:
    """Finds the ends of names around their head words, in one language."""

    def __init__(self, words: Mapping[str, Any], offices: Mapping[str, Any], names: Mapping[str, Any], lang: str) -> None:
        """Take a language and its entries of `data/organizations.yaml`, `data/offices.yaml` and `data/honorifics.yaml`."""
        never, surnames = (names["never"], ()) if lang == "en" else (words["never"], names["surnames"])
        self._heads = Phrases(words["heads"], lang)
        self._fields = Phrases([*offices["fields"], *offices["modifiers"], *words["holders"], *words["fields"]], lang)
        self._verbs = Phrases(words["verbs"], lang)
        self._offices = Phrases(offices["heads"], lang)
        self._members, self._states = Phrases(words["members"], lang), Phrases(words["states"], lang)
        self._venues = Phrases(words["venues"], lang)
        links, joins = ([word for word in offices[key] if word not in words["apart"]] for key in ("links", "joins"))
        self._links, self._joins = Phrases(links, lang), Phrases(joins, lang)
        self._never, self._surnames = frozenset(never), frozenset(surnames)
        self._small_words = frozenset(words["stops"])
        self._head_last = lang == "en"

    def start(self, passage: Passage, head: int) -> int:
        """Where a name begins whose head stands at a place: behind small words, or at the nationality."""
        words, first = passage.words, head
        while first and head - first < _LONGEST and words[first].gap in SPACE:
            if first < head and (listed := self._list_before(words, first)) < first:
                first = listed
                continue
            mention = passage.country_over(first - 1)
            if mention and mention.rule in SAYS_WHOSE:
                first = next(place for place, word in enumerate(words) if word.start >= mention.start)
                return first - (first > 0 and words[first].follows and words[first - 1].text == "Royal")
            if not self._may_lead(words[first - 1]) and not self._is_general(words, first - 1):
                break
            first -= 1
        return first

    def state_at(self, words: Sequence[Word], place: int) -> int:
        """How many words name a form of state at a place: "Republic of"."""
        return self._states.at(words, place)

    def stop(self, passage: Passage, place: int, *, led: bool = False, firm: bool = False) -> int:
        """Where the name ends whose head ends at a place; a firm may bear a name like a person's: "CTCP Nhựa Hoàng Bách"."""
        words = passage.words
        if place >= len(words) or not words[place].follows:
            return place
        link = self._link_at(words, place) if self._head_last else 0
        if self._head_last and not link:
            return place
        first = place + link
        if link and first < len(words) and words[first].plain == "the":
            first += 1
        if first >= len(words) or self._begins_none(passage, first) or self.is_person(words, first, firm=firm):
            return place
        if not words[first].follows or not words[first].is_capital:
            return place if self._head_last or not self._fields.at(words, first) else self._run(passage, first, firm=firm)
        mention = passage.country_at(first)
        if mention and (mention.rule != "countries/demonym" or led):
            return place
        free = int(self._head_last or not self._offices.at(words, first))
        return self._run(passage, first + (self._compound(passage, first) or self._fields.at(words, first) or free), firm=firm)

    def _begins_none(self, passage: Passage, first: int) -> bool:
        """Whether words behind a head do not say what it is for: "of the Republic of …", "Hội nghị" behind a center."""
        words, state = passage.words, self._states.at(passage.words, first)
        never = self._head_last and words[first].plain in self._never
        return never or bool(self._venues.at(words, first)) or (state > 0 and passage.country_at(first + state) is not None)

    def to_acronym(self, passage: Passage, last: int) -> int:
        """The end of a name that an acronym closes a few words further on: "Viện Hải dương học Na Uy (NIO)"."""
        words = passage.words
        for place in range(last, min(len(words), last + _UNKNOWN)):
            if words[place].gap not in SPACE or words[place].plain in self._small_words:
                break
            if ACRONYM.match(passage.text, words[place].end):
                return place + 1
        return last

    def with_country(self, passage: Passage, place: int) -> int:
        """The end of a name that only a country completes: "Bank of Japan", "Đại sứ quán Áo"."""
        words = passage.words
        after = place + (self._head_last and place < len(words) and words[place].plain == "of")
        after += after > place and after < len(words) and words[after].plain == "the"
        state = self._states.at(words, after) if after > place else 0
        after += state if passage.country_at(after + state) else 0
        mention = passage.country_at(after)
        if mention is None or not words[after].follows or (self._head_last and after == place):
            return place
        if self._head_last and mention.rule == "countries/demonym":
            return place
        last = next((n for n in range(after, len(words)) if words[n].start >= mention.end), len(words))
        while self._head_last and last < len(words) and words[last].follows and self._goes_on(words[last]):
            last += 1
        return last

    def _link_at(self, words: Sequence[Word], place: int) -> int:
        """How many words join a head with what it is for: "of", "for", but not where it is: "in Almaty"."""
        return 0 if place >= len(words) or words[place].plain in {"at", "to", "in"} else self._links.at(words, place)

    def _list_before(self, words: Sequence[Word], first: int) -> int:
        """Where a list of fields begins that "and" joins to a name: "Economic, Trade and" Technical Commission."""
        place = first - 1
        if words[place].plain != "and" or not words[first].follows:
            return first
        gaps = {" ", ", "}
        begin = place
        while begin and words[begin].gap in (gaps if begin < place else SPACE) and self._is_member(words[begin - 1]):
            begin -= 1
        whole = begin < place and not (begin and words[begin].follows and self._links.at(words, begin - 1))
        return begin if whole else first

    def _is_member(self, word: Word) -> bool:
        """Whether a word may stand in a list of fields before a head: no head itself."""
        return word.is_capital and word.plain in self._fields and word.plain not in self._heads

    def _is_general(self, words: Sequence[Word], place: int) -> bool:
        """Whether "General" is no rank but begins a name: "General Authority for Border Protection"."""
        alone = not place or not words[place].follows or not words[place - 1].is_capital or words[place - 1].plain == "the"
        return words[place].text == "General" and alone

    def _may_lead(self, word: Word) -> bool:
        return (
            word.is_capital
            and word.plain not in self._never
            and word.plain not in self._offices
            and not word.text.endswith(POSSESSIVE[:2])
        )

    def _goes_on(self, word: Word) -> bool:
        """Whether a word behind a country still belongs to a name: "Association of Ghana Agro-Exporters"."""
        return self._may_lead(word) and word.plain not in self._fields and not word.is_acronym

    def _compound(self, passage: Passage, first: int) -> int:
        """How many words a Vietnamese compound has that no table knows and that a name or a field follows.

        "*Vắc xin* Hồng Lam", "*Xúc tiến* thương mại"; a verb behind one capital word is none: "Viện Goethe tổ chức".
        """
        words = passage.words
        if self._head_last or self._fields.at(words, first) or not words[first].is_capital or passage.country_at(first):
            return 0
        for size in range(1, _COMPOUND + 1):
            place = first + size
            if place >= len(words) or not words[place].follows or words[place].plain in self._small_words:
                return 0
            if words[place].is_capital:
                return size if size > 1 and not self.is_person(words, place) else 0
            if field := self._fields.at(words, place):
                return size if size > 1 and field > 1 else 0
        return 0

    def is_person(self, words: Sequence[Word], place: int, *, firm: bool = False) -> bool:
        """Whether the name of a person begins: "Thứ trưởng Bộ Ngoại giao Trịnh Quốc Bảo"; behind a firm of three words."""
        least = 2 + firm
        name = words[place : place + least]
        whole = len(name) == least and all(word.is_capital for word in name) and all(word.follows for word in name[1:])
        return whole and name[0].plain in self._surnames

    def _run(self, passage: Passage, place: int, *, firm: bool = False) -> int:
        """Where the words end that say what a body is for."""
        words, limit = passage.words, place + _LONGEST
        while place < min(len(words), limit):
            comma = words[place].gap == ", "
            if not comma and words[place].gap not in SPACE:
                break
            if self.is_person(words, place, firm=firm):
                break
            join = 0 if comma else self._joins.at(words, place)
            known = 0 if self._is_verb(words, place, joined=bool(join) or comma) else self._known_field(passage, place + join)
            known = known or self._united(passage, place + join, joined=bool(join)) or self._inner(passage, place + join)
            both = comma or (bool(join) and words[place].plain in _BOTH)
            if not known and (both or not self._unknown(passage, place + join, joined=bool(join))):
                break
            if (comma and not self._lists_on(words, place + known)) or (both and self._begins_another(words, place + join)):
                break
            place += join + max(known, 1)
        return place

    def _known_field(self, passage: Passage, place: int) -> int:
        words = passage.words
        if place >= len(words) or words[place].gap not in {*SPACE, ", "}:
            return 0
        size = self._fields.at(words, place)
        capital = words[place].is_capital or not self._head_last
        again = self._head_last and self._link_at(words, place + size) and self._heads.at(words, place)
        return size if capital and not again and not passage.country_at(place) else 0

    def _united(self, passage: Passage, place: int, *, joined: bool) -> int:
        """How many words name those whom a body unites, or what it is for, the first of them in no table.

        "Union of Women *Migrant Workers*", "Ministry of Foreign *and Diaspora Affairs*".
        """
        words = passage.words
        if not self._head_last or place + 1 >= len(words) or not self._unknown(passage, place, joined=True):
            return 0
        if not words[place + 1].follows or not words[place + 1].is_capital or self._heads.at(words, place + 1):
            return 0
        if self._members.at(words, place + 1):
            return 2
        return 2 if joined and self._fields.at(words, place + 1) and not self._heads.at(words, place) else 0

    def _inner(self, passage: Passage, place: int) -> int:
        """The words of an unknown Vietnamese compound inside a name, if a field follows: "Nghiên cứu *Nuôi trồng* Thủy sản"."""
        size = self._compound(passage, place) if place < len(passage.words) and passage.words[place].follows else 0
        return size if size and self._fields.at(passage.words, place + size) else 0

    def _unknown(self, passage: Passage, place: int, *, joined: bool) -> bool:
        """Whether a capitalized word that no table knows goes on with a name: only behind "of", or in Vietnamese."""
        if place >= len(passage.words) or not passage.words[place].follows:
            return False
        word, mention = passage.words[place], passage.country_at(place)
        place_name = mention is not None and not self._head_last and mention.rule not in SAYS_WHOSE
        free = (not mention or place_name) and not self._offices.at(passage.words, place)
        return word.is_capital and free and (joined or not self._head_last) and word.plain not in self._never

    def _is_verb(self, words: Sequence[Word], place: int, *, joined: bool) -> bool:
        """Whether a field in small letters is rather what the body does: "Bộ Y tế tổ chức …"."""
        return not joined and not words[place].is_capital and bool(self._verbs.at(words, place))

    def _begins_another(self, words: Sequence[Word], place: int) -> bool:
        """Whether "and" joins the next body: "Bộ Công an và Bộ Nội vụ"."""
        return not self._head_last and place < len(words) and words[place].is_capital and bool(self._heads.at(words, place))

    def _lists_on(self, words: Sequence[Word], place: int) -> bool:
        """Whether a list of fields goes on to "and"."""
        for _ in range(_LONGEST):
            if place >= len(words):
                return False
            if words[place].plain in _BOTH:
                after = words[place + 1 : place + 2]
                return bool(self._fields.at(words, place + 1 + (bool(after) and after[0].plain == "the")))
            size = self._fields.at(words, place)
            if not size or words[place].gap not in {*SPACE, ", "}:
                return False
            place += size
        return False
