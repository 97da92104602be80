"""Finding words of a vocabulary in a text."""

from __future__ import annotations

import pytest

from briefgen.analysis.wording import WordFinder


def found(word: str, text: str, lang: str) -> list[str]:
    """What of a text a word is found in."""
    return [text[hit.start : hit.end] for hit in WordFinder([(word, None)], lang).find(text)]


@pytest.mark.parametrize(
    ("word", "text", "lang", "expected"),
    [
        ("cyber crime", "Cyber-Crime", "en", ["Cyber-Crime"]),
        ("cyber-crime", "cyber crimes", "en", ["cyber crimes"]),
        ("cyber crime", "cyber\ncrime, cyber\n\ncrime", "en", ["cyber\ncrime"]),
        ("tax", "taxes, taxis", "en", ["taxes"]),
        ("treaty", "treaties and a treaty", "en", ["treaties", "treaty"]),
        ("survey", "surveys", "en", ["surveys"]),
        ("passport", "passports", "de", []),
        ("extradit*", "extradited, extradition", "en", ["extradited", "extradition"]),
        ("организованн* преступност*", "организованной преступностью", "ru", ["организованной преступностью"]),
        ("trade", "traded, untrade", "en", []),
        ("AI", "AI, AIs, ai, Ai, MAIN", "en", ["AI", "AIs"]),
        ("AI", "ai cũng nói về AI", "vi", ["AI"]),
        ("AI", "ＡＩと人工知能", "ja", ["ＡＩ"]),
        ("5G", "新しい5Gネットワーク", "ja", ["5G"]),
        ("5G", "25G", "ja", []),
        ("テロ", "テロ対策とステロイド、テロップ", "ja", ["テロ"]),
        ("麻薬", "反麻薬法", "ja", ["麻薬"]),
        ("ma túy", "ma tuý, ma túy", "vi", ["ma tuý", "ma túy"]),
        ("bàn", "ban, bán", "vi", []),
        ("사이버범죄", "사이버범죄를", "ko", ["사이버범죄"]),
        ("إرهاب", "بالإرهاب", "ar", ["إرهاب"]),
    ],
)
def test_forms(word: str, text: str, lang: str, expected: list[str]) -> None:
    """A word is found in the forms its language gives it, and in no other word."""
    assert found(word, text, lang) == expected


def test_overlapping_words_are_all_found() -> None:
    """Which of several overlapping words counts is left to the caller."""
    finder = WordFinder([("drug trade", 1), ("trade", 2), ("trade", 3)], "en")
    assert sorted(hit.value for hit in finder.find("the drug trade")) == [1, 2, 3]


def test_spans_point_into_decomposed_text() -> None:
    """Offsets hold where letters and marks are written apart."""
    text = "Vu\u0323 ma tu\u0301y lo\u031b\u0301n"
    assert found("ma túy", text, "vi") == ["ma tu\u0301y"]


@pytest.mark.parametrize("word", ["", " ", "*", "-", "* crime"])
def test_word_without_beginning_is_not_searched(word: str) -> None:
    """What would be found everywhere is left out, and stops nothing."""
    assert found(word, "a crime - and * another", "en") == []


def test_no_words() -> None:
    """A language without words finds nothing."""
    assert list(WordFinder([], "en").find("anything")) == []
