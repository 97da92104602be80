"""Headlines: the piece of a report's first sentence that can stand for the whole, in the sentence's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefgen.analysis.document import Document, Sentence
from briefgen.analysis.headline_words import HeadlineWords
from briefgen.text import count_unspaced

LEAST_SHARE: Final = 0.35
"""A headline fills at least this share of the greatest length, if there is a choice."""


def headline_span(document: Document, sentence: Sentence, words: HeadlineWords) -> tuple[int, int] | None:
    """The span of a headline in a sentence: all of it if it is short, else up to the best place to cut.

    Where no verb would be left ("General An, member of the board"), it begins at a later title of the subject.
    """
    spaced = not lacks_spaces(document.text[sentence.start : sentence.end])
    start = _after_openers(document, sentence, words, spaced=spaced)
    text = document.text[start : sentence.end].rstrip(_END)
    cut = _spaced_cut if spaced else _unspaced_cut
    best = cut(text, document.lang, words)
    for comma in _COMMA.finditer(text, 0, _OPENER_LENGTH) if spaced else ():
        if best.rank < _VERBLESS:
            break
        if text[comma.end() : comma.end() + 1].isupper():
            other = cut(text[comma.end() :], document.lang, words)
            best = _Cut(other.rank, comma.end() + other.end, comma.end()) if other.rank < _VERBLESS else best
    return _trimmed(document, start + best.start, start + best.end)


def lacks_spaces(text: str) -> bool:
    """Whether most letters of a text belong to scripts that write without spaces."""
    return count_unspaced(text) * 2 > sum(map(str.isalpha, text))


@dataclass(frozen=True, slots=True, order=True)
class _Cut:
    """A piece of a sentence, the better the lower its rank: where a clause ends, where a phrase does, without a verb."""

    rank: int
    end: int
    start: int = 0


_VERBLESS: Final = 3
"""Rank from which a piece is a bare name, added for want of a verb."""


def _spaced_cut(text: str, lang: str, words: HeadlineWords) -> _Cut:
    length = words.length(lang, spaced=True)
    if len(text) <= length * _LENIENT:
        return _Cut(0, len(text))
    places = [
        (rank if words.has_predicate(text[:at], lang) else rank + _VERBLESS, -at)
        for rank, at in _spaced_places(text[: 2 * length], lang, words)
        if length * LEAST_SHARE <= at <= length and _is_closed(text[:at])
    ]
    rank, end = min(places, default=(2 * _VERBLESS, -_last_break(text, length)))
    end = -end
    while (head := text[:end].rstrip()) and words.joins(head.rpartition(" ")[2], lang):
        end = head.rfind(" ") + 1
    return _Cut(rank, end)


def _unspaced_cut(text: str, lang: str, words: HeadlineWords) -> _Cut:
    length = words.length(lang, spaced=False)
    if len(text) <= length * _LENIENT:
        return _Cut(0, len(text))
    places = [
        (rank, -at)
        for rank, at in _unspaced_places(text[: 2 * length], lang, words)
        if length * LEAST_SHARE <= at <= length and _is_closed(text[:at])
    ]
    rank, end = min(places, default=(_VERBLESS, -_last_break(text, length)))
    if rank >= _MID_CLAUSE and len(text) <= length * _WHOLE:
        return _Cut(_MID_CLAUSE, len(text))
    return _Cut(rank, -end)


_END: Final = " \t\n.。!！?？…;；:："
_MID_CLAUSE: Final = 2
"""Rank from which a cut leaves a clause without its verb, in scripts that put it last."""
_WHOLE: Final = 1.8
"""A whole sentence up to this many lengths says more than a piece that breaks off before the verb."""
_LENIENT: Final = 1.1
"""A whole sentence may be a little longer than a piece of one."""


def _after_openers(document: Document, sentence: Sentence, words: HeadlineWords, *, spaced: bool) -> int:
    """Where the subject begins: behind phrases of time and place that open a lead, if a capital or another script follows."""
    subject = at = sentence.start
    longest = least = _OPENER_LENGTH if spaced else _OPENER_LENGTH // 4
    for _ in range(_MOST_OPENERS):
        rest = document.text[at : sentence.end]
        comma = (_COMMA if spaced else _EAST_COMMA).search(rest, 0, longest)
        if not comma or len(rest) - comma.end() < least or not words.opens(rest[: comma.start()], document.lang):
            break
        at += comma.end()
        if not spaced or document.text[at].isupper():
            subject = at
    return subject


_COMMA: Final = re.compile(r",\s+")
_EAST_COMMA: Final = re.compile(r"[、，]")
_MOST_OPENERS: Final = 3
_OPENER_LENGTH: Final = 80


def _spaced_places(text: str, lang: str, words: HeadlineWords) -> Iterator[tuple[int, int]]:
    """Places to cut, each with a rank: where a clause ends first, then where a phrase does, at last inside a list."""
    for match in _CLAUSE_MARK.finditer(text):
        yield (2 if _is_in_list(text, match.start(), match.end()) else 0), match.start()
    yield from ((0, match.start()) for match in words.clause(lang).finditer(text))
    yield from ((1, match.start()) for match in words.phrase(lang).finditer(text))


def _is_in_list(text: str, before: int, after: int) -> bool:
    """Whether a comma divides short members of a list: "Chile, Peru, Bolivia and Ecuador"."""
    member = text[:before].rpartition(",")[2] if "," in text[:before] else ""
    following = _MEMBER.match(text, after)
    return 0 < len(member.split()) <= _LIST_WORDS or bool(following and len(following[0].split()) <= _LIST_WORDS)


_MEMBER: Final = re.compile(r"[^,;:]+(?=,)")
_LIST_WORDS: Final = 3


def _unspaced_places(text: str, lang: str, words: HeadlineWords) -> Iterator[tuple[int, int]]:
    """Places to cut before a comma or space, at a noun without its particle or verbal ending; else where a phrase ends."""
    for match in _EAST_MARK.finditer(text):
        noun = _noun_end(text[: match.start()], lang, words)
        yield (0, noun) if noun else ((3 if text[: match.start()].endswith(words.linking(lang)) else 1), match.start())
    for match in _PHRASE_MARK.finditer(text):
        noun = _noun_end(text[: match.start()], lang, words)
        if noun:
            yield 2, noun


def _noun_end(piece: str, lang: str, words: HeadlineWords) -> int:
    """Where the noun before a particle or a verbal ending ends, or 0 if there is none."""
    for ending in words.verbal(lang):
        if piece.endswith(ending) and _HAN.match(piece[-len(ending) - 1 : -len(ending)]):
            return len(piece) - len(ending)
    particle = next((ending for ending in words.particles(lang) if piece.endswith(ending)), "")
    return len(piece) - len(particle) if particle else 0


_HAN: Final = re.compile("[\u3400-\u9fff々]")
_PHRASE_MARK: Final = re.compile("(?<=[はがをにでへと])(?=[\u30a0-\u30ff\u3400-\u9fff])")
"""Where a particle of case ends and the next noun begins."""
_CLAUSE_MARK: Final = re.compile(r"\s*[,;:](?=\s)|\s+[–—-](?=\s)")
_EAST_MARK: Final = re.compile(r"[、，；;]|(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")


def _is_closed(text: str) -> bool:
    """Whether every bracket and quotation mark that opens in a text closes in it."""
    return all(text.count(opening) <= text.count(closing) for opening, closing in _PAIRS) and text.count('"') % 2 == 0


_PAIRS: Final = ("()", "（）", "「」", "『』", "“”", "[]", "«»", "〈〉", "《》")


def _last_break(text: str, length: int) -> int:
    """The last end of a word within a length, or the length itself."""
    space = text.rfind(" ", 0, length + 1)
    return space if space > length * LEAST_SHARE else length


def _trimmed(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """The span without marks and white space at its ends; None if no letter is left."""
    text = document.text
    while start < end and not (text[start].isalnum() or text[start] in _OPENING):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _LOOSE):
        end -= 1
    return (start, end) if any(map(str.isalpha, text[start:end])) else None


_OPENING: Final = "「『“\"‘'(（«《〈"
_LOOSE: Final = ",;:–—-、，；|*"
