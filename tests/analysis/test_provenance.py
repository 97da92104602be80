"""Provenance: whether a text was translated, and from which language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.analysis import analyze
from briefgen.model.article import Article, Trait
from briefgen.model.evidence import Evidence
from briefgen.model.finding import Findings
from briefgen.model.frontmatter import FrontMatter, SourceRef
from briefgen.reading.cleaning import clean
from tests.analysis.prose import Case, cases
from tests.analysis.test_people import KNOWLEDGE

TRAITS = (Trait.ORIGINAL_LANG, Trait.TRANSLATION)
FOREIGN = "https://tinhang.example/bo-truong-quoc-phong-hai-nuoc-hoi-dam-tai-ha-noi.htm"


def analyzed(page: str, stated: FrontMatter) -> tuple[Article, Findings]:
    """A page as cleaned, and its findings."""
    cleaned = clean(page)
    article = Article(
        "a",
        "a.txt",
        raw=True,
        text=cleaned.text,
        stated=stated,
        blocks=cleaned.blocks,
        removed=cleaned.removed,
        harvest=cleaned.harvest,
    )
    return article, analyze(article, KNOWLEDGE)


@pytest.mark.parametrize("case", list(cases("provenance")))
def test_page(case: Case) -> None:
    """Each page shows the original language and the kind of translation that its fixture lists, and no other."""
    _, found = analyzed(case.text + "\n", FrontMatter(lang=case.lang))
    told = [f"{trait.value}: {fact.value}" for trait in TRAITS if (fact := found.trait(trait))]
    assert told == case.expected.splitlines()


def test_a_suspicion_is_told_with_its_signs() -> None:
    """The problem names every sign, so that a person can judge; what the front matter states is no suspicion."""
    page = f"The two defense ministers met in Hanoi on Monday and agreed on a joint exercise.\n\nSource: {FOREIGN}\n"
    _, found = analyzed(page, FrontMatter(lang="en"))
    (problem,) = [problem for problem in found.problems if "translation" in problem.what]
    assert problem.what == "a machine translation is suspected: the words of the source's address are of another language"
    assert "`source`" in problem.hint
    _, stated = analyzed(page, FrontMatter(lang="en", source=SourceRef(translation="human")))
    assert not [problem for problem in stated.problems if "translation" in problem.what]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=5),
            st.sampled_from(["です。", "した。", "Source: " + FOREIGN, "\n\n", "機械翻訳", "ジャラ・ルザーデ氏"]),
        )
    ).map(" ".join),
    st.sampled_from(["en", "ja", "vi", "de", ""]),
)
def test_no_text_fails_and_evidence_quotes(page: str, lang: str) -> None:
    """Whatever a page holds, each sign stands in its text, word for word."""
    article, found = analyzed(page, FrontMatter(lang=lang))
    for fact in filter(None, map(found.trait, TRAITS)):
        for proof in fact.evidence:
            if isinstance(proof, Evidence):
                assert article.text[proof.start : proof.end] == proof.quote
