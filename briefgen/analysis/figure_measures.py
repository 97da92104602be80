"""What a measure is of: money, percentages and quantities say so before or behind: "Exports rose 12%", "40% of homes"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import regex

from briefgen.analysis.document import Sentence
from briefgen.analysis.figure_words import FigureWords

_LONGEST: Final = 60
"""Characters that say what is measured, at most."""

_NOUN: Final = r"[\p{Han}\p{Katakana}ー・々]{1,16}(?:[きりけめしいみち][\p{Han}]{1,4})?"
_TOPIC: Final = regex.compile(rf"((?:\d{{1,4}})?{_NOUN}(?:の{_NOUN})?)(?:(?:に)?は|が|も|を|で)")
_BESIDE: Final = regex.compile(rf"(?<![\d\p{{Han}}\p{{Katakana}}])({_NOUN})(?:は|が|を|も|の|、)?$")
_BEHIND: Final = regex.compile(r"の([\p{Han}\p{Katakana}ー々]{1,16})")


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured, in words that stand at `text[start:end]`."""

    what: str
    start: int
    end: int


def measured(text: str, words: FigureWords, sentence: Sentence, match: regex.Match[str], end: int) -> Measured | None:
    """What a measure is of that stands at `match` and ends with its unit at `end`; None if its sentence does not say."""
    if not words.spaced:
        return _beside(text, words, sentence, match, end)
    return _after(text, words, sentence, end) or _subject(text, words, sentence, match.start())


def _after(text: str, words: FigureWords, sentence: Sentence, end: int) -> Measured | None:
    """The noun behind a unit: "40% of households", "22-metre boat", "tấn gạo"; not "4 km away"."""
    joint = words.of.match(text, end, sentence.end)
    start = joint.end() if joint else end + 1
    if start >= sentence.end or (not joint and text[end] not in " \u00a0"):
        return None
    rest = text[start : min(sentence.end, start + _LONGEST)]
    stop = words.ends.search(rest) if words.ends else None
    noun = rest[: stop.start()].strip(" “”\"'’-") if stop else rest if len(rest) < _LONGEST else ""
    if not noun or not noun[0].isalpha() or words.verbs.match(noun) or words.loose.match(noun):
        return None
    first = start + rest.index(noun)
    return Measured(noun, first, first + len(noun))


def _subject(text: str, words: FigureWords, sentence: Sentence, place: int) -> Measured | None:
    """The subject of the clause in which a measure stands: "Exports rose", "an investment of", "the bridge, worth"."""
    starts = [sentence.start, *(stop.end() for stop in words.breaks.finditer(text, sentence.start, place))]
    near = words.noun_of.search(text, starts[-1], place)
    if near:
        return Measured(near["what"], *near.span("what"))
    verb = _verb(text, words, starts[-1], place)
    if verb is None:
        return _named(text, words, starts[-1], place) if words.bare else None
    if text[starts[-1] : verb.start()].strip():
        return _named(text, words, starts[-1], verb.start())
    if len(starts) == 1:
        return None
    before = _verb(text, words, starts[-2], starts[-1])
    return _named(text, words, starts[-2], before.start() if before else starts[-1])


def _verb(text: str, words: FigureWords, start: int, end: int) -> regex.Match[str] | None:
    """The first word between a subject and a measure; one with a capital begins a subject: "Chi phí", "chi"."""
    return next((verb for verb in words.verbs.finditer(text, start, end) if not verb[0][0].isupper()), None)


def _named(text: str, words: FigureWords, start: int, end: int) -> Measured | None:
    """The words that end a stretch of a clause, if they can be a subject."""
    found = words.subject.search(text[start:end].rstrip(" ,;:"))
    if not found or words.loose.match(found["what"].split()[-1]):
        return None
    return Measured(found["what"], start + found.start("what"), start + found.end("what"))


def _beside(text: str, words: FigureWords, sentence: Sentence, match: regex.Match[str], end: int) -> Measured | None:
    """In Japanese the noun stands behind の or before the number, or is what the sentence speaks of."""
    behind = _BEHIND.match(text, end, sentence.end)
    if behind and behind[1] not in words.vague:
        return Measured(behind[1], *behind.span(1))
    before = text[sentence.start : match.start()]
    near = _BESIDE.search(before)
    if near and near[1] not in words.vague and len(near[1]) > (near.end(1) != near.end()):
        return Measured(near[1], sentence.start + near.start(1), sentence.start + near.end(1))
    return topic_before(text, words, sentence.start, match.start())


def topic_before(text: str, words: FigureWords, start: int, end: int) -> Measured | None:
    """What a Japanese sentence speaks of last before a number: 服役する人は昨年末で172人."""
    topics = [topic for topic in _TOPIC.finditer(text, start, end) if topic[1] not in words.vague and len(topic[1]) > 1]
    return Measured(topics[-1][1], *topics[-1].span(1)) if topics else None
