"""How long a text takes to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.rendering.reading_time import minutes


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("word " * 684, "en", 3),
        ("từ " * 552, "vi", 3),
        ("語" * 1071, "ja", 3),
        ("word " * 684, "en-GB", 3),
        ("語" * 357 + " word" * 184, "ja", 2),
        ("", "en", 1),
    ],
)
def test_minutes_by_the_language(text: str, lang: str, expected: int) -> None:
    """Words count in spaced scripts, characters in Japanese, both in a mixed text; nothing takes less than a minute."""
    assert minutes(text, lang) == expected


@given(st.text(), st.text(), st.sampled_from(("en", "ja", "vi", "th")))
def test_more_text_never_takes_less_time(text: str, more: str, lang: str) -> None:
    """A longer text takes at least as long."""
    assert minutes(f"{text} {more}", lang) >= minutes(text, lang)
