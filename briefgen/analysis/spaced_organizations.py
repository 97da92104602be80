"""Organizations in texts of scripts with spaces: "Austrian Federal Ministry of the Interior (BMI)", "Bộ Nội vụ Áo"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import regex

from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.organization_mention import OrganizationMention
from briefgen.analysis.spaced_words import Phrases, Word, words_of

_LONGEST: Final = 12
"""Words of a name on either side of its head at most."""

_UNKNOWN: Final = 6
"""Words of a Vietnamese name that no table knows, before an acronym that closes it, at most."""

_ACRONYM: Final = regex.compile(r"\s?[(（](?:the )?(\p{Lu}[\p{L}\p{N}&.\-]{0,10}\p{Lu}[\p{L}\p{N}]{0,4})[)）]")
_POSSESSIVE: Final = ("'s", "’s", "s'", "s’")
_SPACE: Final = {" ", "\u00a0", " & "}
_SAYS_WHOSE: Final = {"countries/name", "countries/demonym", "countries/stem"}
"""Rules that name a country itself, not a place in it."""

_BOTH: Final = {"and", "và"}
_MINISTRY: Final = {"en": ("minister", "Ministry")}
"""A title that, with an acronym behind it, names the body: "Minister of Public Security (MPS)"."""


@dataclass(frozen=True, slots=True)
class _Passage:
    text: str
    words: tuple[Word, ...]
    countries: Mapping[int, Mention]

    def country_at(self, place: int) -> Mention | None:
        """The country named at a word."""
        return self.countries.get(self.words[place].start) if place < len(self.words) else None


class SpacedOrganizations:
    """Finds mentions of bodies in one language."""

    def __init__(self, words: Mapping[str, Any], offices: Mapping[str, Any], lang: str, never: Sequence[str]) -> None:
        """Take a language's entries of `data/organizations.yaml` and `data/offices.yaml`, and words that no name has."""
        self._lang = lang
        self._heads, self._national = Phrases(words["heads"], lang), Phrases(words["national"], lang)
        self._small = Phrases(words["small"], lang)
        self._fields = Phrases([*offices["fields"], *offices["modifiers"], *words["holders"]], lang)
        self._verbs = Phrases(words["verbs"], lang)
        self._offices = Phrases(offices["heads"], lang)
        self._links, self._joins = Phrases(offices["links"], lang), Phrases(offices["joins"], lang)
        self._never = frozenset(never)
        self._general = frozenset(words["never"])
        self._small_words = frozenset(words["stops"])
        self._ministries = frozenset(words["small"])
        self._head_last = lang == "en"

    def find(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[OrganizationMention]:
        """The bodies named in `text[start:end]`, a block."""
        passage = _Passage(text, words_of(text, start, end, self._lang), {mention.start: mention for mention in mentions})
        place = 0
        while place < len(passage.words):
            size = self._heads.at(passage.words, place)
            found = self._named(passage, place, size) if size else self._implied(passage, place)
            if found:
                yield found
            after = next((n for n in range(place, len(passage.words)) if found and passage.words[n].start >= found.end), place)
            place = max(after, place + 1)

    def _named(self, passage: _Passage, head: int, size: int) -> OrganizationMention | None:
        words = passage.words
        if not words[head].is_capital:
            return self._in_small_letters(passage, head, size)
        first = self._start(passage, head) if self._head_last else head
        last = self._stop(passage, head + size)
        if last == head + size or (not self._head_last and words[head].plain not in self._ministries):
            last = self._with_country(passage, last)
        last = last if self._head_last else self._to_acronym(passage, last)
        country = passage.country_at(first) if first < head else None
        own = head - first - (country is not None)
        if last == head + size and not self._tells(passage, first, head, own, national=country is not None):
            return None
        return self._mention(passage, first, last, "organizations/name")

    def _to_acronym(self, passage: _Passage, last: int) -> int:
        """The end of a name that an acronym closes a few words further on: "Viện Hải dương học Na Uy (NIO)"."""
        words = passage.words
        for place in range(last, min(len(words), last + _UNKNOWN)):
            if words[place].gap not in _SPACE or words[place].plain in self._small_words:
                break
            if _ACRONYM.match(passage.text, words[place].end):
                return place + 1
        return last

    def _tells(self, passage: _Passage, first: int, head: int, own: int, *, national: bool) -> bool:
        """Whether the words before a head make it a name: "Federal Police", "Vietnamese Embassy", but not "Host Ministry"."""
        if own <= 0:
            return national and bool(self._national.at(passage.words, head))
        return not (own == 1 and passage.words[head - 1].plain in self._general) and first < head

    def _start(self, passage: _Passage, head: int) -> int:
        """Where a name begins whose head stands at a place: behind small words, or at the nationality."""
        words, first = passage.words, head
        while first and head - first < _LONGEST and words[first].gap in _SPACE:
            if not self._may_lead(words[first - 1]):
                break
            first -= 1
            mention = passage.country_at(first)
            if mention and mention.rule in _SAYS_WHOSE:
                break
        return first

    def _may_lead(self, word: Word) -> bool:
        return (
            word.is_capital
            and word.plain not in self._never
            and word.plain not in self._offices
            and not word.text.endswith(_POSSESSIVE[:2])
        )

    def _stop(self, passage: _Passage, place: int) -> int:
        """Where the name ends whose head ends at a place."""
        words = passage.words
        if place >= len(words) or not words[place].follows:
            return place
        link = self._links.at(words, place) if self._head_last else 0
        if self._head_last and not link:
            return place
        first = place + link
        if link and first < len(words) and words[first].plain == "the":
            first += 1
        if first >= len(words) or not words[first].follows or not words[first].is_capital:
            return place if self._head_last or not self._field(words, first) else self._run(passage, first)
        mention = passage.country_at(first)
        if mention and mention.rule != "countries/demonym":
            return place
        size = self._field(words, first) or int(self._head_last or not self._offices.at(words, first))
        return self._run(passage, first + size)

    def _field(self, words: Sequence[Word], place: int) -> int:
        return self._fields.at(words, place)

    def _run(self, passage: _Passage, place: int) -> int:
        """Where the words end that say what a body is for."""
        words, limit = passage.words, place + _LONGEST
        while place < min(len(words), limit):
            comma = words[place].gap == ", "
            if not comma and words[place].gap not in _SPACE:
                break
            join = 0 if comma else self._joins.at(words, place)
            known = 0 if self._is_verb(words, place, joined=bool(join) or comma) else self._known_field(passage, place + join)
            both = comma or (bool(join) and words[place].plain in _BOTH)
            if not known and (both or not self._unknown(passage, place + join, joined=bool(join))):
                break
            if (comma and not self._lists_on(words, place + known)) or (both and self._begins_another(words, place + join)):
                break
            place += join + max(known, 1)
        return place

    def _is_verb(self, words: Sequence[Word], place: int, *, joined: bool) -> bool:
        """Whether a field in small letters is rather what the body does: "Bộ Y tế tổ chức …"."""
        return not joined and not words[place].is_capital and bool(self._verbs.at(words, place))

    def _begins_another(self, words: Sequence[Word], place: int) -> bool:
        """Whether "and" joins the next body: "Bộ Công an và Bộ Nội vụ"."""
        return not self._head_last and place < len(words) and words[place].is_capital and bool(self._heads.at(words, place))

    def _known_field(self, passage: _Passage, place: int) -> int:
        words = passage.words
        if place >= len(words) or words[place].gap not in {*_SPACE, ", "}:
            return 0
        size = self._field(words, place)
        capital = words[place].is_capital or not self._head_last
        again = self._head_last and self._links.at(words, place + size) and self._heads.at(words, place)
        return size if capital and not again and not passage.country_at(place) else 0

    def _unknown(self, passage: _Passage, place: int, *, joined: bool) -> bool:
        """Whether a capitalized word that no table knows goes on with a name: only behind "of", or in Vietnamese."""
        if place >= len(passage.words) or not passage.words[place].follows:
            return False
        word, mention = passage.words[place], passage.country_at(place)
        place_name = mention is not None and not self._head_last and mention.rule not in _SAYS_WHOSE
        free = (not mention or place_name) and not self._offices.at(passage.words, place)
        return word.is_capital and free and (joined or not self._head_last) and word.plain not in self._never

    def _lists_on(self, words: Sequence[Word], place: int) -> bool:
        """Whether a list of fields goes on to "and"."""
        for _ in range(_LONGEST):
            if place >= len(words):
                return False
            if words[place].plain in _BOTH:
                return bool(self._field(words, place + 1))
            size = self._field(words, place)
            if not size or words[place].gap not in {*_SPACE, ", "}:
                return False
            place += size
        return False

    def _with_country(self, passage: _Passage, place: int) -> int:
        """The end of a name that only a country completes: "Bank of Japan", "Đại sứ quán Áo"."""
        words = passage.words
        after = place + (self._head_last and place < len(words) and words[place].plain == "of")
        after += after > place and after < len(words) and words[after].plain == "the"
        mention = passage.country_at(after)
        if mention is None or not words[after].follows or (self._head_last and after == place):
            return place
        return next((n for n in range(after, len(words)) if words[n].start >= mention.end), len(words))

    def _in_small_letters(self, passage: _Passage, head: int, size: int) -> OrganizationMention | None:
        """A nationality, a field and a head in small letters: "Austrian interior ministry"."""
        words = passage.words
        first = head
        while first and words[first].follows and words[first - 1].plain in self._fields:
            first -= 1
        if not self._small.at(words, head) or not first or not words[first].follows or not passage.country_at(first - 1):
            return None
        if first == head and not self._national.at(words, head):
            return None
        return self._mention(passage, first - 1, head + size, "organizations/small")

    def _implied(self, passage: _Passage, place: int) -> OrganizationMention | None:
        """A ministry named by the title of its minister and its acronym: "Minister of Public Security (MPS)"."""
        title, body = _MINISTRY.get(self._lang, ("", ""))
        if passage.words[place].plain != title or not passage.words[place].is_capital:
            return None
        last = self._stop(passage, place + 1)
        end = passage.words[last - 1].end
        match = _ACRONYM.match(passage.text, end)
        if last == place + 1 or not match or match[1][0] != body[0]:
            return None
        name = body + passage.text[passage.words[place].end : end]
        country, _ = self._country_behind(passage, last, match.end())
        start = passage.words[place].start
        return OrganizationMention(name, start, end, "organizations/minister", name, match[1], country, last=match.end())

    def _mention(self, passage: _Passage, first: int, last: int, rule: str) -> OrganizationMention:
        text, words = passage.text, passage.words
        start, end = words[first].start, words[last - 1].end
        while text[start:end].endswith(_POSSESSIVE[:2]):
            end -= 2
        match = _ACRONYM.match(text, end)
        behind, stop = self._country_behind(passage, last, match.end() if match else end)
        if not match and stop > end:
            match = _ACRONYM.match(text, stop)
        inside = [mention for word in words[first:last] if (mention := passage.countries.get(word.start))]
        own = next((mention.code for mention in inside if mention.rule != "countries/city"), "")
        leading = passage.country_at(first)
        bare = text[leading.end : end].lstrip() if leading and last > first + 1 else text[start:end]
        if not self._head_last and inside and inside[-1].end == end:
            bare = text[start : inside[-1].start].rstrip()
        return OrganizationMention(
            text[start:end],
            start,
            end,
            rule,
            bare=bare,
            acronym=match[1] if match else "",
            country=own or behind or self._country_before(passage, first),
            last=max(end, match.end() if match else 0),
        )

    def _country_behind(self, passage: _Passage, last: int, end: int) -> tuple[str, int]:
        """The country that follows a name: "of Singapore", "Áo"; and where it ends."""
        words = passage.words
        while last < len(words) and words[last].start < end:
            last += 1
        if last >= len(words) or passage.text[end : words[last].start] not in _SPACE:
            return "", end
        of = words[last].plain in {"of", "của"}
        if self._head_last and not of:
            return "", end
        place = last + of
        place += of and place < len(words) and words[place].plain in {"the", "nước"}
        mention = passage.country_at(place)
        return (mention.code, mention.end) if mention and mention.rule != "countries/city" else ("", end)

    @staticmethod
    def _country_before(passage: _Passage, first: int) -> str:
        """The country whose possession a body is: "Austria's Ministry of …"."""
        start = passage.words[first].start
        for mention in passage.countries.values():
            if mention.end <= start and passage.text[mention.end : start] in {"'s ", "’s ", "' ", "’ "}:
                return mention.code
        return ""
