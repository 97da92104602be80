"""The title: as the article states it, else derived from the lead, in the lead's own words.

A derived title is a piece of the first sentence, cut where a clause ends; nothing is reworded, so that it can be quoted.
A caption, a credit or a bare image mark is never a title: reading has cut those before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefgen.analysis.document import Document, Sentence
from briefgen.analysis.headline_words import HeadlineWords
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.publication import host_of, trimmed
from briefgen.model.article import Block, Role, Trait
from briefgen.model.evidence import Evidence
from briefgen.model.finding import Findings, TraitFinding
from briefgen.text import is_unspaced

LEAST_SHARE: Final = 0.35
"""A headline fills at least this share of the greatest length, if there is a choice."""


def detect(document: Document, knowledge: Knowledge, found: Findings) -> Iterator[TraitFinding]:  # noqa: ARG001  the protocol of detectors
    """Yield the title: the headline in the text, the title of the page, or a piece of the lead."""
    title = _headline(document) or _page_title(document) or _from_lead(document, knowledge.headlines)
    if title:
        yield title


def _headline(document: Document) -> TraitFinding | None:
    block = document.block(Role.HEADLINE)
    if not block:
        return None
    evidence = document.quote(block.start, block.end, "titles/headline")
    return TraitFinding(Trait.TITLE, _one_line(evidence.quote), "stated", (evidence,))


def _page_title(document: Document) -> TraitFinding | None:
    """The title in the metadata of a page, without the name of the site behind it."""
    sites = {trimmed(item.value).casefold() for item in document.harvested(Trait.PUBLISHER)}
    sites |= {host_of(item.value) for item in document.harvested(Trait.SOURCE_URL)}
    for item in document.harvested(Trait.TITLE):
        title = _without_site(_one_line(item.value), sites)
        if any(map(str.isalpha, title)):
            return TraitFinding(Trait.TITLE, title, "stated", (item.proof,))
    return None


def _without_site(title: str, sites: set[str]) -> str:
    """A title without the name of its site: from `Ministers meet | Daily News` that is `Ministers meet`."""
    head, separator, tail = _SITE_SEPARATOR.sub("\0", title).rpartition("\0")
    if not separator or tail.strip().casefold() not in sites:
        return title
    return title[: len(head)].rstrip() if title.startswith(head) else head.rstrip()


_SITE_SEPARATOR: Final = re.compile(r"\s+[|\-–—·•»]\s+|\s*[|｜]\s*")


def _from_lead(document: Document, words: HeadlineWords) -> TraitFinding | None:
    """A piece of the first sentence that is long enough to be one."""
    for block in document.blocks:
        if block.role is Role.SUBHEADING or not _is_prose(document.text[block.start : block.end]):
            continue
        start = _after_dateline(document, block)
        sentences = document.sentences_of(start, block.end)
        if sentences:
            span = _cut(document, sentences[0], words)
            if span:
                evidence = document.quote(*span, "titles/lead")
                return TraitFinding(Trait.TITLE, _one_line(evidence.quote), "derived", (evidence,))
    return None


def _is_prose(text: str) -> bool:
    """Whether a block has several words: no image mark, no lone word, no number."""
    letters = sum(map(str.isalpha, text))
    return letters >= _FEW_LETTERS and (len(text.split()) >= _FEW_WORDS or sum(map(is_unspaced, text)) * 2 > letters)


_FEW_LETTERS: Final = 8
_FEW_WORDS: Final = 3


def _after_dateline(document: Document, block: Block) -> int:
    """Where the first sentence begins behind a dateline ("HÀ NỘI – ") and marks of a list ("*")."""
    start = block.start
    for item in document.harvested(Trait.DATELINE):
        if isinstance(item.proof, Evidence) and block.start <= item.proof.start < item.proof.end <= block.end:
            start = max(start, item.proof.end)
    mark = _MARKS.match(document.text, start, block.end)
    start = mark.end() if mark else start
    if start == block.start or not document.harvested(Trait.DATELINE):
        dateline = _DATELINE.match(document.text, start, block.end)
        start = dateline.end() if dateline else start
    return start


_MARKS: Final = re.compile(r"[\s*•●◆■▪▶・–—\-:,.)）】\]]+")
_DATELINE: Final = re.compile(
    r"[^\n.!?。]{1,40}[(（][^)）\n]{1,40}[)）]\s*[–—-]{1,2}\s+"  # Hà Nội (TTXVN) -
    r"|[【\[〔][^】\]〕\n]{1,40}[】\]〕]\s*"  # 【ハノイ＝共同】
)


def _cut(document: Document, sentence: Sentence, words: HeadlineWords) -> tuple[int, int] | None:
    """The span of a headline in a sentence: all of it if it is short, else up to the best place to cut."""
    start = _after_opener(document, sentence, words)
    text = document.text[start : sentence.end]
    unspaced = sum(map(is_unspaced, text)) * 2 > sum(map(str.isalpha, text))
    length = words.length(spaced=not unspaced)
    whole = text.rstrip(_END)
    if len(whole) <= length:
        return _trimmed(document, start, start + len(whole))
    places = _unspaced_places(whole, document.lang, words) if unspaced else _spaced_places(whole, document.lang, words)
    least = int(length * LEAST_SHARE)
    fitting = [(rank, -at) for rank, at in places if least <= at <= length and _is_closed(whole[:at])]
    end = -min(fitting)[1] if fitting else _last_break(whole, length)
    return _trimmed(document, start, start + end)


_END: Final = " \t\n.。!！?？…;；:："


def _after_opener(document: Document, sentence: Sentence, words: HeadlineWords) -> int:
    """Where the subject begins: behind phrases of time and place that open a lead, if a capital follows."""
    start = sentence.start
    for _ in range(_MOST_OPENERS):
        rest = document.text[start : sentence.end]
        comma = _COMMA.search(rest, 0, _OPENER_LENGTH)
        if not comma or not words.opens(rest[: comma.start()], document.lang):
            break
        if not rest[comma.end() : comma.end() + 1].isupper() or len(rest) - comma.end() < _OPENER_LENGTH:
            break
        start += comma.end()
    return start


_COMMA: Final = re.compile(r",\s+")
_MOST_OPENERS: Final = 3
_OPENER_LENGTH: Final = 60


def _spaced_places(text: str, lang: str, words: HeadlineWords) -> Iterator[tuple[int, int]]:
    """Places to cut, each with a rank: where a clause ends first, then where a phrase does."""
    yield from ((0, match.start()) for match in _CLAUSE_MARK.finditer(text))
    yield from ((0, match.start()) for match in words.clause(lang).finditer(text))
    yield from ((1, match.start()) for match in words.phrase(lang).finditer(text))


def _unspaced_places(text: str, lang: str, words: HeadlineWords) -> Iterator[tuple[int, int]]:
    """Places to cut before a comma: behind a noun whose particle is dropped, else behind any other word but a linking one."""
    for match in _EAST_MARK.finditer(text):
        piece = text[: match.start()]
        particle = next((ending for ending in words.particles(lang) if piece.endswith(ending)), "")
        if particle:
            yield 0, match.start() - len(particle)
        else:
            yield (2 if piece.endswith(words.linking(lang)) else 1), match.start()


_CLAUSE_MARK: Final = re.compile(r"\s*[,;:](?=\s)|\s+[–—-](?=\s)")
_EAST_MARK: Final = re.compile(r"[、，；;]")


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


def _one_line(text: str) -> str:
    return " ".join(text.split())
