"""Agreements: which instruments a text names, where they stand, between whom and of when."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.analysis import agreements, countries
from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.config import load_vocabulary
from briefgen.model.article import Article, Block, Role
from briefgen.model.evidence import Evidence
from briefgen.model.finding import Findings, RefFinding
from briefgen.model.frontmatter import AgreementRef, PersonRef
from briefgen.model.vocabulary import Agreement, Vocabulary
from tests.analysis.prose import Case, cases

SHIPPED = load_vocabulary(Path("/no/such/site"))[0]
KNOWLEDGE = Knowledge(SHIPPED)


def found_in(
    text: str,
    lang: str,
    knowledge: Knowledge = KNOWLEDGE,
    blocks: tuple[Block, ...] = (),
    people: tuple[RefFinding[PersonRef], ...] = (),
) -> tuple[RefFinding[AgreementRef], ...]:
    """The agreements of a text, its countries found before; one paragraph unless blocks are given."""
    article = Article("a", "a.txt", raw=True, text=text, blocks=blocks or (Block(0, len(text), Role.PARAGRAPH),))
    document, found = Document(article, lang), Findings(lang, people)
    return tuple(agreements.detect(document, knowledge, found.plus(countries.detect(document, knowledge, found))))


def lines(text: str) -> tuple[Block, ...]:
    """Each line of a text as a block: a paragraph, or an item of a list."""
    found = re.finditer(r"[^\n]+", text)
    return tuple(Block(*line.span(), Role.LIST_ITEM if line[0][0] in "-・" else Role.PARAGRAPH) for line in found)


def row(finding: RefFinding[AgreementRef]) -> tuple[str, ...]:
    """A finding as the fixtures write it."""
    value = finding.value
    return (value.name, value.kind or "", value.status or "", " ".join(value.parties), str(value.date or ""))


@pytest.mark.parametrize("case", list(cases("agreements")))
def test_prose(case: Case) -> None:
    """Each text names exactly the agreements that its fixture lists, as `name | kind | status | parties | date`."""
    expected = [tuple(part.strip() for part in f"{line} ||||".split("|")[:5]) for line in case.expected.splitlines()]
    assert sorted(map(row, found_in(case.text, case.lang, blocks=lines(case.text)))) == sorted(expected)


@pytest.mark.parametrize("lang", ["en", "ja", "vi", "fr"])
def test_agreements_of_the_vocabulary(lang: str) -> None:
    """A known instrument is found by any of its names in any language, with the kind and parties that are known."""
    known = Agreement("tuna", {"en": "Tuna Accord"}, aliases=("マグロ協定",), kind="treaty", parties=("FJ", "WS"))
    knowledge = Knowledge(Vocabulary(SHIPPED.countries, {}, agreements={"tuna": known}))
    for name in ("Tuna Accord", "マグロ協定"):
        (agreement,) = found_in(f"« {name} »", lang, knowledge)
        assert row(agreement) == (name, "treaty", "", "FJ WS", "")


def test_people_speak_for_their_countries() -> None:
    """A minister known to act for a country makes it a party as its name would."""
    text = "Solberg and the minister of Ghana signed an extradition treaty."
    person = RefFinding(PersonRef("Solberg", country="NO"), (Evidence.of(text, 0, 7, "test"),))
    (agreement,) = found_in(text, "en", people=(person,))
    assert agreement.value.parties == ("GH", "NO")


def test_three_countries_are_no_pair() -> None:
    """Where a sentence names three countries nobody knows which two an instrument binds."""
    (agreement,) = found_in("Kenya, Peru and Chile are negotiating an extradition treaty.", "en")
    assert agreement.value.parties == ()


def test_a_heading_names_no_agreement() -> None:
    """Instruments of a headline count only where the text names them."""
    text = "Kenya Signs Extradition Treaty\nThe minister flew home."
    assert found_in(text, "en", blocks=(Block(0, 30, Role.HEADLINE), Block(31, len(text), Role.PARAGRAPH))) == ()


def test_the_furthest_stage_counts() -> None:
    """An instrument first negotiated and then signed is signed; every sentence is evidence."""
    (agreement,) = found_in(
        "Kenya and Peru negotiated an extradition treaty. They signed the extradition treaty at last.", "en"
    )
    assert agreement.value.status == "signed"
    assert [proof.quote for proof in agreement.evidence] == ["extradition treaty", "extradition treaty"]


WORDS = [
    "signed",
    "extradition",
    "treaties",
    "and",
    "on",
    ", ",
    "Memorandum of Understanding",
    "条約",
    "に署名した",
    "と",
    "に関する",
    "hiệp định",
    "dẫn độ",
    "các ",
]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=4), st.sampled_from(WORDS))).map(" ".join), st.sampled_from(["en", "ja", "vi", "de"])
)
def test_no_text_fails_and_evidence_quotes(text: str, lang: str) -> None:
    """Whatever stands in a text, every span of the evidence holds its quote."""
    for agreement in found_in(text, lang):
        assert all(text[proof.start : proof.end] == proof.quote for proof in agreement.evidence)
