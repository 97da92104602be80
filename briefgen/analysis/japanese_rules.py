"""The patterns by which names and titles are read in Japanese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import regex

Rules = tuple[tuple[str, regex.Pattern[str]], ...]
"""Patterns with the names of their rules."""

KANJI: Final = r"[一-龥々]"
_PART = r"(?:[ァ-ヺー]++|[A-Z]\.?(?![A-Za-z]))"
_LATIN = r"\p{Lu}[\p{L}'’-]+"
FOREIGN: Final = (
    rf"(?<![ァ-ヺー=＝A-Za-z])(?<!(?<=[^\n])・)"
    rf"(?:{_PART}(?:[・=＝]{_PART})++|[ァ-ヺー]{{2,}}+|{_LATIN}(?:[ ・](?:\p{{Lu}}\.|{_LATIN}))+)"
)
"""A foreign name; a dot before it belongs to a name, unless it begins a line of a list."""

_POSTED = r"[駐在][一-龥々ァ-ヺー・]{1,24}?(?:大使|公使|総領事)(?!館)"
_BETWEEN = (
    r"(?:{states})*(?:の|[一-龥々・]{{0,12}}の|の[^、。「」はがをにで]{{0,24}}の"
    r"|[一-龥々・]{{0,12}}(?:省|庁|院|局|府|警察|委員会|議会|裁判所)の?)?"
)
_HIRAGANA = r"(?:[ぁ-ん]{2,3}?|[一-龥々][ぁ-ん]{1,2})"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of which the rules are made, as patterns; `title` begins with a known field, `head` ends a title."""

    title: str
    head: str
    times: str
    courtesy: str
    surname: str

    @classmethod
    def of(cls, offices: Mapping[str, Any], honorifics: Mapping[str, Any]) -> Parts:
        """The parts from the tables."""
        heads, units = any_of(offices["heads"]), any_of([*offices["fields"], *offices["modifiers"]])
        office = rf"(?:(?:{units}(?:{any_of(offices['joins'])})?)*{heads}|(?:{units}・?)+相)"
        return cls(
            title=rf"(?:{_POSTED}|{office}(?:兼{office})?(?:代行|代理)?)",
            head=rf"{heads}(?:兼(?:{units})*{heads})?",
            times=any_of([*offices["times"], *offices["formers"]]),
            courtesy=any_of([*honorifics["courtesies"], *honorifics["ranks"]]),
            surname=any_of(honorifics["surnames"]),
        )

    @property
    def aside(self) -> str:
        """A title in brackets behind a name: ト・ラム氏(当時公安大臣)."""
        dated = rf"(?:{self.times})?{self.title}|{self.times}{KANJI}{{0,10}}{self.head}"
        return rf"(?P<bracket>[（(](?:(?P<aside>{dated})|{self.times})[）)])?"

    @property
    def ended(self) -> str:
        """A title that no further character makes another word."""
        return rf"(?P<title>{self.title}(?!{KANJI}))"

    @property
    def before(self) -> str:
        """A title before a name."""
        return rf"(?P<title>(?:{self.times})?{self.title})(?:の|、|・|を務める|である)?"

    def scanned(self) -> Rules:
        """Rules that begin with what is quickly seen: a foreign name, or a particle."""
        foreign, polite = rf"(?P<name>{FOREIGN})", rf"(?P<courtesy>{self.courtesy})(?!{KANJI})"
        unknown = rf"(?<=[の、。「・はで]|^)(?P<name>{KANJI}{{3,5}}?)"
        anything = rf"(?:{KANJI}(?:{KANJI}|・(?=[ァ-ヺ一-龥])|[ァ-ヺー]){{0,18}}?)?{self.head}(?!{KANJI})"
        minister = rf"(?:{KANJI}[一-龥々ァ-ヺー・]{{0,18}}|(?<=[ァ-ヺー]))相(?!{KANJI})"
        behind = rf"(?P<title>{self.title}(?!{KANJI})|{anything}|{minister})"
        return (
            ("people/title-behind", regex.compile(foreign + behind + self.aside)),
            ("people/courtesy", regex.compile(foreign + polite + self.aside)),
            ("people/aside", regex.compile(rf"{foreign}[（(](?P<title>[^（）()、。「」]{{0,30}}?{self.head})[）)]")),
            ("people/age", regex.compile(rf"(?P<name>{_PART}(?:[・=＝]{_PART})++)(?=[（(][0-9０-９]{{1,2}}歳?[）)])")),
            ("people/row", regex.compile(rf"{foreign}[ \u3000\t|]+(?P<title>[^\s、。「」|]{{0,24}}?{self.head})(?=\s|$|[|])")),
            ("people/unknown", regex.compile(unknown + self.ended + self.aside)),
            ("people/unknown", regex.compile(rf"{unknown}(?P<courtesy>氏|さん)(?!{KANJI}){self.aside}")),
        )

    def family(self, length: int) -> Rules:
        """Rules that begin with a known family name of so many characters."""
        name = rf"(?P<name>.{{{length}}}{KANJI}{{0,3}}?)"
        full = rf"(?P<name>.{{{length}}}(?:{KANJI}{{0,3}}?|{_HIRAGANA}|[ァ-ヺー]{{2,4}}))"
        return (
            ("people/age", regex.compile(rf"{full}(?=[（(][0-9０-９]{{1,2}}歳?[）)])")),
            ("people/nation", regex.compile(rf"{full}(?=[（(][^（）()]{{1,12}}[）)])")),
            ("people/title-behind", regex.compile(name + self.ended + self.aside)),
            ("people/courtesy", regex.compile(rf"{full}(?P<courtesy>氏|さん)(?!{KANJI}){self.aside}")),
        )

    def titled(self) -> tuple[tuple[regex.Pattern[str], regex.Pattern[str]], ...]:
        """Names, and the rules that find a title before them."""
        foreign = rf"{self.before}(?P<name>{FOREIGN})(?P<courtesy>{self.courtesy})?{self.aside}"
        given = rf"(?:{KANJI}{{1,3}}?|[ぁ-ん]{{2,4}}?)"
        family = rf"{self.before}(?P<name>{self.surname}{given})(?P<courtesy>氏|さん)(?!{KANJI}){self.aside}"
        return (
            (regex.compile(FOREIGN), regex.compile(foreign)),
            (regex.compile(rf"{KANJI}+(?:[ぁ-ん]{{2,4}}?)?(?=氏|さん)"), regex.compile(family)),
        )

    def edge(self, states: Sequence[str]) -> regex.Pattern[str]:
        """What may stand between the name of a country and a title or name: a form of state, a body."""
        return regex.compile(_BETWEEN.format(states=any_of(states)))


def any_of(words: Sequence[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(regex.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) + ")"
