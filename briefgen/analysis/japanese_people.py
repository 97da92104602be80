"""People in Japanese texts: クアン公安大臣, 国家安全保障局長のナギエフ氏, 岩屋毅外相."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import regex

from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.person_mention import PersonMention

_SAME_AS: Final = frozenset("同両各")
"""Signs that begin a word for a body named before: 同省."""

_REACH: Final = 48
"""Characters before a title or name in which its country may be named."""

_MOST_TELLING: Final = 9
"""Characters of a title beyond which length tells nothing more."""

_KANJI = r"[一-龥々]"
_PART = r"(?:[ァ-ヺー]++|[A-Z]\.?(?![A-Za-z]))"
_LATIN = r"\p{Lu}[\p{L}'’-]+"
_FOREIGN = (
    rf"(?<![ァ-ヺー・=＝A-Za-z])(?:{_PART}(?:[・=＝]{_PART})++|[ァ-ヺー]{{2,}}+|{_LATIN}(?:[ ・](?:\p{{Lu}}\.|{_LATIN}))+)"
)
_BETWEEN = (
    r"(?:{states})*(?:の|[一-龥々・]{{0,12}}の|の[^、。「」はがをにで]{{0,24}}の"
    r"|[一-龥々・]{{0,12}}(?:省|庁|院|局|府|警察|委員会|議会|裁判所)の?)?"
)
_BODY = regex.compile(r"([一-龥々・ァ-ヺーA-Za-z]*(?:省|庁|院|局|府|警察|委員会|議会|裁判所|銀行|大学|機構|グループ|社))の?$")
_FIRM = regex.compile(r"([ァ-ヺーA-Za-z][ァ-ヺー・A-Za-z]*)の?$")


_Rules = tuple[tuple[str, regex.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of which the rules are made, as patterns; `title` begins with a known field, `head` ends a title."""

    title: str
    head: str
    times: str
    courtesy: str
    surname: str

    @classmethod
    def of(cls, offices: Mapping[str, Any], honorifics: Mapping[str, Any]) -> _Parts:
        """The parts from the tables."""
        heads, units = _any(offices["heads"]), _any([*offices["fields"], *offices["modifiers"]])
        return cls(
            title=rf"(?:{units}(?:{_any(offices['joins'])})?)*{heads}(?:兼(?:{units})*{heads})?",
            head=rf"{heads}(?:兼(?:{units})*{heads})?",
            times=_any(offices["times"]),
            courtesy=_any([*honorifics["courtesies"], *honorifics["ranks"]]),
            surname=_any(honorifics["surnames"]),
        )

    @property
    def aside(self) -> str:
        """A title in brackets behind a name: ト・ラム氏(当時公安大臣)."""
        return rf"(?:[（(](?P<aside>(?:{self.times})?{self.title}|{self.times}{_KANJI}{{0,10}}{self.head})[）)])?"

    @property
    def ended(self) -> str:
        """A title that no further character makes another word."""
        return rf"(?P<title>{self.title}(?!{_KANJI}))"

    @property
    def before(self) -> str:
        """A title before a name."""
        return rf"(?P<title>(?:{self.times})?{self.title})(?:の|、)?"

    def scanned(self) -> _Rules:
        """Rules that begin with what is quickly seen: a foreign name, or a particle."""
        foreign, polite = rf"(?P<name>{_FOREIGN})", rf"(?P<courtesy>{self.courtesy})(?!{_KANJI})"
        unknown = rf"(?<=[の、。「・は]|^)(?P<name>{_KANJI}{{3,5}}?)"
        anything = rf"(?:{_KANJI}(?:{_KANJI}|・(?={_KANJI})|[ァ-ヺー]){{0,14}}?)?{self.head}(?!{_KANJI})"
        behind = rf"(?P<title>{self.title}(?!{_KANJI})|{anything})"
        return (
            ("people/title-behind", regex.compile(foreign + behind + self.aside)),
            ("people/courtesy", regex.compile(foreign + polite + self.aside)),
            ("people/aside", regex.compile(rf"{foreign}[（(](?P<title>(?:{self.times})?{self.title})[）)]")),
            ("people/unknown", regex.compile(unknown + self.ended + self.aside)),
            ("people/unknown", regex.compile(rf"{unknown}(?P<courtesy>氏|さん)(?!{_KANJI}){self.aside}")),
        )

    def family(self) -> _Rules:
        """Rules that begin with a known family name."""
        name = rf"(?P<name>{self.surname}{_KANJI}{{0,3}}?)"
        return (
            ("people/title-behind", regex.compile(name + self.ended + self.aside)),
            ("people/courtesy", regex.compile(rf"{name}(?P<courtesy>氏|さん)(?!{_KANJI}){self.aside}")),
        )

    def titled(self) -> tuple[tuple[regex.Pattern[str], regex.Pattern[str]], ...]:
        """Names, and the rules that find a title before them."""
        foreign = rf"{self.before}(?P<name>{_FOREIGN})(?P<courtesy>{self.courtesy})?{self.aside}"
        family = rf"{self.before}(?P<name>{self.surname}{_KANJI}{{1,3}}?)(?P<courtesy>氏|さん)(?!{_KANJI}){self.aside}"
        return (
            (regex.compile(_FOREIGN), regex.compile(foreign)),
            (regex.compile(rf"{_KANJI}+(?=氏|さん)"), regex.compile(family)),
        )


class JapanesePeople:
    """Finds mentions of people in Japanese."""

    def __init__(self, offices: Mapping[str, Any], honorifics: Mapping[str, Any]) -> None:
        """Take the Japanese entries of `data/offices.yaml` and `data/honorifics.yaml`."""
        parts = _Parts.of(offices, honorifics)
        self._scanned, self._family, self._titled = parts.scanned(), parts.family(), parts.titled()
        self._firsts = frozenset(word[0] for word in honorifics["surnames"])
        self._lasts = frozenset(word[-1] for word in offices["heads"])
        self._times = regex.compile(parts.times)
        self._edge = regex.compile(_BETWEEN.format(states=_any(offices["states"])))
        self._never = frozenset(honorifics["never"])
        self.home = str(honorifics["home"])
        self._units = regex.compile(_any([*offices["fields"], *offices["modifiers"]]))
        self._corporate = frozenset(offices["corporate"])
        self._surname = regex.compile(parts.surname)

    def find(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[PersonMention]:
        """The people named in `text[start:end]`, a block."""
        block = text[:end]
        for rule, match in self._matches(block, start, mentions):
            if found := self._mention(block, match, mentions, rule):
                yield found

    def _matches(self, block: str, start: int, mentions: Sequence[Mention]) -> Iterator[tuple[str, regex.Match[str]]]:
        """What the rules match; the costly ones are tried only where they can."""
        yield from ((rule, match) for rule, pattern in self._scanned for match in pattern.finditer(block, start))
        for place in self._family_names(block, start, {mention.end for mention in mentions}):
            for rule, pattern in self._family:
                if match := pattern.match(block, place):
                    yield rule, match
        for name, pattern in self._titled:
            for found in name.finditer(block, start):
                if match := self._title_before(block, start, found, pattern):
                    yield "people/title-before", match

    def _family_names(self, block: str, start: int, ends: Container[int]) -> Iterator[int]:
        """Where a family name in characters may begin: not inside a run of them, unless a country's name ends there."""
        for place in range(start, len(block)):
            if block[place] in self._firsts and (place in ends or not "一" <= block[place - 1 : place] <= "龥"):
                yield place

    def _title_before(
        self, block: str, start: int, name: regex.Match[str], pattern: regex.Pattern[str]
    ) -> regex.Match[str] | None:
        """The longest title that ends right before a name, or in the run of characters that ends with one."""
        lead = block[max(start, name.start() - 2) : name.start()].rstrip("の、")
        if lead[-1:] not in self._lasts and not self._lasts & set(name[0]):
            return None
        for place in range(max(start, name.start() - _REACH // 2), name.end()):
            match = pattern.match(block, place)
            if match and name.start() <= match.start("name") and match.end("name") == name.end():
                return match
        return None

    def home_of(self, mention: PersonMention) -> str:
        """Japan, if somebody with a role has a Japanese family name of two characters or more; else ""."""
        family = self._surname.match(mention.name)
        return self.home if mention.role and family and len(family[0]) > 1 and len(mention.name) > len(family[0]) else ""

    def _mention(self, text: str, match: regex.Match[str], mentions: Sequence[Mention], rule: str) -> PersonMention | None:
        start, end = match.span("name")
        groups = match.groupdict()
        title, aside = groups.get("title") or "", groups.get("aside") or ""
        start, end, title = self._without_words(text, start, end, title)
        name = text[start:end]
        if not name or self._is_no_name(name, start, end, mentions):
            return None
        if name[0] >= "一" and not self._begins(text, start, name, mentions, rule):
            return None
        short = len(_parts(name)) == 1 and (
            (name[0] >= "一" and bool(self._surname.fullmatch(name))) or "ァ" <= name[0] <= "ヺ"
        )
        if short and rule == "people/title-before" and not groups.get("courtesy"):
            return None
        first = match.start("title") if rule == "people/title-before" else start
        country = self._country(text, first, mentions) or (self._country(text, start, mentions) if first < start else "")
        timed = bool(self._times.match(aside))
        role = aside if timed or not title else title
        return PersonMention(
            name,
            start,
            end,
            first,
            match.end(),
            rule,
            role=role,
            country=country,
            organization=self._organization(text, first, title),
            timed=timed or bool(self._times.match(title)),
            short=short,
            alone=bool(role) and role not in self._corporate and len(name) > 1,
            rank=min(len(role), _MOST_TELLING),
        )

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
        overlaps = any(mention.start < end and start < mention.end for mention in mentions if mention.end - mention.start > 1)
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

    def _organization(self, text: str, first: int, title: str) -> str:
        """The body named right before a title or name: 公安省のロン次官, エリクソングループの社長."""
        before = text[max(0, first - 24) : first]
        if match := _BODY.search(before):
            return "" if match[1][0] in _SAME_AS else str(match[1])
        if title in self._corporate and (match := _FIRM.search(before)):
            return str(match[1])
        return ""


def _any(words: Sequence[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(regex.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) + ")"


def _parts(name: str) -> list[str]:
    """The parts of a name."""
    return [part for part in regex.split(r"[・=＝ ]", name) if part]
