"""Instruments in Japanese texts: 犯罪人引渡し協定, 違法取引の防止に関する覚書."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from briefgen.analysis.instrument import Instrument
from briefgen.analysis.instrument_words import InstrumentWords

_LONGEST = 60
# Where the words before a head begin: behind a mark, a topic or case particle, a verb that ends a clause. The particles に, を
# and と go on where they belong to the phrase: に関する, を受けた, AとBの防止に関する.
_BREAK = regex.compile(
    r"[、。，「」『』（）()\n:：*]|は(?=[^ぁ-ん])|が(?=[^ぁ-ん])|も(?=[^ぁ-ん])|の間で|との間[での]|の間の|との|とで|において(?!の)"
    r"|(?<!並び)に(?!関する|おける|ついての|対する|係る|関わる|よる|基づく)|を(?![一-龥ぁ-ん]{1,8}(?:する|ける|める|るための)[協覚条議]|受け|科され|犯し|言い渡さ|伴う|目的と)|へ(?=[^ぁ-ん])|から|まで|より|として|した|する際|際|など|して|(?:署名|調印|締結|発効|採択|批准)(?:された|済みの)|結んだ|結ばれた|交わした|ため(?!の)|後(?=[^ぁ-ん])|で(?=[^ぁ-んき])"
)


# What joins the next one of a list, or marks its line.
_JOINT = regex.compile(
    r"[・•●○◆◇■□▪\s]+|(?:[一二三四五六七八九十]{1,2}|[(（]?\d{1,2}[)）．.])[\s　]+"
    r"|と(?=[^ぁ-ん])|や(?=[^ぁ-ん])|及び|および|並びに|ならびに|また|または"
)


# A declaration is an instrument under the name of a place, ハノイ宣言, and not as in 緊急事態宣言.
_PLACE = regex.compile("[ァ-ヺー]")
_SEALED = regex.compile("書?(?:を|に)(?:結|締結|交わ|調印|署名)")  # a contract is one that somebody makes
# A verb that を leaves before the words that say of what an instrument is: 在留資格を持つ技能実習生の受け入れに関する覚書.
_VERB = regex.compile("[一-龥][ぁ-ん]{1,2}(?=[一-龥ァ-ヺ])")


class JapaneseInstruments:
    """Finds instruments in Japanese sentences."""

    def __init__(self, words: InstrumentWords) -> None:
        """Take the Japanese words."""
        self._words = words
        self._head = regex.compile(words.heads)
        self._lead = regex.compile(
            "(?:" + "|".join(sorted(map(regex.escape, words.generic), key=len, reverse=True)) + r"|(?:19|20)\d\d年の)+"
        )
        self._link = regex.compile("|".join(words.links))

    def find(self, text: str, start: int, end: int, *, made: bool) -> Iterator[Instrument]:
        """The instruments that the sentence `text[start:end]` names; `made` if it says that one is made."""
        floor = start
        for match in self._head.finditer(text, start, end):
            kind = self._words.kinds[match[0]]
            if not self._words.solemn.isdisjoint({kind, match[0]}) and not made:
                continue
            if match[0] == "宣言" and not _PLACE.match(text, match.start() - 1):
                continue
            first = self._first(text, floor, match.start())
            if (
                match[0] == "契約"
                and not self._link.search(text, first, match.start())
                and not _SEALED.match(text, match.end())
            ):
                continue
            floor = match.end()
            lead = self._lead.match(text, first, match.start())
            first = lead.end() if lead else first
            if first < match.start():
                yield Instrument(text[first : match.end()], first, match.end(), kind, "agreements/name")
            elif kind in self._words.alone and made:
                yield Instrument(match[0], match.start(), match.end(), kind, "agreements/name")

    def _first(self, text: str, floor: int, head: int) -> int:
        """Where the words before a head begin that say of what it is."""
        first = max(floor, head - _LONGEST)
        for stop in _BREAK.finditer(text, first, head + 1):
            first = stop.end() if stop.end() <= head else first
        if text[first - 1] == "を" and (verb := _VERB.match(text, first, head)):
            first = verb.end()
        joint = _JOINT.match(text, first)
        return joint.end() if joint and joint.end() <= head else first
