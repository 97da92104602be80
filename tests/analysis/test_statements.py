"""Statements: who agreed, proposed, requested, offered, invited, pledged or stated what."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.analysis import countries, people
from briefgen.analysis.actors import Actors
from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import table
from briefgen.analysis.statements import statements_in
from briefgen.model.article import Article, Block, Role
from briefgen.model.finding import Findings, RefFinding
from briefgen.model.frontmatter import Act, Statement
from tests.analysis.prose import Case, cases
from tests.analysis.test_people import KNOWLEDGE


def statements(text: str, lang: str) -> tuple[RefFinding[Statement], ...]:
    """The statements of a text that is one paragraph."""
    article = Article("a", "a.txt", raw=True, text=text, blocks=(Block(0, len(text), Role.PARAGRAPH),))
    document = Document(article, lang, KNOWLEDGE.joiners)
    found = Findings(lang)
    for earlier in (countries.detect, people.detect):
        found = found.plus(earlier(document, KNOWLEDGE, found))
    words = KNOWLEDGE.act_words(lang)
    assert words
    return tuple(statements_in(Actors(document, KNOWLEDGE, found), words, document.sentences))


@pytest.mark.parametrize("case", list(cases("statements")))
def test_prose(case: Case) -> None:
    """Each text holds exactly the statements that its fixture lists, as `who | act | what`."""
    expected = [tuple(part.strip() for part in line.split("|")) for line in case.expected.splitlines()]
    assert [(f.value.who, f.value.act, f.value.what) for f in statements(case.text, case.lang)] == expected


@pytest.mark.parametrize("lang", ["en", "ja", "vi"])
def test_every_language_knows_every_act(lang: str) -> None:
    """The table has words for each act of the front matter, and for no other."""
    assert set(table("acts")[lang]["acts"]) == set(get_args(Act))


WORDS = [
    "Minister Lars Holm",
    "agreed",
    "that",
    "and",
    "said",
    "He",
    "both sides",
    "大臣は",
    "、",
    "述べた。",
    "双方は",
    "合意した",
]
WORDS += ["hai bên", "nhất trí", "Bộ trưởng Trần Đức Toàn", "cho biết", ", ", ". ", '"', "the Minister"]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=4), st.sampled_from(WORDS))).map(" ".join), st.sampled_from(["en", "ja", "vi"]))
def test_no_text_fails_and_evidence_quotes(text: str, lang: str) -> None:
    """Whatever stands in a text, every span is its quote and the words of a statement stand in it."""
    for finding in statements(text, lang):
        (proof,) = finding.evidence
        assert text[proof.start : proof.end] == proof.quote
        assert finding.value.what in proof.quote
