"""Figures: numbers with what they count, as written; dates, scores, and numbers that are names are none.

A number without a noun beside it says nothing on its own and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from briefgen.analysis.document import Document, Sentence
from briefgen.analysis.figure_measures import measured, topic_before
from briefgen.analysis.figure_words import FigureWords
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.text_dates import TextDate
from briefgen.model.article import Block, Role
from briefgen.model.evidence import Evidence
from briefgen.model.finding import Findings, RefFinding
from briefgen.model.frontmatter import Figure

_SMALLEST: Final = 4
"""Smaller numbers ("2 sides", "3 samples") count, but are seldom what a reader looks for."""

_NAME: Final = 30  # letters before a number in which the word stands whose name it is
_LONGEST: Final = 70  # letters that say what is counted
_PEOPLE: Final = {"人", "名"}  # counters that a noun makes needless; others stay with their number: 120隻, 5億円
_NOUNS: Final = "国社市語体関州庁帯"  # last signs of counters that say themselves what they count: 60カ国
_YEARS: Final = range(1800, 2101)
_BEFORE: Final = regex.compile(r"([\p{Han}\p{Katakana}ー]{2,12}(?:[きりけめしいみち]\p{Han}{1,4})?)(?:は|が|を|、)?$")
_AFTER: Final = regex.compile(r"の([\p{Han}\p{Katakana}ー]{1,16})")
_DIGITS: Final = regex.compile(r"\d+")
_STRONG: Final = regex.compile(r"-(?:strong|member|person|people|seat)\b")


def detect(document: Document, knowledge: Knowledge, found: Findings) -> Iterator[RefFinding[Figure]]:
    """The figures of an article in reading order, each once."""
    words = knowledge.figure_words(document.lang)
    if words is None:
        return
    published = found.date.value if found.date else None
    dates = knowledge.text_dates(document.lang, published).find(document.text)
    seen: set[tuple[str, str]] = set()
    for sentence in _sentences(document):
        for value, what, evidence in sorted(
            [*_numbers(document, words, sentence, dates), *_since(document, words, sentence)], key=_at
        ):
            if (value, what) not in seen:
                seen.add((value, what))
                yield RefFinding(Figure(value, what), (evidence,))


def _at(item: tuple[str, str, Evidence]) -> int:
    return item[2].start


def _sentences(document: Document) -> Iterator[Sentence]:
    """The sentences of running text; lists and tables count too, headings repeat."""
    blocks = document.paragraphs if document.blocks else (Block(0, len(document.text), Role.PARAGRAPH),)
    for block in blocks:
        yield from document.sentences_of(block.start, block.end)


def _numbers(
    document: Document, words: FigureWords, sentence: Sentence, dates: tuple[TextDate, ...]
) -> Iterator[tuple[str, str, Evidence]]:
    """Numbers that count something."""
    text = document.text
    near = [(date.start, date.end) for date in dates if date.start < sentence.end and sentence.start < date.end]
    for match in words.numbers(text, sentence.start, sentence.end, near):
        start, end = match.span("value")
        if any(first < end and start < last for first, last in near) or words.names.search(
            text, max(sentence.start, match.start() - _NAME), match.start()
        ):
            continue
        if start == sentence.start and text[end : end + 1] in ".)．、":
            continue
        if measure := _measure(document, words, sentence, match):
            yield measure
            continue
        if _is_small(match["value"]) or words.never.match(text, match.end() if not words.spaced else end):
            continue
        if not words.spaced and words.measure.match(text, end, sentence.end):
            continue
        what, stop = _counted(text, words, sentence, match)
        if what:
            unit = "" if words.spaced or what == match["unit"] or match["unit"] in _PEOPLE else match["unit"]
            yield match["value"].strip() + unit, what, document.quote(match.start(), stop, "figures/number")


def _measure(
    document: Document, words: FigureWords, sentence: Sentence, match: regex.Match[str]
) -> tuple[str, str, Evidence] | None:
    """Money, a percentage or a quantity with what it is of; None for other numbers, and where the sentence does not say."""
    text, start = document.text, match.start("value")
    unit = words.measure.match(text, match.end("value"), sentence.end)
    if not unit and not match["currency"]:
        return None
    end = unit.end() if unit else match.end("value")
    of = measured(text, words, sentence, match, end if words.spaced else max(end, match.end()))
    if of is None:
        return None
    first, last = min(of.start, match.start()), max(of.end, end)
    return text[start:end], of.what, document.quote(first, last, "figures/measure")


def _is_small(value: str) -> bool:
    """Whether a number is too small to keep, or may be a year."""
    digits = "".join(_DIGITS.findall(value))
    plain = value.isdecimal()
    return plain and (int(digits) < _SMALLEST or int(digits) in _YEARS)


def _counted(text: str, words: FigureWords, sentence: Sentence, match: regex.Match[str]) -> tuple[str, int]:
    """What a number counts, and where the words end that say so; "" if nothing does."""
    if not words.spaced:
        return _by_counter(text, words, sentence, match)
    strong = _STRONG.match(text, match.end("value"))
    if not strong and text.startswith("-", match.end("value")):
        return "", 0  # a "300-bed hotel" is one hotel
    begin = strong.end() if strong else match.end("value")
    rest = text[begin : min(sentence.end, begin + _LONGEST)]
    end = words.ends.search(rest) if words.ends else None
    what = rest[: end.start()] if end else rest if len(rest) < _LONGEST else ""
    noun = what.strip(" “”\"'’-")
    if not noun or not noun[0].isalpha() or not what.startswith((" ", "\u00a0", "-")) or (words.bare and noun[0].isupper()):
        return "", 0
    return noun, begin + what.index(noun) + len(noun)


def _by_counter(text: str, words: FigureWords, sentence: Sentence, match: regex.Match[str]) -> tuple[str, int]:
    """In Japanese a counter follows; the noun stands right before the number, behind の, or is what the sentence speaks of."""
    before = _BEFORE.search(text[sentence.start : match.start()])
    beside = before is not None and before[1] not in words.vague
    if before and beside and before.end() == before.end(1) and match["unit"] in _PEOPLE:
        return before[1], match.end()
    after = _AFTER.match(text, match.end(), sentence.end)
    if after and after[1] not in words.vague:
        return after[1], after.end()
    if match["unit"][-1] in _NOUNS:
        return match["unit"], match.end()
    if before and beside:
        return before[1], match.end()
    topic = topic_before(text, words, sentence.start, match.start()) if match["unit"] in _PEOPLE else None
    return (topic.what if topic else match["unit"]), match.end()


def _since(document: Document, words: FigureWords, sentence: Sentence) -> Iterator[tuple[str, str, Evidence]]:
    """Years since when something is so: "since 1972"."""
    for match in words.since.finditer(document.text, sentence.start, sentence.end):
        yield match["year"], match[0], document.quote(match.start(), match.end(), "figures/since")
