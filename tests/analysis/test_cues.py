"""Cues: expressions are tried only where they can match, and find the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from briefgen.analysis.cues import Cues, windows
from briefgen.analysis.knowledge import table
from tests.analysis.prose import cases

LANGUAGES = ["en", "ja", "vi"]


def expressions(lang: str) -> Iterator[str]:
    """Every expression of a language that a table has for events, agreements and key points."""
    for value in table("events")[lang].values():
        yield from [value] if isinstance(value, str) else value
    yield from (pattern for _, pattern in table("agreements")[lang]["status"])
    yield from (table("agreements")[lang][key] for key in ("again", "aside", "doing"))
    yield from table("key_points")["ahead"][lang]


def texts(lang: str) -> list[str]:
    """The texts of the fixtures of a language."""
    found = [case.values[0] for subject in ("events", "statements", "agreements") for case in cases(subject)]
    return [case.text for case in found if case.lang == lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_lost(lang: str) -> None:
    """Every expression of the tables finds in every fixture, and in parts of it, what it finds without cues."""
    cues = Cues()
    watched = [(pattern, cues.watch(pattern)) for pattern in (regex.compile(one, regex.I) for one in expressions(lang))]
    for text in texts(lang):
        for start, end in ((0, len(text)), (len(text) // 3, len(text)), (0, len(text) // 2)):
            for pattern, cued in watched:
                plain = [match.span() for match in pattern.finditer(text, start, end)]
                assert [match.span() for match in cued.finditer(text, start, end)] == plain, pattern.pattern
                first = cued.search(text, start, end)
                assert (first.span() if first else None) == (plain[0] if plain else None)
                assert cued.may_match(text, start, end) or not plain


def test_expressions_of_one_meaning_are_tried_in_their_order() -> None:
    """All that a group finds comes by its expressions, the first one's first."""
    cued = Cues().watch(regex.compile("signed"), regex.compile(r"\d+ treaties"), regex.compile("met"))
    text = "They met and signed 3 treaties, then met again."
    assert [match[0] for match in cued.finditer(text, 0, len(text))] == ["signed", "3 treaties", "met", "met"]
    assert cued.search(text, 0, len(text))[0] == "signed"
    assert [match[0] for match in cued.firsts(text)] == ["signed", "3 treaties", "met"]


def test_an_expression_without_words_is_tried_everywhere() -> None:
    """A group with such an expression finds it where no word of the others stands."""
    cued = Cues().watch(regex.compile("visited"), regex.compile(r"\d\d"))
    assert [match[0] for match in cued.finditer("in 25 days", 0, 10)] == ["25"]
    assert list(cued.around("in 25 days", 3)) != []


def test_an_expression_watched_later_counts_for_a_text_read_before() -> None:
    """Words of a language come one table after the other; what was read of a text before is read again."""
    cues = Cues()
    early = cues.watch(regex.compile("thăm"))
    text = "Bộ trưởng thăm Lào và ký hiệp định."
    assert early.may_match(text, 0, len(text))
    late = cues.watch(regex.compile("ký hiệp định"))
    assert late.search(text, 0, len(text)) is not None


@pytest.mark.parametrize(
    ("expression", "text"),
    [("istanbul", "İSTANBUL"), ("said", "ſaid"), ("会談", "会談した"), ("ĐIỆN ĐÀM", "điện đàm"), ("kelvin", "\u212aelvin")],
)
def test_case_does_not_matter(expression: str, text: str) -> None:
    """Letters count as the same where they do for an expression that ignores case, also those that change their length."""
    assert Cues().watch(regex.compile(expression, regex.I)).may_match(text, 0, len(text))


def test_around_finds_in_another_form_of_the_text() -> None:
    """Expressions for lower case are tried there, around the words as the text has them."""
    text = "x" * 200 + " Last Month " + "x" * 200 + " LAST YEAR"
    cued = Cues().watch(regex.compile("last (?:month|year)"))
    assert [match[0] for match in cued.around(text, 20, text.lower())] == ["last month", "last year"]


@given(st.lists(st.integers(0, 300)).map(sorted), st.integers(0, 40))
def test_windows_hold_all_within_reach_once(places: list[int], reach: int) -> None:
    """Each place lies in one window with its whole reach; windows stand apart, in order, and hold nothing else."""
    found = list(windows(places, reach))
    assert all(any(first <= max(0, at - reach) and at + reach <= last for first, last in found) for at in places)
    assert all(before[1] < behind[0] for before, behind in pairwise(found))
    inside = set(chain.from_iterable(range(max(0, at - reach), at + reach + 1) for at in places))
    assert {place for first, last in found for place in range(first, last + 1)} == inside
