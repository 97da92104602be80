"""Figures: numbers with what they count."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.analysis.document import Document
from briefgen.analysis.figures import detect
from briefgen.model.article import Article, Block, Role
from briefgen.model.finding import Findings, RefFinding
from briefgen.model.frontmatter import Figure
from tests.analysis.prose import Case, cases
from tests.analysis.test_people import KNOWLEDGE


def figures(text: str, lang: str) -> tuple[RefFinding[Figure], ...]:
    """The figures of a text that is one paragraph."""
    article = Article("a", "a.txt", raw=True, text=text, blocks=(Block(0, len(text), Role.PARAGRAPH),))
    return tuple(detect(Document(article, lang, KNOWLEDGE.joiners), KNOWLEDGE, Findings(lang)))


@pytest.mark.parametrize("case", list(cases("figures")))
def test_prose(case: Case) -> None:
    """Each text holds exactly the figures that its fixture lists, as `value | what`."""
    expected = [tuple(part.strip() for part in line.split("|")) for line in case.expected.splitlines()]
    assert [(f.value.value, f.value.what) for f in figures(case.text, case.lang)] == expected


def test_a_figure_comes_once() -> None:
    """What is said twice is one figure."""
    assert len(figures("The port has 300 boats. Its 300 boats sailed.", "en")) == 1


WORDS = [
    "12",
    "9,000",
    "million",
    "people",
    "カ国",
    "人",
    "約",
    "since 1972",
    "以来",
    "người",
    "triệu",
    "-strong",
    ".",
    " ",
    "%",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=4), st.sampled_from(WORDS))).map("".join), st.sampled_from(["en", "ja", "vi", "de"]))
def test_no_text_fails_and_evidence_quotes(text: str, lang: str) -> None:
    """Whatever stands in a text, every span is its quote and holds the number."""
    for finding in figures(text, lang):
        (proof,) = finding.evidence
        assert text[proof.start : proof.end] == proof.quote
        assert finding.value.value in proof.quote
