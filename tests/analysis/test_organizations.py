"""Organizations: which bodies a text names, with acronym and country; one body once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.organizations import detect
from briefgen.config import load_vocabulary
from briefgen.model.article import Article, Block, Role
from briefgen.model.finding import Findings, RefFinding
from briefgen.model.frontmatter import OrganizationRef
from briefgen.model.vocabulary import Organization, Vocabulary
from tests.analysis.prose import Case, cases

SHIPPED = load_vocabulary(Path("/no/such/site"))[0]
KNOWLEDGE = Knowledge(SHIPPED)
FISH = Organization(
    "fisheries", {"en": "Ministry of Fisheries", "ja": "漁業省", "vi": "Bộ Thủy sản"}, {"en": ("MOF",)}, country="NO"
)
OWN = Knowledge(Vocabulary(SHIPPED.countries, {}, organizations={"fisheries": FISH}))


def bodies(
    text: str, lang: str, knowledge: Knowledge = KNOWLEDGE, blocks: tuple[Block, ...] = ()
) -> tuple[RefFinding[OrganizationRef], ...]:
    """The organizations of a text; one paragraph unless blocks are given."""
    article = Article("a", "a.txt", raw=True, text=text, blocks=blocks or (Block(0, len(text), Role.PARAGRAPH),))
    return tuple(detect(Document(article, lang), knowledge, Findings(lang)))


@pytest.mark.parametrize("case", list(cases("organizations")))
def test_prose(case: Case) -> None:
    """Each text names exactly the bodies that its fixture lists, as `name | acronym | country`."""
    expected = {tuple(part.strip() for part in f"{line} ||".split("|")[:3]) for line in case.expected.splitlines()}
    assert {(f.value.name, f.value.acronym, f.value.country) for f in bodies(case.text, case.lang)} == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Ministry of Fisheries met. Later the MOF agreed."),
        ("ja", "漁業省が会合を開いた。MOFは合意した。"),
        ("vi", "Bộ Thủy sản họp. Sau đó MOF đồng ý."),
    ],
)
def test_names_of_the_vocabulary_are_one_body(lang: str, text: str) -> None:
    """A body that the vocabulary knows is one under every name, with its country."""
    (found,) = bodies(text, lang, OWN)
    assert (found.value.acronym, found.value.country) == ("MOF", "NO")
    assert len(found.evidence) == 2


def test_another_country_is_another_body() -> None:
    """What the vocabulary knows of one country does not claim the body of another."""
    (found,) = bodies("The Ministry of Fisheries of Ghana met.", "en", OWN)
    assert found.value.country == "GH"


def test_a_name_of_another_paragraph_is_left_out() -> None:
    """In a paragraph about other countries a bare name means neither the body named elsewhere nor a new one."""
    text = "モザンビーク内務省が招いた。\nイラン政府は内務省を再編した。"
    (found,) = bodies(text, "ja", blocks=(Block(0, 13, Role.PARAGRAPH), Block(14, len(text), Role.PARAGRAPH)))
    assert [proof.start for proof in found.evidence] == [6]


def test_a_heading_names_no_body() -> None:
    """Capitalized words of a headline are a body only if the text names it."""
    text = "Harbor Authority Sues Bank\nThe Harbor Authority went to court."
    found = bodies(text, "en", blocks=(Block(0, 26, Role.HEADLINE), Block(27, len(text), Role.PARAGRAPH)))
    assert [body.value.name for body in found] == ["Harbor Authority"]


@pytest.mark.parametrize("lang", ["de", "fr", "th", ""])
def test_international_bodies_are_found_in_any_language(lang: str) -> None:
    """Names that are the same everywhere need no words of the language."""
    assert [body.value.name for body in bodies("UNESCO", lang)] == ["UNESCO"]


WORDS = [
    "Ministry",
    "of",
    "Public",
    "(MPS)",
    "and",
    ", ",
    "'s ",
    "省",
    "公安",
    "ベトナム",
    "銀行",
    "Bộ ",
    "Công an ",
    "(",
    ")",
    "Vietnam",
]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=4), st.sampled_from(WORDS))).map(" ".join), st.sampled_from(["en", "ja", "vi", "de"])
)
def test_no_text_fails_and_evidence_quotes(text: str, lang: str) -> None:
    """Whatever stands in a text, every span of the evidence holds its quote."""
    for body in bodies(text, lang):
        assert all(text[proof.start : proof.end] == proof.quote for proof in body.evidence)
