"""Organizations in Japanese texts: ベトナム公安省, 国際労働機関(ILO), エリクソングループ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import regex

from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.organization_mention import OrganizationMention

_KANJI = "[一-龥々]"
_RUN: Final = regex.compile("[ァ-ヺー・一-龥々]{2,}")
_ACRONYM: Final = regex.compile(r"[(（]([A-Z][A-Za-z]{1,9})[)）]")
_PARTIES: Final = regex.compile(r"(?P<head>契約|契約書|覚書|協定|協定書|合意書)[（(][^（()）\n]{5,60}[)）]")
_PARTY: Final = regex.compile("(?<![^、と（(])(?P<name>[ァ-ヺー一-龥々A-Za-z・]{4,20})(?![^、と）)])")
_TITLE: Final = regex.compile("長官|局長|次官|次長|総裁|院長")
_EDGE = r"(?:共和国|連邦|王国|人民|民主|社会主義|連合)*の?"
_SAYS_WHOSE: Final = {"countries/name", "countries/demonym", "countries/stem"}
_SIDES: Final = ("長", "員", "次", "令", "側")
"""Signs that make another word of a body's name: 局長, 委員会員, 省令."""


class JapaneseOrganizations:
    """Finds mentions of bodies in Japanese."""

    def __init__(self, words: Mapping[str, Any], offices: Mapping[str, Any]) -> None:
        """Take the Japanese entries of `data/organizations.yaml` and `data/offices.yaml`."""
        fields = [word for word in (*offices["fields"], *words["fields"]) if word not in words["fixed"]]
        units = _any([*fields, *offices["modifiers"], "連邦", "国家", "最高", "中央"])
        fixed, opened = _any(words["fixed"]), _any(words["open"])
        behind = rf"(?![{''.join(_SIDES)}庁院])"
        holders = rf"(?!(?:[{''.join(_SIDES)}](?!官)|庁))"
        compounds = _any([word for word in offices["fields"] if len(word) > 1 and word.endswith(tuple(words["fixed"]))])
        self._fixed = regex.compile(rf"(?P<name>(?:(?:{units}・?)+{fixed}|{compounds})+){holders}")
        self._open = regex.compile(rf"(?P<name>(?:[ァ-ヺー]+・?|{_KANJI}・?)*?(?P<field>{_KANJI}+){opened}){behind}")
        self._foreign = regex.compile(rf"(?<![ァ-ヺー])(?P<name>(?:[ァ-ヺー]+・?)+(?P<field>){_any(words['foreign'])}){behind}")
        self._heads = regex.compile(_any([*words["fixed"], *words["open"], *words["foreign"]]))
        self._firm = regex.compile(
            r"(?<![ァ-ヺー・])(?P<name>[ァ-ヺーA-Z][ァ-ヺーA-Za-z・]*?・?グループ(?![ァ-ヺー])|株式会社(?!として|による|という|から|まで|では|とは|への|での|である)(?:[ぁ-ん]{2,4}(?=[ァ-ヺー一-龥]))?[ァ-ヺー一-龥A-Za-z・]+|[ァ-ヺー一-龥A-Za-z・]+株式会社)"
        )
        self._national = regex.compile(_any(words["national"]))
        self._opened = frozenset(words["open"])
        self._general = frozenset(words["never"])
        self._edge = regex.compile(_EDGE)

    def find(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[OrganizationMention]:
        """The bodies named in `text[start:end]`, a block."""
        block = text[:end]
        ends = {mention.end: mention for mention in mentions if mention.rule != "countries/city"}
        for match in self._matches(block, start):
            if found := self._mention(block, match, ends, mentions):
                yield found
        for mention in mentions:
            match = self._national.match(block, mention.end) if start <= mention.start < end else None
            if match:
                yield self._made(block, mention.start, match.end(), mention, mention.start)

    def _matches(self, block: str, start: int) -> Iterator[regex.Match[str]]:
        """Where a pattern matches from `start` on; the costly ones look only at runs of signs that hold a head."""
        for run in _RUN.finditer(block, start):
            if self._heads.search(block, *run.span()):
                for pattern in (self._fixed, self._open, self._foreign):
                    yield from pattern.finditer(block, *run.span())
        for match in _PARTIES.finditer(block, start):
            yield from _PARTY.finditer(block, match.end("head") + 1, match.end() - 1)
        if "グループ" in block or "株式会社" in block:
            yield from self._firm.finditer(block, start)

    def _mention(
        self, text: str, match: regex.Match[str], ends: Mapping[int, Mention], mentions: Sequence[Mention]
    ) -> OrganizationMention | None:
        start, end = match.span("name")
        if text.endswith("大学院", start, end):
            return None
        own = next((m for m in mentions if m.start == start and m.end < end and m.rule in _SAYS_WHOSE), None)
        start = next((m.end for m in mentions if m.start < start < m.end < end), start)
        state = None
        if start in ends and (state := self._edge.match(text, start, end)):
            start = state.end()
        bare = start
        if own:
            state = self._edge.match(text, own.end)
            bare = state.end() if state else own.end
        field = match.groupdict().get("field")
        if field is not None and not self._is_field(field, whole=own is not None and text[bare:end] in self._opened):
            return None
        if "・" in text[start:end] and "ァ" <= text[start] <= "ヺ" and "一" <= text[end : end + 1] <= "龥":
            return None  # a person's name and a title: ソク・ヴィチェット国家警察総監
        if start and not state and self._runs_on(text, start, own, ends) and not self._is_in_title(text, match):
            return None
        keeps_country = not text[start:end].endswith("省") and text[bare - 1] != "の"
        country = (
            own or self._before(text, start, ends) or next((m for m in mentions if m.start == start and m.end < end), None)
        )
        return self._made(text, start if keeps_country else bare, end, country, bare)

    def _is_field(self, field: str, *, whole: bool) -> bool:
        """Whether the words before a head say which body it is: 国際労働機関, but not 関係機関; a bank may be a country's."""
        return whole or field not in self._general

    @staticmethod
    def _runs_on(text: str, start: int, own: Mention | None, ends: Mapping[int, Mention]) -> bool:
        """Whether a longer word begins before a name and is no country."""
        before = text[start - 1]
        if "ァ" <= text[start] <= "ヺ":
            return False  # a run of katakana is a word of its own
        return own is None and start not in ends and ("一" <= before <= "龥" and before != "国")

    @staticmethod
    def _is_in_title(text: str, match: regex.Match[str]) -> bool:
        """Whether a name of known fields stands in the title behind a person's name: 高瀬俊輔水産庁長官."""
        return len(match["name"]) > len("省") + 1 and bool(_TITLE.match(text, match.end()))

    def _before(self, text: str, start: int, ends: Mapping[int, Mention]) -> Mention | None:
        """The country right before a name, with nothing but its form of state and の between."""
        for place in range(start, max(0, start - 10), -1):
            if place in ends and self._edge.fullmatch(text, place, start):
                return ends[place]
        return None

    @staticmethod
    def _made(text: str, start: int, end: int, country: Mention | None, bare: int) -> OrganizationMention:
        match = _ACRONYM.match(text, end)
        return OrganizationMention(
            text[start:end],
            start,
            end,
            "organizations/name",
            bare=text[bare:end].removesuffix("グループ").rstrip("・"),
            acronym=match[1] if match else "",
            country=country.code if country else "",
            last=match.end() if match else end,
        )


def _any(words: Sequence[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(regex.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) + ")"
