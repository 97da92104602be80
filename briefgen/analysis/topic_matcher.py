"""The topics that an article is about, by the words that show them.

A word alone makes a mention; what makes a topic is weight: distinct words, repetition, a place in the lead, and company,
that is relatives of the topic that are shown as well. Each finding quotes every word that spoke for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from briefgen.analysis.topic_signs import Sign, Use, letters_per_character, line_starts, sign_finder, signs_by_topic
from briefgen.analysis.wording import WordFinder
from briefgen.model.finding import TopicFinding
from briefgen.model.vocabulary import Topic

Span = tuple[int, int]
"""Start and end of a place in a text."""

WORD: Final = 1.0
PAIR: Final = 1.5
REPEATED: Final = 0.5
WEAK: Final = 0.5
"""Weights of a word, of two words that belong together, of either when it is said again, and of a weak word (once)."""

ENOUGH: Final = 1.5
"""Weight of a topic that stands alone in a longer text: two words, one word twice, a pair, or one word in the lead."""

ENOUGH_IN_COMPANY: Final = 1.0
COMPANY: Final = 3
"""Weight of a topic in company: a relative is shown too, or three topics under one heading ("in trade, energy and tourism")."""

LEAD_SHARE: Final = 5
LEAD_LEAST: Final = 150
LEAD_MOST: Final = 600
"""The lead is the first fifth of a text, 150 to 600 letters: headline and first sentences of a news report."""

SHORT_TEXT: Final = 600
"""Letters below which one word is enough: in a brief of a few sentences little is said in passing."""


class TopicMatcher:
    """Finds topics in texts. Word lists of a language are compiled when its first text comes."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        """Take the vocabulary, by id."""
        self._topics = topics
        self._relatives = _relatives(topics)
        self._headings = {key: _headings(key, topics) for key in topics}
        self._finders: dict[str, WordFinder[Use]] = {}

    def find(self, text: str, lang: str, told: Sequence[Span] = (), named: Sequence[Span] = ()) -> tuple[TopicFinding, ...]:
        """Find the topics of `text`, strongest first; none for a language without word lists. Spans point into `text`.

        What stands in a span of `told` counts as in the lead, what stands in one of `named`, a name, as weak.
        """
        signs = signs_by_topic(text, self._finder(lang.partition("-")[0]))
        signs = {
            key: tuple(sign.weakened() if _lies_in(sign, named) else sign for sign in found) for key, found in signs.items()
        }
        shown = {key for key, found in signs.items() if not all(sign.is_weak for sign in found)}
        in_company = self._in_company(signs, shown)
        scale = letters_per_character(text)
        lead = min(max(len(text) / LEAD_SHARE, LEAD_LEAST / scale), LEAD_MOST / scale)
        short = len(text) * scale < SHORT_TEXT
        weighed = []
        for key, found in self._supported(text, signs, shown).items():
            weight = _weight(found, lead, told)
            if weight >= (ENOUGH_IN_COMPANY if short or key in in_company else ENOUGH):
                weighed.append((-weight, key, found))
        return tuple(TopicFinding(key, tuple(sign.evidence(text) for sign in found)) for _, key, found in sorted(weighed))

    def _finder(self, lang: str) -> WordFinder[Use]:
        if lang not in self._finders:
            self._finders[lang] = sign_finder(self._topics.values(), lang)
        return self._finders[lang]

    def _in_company(self, ids: Iterable[str], shown: set[str]) -> set[str]:
        """Those of the topics that have a relative among the shown ones, or enough of them under a common heading."""
        under = Counter(heading for key in shown for heading in self._headings[key])
        crowded = {heading for heading, topics in under.items() if topics >= COMPANY}
        return {key for key in ids if self._relatives[key] & shown or self._headings[key] & crowded}

    def _supported(self, text: str, signs: Mapping[str, tuple[Sign, ...]], shown: set[str]) -> dict[str, tuple[Sign, ...]]:
        """All signs but the weak ones whose paragraph has no other sign of their topic or of a relative."""
        lines = line_starts(text)
        strong = {key: {bisect_right(lines, sign.start) for sign in signs[key] if not sign.is_weak} for key in shown}
        supported = {}
        for key, found in signs.items():
            where = set().union(*(strong[other] for other in (*self._relatives[key], key) if other in shown))
            supported[key] = tuple(sign for sign in found if not sign.is_weak or bisect_right(lines, sign.start) in where)
        return supported


def _lies_in(sign: Sign, spans: Iterable[Span]) -> bool:
    return any(start <= sign.start and sign.end <= end for start, end in spans)


def _weight(signs: Iterable[Sign], lead: float, told: Sequence[Span]) -> float:
    """Weigh signs together; a repeated word weighs half, and strong ones weigh double in the lead and where it is told."""
    said: set[str] = set()
    weight = 0.0
    for sign in signs:
        if sign.is_weak:
            weight += 0.0 if sign.said in said else WEAK
        else:
            one = REPEATED if sign.said in said else PAIR if sign.use.role == "pair" else WORD
            weight += 2 * one if sign.start < lead or _lies_in(sign, told) else one
        said.add(sign.said)
    return weight


def _relatives(topics: Mapping[str, Topic]) -> dict[str, frozenset[str]]:
    """For each topic its broader and narrower ones, and those that share a broader one which is no mere heading."""
    narrower: dict[str, set[str]] = defaultdict(set)
    for topic in topics.values():
        for broader in topic.broader:
            narrower[broader].add(topic.id)
    related = {key: {*topic.broader, *narrower[key]} for key, topic in topics.items()}
    for key, topic in topics.items():
        for broader in topic.broader:
            if broader in topics and not _is_heading(topics[broader]):
                related[key] |= narrower[broader]
    return {key: frozenset(others - {key}) for key, others in related.items()}


def _headings(key: str, topics: Mapping[str, Topic]) -> frozenset[str]:
    """The headings (topics without words) above a topic, at any remove."""
    found: set[str] = set()
    left = [key]
    while left:
        above = set(topics[left.pop()].broader) & topics.keys() - found
        found |= above
        left.extend(above)
    return frozenset(one for one in found if _is_heading(topics[one]))


def _is_heading(topic: Topic) -> bool:
    return not any(topic.words.values())
