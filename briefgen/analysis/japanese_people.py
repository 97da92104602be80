"""People in Japanese texts: クアン公安大臣, 国家安全保障局長のナギエフ氏, 岩屋毅外相."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

import regex

from briefgen.analysis.cues import Cues
from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.japanese_bodies import body_before, body_of_title, club_behind
from briefgen.analysis.japanese_rules import Parts, any_of
from briefgen.analysis.person_mention import PersonMention

_TOWNS: Final = {"countries/city", "countries/capital"}
"""Rules of mentions that may be parts of names: アナ・リマ."""

_AT: Final = frozenset("駐在")
"""Signs before the country in which an envoy serves."""

_REACH: Final = 48
"""Characters before a title or name in which its country may be named."""

_BARE: Final = "相"
"""The end of a minister's title, which is none alone."""

_MOST_TELLING: Final = 9
"""Characters of a title beyond which length tells nothing more."""


class JapanesePeople:
    """Finds mentions of people in Japanese."""

    def __init__(self, offices: Mapping[str, Any], honorifics: Mapping[str, Any], cues: Cues) -> None:
        """Take the Japanese entries of `data/offices.yaml` and `data/honorifics.yaml`, and the cues of the language."""
        parts = Parts.of(offices, honorifics)
        self._scanned = tuple((rule, cues.watch(pattern)) for rule, pattern in parts.scanned())
        self._titled = parts.titled()
        self._surnames = frozenset(honorifics["surnames"])
        lengths = sorted({len(word) for word in self._surnames}, reverse=True)
        self._family = tuple((length, parts.family(length)) for length in lengths)
        self._firsts = frozenset(word[0] for word in self._surnames)
        self._lasts = frozenset(word[-1] for word in offices["heads"])
        self._inner = frozenset(sign for sign in self._lasts if sign >= "一")
        openings = (*offices["heads"], *offices["fields"], *offices["modifiers"], *offices["times"], *offices["formers"], *_AT)
        self._openings = frozenset(word[0] for word in openings)
        self._times, self._formers = regex.compile(any_of(offices["times"])), regex.compile(any_of(offices["formers"]))
        self._edge = parts.edge(offices["states"])
        self._never = frozenset(honorifics["never"])
        self.home = str(honorifics["home"])
        self._units = regex.compile(any_of([*offices["fields"], *offices["modifiers"]]))
        self._corporate = frozenset(offices["corporate"])
        self._whole = regex.compile(rf"(?:{parts.times})?{parts.title}")
        self._surname = regex.compile(parts.surname)

    def find(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[PersonMention]:
        """The people named in `text[start:end]`, a block."""
        block = text[:end]
        scanned = ((rule, match) for rule, cued in self._scanned for match in cued.finditer(text, start, end))
        for rule, match in chain(scanned, self._matches(block, start, mentions)):
            if found := self._mention(block, match, mentions, rule):
                yield found

    def _matches(self, block: str, start: int, mentions: Sequence[Mention]) -> Iterator[tuple[str, regex.Match[str]]]:
        """What the rules match that begin with a family name or a title; they are tried only where one may stand."""
        yield from self._families(block, start, {mention.end for mention in mentions})
        for name, pattern in self._titled:
            for found in name.finditer(block, start):
                if match := self._title_before(block, start, found, pattern):
                    yield "people/title-before", match

    def _families(self, block: str, start: int, ends: Container[int]) -> Iterator[tuple[str, regex.Match[str]]]:
        """What begins with a family name in characters: not inside a run of them, unless a country's name ends there."""
        for place in range(start, len(block)):
            if block[place] not in self._firsts or (place not in ends and "一" <= block[place - 1 : place] <= "龥"):
                continue
            for length, rules in self._family:
                if block[place : place + length] in self._surnames:
                    found = ((rule, pattern.match(block, place)) for rule, pattern in rules)
                    yield from ((rule, match) for rule, match in found if match)

    def _title_before(
        self, block: str, start: int, name: regex.Match[str], pattern: regex.Pattern[str]
    ) -> regex.Match[str] | None:
        """The longest title that ends right before a name, or in the run of characters that ends with one."""
        lead = (
            block[max(start, name.start() - 5) : name.start()].removesuffix("を務める").removesuffix("である").rstrip("の、・")
        )
        if lead[-1:] not in self._lasts and self._inner.isdisjoint(name[0]):
            return None
        for place in range(max(start, name.start() - _REACH // 2), name.end()):
            match = pattern.match(block, place) if block[place] in self._openings else None
            if match and name.start() <= match.start("name") and match.end("name") == name.end():
                return match
        return None

    def home_of(self, mention: PersonMention) -> str:
        """Japan, if somebody with a role has a Japanese family name of two characters or more; else ""."""
        family = self._surname.match(mention.name)
        return self.home if mention.role and family and len(family[0]) > 1 else ""

    @staticmethod
    def is_foreign(name: str) -> bool:
        """Whether a name is written as foreign ones are: in katakana or Latin letters."""
        return "ァ" <= name[0] <= "ヺ" or name[0].isascii()

    def _mention(self, text: str, match: regex.Match[str], mentions: Sequence[Mention], rule: str) -> PersonMention | None:
        title = match.groupdict().get("title") or ""
        start, end, title = self._without_words(text, match.start("name"), match.end("name"), title)
        end, owner = _without_country(text, start, end, mentions)
        name = text[start:end]
        if not name or title == _BARE or not self._is_person(text, (start, end), rule, mentions):
            return None
        short = len(_parts(name)) == 1 and (
            (name[0] >= "一" and bool(self._surname.fullmatch(name))) or "ァ" <= name[0] <= "ヺ"
        )
        if short and rule == "people/title-before" and not match.groupdict().get("courtesy"):
            return None
        first = match.start("title") if rule == "people/title-before" else start
        inside, title = self._country_inside(text, match, title, mentions, rule)
        if rule in {"people/aside", "people/row"} and not title:
            return None
        same, title = body_of_title(text, first, title)
        role, timed = self._role(match, title)
        return PersonMention(
            name,
            start,
            end,
            first,
            match.end(),
            rule,
            role=role,
            country=inside or owner or self._country(text, first, mentions) or self._country(text, start, mentions),
            organization=same or self._body(text, first, end, title, mentions),
            timed=timed,
            short=short,
            alone=bool(role) and role not in self._corporate and len(name) > 1,
            rank=int(bool(role)) if self._formers.match(role) else min(len(role), _MOST_TELLING),
        )

    def _body(self, text: str, first: int, end: int, title: str, mentions: Sequence[Mention]) -> str:
        """The body beside a title or name; a country is none."""
        body = body_before(text, first, title, self._corporate) or club_behind(text, end)
        return "" if any(text[mention.start : mention.end] == body for mention in mentions) else body

    def _is_person(self, text: str, span: tuple[int, int], rule: str, mentions: Sequence[Mention]) -> bool:
        """Whether a person's name stands at a span, and begins there."""
        name = text[span[0] : span[1]]
        if self._is_no_name(name, *span, mentions):
            return False
        if rule == "people/nation" and not self._is_of_nation(text, *span, mentions):
            return False
        return name[0] < "一" or self._begins(text, span[0], name, mentions, rule)

    def _role(self, match: regex.Match[str], title: str) -> tuple[str, bool]:
        """The role, and whether it is one of another time: 当時公安大臣, 外相(当時)."""
        aside = match.groupdict().get("aside") or ""
        timed = bool(self._times.match(aside))
        if match.groupdict().get("bracket") and not aside:
            return (match.string[match.start("title") : match.end()] if title else ""), True
        return (aside if timed or not title else title), timed or bool(self._times.match(title))

    def _country_inside(
        self, text: str, match: regex.Match[str], title: str, mentions: Sequence[Mention], rule: str
    ) -> tuple[str, str]:
        """The country that a title names itself, and the title without it."""
        if rule in {"people/aside", "people/row"}:
            return self._inside(text, match.start("title"), title, mentions)
        if rule == "people/nation":
            return next((mention.code for mention in mentions if mention.start == match.end() + 1), ""), title
        return self._posted(match, title, mentions), title

    @staticmethod
    def _is_of_nation(text: str, start: int, end: int, mentions: Sequence[Mention]) -> bool:
        """Whether a full name stands before a country in brackets: 王思雨(中国)."""
        country = next((mention for mention in mentions if mention.start == end + 1), None)
        return end - start > len("林外") and country is not None and text[country.end : country.end + 1] in {")", "）"}

    @staticmethod
    def _posted(match: regex.Match[str], title: str, mentions: Sequence[Mention]) -> str:
        """Whose an envoy is: the country in the title that is not where the post is (駐ザンビア・フィンランド大使)."""
        if title[:1] not in _AT:
            return ""
        first, last = match.span("title")
        inside = [mention for mention in mentions if first + 1 < mention.start and mention.end <= last]
        return inside[-1].code if inside else ""

    def _inside(self, text: str, start: int, title: str, mentions: Sequence[Mention]) -> tuple[str, str]:
        """The country in brackets behind a name and the title behind the country: X(ポーランド・デジタル次官)."""
        first = next((mention for mention in mentions if mention.start == start), None)
        if first is None:
            return "", title if self._whole.fullmatch(title) else ""
        return first.code, text[first.end : start + len(title)].lstrip("・の ")

    def _without_words(self, text: str, start: int, end: int, title: str) -> tuple[int, int, str]:
        """A name without the katakana words of its title: テオ・デジタル開発相."""
        place = start
        for part in _parts(text[start:end]):
            found = text.index(part, place)
            if part in self._never:
                return start, max(start, found - 1), text[found:end] + title
            place = found + len(part)
        return start, end, title

    def _is_no_name(self, name: str, start: int, end: int, mentions: Sequence[Mention]) -> bool:
        overlaps = any(
            mention.start < end and start < mention.end and (mention.rule not in _TOWNS or "・" not in name)
            for mention in mentions
            if mention.end - mention.start > 1
        )
        return overlaps or any(part in self._never for part in _parts(name))

    def _begins(self, text: str, start: int, name: str, mentions: Sequence[Mention], rule: str) -> bool:
        """Whether a name in characters begins here: no word of a title, and behind no character that could be part of it."""
        word = (self._units.search if rule == "people/unknown" else self._units.match)(name)
        if word and (len(word[0]) > 1 or rule == "people/unknown"):
            return False
        if rule == "people/title-before" or not "一" <= text[start - 1 : start] <= "龥":
            return True
        return any(mention.end == start for mention in mentions)

    def _country(self, text: str, place: int, mentions: Sequence[Mention]) -> str:
        """The country named before a title or name, with nothing but its form of state or a body between them."""
        near = [mention for mention in mentions if place - _REACH <= mention.start and mention.end <= place]
        for mention in reversed(near):
            if mention.rule != "countries/city" and self._edge.fullmatch(text, mention.end, place):
                return mention.code
        return ""


def _without_country(text: str, start: int, end: int, mentions: Sequence[Mention]) -> tuple[int, str]:
    """Where a full name ends before the country of its title, and that country: ラウル・ソト・チリ外相."""
    last = next((m for m in mentions if m.end == end and m.rule == "countries/name" and m.start > start), None)
    if last is None or text[last.start - 1] != "・" or "・" not in text[start : last.start - 1]:
        return end, ""
    return last.start - 1, last.code


def _parts(name: str) -> list[str]:
    """The parts of a name."""
    return [part for part in _BETWEEN.split(name) if part]


_BETWEEN: Final = regex.compile("[・=＝ ]")
"""What stands between the parts of a name."""
