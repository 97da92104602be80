"""What the article's own text says of its making: the place and agency before its lead, the agency after its last sentence."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from briefgen.model.article import Harvest, Trait
from briefgen.model.evidence import Evidence
from briefgen.reading.agencies import bare_agency, is_agency
from briefgen.reading.bylines import is_person
from briefgen.reading.furniture import Words
from briefgen.reading.mastheads import load_mastheads

_DASH = r"(?:\.?\s*(?:[—–]|--|-(?=\s))\s*)"
_NAME = r"\p{Lu}[\p{L}\p{M}.'’\- ]{1,40}"
_CAPITALS = r"(?=\p{Lu}{4}|\p{Lu}+[ .'’\-]\p{Lu})\p{Lu}[\p{Lu}\p{M}.'’\- /]{1,40}\p{Lu}\.?"
_WORDS = r"\p{Lu}[\p{L}\p{M}'’\-]+(?: \p{Lu}[\p{L}\p{M}'’\-]+){0,2}"
_DAY = (
    r"(?:\p{L}{3,12}\.?\s\d{1,2}(?:,?\s\d{4})?"
    r"|(?:ngày )?\d{1,2} tháng (?:\d{1,2}|\p{L}{2,5}(?: \p{L}{2,5})?)(?:(?: năm|,)? \d{4})?"
    r"|\d{1,2}\.?\s\p{L}{3,12}\.?(?:,?\s\d{4})?|(?:ngày )?\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)"
)
_EASTERN_DAY = r"(?P<date>\d{4}年\d{1,2}月\d{1,2}日)"
_NO_PLACE = r"(?!BREAKING|UPDATE|EXCLUSIVE|ANALYSIS|OPINION|WATCH|VIDEO|LIVE|NOTE|EDITOR|CORRECTION|INTERVIEW|EXPLAINER)"
_DATED = r"(?:,\s*[\p{L}\d.][^—–()（）]{0,28}?)?"
_HEADS = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"^(?P<place>{_NAME}?),\s*(?P<date>{_DAY})\s*\((?P<source>[^()]{{2,30}})\){_DASH}",
        rf"^(?P<place>{_NAME}?)\s*\((?P<source>[^()\d]{{2,24}}?)\s+(?P<date>\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{4}})?)\){_DASH}",
        rf"^(?P<place>{_WORDS}\s?\([^()\d]{{2,30}}\)),\s*(?P<date>{_DAY}){_DASH}",
        rf"^(?P<place>{_WORDS}),\s*(?P<date>{_DAY})(?:{_DASH}|[:.]\s+)(?=\p{{Lu}})",
        rf"^(?P<place>{_CAPITALS})\. (?P<date>{_DAY})\. (?P<source>[\p{{L}}\-]{{2,20}}){_DASH}",
        rf"^(?P<place>{_CAPITALS}){_DATED}\s*\((?P<agency>[^()]{{2,30}})\){_DASH}",
        rf"^(?P<place>{_NAME}){_DATED}\s*\((?P<agency>[^()]{{2,30}})\){_DASH}?",
        rf"^(?P<place>{_CAPITALS}){_DATED}[.,]?\s*/(?P<agency>[\p{{L}}\-. ]{{2,20}})/{_DASH}?",
        rf"^(?P<place>{_CAPITALS}){_DATED}{_DASH}(?=\S)",
        rf"^\((?P<place>{_NAME}),\s*(?P<date>{_DAY})\)\s*{_DASH}?",
        rf"^\((?P<place>{_NAME}),\s*[^()]*\d[^()]{{0,12}}\)\s*{_DASH}?",
        r"^【(?P<agency>共同|時事)】",
        r"^[\[［【](?P<place>[^\[\]［］【】\d]{1,14}?)\s?\d{1,2}日\s?(?P<agency>[\p{L}]{2,10})[\]］】]\s*[-–—]?\s*",
        r"^【(?:\d{1,2}月)?\d{1,2}日\s?(?P<agency>[\p{L}]{2,10})(?P<place>)?】\s*",
        r"^【(?P<place>[\p{Katakana}ー・]{2,12}|\p{Han}{2,4}[=＝])(?P<source>\p{Han}{2,8}通信社?)(?:[=＝](?P<author>[^【】]{3,12}))?】",
        r"^【(?P<place>[^【】=＝]{1,12}?)[=＝](?P<source>[^【】=＝]{1,10}通信社?)】",
        rf"^【(?P<place>[^【】=＝]{{1,12}}?)[=＝](?P<author>[\p{{Han}}\p{{Hiragana}} \u3000]{{3,8}})】(?:\s*{_EASTERN_DAY})?",
        r"^【(?P<place>[^【】=＝]{1,12}?)(?:[=＝]|(?P<agency>共同|時事))[^【】]{0,20}】(?:\s*(?P<date>\d{4}年\d{1,2}月\d{1,2}日))?",
        r"^(?P<place>[\p{Katakana}ー・]{2,12})\s[-–—]\s",
        r"^[（(](?P<place>[\p{Katakana}ー・]{2,12}|\p{Han}{2,4}?)\s?(?P<agency>共同|時事|ロイター|AFP時事|AP|AFP)[)）]\s*",
        r"^（(?P<agency>[^（）]{2,12})(?P<place>)?[）]\s*",
        r"^(?P<agency>新华社|中新社|新華社|中新网|人民网)(?P<place>\p{Han}{2,6}?)(?:\d{1,2}月)?\d{1,2}日电",
        r"^[(（\[](?P<place>\p{Hangul}{2,8})\s?[=＝]\s?(?P<agency>[^()（）\[\]]{2,10})[)）\]]",
        r"^(?P<place>[\p{Arabic}\p{Hebrew}\p{Devanagari}\p{Thai} ]{2,25}?)\s*\((?P<agency>[^()]{2,20})\)\s*[-–—:]",
        r"^[\[【(](?P<agency>[^\[\]【】()]{2,14})[\]】)]\s*",
        rf"^(?P<place>{_NAME}?)\s*\((?P<agency>[^()]{{2,20}})\)\s",
        rf"^(?P<place>{_NO_PLACE}{_CAPITALS}):\s(?=\p{{Lu}})",
        rf"^(?P<place>{_WORDS})\s[—–]\s(?=\p{{Lu}})",
    )
)
_TAIL = regex.compile(r"\s*(?:[—–]{1,2}|\s-{1,2}|(?<=[.!?”\"»)])-)\s*(?P<agency>\p{Lu}[\p{L}\d&+./ \-]{1,30})\.?$")
_TAIL_BRACKETED = regex.compile(r"\s*[(（\[【](?P<agency>[^()（）\[\]【】]{2,30})[)）\]】]\.?$")


def read_dateline(text: str, lead: int, lead_end: int, words: Words) -> Iterator[Harvest]:
    """Read place, day and agency at the start of the lead, `text[lead:lead_end]`.

    A name in brackets is believed to be an agency if it is a known one, or if a place and a day stand before it.
    """
    opening = text[lead : min(lead_end, lead + 110)]
    for pattern in _HEADS:
        found = pattern.match(opening)
        if not found:
            continue
        groups = found.groupdict()
        known = groups.get("agency") is not None and is_agency(groups["agency"], words)
        paper = not known and load_mastheads().is_paper(groups.get("agency") or "")
        if groups.get("agency") and not (known or paper):
            continue
        traits = {
            "place": Trait.DATELINE,
            "date": Trait.DATE,
            "author": Trait.AUTHOR if is_person(groups.get("author") or "") else None,
            "agency": Trait.AGENCY if known else Trait.PUBLISHER,
            "source": None if known else Trait.AGENCY,
        }
        yield from (
            _evident(text, lead, found.span(name), trait) for name, trait in traits.items() if trait and groups.get(name)
        )
        return


_TAIL_WORD = regex.compile(r"(?<=[.!?”\"»])\s+(?P<agency>\p{L}{2,9})\.?$")


def agency_tail(text: str, words: Words) -> int:
    """Return where the agency line that closes a last paragraph begins ("… ends. — VNA/VNS", "(AFP)"), or the text's length."""
    for pattern in (_TAIL, _TAIL_BRACKETED, _TAIL_WORD):
        found = pattern.search(text)
        if found and found.start() and is_agency(bare_agency(found["agency"]), words, unknown=pattern is _TAIL):
            return int(found.start())
    word = _TAIL_WORD.search(text)
    if word and word["agency"].upper() in words.agencies_upper:
        return int(word.start())
    return len(text)


def _evident(text: str, lead: int, span: tuple[int, int], trait: Trait) -> Harvest:
    start, end = lead + span[0], lead + span[1]
    while text[end - 1] in " ,-=＝":
        end -= 1
    return Harvest(trait, text[start:end], Evidence.of(text, start, end, f"cleaning/{trait}"))
