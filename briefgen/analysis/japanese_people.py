"""People in Japanese texts: クアン公安大臣, 国家安全保障局長のナギエフ氏, 岩屋毅外相."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
_PART = r"(?:[ァ-ヺー]+|[A-Z]\.?(?![A-Za-z]))"
_LATIN = r"\p{Lu}[\p{L}'’-]+"
_FOREIGN = rf"(?<![ァ-ヺー・=＝A-Za-z])(?:{_PART}(?:[・=＝]{_PART})+|[ァ-ヺー]{{2,}}|{_LATIN}(?:[ ・](?:\p{{Lu}}\.|{_LATIN}))+)"
_BETWEEN = (
    r"(?:{states})*(?:の|[一-龥々・]{{0,12}}の|の[^、。「」はがをにで]{{0,24}}の"
    r"|[一-龥々・]{{0,12}}(?:省|庁|院|局|府|警察|委員会|議会|裁判所)の?)?"
)
_BODY = regex.compile(r"([一-龥々・ァ-ヺーA-Za-z]*(?:省|庁|院|局|府|警察|委員会|議会|裁判所|銀行|大学|機構|グループ|社))の?$")
_FIRM = regex.compile(r"([ァ-ヺーA-Za-z][ァ-ヺー・A-Za-z]*)の?$")


class JapanesePeople:
    """Finds mentions of people in Japanese."""

    def __init__(self, offices: Mapping[str, Any], honorifics: Mapping[str, Any]) -> None:
        """Take the Japanese entries of `data/offices.yaml` and `data/honorifics.yaml`."""
        heads, units = _any([*offices["heads"]]), _any([*offices["fields"], *offices["modifiers"]])
        times, courtesy = _any(offices["times"]), _any([*honorifics["courtesies"], *honorifics["ranks"]])
        joins = _any(offices["joins"])
        head = rf"{heads}(?:兼(?:{units})*{heads})?(?!{_KANJI})"
        self._title = regex.compile(rf"(?:{times})?(?:{units}(?:{joins})?)*{heads}(?:兼(?:{units})*{heads})?")
        behind = rf"(?P<title>(?:{units}(?:{joins})?)*{head}|(?:{_KANJI}(?:{_KANJI}|・(?={_KANJI})|[ァ-ヺー]){{0,14}}?)?{head})"
        aside = rf"(?:[（(](?P<aside>(?:{times})?(?:{units}(?:{joins})?)*{heads}|{times}{_KANJI}{{0,10}}{heads})[）)])?"
        before = rf"(?P<title>(?:{times})?(?:{units}(?:{joins})?)*{heads}(?:兼(?:{units})*{heads})?)(?:の|、)?"
        surname = _any(honorifics["surnames"])
        kanji = rf"(?P<name>{surname}{_KANJI}{{0,3}}?)"
        unknown = rf"(?<=[の、。「・は]|^)(?P<name>{_KANJI}{{3,5}}?)"
        self._rules = (
            ("people/title-behind", regex.compile(rf"(?P<name>{_FOREIGN}){behind}{aside}")),
            ("people/title-before", regex.compile(rf"{before}(?P<name>{_FOREIGN})(?P<courtesy>{courtesy})?{aside}")),
            ("people/courtesy", regex.compile(rf"(?P<name>{_FOREIGN})(?P<courtesy>{courtesy})(?!{_KANJI}){aside}")),
            (
                "people/aside",
                regex.compile(rf"(?P<name>{_FOREIGN})[（(](?P<title>(?:{times})?(?:{units}(?:{joins})?)*{heads})[）)]"),
            ),
            ("people/title-behind", regex.compile(rf"{kanji}(?P<title>(?:{units}(?:{joins})?)*{head}){aside}")),
            (
                "people/title-before",
                regex.compile(rf"{before}(?P<name>{surname}{_KANJI}{{1,3}}?)(?P<courtesy>氏|さん)(?!{_KANJI}){aside}"),
            ),
            ("people/unknown", regex.compile(rf"{unknown}(?P<title>(?:{units}(?:{joins})?)*{head}){aside}")),
            ("people/unknown", regex.compile(rf"{unknown}(?P<courtesy>氏|さん)(?!{_KANJI}){aside}")),
            ("people/courtesy", regex.compile(rf"{kanji}(?P<courtesy>氏|さん)(?!{_KANJI}){aside}")),
        )
        self._times = regex.compile(times)
        self._edge = regex.compile(rf"{_BETWEEN.format(states=_any(offices['states']))}")
        self._never = frozenset(honorifics["never"])
        self._home = str(honorifics["home"])
        self._units = regex.compile(units)
        self._corporate = frozenset(offices["corporate"])
        self._surname = regex.compile(surname)

    def find(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[PersonMention]:
        """The people named in `text[start:end]`, a block."""
        block = text[:end]
        for rule, pattern in self._rules:
            for match in pattern.finditer(block, start):
                if found := self._mention(block, match, mentions, rule):
                    yield found

    def home_of(self, mention: PersonMention) -> str:
        """Japan, if somebody with a role has a Japanese family name of two characters or more; else ""."""
        family = self._surname.match(mention.name)
        return self._home if mention.role and family and len(family[0]) > 1 and len(mention.name) > len(family[0]) else ""

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
