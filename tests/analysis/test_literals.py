"""Literals: the words without which a regular expression finds nothing."""

from __future__ import annotations

import pytest

from briefgen.analysis.literals import literals_of


@pytest.mark.parametrize(
    ("expression", "clauses"),
    [
        (r"\b(?:talks|meetings?) with\b", [{"talks with", "meeting with", "meetings with"}]),
        (r"\bheld (?:\p{L}+ ){0,3}?talks\b", [{"talks"}, {"held "}]),
        (r"signed(?= the treaty)", [{" the treaty"}, {"signed"}]),
        (r"(?<!not )signed(?! by nobody)", [{"signed"}]),
        (r"(?:署名|調印)式(?:が|を)[\p{Han}]{1,10}で", [{"署名式が", "署名式を", "調印式が", "調印式を"}]),
        (r"(?<!\p{L})[Tt]ại (?:thủ đô|thành phố)", [{"tại thủ đô", "tại thành phố"}]),
        (r"Hiệp định(?: khung)?", [{"hiệp định"}]),
        (r"(?P<day>\d{1,2}) tháng (?P=day)", [{" tháng "}]),
        (r"(?:visit(?:s|ed)?){1,}", [{"visit"}]),
        (r"x\.y\ z\u3000\n", [{"x.y z\u3000\n"}]),
        (r"(?i:Said)", [{"said"}]),
    ],
)
def test_one_word_of_each_clause_must_stand(expression: str, clauses: list[set[str]]) -> None:
    """The clauses hold what every match holds, in lower case, the most telling first; a word that holds another is left out."""
    found = [set(clause) for clause in literals_of(expression)]
    assert found == [{word for word in clause if not any(o != word and o in word for o in clause)} for clause in clauses]


@pytest.mark.parametrize(
    "expression", [r"\d+", r"\p{Lu}{3,}\b", "(?:visit)?", "(?:met|)", "a*", "in|at", "[^。]{2,}", "(?!never)", "visited|x", ""]
)
def test_an_expression_without_words_of_its_own_has_none(expression: str) -> None:
    """What can match without any word, or by one too short to tell anything, has no clauses and is tried everywhere."""
    assert literals_of(expression) == ()


def test_what_can_be_too_many_words_is_left_open() -> None:
    """An expression that spells out thousands of words is told by a part of it."""
    digits = "(?:one|two|three|four|five|six|seven|eight|nine|ten)"
    assert literals_of(f"{digits}{digits}{digits} days") != ()
    assert all(len(clause) <= 256 for clause in literals_of(f"{digits}{digits}{digits} days"))
