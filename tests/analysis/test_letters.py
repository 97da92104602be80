"""Text made comparable without losing its offsets."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.analysis.letters import folded, is_boundary, read


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    """Each character is replaced by one character, so that offsets hold."""
    assert len(folded(text)) == len(text)


@given(st.text(), st.sampled_from(["vi", "ar", "en"]))
def test_a_reading_maps_back_into_the_text(text: str, lang: str) -> None:
    """The whole reading stands for the whole text, in order."""
    reading = read(text, lang)
    assert len(reading.written) == len(reading.plain)
    ends = [reading.span(0, end)[1] for end in range(len(reading.plain) + 1)]
    assert ends == sorted(ends)
    assert ends[-1] == len(text)


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("Thuỵ Điển", "Thụy Điển", "vi"),
        ("CÔTE D’IVOIRE", "Côte d'Ivoire", "fr"),
        ("ＵＡＥ", "UAE", "ja"),
        ("إيران", "ايران", "ar"),
        ("Ελλάδας", "ΕΛΛΑΔΑΣ", "el"),
        (unicodedata.normalize("NFD", "Việt Nam"), "Việt Nam", "vi"),
    ],
)
def test_two_spellings_of_one_name_are_equal(one: str, other: str, lang: str) -> None:
    """Case, width, apostrophes, hamza, Greek accents, tone places and composition do not matter."""
    assert read(one, lang).plain == read(other, lang).plain


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "a", True),
        ("a", "b", False),
        ("a", "-", True),
        ("米", "国", True),
        ("マ", "リ", False),
        ("国", "A", True),
        ("ว", "า", False),
    ],
)
def test_where_words_may_end(before: str, after: str, expected: bool) -> None:  # noqa: FBT001  a case of the table
    """Words end beside anything but a letter; a run of katakana is one word, Han has no ends."""
    assert is_boundary(before, after) is expected
