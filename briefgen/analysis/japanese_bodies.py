"""The bodies that Japanese texts name right before a title or name: 公安省のロン次官, 同省の課長."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

import regex

_NEAR: Final = 24
"""Characters before a title in which its body begins."""

_KINDS: Final = (
    "研究所|委員会|裁判所|美術館|博物館|図書館|警備隊|警察隊|グループ|機構|銀行|大学|警察|議会|協会|財団|連盟|病院|部隊|公社|組合"
    "|省|庁|院|局|府|社"
)
"""How the names of bodies end."""

_DEPARTMENTS: Final = "公安部|外交部|国防部|商務部|司法部|財政部|教育部"
"""Ministries of China, whose sign ends many other words (State Council, list of departments, 2023)."""

_BODY: Final = regex.compile(rf"([一-龥々・ァ-ヺーA-Za-z]*(?:{_KINDS}|{_DEPARTMENTS}))の?$")
_SAME_BODY: Final = regex.compile(rf"同({_KINDS}|会)")
_LOCAL: Final = regex.compile(r"([一-龥々]{2,4}[都道府県市区町村])の?$")
_TRADES: Final = (
    "製紙|製鉄|製作所|電機|電子|工業|産業|商事|建設|運輸|航空|証券|保険|食品|製薬|化学|鉄鋼|重工|自動車|石油|電力|通信|放送|新聞"
    "|出版|不動産|海運|鉱業|水産|酒造"
)
"""How the names of firms end, by their trades."""

_FIRM: Final = regex.compile(rf"([ァ-ヺーA-Za-z][ァ-ヺー・A-Za-z]*(?:{_TRADES})?)の?$")
_QUOTED: Final = regex.compile(r"「([^」]{2,20}[会部隊店社団])」の?$")
_NAMED: Final = regex.compile(r"(?<![一-龥々ァ-ヺーA-Za-z])([一-龥々]{2,8})の$")
_CLUB: Final = regex.compile(r"[（(][0-9０-９]{1,2}歳?[）)][＝=]([^＝=、。]{2,20})[＝=]")
_SAME_AS: Final = frozenset("同両各")
"""Signs that begin a word for a body named before."""


_PLACES: Final = ("都", "道", "府", "県", "市", "区", "町", "村")
"""How the names of places end in which people live."""


def body_before(text: str, first: int, title: str, corporate: Container[str]) -> str:
    """The body named right before `text[first:]`, a title or name; "" without one. 同省 means the last 省 named before.

    `corporate` are the titles before which a bare name is that of a firm.
    """
    start = max(0, first - _NEAR)
    before = text[start:first]
    match = _BODY.search(before) or (_LOCAL.search(before) if title.endswith(("事", "長")) else None)
    if match:
        same = _SAME_BODY.match(match[1])
        if same:
            return str(match[1][same.end() :]).lstrip("の・") or _last(text[: start + match.start()], same[1])
        return "" if match[1][0] in _SAME_AS else str(match[1])
    firm = _QUOTED.search(before) or (_FIRM.search(before) if title in corporate else None)
    if firm:
        return str(firm[1])
    named = _NAMED.search(before) if title in corporate else None
    return str(named[1]) if named and text.count(named[1]) > 1 and not named[1].endswith(_PLACES) else ""


def club_behind(text: str, end: int) -> str:
    """The club or firm between double lines behind a name and age, as in sports news: 山田太郎(17)=東海クラブ=; or ""."""
    club = _CLUB.match(text, end)
    return str(club[1]) if club and not club[1].endswith(_PLACES) else ""


def body_of_title(text: str, first: int, title: str) -> tuple[str, str]:
    """The body that a title such as 同研究所長 means, and the title without the reference to it; "" and the title else."""
    same = _SAME_BODY.match(title)
    if not same or same.end() == len(title):
        return "", title
    return _last(text[:first], same[1]), title[1:] if len(title) == same.end() + 1 else title[same.end() :]


def _last(before: str, kind: str) -> str:
    """The last body of a kind (省, 研究所) named in a text."""
    named = regex.findall(rf"[一-龥々ァ-ヺー・A-Za-z]{{1,20}}{kind}", before)
    return next((body.lstrip("・") for body in reversed(named) if body[0] not in _SAME_AS), "")
