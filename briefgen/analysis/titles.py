"""The title: as the article states it, else derived from the lead, in the lead's own words.

A derived title is a piece of the first sentence, cut where a clause ends; nothing is reworded, so that it can be quoted.
A caption, a credit or a bare image mark is never a title: reading has cut those before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefgen.analysis.document import Document
from briefgen.analysis.harvested import host_of, trimmed
from briefgen.analysis.headline_words import HeadlineWords
from briefgen.analysis.headlines import headline_span, lacks_spaces
from briefgen.analysis.knowledge import Knowledge
from briefgen.model.article import Block, Role, Trait
from briefgen.model.evidence import Evidence
from briefgen.model.finding import Findings, TraitFinding


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
        sentences = document.sentences_of(start, min(block.end, start + _LONGEST_SENTENCE))
        if sentences:
            span = headline_span(document, sentences[0], words)
            if span:
                evidence = document.quote(*span, "titles/lead")
                return TraitFinding(Trait.TITLE, _one_line(evidence.quote), "derived", (evidence,))
    return None


def _is_prose(text: str) -> bool:
    """Whether a block has several words: no image mark, no lone word, no number."""
    letters = sum(map(str.isalpha, text))
    return letters >= _FEW_LETTERS and (len(text.split()) >= _FEW_WORDS or lacks_spaces(text))


_LONGEST_SENTENCE: Final = 2000
_FEW_LETTERS: Final = 8
_FEW_WORDS: Final = 3


def _after_dateline(document: Document, block: Block) -> int:
    """Where the first sentence begins: behind the dateline with its agency and day, and behind marks of a list ("*")."""
    start = block.start
    for trait in (Trait.DATELINE, Trait.AGENCY):
        for item in document.harvested(trait):
            if isinstance(item.proof, Evidence) and block.start <= item.proof.start < block.start + _DATELINE_LENGTH:
                start = max(start, item.proof.end)
    patterns = (_DATELINE_REST, _MARKS) if start > block.start else (_DATELINE, _MARKS)
    for pattern in patterns:
        found = pattern.match(document.text, start, block.end)
        start = found.end() if found else start
    return start


_DATELINE_LENGTH: Final = 80
_MARKS: Final = re.compile(r"[\s*•●◆■▪▶・–—\-:,.)）】\]]+")
_DATELINE: Final = re.compile(
    r"[^\n.!?。]{1,40}[(（][^)）\n]{1,40}[)）]\s*[–—-]{1,2}\s+"  # Hà Nội (TTXVN) -
    r"|[【\[〔][^】\]〕\n]{1,40}[】\]〕]\s*"  # 【ハノイ＝共同】
)
_DATELINE_REST: Final = re.compile(
    r"[)）\]】]?(?:,[^\n!?。–—]{0,30}?)?(?:\s*[(（][^)）\n]{1,30}[)）])?\s*(?:[–—]|-{1,2}(?=\s))\s*"
)
"""What may follow the place: ", Nov 21 (AP) — "."""


def _one_line(text: str) -> str:
    return " ".join(text.split())
