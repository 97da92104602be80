"""Dates inside a text: ranges, days without a year, and days told from publication."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.edtf import Edtf
from tests.analysis.prose import Case, cases
from tests.analysis.test_people import KNOWLEDGE


def dates(text: str, lang: str, published: str = "") -> list[tuple[str, str]]:
    """The dates of a text with the words that write them."""
    found = KNOWLEDGE.text_dates(lang, Edtf.parse(published) if published else None).find(text)
    return [(str(date.value), text[date.start : date.end]) for date in found]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "from October 16 to 19, aiming", "XXXX-10-16/XXXX-10-19"),
        ("en", "set for October 25–26.", "XXXX-10-25/XXXX-10-26"),
        ("en", "on October 25-26, 2025", "2025-10-25/2025-10-26"),
        ("en", "from 16 to 19 October 2025", "2025-10-16/2025-10-19"),
        ("en", "from October 30 to November 2, 2024", "2024-10-30/2024-11-02"),
        ("en", "on 5 May at 10:30", "XXXX-05-05"),
        ("en", "on October 16 to 300 guests", "XXXX-10-16"),
        ("ja", "10月16日～19日", "XXXX-10-16/XXXX-10-19"),
        ("ja", "10月16日から19日まで", "XXXX-10-16/XXXX-10-19"),
        ("ja", "2025年10月30日～11月2日", "2025-10-30/2025-11-02"),
        ("ja", "2025年12月30日～1月2日", "2025-12-30/2026-01-02"),
        ("vi", "từ ngày 16 đến 19/10", "XXXX-10-16/XXXX-10-19"),
        ("vi", "từ 16-19/10", "XXXX-10-16/XXXX-10-19"),
        ("vi", "từ ngày 16 đến ngày 19 tháng 10 năm 2025", "2025-10-16/2025-10-19"),
        ("vi", "tỷ lệ 3/4 và ngày 19/10", "XXXX-10-19"),
    ],
)
def test_dates_without_publication(lang: str, text: str, expected: str) -> None:
    """A range is one date; a year that is not stated stays unknown."""
    assert [value for value, _ in dates(text, lang)] == [expected]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "on October 24", ["2025-10-24"]),
        ("en", "on January 5", ["XXXX-01-05"]),
        ("en", "on Friday and yesterday", ["2025-10-24", "2025-10-25"]),
        ("ja", "外相は24日、3日間の日程で", ["2025-10-24"]),
        ("ja", "外相は3日、", []),
        ("vi", "Sáng 25/10 và ngày 24, hôm nay", ["2025-10-25", "2025-10-24", "2025-10-26"]),
    ],
)
def test_publication_makes_near_days_certain(lang: str, text: str, expected: list[str]) -> None:
    """Days near publication take its year; "yesterday" and 24日 are counted back from it, never far."""
    assert [value for value, _ in dates(text, lang, "2025-10-26")] == expected


def test_nothing_is_told_without_publication() -> None:
    """Without a day of publication "yesterday" is no date, nor with a month of it."""
    assert dates("on Friday, yesterday", "en") == dates("on Friday, yesterday", "en", "2025-10") == []


PIECES = ["October", "31", "–", " to ", "日", "10月", "ngày ", "/02", "2025", "đến "]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=4), st.sampled_from(PIECES))),
    st.sampled_from(["en", "ja", "vi", "th"]),
    st.sampled_from(["", "2025-10-26", "0001-01-01", "2025"]),
)
def test_no_text_fails(words: list[str], lang: str, published: str) -> None:
    """Whatever stands in a text, dates come in order and do not overlap."""
    text = "".join(words)
    found = KNOWLEDGE.text_dates(lang, Edtf.parse(published) if published else None).find(text)
    assert all(one.end <= other.start or one.told or other.told for one, other in pairwise(found))


@pytest.mark.parametrize("case", list(cases("relative_dates")))
def test_dates_told_from_publication(case: Case) -> None:
    """A text of 21 October 2025 tells the dates that its fixture lists, each as precise as its words, and no other."""
    assert ",".join(value for value, _ in dates(case.text, case.lang, "2025-10-21")) == case.expected


@pytest.mark.parametrize(
    ("published", "expected"), [("2025-10", ["2025-09", "2024"]), ("2025", ["2024"]), ("XXXX-10-21", []), ("", [])]
)
def test_less_is_told_where_less_is_known(published: str, expected: list[str]) -> None:
    """A month is told from a month, a year from a year, nothing from a day without its year."""
    assert [value for value, _ in dates("last month and last year", "en", published)] == expected
