"""The topics that an article is about, by the words that show them.

A word alone makes a mention; what makes a topic is weight: distinct words, repetition, a place in the lead, and
relatives of the topic that are shown as well. Each finding quotes every word that spoke for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from briefgen.analysis.wording import WordFinder
from briefgen.model.evidence import Evidence
from briefgen.model.finding import TopicFinding
from briefgen.model.vocabulary import Topic
from briefgen.text import is_unspaced

LEAD_SHARE: Final = 5
LEAD_LEAST: Final = 150
LEAD_MOST: Final = 600
"""The lead is the first fifth of a text, 150 to 600 letters: headline and first sentences of a news report."""

SHORT_TEXT: Final = 600
"""Letters below which one word is enough: in a brief of a few sentences little is said in passing."""

ENOUGH: Final = 1.5
"""Weight of a topic in a longer text: two words, one word twice, or one in the lead."""

ENOUGH_WITH_RELATIVES: Final = 1.0
"""Weight of a topic whose relatives are shown too: "drugs, human trafficking, cybercrime" are named once each."""

WORD: Final = 1.0
PAIR: Final = 1.5
REPEATED: Final = 0.5
WEAK: Final = 0.5
"""Weights of a word, of two words that belong together, of either when it is said again, and of a weak word (once)."""

PAIR_REACH: Final = 60
"""Letters between the two words of a pair; more is another clause."""

UNSPACED_LETTERS: Final = 2.5
"""Letters of English that say as much as one character of Japanese or Chinese."""


class TopicMatcher:
    """Finds topics in texts. Word lists of a language are compiled when its first text comes."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        """Take the vocabulary, by id."""
        self._topics = topics
        self._relatives = _relatives(topics)
        self._finders: dict[str, WordFinder[_Use]] = {}

    def find(self, text: str, lang: str) -> tuple[TopicFinding, ...]:
        """The topics of `text`, strongest first; nothing for a language without word lists. Spans point into `text`."""
        signs = _signs(text, self._finder(lang.partition("-")[0]))
        scale = _letters_per_character(text)
        lead = min(max(len(text) / LEAD_SHARE, LEAD_LEAST / scale), LEAD_MOST / scale)
        short = len(text) * scale < SHORT_TEXT
        shown = {id for id, found in signs.items() if any(sign.use.role != "weak" for sign in found)}
        weighed = []
        for id, found in signs.items():
            supported = bool(shown & self._relatives[id])
            kept = _supported(text, found, [s for r in self._relatives[id] & shown for s in signs[r]])
            weight = _weight(kept, lead)
            if weight >= (ENOUGH_WITH_RELATIVES if short or supported else ENOUGH):
                weighed.append((-weight, id, kept))
        return tuple(TopicFinding(id, tuple(sign.evidence(text) for sign in kept)) for _, id, kept in sorted(weighed))

    def _finder(self, lang: str) -> WordFinder[_Use]:
        if lang not in self._finders:
            self._finders[lang] = WordFinder(_uses(self._topics.values(), lang), lang)
        return self._finders[lang]


Role = Literal["word", "weak", "not", "left", "right", "pair"]


@dataclass(frozen=True, slots=True)
class _Use:
    """What a word does for a topic; `rule` is the word as the vocabulary writes it (for half a pair, the whole pair)."""

    topic: str
    role: Role
    rule: str


@dataclass(frozen=True, slots=True, order=True)
class _Sign:
    """A place in the text that speaks for a topic; `said` are its words in lower case."""

    start: int
    end: int
    use: _Use
    said: str

    def evidence(self, text: str) -> Evidence:
        """The words of the sign and the rule that took them for one."""
        return Evidence.of(text, self.start, self.end, f"topics/{self.use.role}:{self.use.rule}")


def _uses(topics: Iterable[Topic], lang: str) -> Iterator[tuple[str, _Use]]:
    """Every word of a language with its use; the two sides of a pair are words of their own."""
    for topic in topics:
        for word in topic.words.get(lang, ()):
            left, plus, right = word.partition(" + ")
            if plus:
                yield from ((one, _Use(topic.id, "left", word)) for one in left.split(" | "))
                yield from ((one, _Use(topic.id, "right", word)) for one in right.split(" | "))
            else:
                yield word, _Use(topic.id, "word", word)
        yield from ((word, _Use(topic.id, "weak", word)) for word in topic.weak.get(lang, ()))
        yield from ((word, _Use(topic.id, "not", word)) for word in topic.excluded.get(lang, ()))


def _signs(text: str, finder: WordFinder[_Use]) -> dict[str, tuple[_Sign, ...]]:
    """What speaks for each topic, in text order: no sign inside another of its topic, none inside a longer word of another."""
    by_topic: dict[str, list[_Sign]] = defaultdict(list)
    for hit in finder.find(text):
        by_topic[hit.value.topic].append(_Sign(hit.start, hit.end, hit.value, text[hit.start : hit.end].lower()))
    clean = {id: _without_excluded(signs) for id, signs in by_topic.items()}
    words = [sign for signs in clean.values() for sign in signs if sign.use.role == "word"]
    result = {}
    for id, signs in clean.items():
        own = [s for s in signs if s.use.role == "weak" or (s.use.role == "word" and not _inside_longer(s, words))]
        kept = _longest((*own, *_pairs(text, signs)))
        if kept:
            result[id] = kept
    return result


def _without_excluded(signs: Sequence[_Sign]) -> list[_Sign]:
    excluded = [sign for sign in signs if sign.use.role == "not"]
    kept = (sign for sign in signs if sign.use.role != "not")
    return [sign for sign in kept if not any(no.start <= sign.start and sign.end <= no.end for no in excluded)]


def _inside_longer(sign: _Sign, words: Iterable[_Sign]) -> bool:
    size = sign.end - sign.start
    return any(w.start <= sign.start and sign.end <= w.end and w.end - w.start > size for w in words)


def _pairs(text: str, signs: Iterable[_Sign]) -> Iterator[_Sign]:
    """The pairs that stand within one sentence, each left word with the nearest right one."""
    reach = PAIR_REACH / _letters_per_character(text)
    sides: dict[tuple[str, str], list[_Sign]] = defaultdict(list)
    for sign in signs:
        sides[sign.use.rule, sign.use.role].append(sign)
    for (rule, role), lefts in tuple(sides.items()):
        for left in lefts if role == "left" else ():
            near = [(_gap(left, right), right) for right in sides[rule, "right"]]
            near = [(gap, right) for gap, right in near if gap < reach and _same_sentence(text, left, right)]
            if near:
                right = min(near)[1]
                start, end = min(left.start, right.start), max(left.end, right.end)
                yield _Sign(start, end, _Use(left.use.topic, "pair", rule), f"{left.said} + {right.said}")


def _gap(one: _Sign, other: _Sign) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _same_sentence(text: str, one: _Sign, other: _Sign) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return _gap(one, other) >= 0 and not _SENTENCE_END.search(between)


def _longest(signs: Iterable[_Sign]) -> tuple[_Sign, ...]:
    """Signs that do not overlap, pairs first served, then longer words."""
    kept: list[_Sign] = []
    for sign in sorted(signs, key=lambda s: (s.use.role != "pair", (s.start - s.end) * (s.use.role != "pair"), s.start)):
        if all(sign.end <= other.start or other.end <= sign.start for other in kept):
            kept.append(sign)
    return tuple(sorted(kept))


def _supported(text: str, signs: Iterable[_Sign], of_relatives: Iterable[_Sign]) -> tuple[_Sign, ...]:
    """`signs` without the weak ones that stand in a paragraph with no other sign of the topic or of a relative."""
    signs = tuple(signs)
    strong = [s.start for s in (*signs, *of_relatives) if s.use.role != "weak"]
    return tuple(s for s in signs if s.use.role != "weak" or any(_same_paragraph(text, s.start, place) for place in strong))


def _same_paragraph(text: str, one: int, other: int) -> bool:
    return "\n" not in text[min(one, other) : max(one, other)]


def _weight(signs: Iterable[_Sign], lead: float) -> float:
    """What signs weigh together; a repeated word weighs half, and all but weak words weigh double in the lead."""
    said: set[str] = set()
    weight = 0.0
    for sign in signs:
        if sign.use.role == "weak":
            weight += 0.0 if sign.said in said else WEAK
        else:
            one = REPEATED if sign.said in said else PAIR if sign.use.role == "pair" else WORD
            weight += 2 * one if sign.start < lead else one
        said.add(sign.said)
    return weight


def _relatives(topics: Mapping[str, Topic]) -> dict[str, frozenset[str]]:
    """For each topic its broader and narrower ones, and those that share a broader one which is no mere heading."""
    narrower: dict[str, set[str]] = defaultdict(set)
    for topic in topics.values():
        for broader in topic.broader:
            narrower[broader].add(topic.id)
    related = {id: {*topic.broader, *narrower[id]} for id, topic in topics.items()}
    for id, topic in topics.items():
        for broader in topic.broader:
            if broader in topics and topics[broader].words:
                related[id] |= narrower[broader]
    return {id: frozenset(others - {id}) for id, others in related.items()}


def _letters_per_character(text: str) -> float:
    """How many letters of an alphabet say as much as one character of the text, judged by its beginning."""
    sample = text[:LEAD_MOST]
    return UNSPACED_LETTERS if 3 * sum(map(is_unspaced, sample)) > len(sample) else 1.0


_SENTENCE_END: Final = re.compile(r"[。！？\n]|[.!?]\s")
