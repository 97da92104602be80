"""Organizations in texts of scripts with spaces: "Austrian Federal Ministry of the Interior (BMI)", "Bộ Nội vụ Áo"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.organization_mention import OrganizationMention
from briefgen.analysis.spaced_body_names import ACRONYM, POSSESSIVE, SPACE, BodyNames, Passage
from briefgen.analysis.spaced_words import Phrases, Word, words_of

_PLURAL: Final = {"hai", "các", "những", "two", "both"}
"""Words before a head that make it several bodies without a name."""

_FIRM: Final = 5
"""Words of a firm's name behind a word for firms in small letters, at most."""

_MINISTRY: Final = {"en": ("minister", "Ministry")}
"""A title that, with an acronym behind it, names the body: "Minister of Public Security (MPS)"."""


class SpacedOrganizations:
    """Finds mentions of bodies in one language."""

    def __init__(self, words: Mapping[str, Any], offices: Mapping[str, Any], names: Mapping[str, Any], lang: str) -> None:
        """Take a language and its entries of `data/organizations.yaml`, `data/offices.yaml` and `data/honorifics.yaml`."""
        self._lang = lang
        self._heads, self._national = Phrases(words["heads"], lang), Phrases(words["national"], lang)
        self._firms = Phrases(words["firms"], lang)
        self._small = Phrases(words["small"], lang)
        self._suffixes, self._alone = Phrases(words["suffixes"], lang), Phrases(words["alone"], lang)
        self._fields = Phrases([*offices["fields"], *offices["modifiers"]], lang)
        self._general = frozenset(words["never"])
        self._names = BodyNames(words, offices, names, lang)
        self._ministries = frozenset(words["small"])
        self._head_last = lang == "en"
        self._firsts = frozenset({*self._heads.firsts, _MINISTRY.get(lang, ("", ""))[0]})

    def find(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[OrganizationMention]:
        """The bodies named in `text[start:end]`, a block."""
        passage = Passage(text, words_of(text, start, end, self._lang), {mention.start: mention for mention in mentions})
        firsts = self._firsts
        behind = start
        for place in [place for place, word in enumerate(passage.words) if word.plain in firsts]:
            if passage.words[place].start < behind:
                continue
            size = self._heads.at(passage.words, place)
            named = size and not _is_within(passage.words[place].start, mentions)
            found = self._named(passage, place, size) if named else self._implied(passage, place)
            if found:
                yield found
                behind = found.end

    def _named(self, passage: Passage, head: int, size: int) -> OrganizationMention | None:
        words = passage.words
        if head and words[head].follows and words[head - 1].plain in _PLURAL:
            return None
        if self._head_last and self._is_part(passage, head, size):
            return None
        if not words[head].is_capital and not self._is_suffix(words, head):
            return self._in_small_letters(passage, head, size) or self._firm(passage, head, size)
        first = self._names.start(passage, head) if self._head_last else head
        last = self._names.stop(passage, head + size, led=first < head, firm=bool(self._firms.at(words, head)))
        if last == head + size or (not self._head_last and words[head].plain not in self._ministries):
            last = self._names.with_country(passage, last)
        ministry = words[head].plain in self._ministries
        if not self._head_last and not (ministry and passage.country_at(last)):
            last = self._names.to_acronym(passage, last)
        country = passage.country_at(first) if first < head else None
        own = head - first - (country is not None)
        if last == head + size and not self._tells(passage, head, own, national=country is not None):
            return None
        return self._mention(passage, first, last, "organizations/name")

    def _is_part(self, passage: Passage, head: int, size: int) -> bool:
        """Whether a head only leads to the next one: the second word of "Kestrel Foods plc", "Kenya Airways Group"."""
        words, behind = passage.words, head + size
        if behind >= len(words) or not words[behind].follows or not words[head].is_capital or passage.country_at(behind):
            return False
        return self._is_suffix(words, behind) or (words[behind].is_capital and bool(self._heads.at(words, behind)))

    def _is_suffix(self, words: Sequence[Word], place: int) -> bool:
        """Whether the legal form of a firm stands behind its name, in small letters too: "Atlas Lime plc"."""
        return bool(self._suffixes.at(words, place)) and place > 0 and words[place].follows and words[place - 1].is_capital

    def _tells(self, passage: Passage, head: int, own: int, *, national: bool) -> bool:
        """Whether the words before a head make it a name: "Federal Police", "Vietnamese Embassy", but not "Host Ministry"."""
        if own <= 0:
            return bool(self._alone.at(passage.words, head)) or (national and bool(self._national.at(passage.words, head)))
        return national or not (own == 1 and passage.words[head - 1].plain in self._general)

    def _in_small_letters(self, passage: Passage, head: int, size: int) -> OrganizationMention | None:
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

    def _firm(self, passage: Passage, head: int, size: int) -> OrganizationMention | None:
        """The proper name of a firm behind a word for it in small letters: "tập đoàn Sông Lam Steel"."""
        words, first = passage.words, head + size
        last = first
        while last < min(len(words), first + _FIRM) and words[last].follows and words[last].is_capital:
            last += 1
        named = self._firms.at(words, head) and last - first > 1 and not passage.country_at(first)
        return (
            self._mention(passage, first, last, "organizations/name")
            if named and not self._names.is_person(words, first)
            else None
        )

    def _implied(self, passage: Passage, place: int) -> OrganizationMention | None:
        """A ministry named by the title of its minister and its acronym: "Minister of Public Security (MPS)"."""
        title, body = _MINISTRY.get(self._lang, ("", ""))
        if passage.words[place].plain != title or not passage.words[place].is_capital:
            return None
        last = self._names.stop(passage, place + 1)
        end = passage.words[last - 1].end
        match = ACRONYM.match(passage.text, end)
        if last == place + 1 or not match or match[1][0] != body[0]:
            return None
        name = body + passage.text[passage.words[place].end : end]
        country, _ = self._country_behind(passage, last, match.end())
        start = passage.words[place].start
        return OrganizationMention(name, start, end, "organizations/minister", name, match[1], country, last=match.end())

    def _mention(self, passage: Passage, first: int, last: int, rule: str) -> OrganizationMention:
        text, words = passage.text, passage.words
        start, end = words[first].start, words[last - 1].end
        while text[start:end].endswith(POSSESSIVE[:2]):
            end -= 2
        match = ACRONYM.match(text, end)
        behind, stop = self._country_behind(passage, last, match.end() if match else end)
        if not match and stop > end:
            match = ACRONYM.match(text, stop)
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

    def _country_behind(self, passage: Passage, last: int, end: int) -> tuple[str, int]:
        """The country that follows a name: "of Singapore", "Áo"; and where it ends."""
        words = passage.words
        while last < len(words) and words[last].start < end:
            last += 1
        if last >= len(words) or passage.text[end : words[last].start] not in SPACE:
            return "", end
        of = words[last].plain in {"of", "của"}
        if self._head_last and not of:
            return "", end
        place = last + of
        place += of and place < len(words) and words[place].plain in {"the", "nước"}
        place += self._names.state_at(words, place) if of else 0
        mention = passage.country_at(place)
        return (mention.code, mention.end) if mention and mention.rule != "countries/city" else ("", end)

    @staticmethod
    def _country_before(passage: Passage, first: int) -> str:
        """The country whose possession a body is: "Austria's Ministry of …"."""
        start = passage.words[first].start
        for mention in passage.countries.values():
            if mention.end <= start and passage.text[mention.end : start] in {"'s ", "’s ", "' ", "’ "}:
                return mention.code
        return ""


def _is_within(place: int, mentions: Sequence[Mention]) -> bool:
    """Whether the name of a country goes over a place."""
    return any(mention.start <= place < mention.end for mention in mentions)
