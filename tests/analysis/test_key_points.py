"""Key points: the sentences that carry the news."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.analysis import analyze
from briefgen.model.article import Article, Block, Role
from briefgen.model.finding import RefFinding
from briefgen.model.frontmatter import FrontMatter, KeyPoint
from tests.analysis.prose import Case, cases
from tests.analysis.test_people import KNOWLEDGE

MOST = 6


def key_points(text: str, lang: str, blocks: tuple[Block, ...] = ()) -> tuple[RefFinding[KeyPoint], ...]:
    """The key points of a text in a stated language; one paragraph unless blocks are given."""
    blocks = blocks or (Block(0, len(text), Role.PARAGRAPH),)
    article = Article("a", "a.txt", raw=True, text=text, stated=FrontMatter(lang=lang), blocks=blocks)
    return analyze(article, KNOWLEDGE).refs(KeyPoint)


@pytest.mark.parametrize("case", list(cases("key_points")))
def test_prose(case: Case) -> None:
    """Each text has exactly the key points that its fixture lists, a line each."""
    assert [point.value.text for point in key_points(case.text, case.lang)] == case.expected.splitlines()


def test_a_long_article_has_six() -> None:
    """However much was agreed, there are six points, in reading order."""
    points = key_points(" ".join(f"Both sides agreed to build harbor number {n} in the bay." for n in range(20)), "en")
    starts = [point.evidence[0].start for point in points]
    assert len(points) == MOST
    assert starts == sorted(starts)


def test_headings_and_lists_are_no_points() -> None:
    """Only paragraphs hold whole sentences."""
    text = "Both sides agreed to build a harbor in the bay."
    for role in (Role.HEADLINE, Role.SUBHEADING, Role.LIST_ITEM, Role.TABLE_ROW):
        assert key_points(text, "en", (Block(0, len(text), role),)) == ()


LANGS = ["en", "ja", "vi", "de"]
WORDS = [
    "Minister Lars Holm",
    "agreed",
    "to build a harbor",
    ". ",
    "双方は",
    "合意した。",
    "hai bên nhất trí",
    "* ",
    "– ",
    "Last year",
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=4), st.sampled_from(WORDS))).map(" ".join), st.sampled_from(["en", "ja", "vi", "de"])
)
def test_no_text_fails_and_evidence_quotes(text: str, lang: str) -> None:
    """Whatever stands in a text, a key point is its evidence, word for word."""
    for finding in key_points(text, lang):
        (proof,) = finding.evidence
        assert text[proof.start : proof.end] == proof.quote == finding.value.text
