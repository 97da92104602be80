"""Dates in words: as precise as stated, in the order and with the marks of each language."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.edtf import Edtf
from briefgen.rendering.dates import format_edtf, iso_range
from briefgen.rendering.localize import localizer
from tests.rendering.sample_site import VOCABULARY


@pytest.mark.parametrize(
    ("stated", "english", "japanese", "vietnamese"),
    [
        ("2025", "2025", "2025年", "2025"),
        ("2025-10", "October 2025", "2025年10月", "tháng 10 năm 2025"),
        ("2025-10-19", "19 October 2025", "2025年10月19日", "19 tháng 10, 2025"),
        ("2025-10-16/2025-10-19", "16–19 October 2025", "2025年10月16日～19日", "16–19 tháng 10, 2025"),
        (
            "2025-10-30/2025-11-02",
            "30 October – 2 November 2025",
            "2025年10月30日～11月2日",
            "30 tháng 10 – 2 tháng 11, 2025",
        ),
        (
            "2025-12-30/2026-01-02",
            "30 December 2025 – 2 January 2026",
            "2025年12月30日～2026年1月2日",
            "30 tháng 12, 2025 – 2 tháng 1, 2026",
        ),
        ("2025-10/2025-11", "October – November 2025", "2025年10月～11月", "tháng 10 – tháng 11 năm 2025"),
        ("2024/2025", "2024–2025", "2024年～2025年", "2024–2025"),
        ("2025-10-19/2025-10-19", "19 October 2025", "2025年10月19日", "19 tháng 10, 2025"),
        ("XXXX-10-16", "16 October (year not stated)", "10月16日（年の記載なし）", "16 tháng 10 (không nêu năm)"),
        (
            "XXXX-10-16/XXXX-10-19",
            "16–19 October (year not stated)",
            "10月16日～19日（年の記載なし）",
            "16–19 tháng 10 (không nêu năm)",
        ),
        ("XXXX-02-29", "29 February (year not stated)", "2月29日（年の記載なし）", "29 tháng 2 (không nêu năm)"),
    ],
)
def test_every_precision_in_every_language(stated: str, english: str, japanese: str, vietnamese: str) -> None:
    """A date says in each language what was stated and no more."""
    said = [localizer(lang, VOCABULARY).date(Edtf.parse(stated)) for lang in ("en", "ja", "vi")]
    assert said == [english, japanese, vietnamese]


def test_undated_is_said_in_words() -> None:
    """Where no date is stated, the page says so."""
    assert [localizer(lang, VOCABULARY).date(None) for lang in ("en", "ja", "vi")] == ["undated", "日付なし", "không rõ ngày"]


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2025", "2025"),
        ("2025-10", "2025-10"),
        ("2025-10-16/2025-10-19", "2025-10-16"),
        ("XXXX-10-16", "10-16"),
        ("XXXX-10", ""),
    ],
)
def test_machine_readable_dates(stated: str, iso: str) -> None:
    """The `datetime` attribute takes the forms that HTML allows, and is left out where none fits."""
    assert iso_range(Edtf.parse(stated)) == iso


@given(st.dates(), st.dates(), st.sampled_from(["en_GB", "ja", "vi", "fr", "de", "ar", "ko", "zh", "ru", "th"]))
def test_any_interval_names_both_years(one: object, other: object, lang: str) -> None:
    """No language loses an end of an interval, whatever its patterns are."""
    start, end = sorted([str(one), str(other)])
    said = format_edtf(Edtf.parse(f"{start}/{end}"), Locale.parse(lang))
    digits = {str(int(digit)) if digit.isdigit() else digit for digit in said}
    assert set(str(int(start[8:]))) | set(str(int(end[8:]))) <= digits
