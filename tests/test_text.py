"""Folding: when two spellings are the same name."""

from __future__ import annotations

import pytest

from briefgen.text import fold, is_unspaced, strip_marks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lê Quốc Hùng", "Le Quoc Hung"),
        ("Đà Nẵng", "da nang"),
        ("5Ｇ", "5g"),
        ("エリクソン", "ｴﾘｸｿﾝ"),
        ("Viet-Nam", "viet nam"),
        ("⼤⾂", "大臣"),
    ],
)
def test_spellings_that_are_equal(one: str, other: str) -> None:
    """Case, diacritics, width, hyphens and compatibility forms (Kangxi radicals of PDF text) do not part spellings."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("バク", "ハク"), ("한국", "하구"), ("Vinh", "Minh")])
def test_spellings_that_differ(one: str, other: str) -> None:
    """Voiced kana, Hangul finals and letters tell names apart."""
    assert fold(one) != fold(other)


def test_marks_go_and_letters_stay() -> None:
    """Only diacritics are stripped."""
    assert strip_marks("Hồ Chí Minh, 東京") == "Ho Chi Minh, 東京"


@pytest.mark.parametrize(
    ("char", "unspaced"), [("日", True), ("ア", True), ("ไ", True), ("a", False), ("Đ", False), ("한", False)]
)
def test_scripts_without_spaces(char: str, unspaced: bool) -> None:  # noqa: FBT001  a table value
    """Japanese, Chinese and Thai write without spaces; Latin, Vietnamese and Korean do not."""
    assert is_unspaced(char) is unspaced
