"""The made-up briefings are like real ones in size, language and terms, and the same every time."""

from __future__ import annotations

from collections import Counter

from benchmarks.corpus import COUNTRIES, TOPICS, as_briefing, briefings


def test_the_same_seed_gives_the_same_briefings() -> None:
    """Figures of two runs can be compared only if both built the same; another seed gives other texts."""
    assert list(briefings(5, 1)) == list(briefings(5, 1))
    assert list(briefings(5, 1)) != list(briefings(5, 2))


def test_a_larger_corpus_begins_as_a_smaller_one() -> None:
    """Growth is that of the number, not of other texts."""
    assert list(briefings(20, 1))[:5] == list(briefings(5, 1))


def test_languages_sizes_and_terms_are_realistic() -> None:
    """About 15 % are Japanese or Vietnamese, a text has 4 KB in the mean, and all terms occur."""
    every = list(briefings(600, 1))
    langs = Counter(item.lang for item in every)
    assert 0.10 < (langs["ja"] + langs["vi"]) / len(every) < 0.20
    assert 3_500 < sum(len(as_briefing(item).encode()) for item in every) / len(every) < 4_700
    assert {term.upper() for item in every for term in item.countries} == set(COUNTRIES)
    assert {term for item in every for term in item.topics} == set(TOPICS)


def test_hardly_a_sentence_stands_twice() -> None:
    """A tool that remembers paragraphs gains nothing."""
    paragraphs = Counter(block for item in briefings(50, 1) for block in item.body.split("\n\n") if not block.startswith("#"))
    assert paragraphs.most_common(1)[0][1] == 1
