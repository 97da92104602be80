"""The signs of topics in a text: which words of the vocabulary stand where, and which of them count.

A word counts for its topic unless it stands inside a phrase that the topic excludes, or inside a longer word of another
topic ("drug trade" is no trade). Two words written as `a + b` count as a pair when one clause holds both.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from briefgen.analysis.wording import WordFinder
from briefgen.model.evidence import Evidence
from briefgen.model.vocabulary import Topic
from briefgen.text import count_unspaced

PAIR_REACH: Final = 60
"""Letters between the two words of a pair; more is another clause."""

PAIR_COMMAS: Final = 1
"""Commas between them; with more, other members of a list stand there ("crimes, fraud, poaching, cyber security")."""

UNSPACED_LETTERS: Final = 2.5
"""Letters of English that say as much as one character of Japanese or Chinese."""

Role = Literal["word", "weak", "not", "left", "right", "pair"]


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """What a word does for a topic; `rule` is the word as the vocabulary writes it (for half a pair, the whole pair)."""

    topic: str
    role: Role
    rule: str


class Sign(NamedTuple):
    """A place in the text that speaks for a topic; `said` are its words in lower case."""

    start: int
    end: int
    use: Use
    said: str

    @property
    def is_weak(self) -> bool:
        """Whether the sign needs company to count."""
        return self.use.role == "weak"

    def weakened(self) -> Sign:
        """The same sign as one that needs company."""
        return self._replace(use=replace(self.use, role="weak"))

    def evidence(self, text: str) -> Evidence:
        """Quote the words of the sign, with the rule that took them for one."""
        return Evidence.of(text, self.start, self.end, f"topics/{self.use.role}:{self.use.rule}")


def sign_finder(topics: Iterable[Topic], lang: str) -> WordFinder[Use]:
    """Compile the words of all topics in a language."""
    return WordFinder(_uses(topics, lang), lang)


def signs_by_topic(text: str, finder: WordFinder[Use]) -> dict[str, tuple[Sign, ...]]:
    """Find what speaks for each topic, in text order and without overlaps inside a topic."""
    seen: dict[str, list[Sign]] = defaultdict(list)
    for hit in finder.find(text):
        seen[hit.value.topic].append(Sign(hit.start, hit.end, hit.value, text[hit.start : hit.end].lower()))
    counted = {key: _without_excluded(signs) for key, signs in seen.items()}
    shadowed = _inside_longer(sign for signs in counted.values() for sign in signs if sign.use.role == "word")
    reach = PAIR_REACH / letters_per_character(text)
    found = {}
    for key, signs in counted.items():
        own = (s for s in signs if s.is_weak or (s.use.role == "word" and (s.start, s.end) not in shadowed))
        kept = _apart((*_pairs(text, signs, reach), *own))
        if kept:
            found[key] = kept
    return found


def letters_per_character(text: str) -> float:
    """Tell how many letters of an alphabet say as much as one character of the text, judged by its beginning."""
    sample = text[:600]
    return UNSPACED_LETTERS if 3 * count_unspaced(sample) > len(sample) else 1.0


def line_starts(text: str) -> Sequence[int]:
    """Tell where each line of the text begins."""
    return (0, *(found.end() for found in _LINE_END.finditer(text)))


def _uses(topics: Iterable[Topic], lang: str) -> Iterator[tuple[str, Use]]:
    """Every word of a language with its use; the two sides of a pair are words of their own."""
    for topic in topics:
        for word in topic.words.get(lang, ()):
            left, plus, right = word.partition(" + ")
            if plus:
                yield from ((one, Use(topic.id, "left", word)) for one in left.split(" | "))
                yield from ((one, Use(topic.id, "right", word)) for one in right.split(" | "))
            else:
                yield word, Use(topic.id, "word", word)
        yield from ((word, Use(topic.id, "weak", word)) for word in topic.weak.get(lang, ()))
        yield from ((word, Use(topic.id, "not", word)) for word in topic.excluded.get(lang, ()))


def _without_excluded(signs: Iterable[Sign]) -> list[Sign]:
    """The signs of one topic that stand in none of its excluded phrases, in text order."""
    kept = []
    reach = 0
    for sign in sorted(signs, key=lambda s: (s.start, -s.end, s.use.role != "not", s.use)):
        if sign.use.role == "not":
            reach = max(reach, sign.end)
        elif sign.end > reach:
            kept.append(sign)
    return kept


def _inside_longer(words: Iterable[Sign]) -> set[tuple[int, int]]:
    """The spans that a longer span among the words covers."""
    inside = set()
    reach = 0
    for start, end in sorted({(word.start, word.end) for word in words}, key=lambda span: (span[0], -span[1])):
        if end <= reach:
            inside.add((start, end))
        reach = max(reach, end)
    return inside


def _pairs(text: str, signs: Iterable[Sign], reach: float) -> Iterator[Sign]:
    """The pairs that stand within one clause, each left word with the nearest right one before or after it."""
    sides: dict[tuple[str, Role], list[Sign]] = defaultdict(list)
    for sign in signs:
        sides[sign.use.rule, sign.use.role].append(sign)
    lefts = [sign for (_, role), group in sides.items() if role == "left" for sign in group]
    for left in lefts:
        rights = sides.get((left.use.rule, "right"), [])
        at = bisect_left(rights, left)
        near = [(_gap(left, right), right) for right in rights[max(0, at - 2) : at + 2] if _is_one_clause(text, left, right)]
        if near and min(near)[0] < reach:
            right = min(near)[1]
            start, end = min(left.start, right.start), max(left.end, right.end)
            yield Sign(start, end, Use(left.use.topic, "pair", left.use.rule), f"{left.said} + {right.said}")


def _gap(one: Sign, other: Sign) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _is_one_clause(text: str, one: Sign, other: Sign) -> bool:
    """Whether nothing between two signs ends a sentence, and no list of other things stands there."""
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return _gap(one, other) >= 0 and not _SENTENCE_END.search(between) and len(_COMMA.findall(between)) <= PAIR_COMMAS


def _apart(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """Signs that do not overlap: pairs are served first, as they come, then longer words before shorter ones."""
    kept: list[Sign] = []
    for sign in sorted(signs, key=_precedence):
        at = bisect_left(kept, sign)
        if (at == 0 or kept[at - 1].end <= sign.start) and (at == len(kept) or sign.end <= kept[at].start):
            kept.insert(at, sign)
    return tuple(kept)


def _precedence(sign: Sign) -> tuple[int, int, int]:
    if sign.use.role == "pair":
        return 0, sign.start, sign.end
    return 1, sign.start - sign.end, sign.start


_SENTENCE_END: Final = re.compile(r"[。！？\n]|[.!?]\s")
_LINE_END: Final = re.compile("\n")
_COMMA: Final = re.compile(r"[,、，;；]")
