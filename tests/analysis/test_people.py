"""People: who is named, in what role, for which country and body; one person once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.analysis import analyze
from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.people import detect
from briefgen.config import load_vocabulary
from briefgen.model.article import Article, Block, Harvest, Role, Trait
from briefgen.model.evidence import Evidence, Trace
from briefgen.model.finding import Findings, RefFinding
from briefgen.model.frontmatter import FrontMatter, OrganizationRef, PersonRef
from briefgen.model.vocabulary import Person, Vocabulary
from tests.analysis.prose import Case, cases

SHIPPED = load_vocabulary(Path("/no/such/site"))[0]
KNOWLEDGE = Knowledge(SHIPPED)


def people(
    text: str, lang: str, knowledge: Knowledge = KNOWLEDGE, blocks: tuple[Block, ...] = (), found: Findings | None = None
) -> tuple[RefFinding[PersonRef], ...]:
    """The people of a text; one paragraph unless blocks are given."""
    article = Article("a", "a.txt", raw=True, text=text, blocks=blocks or (Block(0, len(text), Role.PARAGRAPH),))
    return tuple(detect(Document(article, lang), knowledge, found or Findings(lang)))


def analyzed(text: str, lang: str) -> tuple[RefFinding[PersonRef], ...]:
    """The people of a text, each line of which is a paragraph, with all that is found before them."""
    blocks = tuple(Block(line.start(), line.end(), Role.PARAGRAPH) for line in re.finditer(r".+", text))
    article = Article("a", "a.txt", raw=True, text=text, blocks=blocks, stated=FrontMatter(lang=lang))
    return analyze(article, KNOWLEDGE).refs(PersonRef)


def rows(findings: tuple[RefFinding[PersonRef], ...]) -> set[tuple[str, ...]]:
    """Findings as the fixtures write them."""
    return {(f.value.name, f.value.role, f.value.country, f.value.organization) for f in findings}


@pytest.mark.parametrize("case", list(cases("people")))
def test_prose(case: Case) -> None:
    """Each text names exactly the people that its fixture lists, as `name | role | country | organization`."""
    expected = {tuple(part.strip() for part in f"{line} |||".split("|")[:4]) for line in case.expected.splitlines()}
    assert rows(analyzed(case.text, case.lang)) == expected


@pytest.mark.parametrize(
    ("lang", "text", "also"),
    [
        ("en", "Director Nguyễn Thị Hạnh spoke. Nguyen Thi Hanh, director of the port, left.", ("Nguyen Thi Hanh",)),
        ("ja", "アリー・ハサニー外相が来た。アリ・ハサニ外相は語った。", ("アリ・ハサニ",)),
        ("vi", "Cục trưởng Trần Đức Toàn nói. Cục trưởng Toàn cảm ơn.", ("Toàn",)),
    ],
)
def test_spellings_are_kept(lang: str, text: str, also: tuple[str, ...]) -> None:
    """Other spellings of one person stand beside the first."""
    (person,) = people(text, lang)
    assert person.also == also


def test_a_heading_makes_no_person() -> None:
    """Capitalized words of a headline are a person only if the text names that person."""
    text = "Minister Calls Talks Useful\nInterior Minister Ana Vidal spoke in Quito."
    blocks = (Block(0, 27, Role.HEADLINE), Block(28, len(text), Role.PARAGRAPH))
    assert [person.value.name for person in people(text, "en", blocks=blocks)] == ["Ana Vidal"]


@pytest.mark.parametrize("lang", ["en", "ja", "vi", "fr"])
def test_people_of_the_vocabulary_count_without_a_role(lang: str) -> None:
    """A known person is found wherever the name stands, in any language, with the country that the vocabulary knows."""
    ana = Person("ana-vidal", {"en": "Ana Vidal"}, aliases=("アナ・ビダル",), country="EC")
    knowledge = Knowledge(Vocabulary(SHIPPED.countries, {}, people={"ana-vidal": ana}))
    for name in ("Ana Vidal", "アナ・ビダル"):
        (person,) = people(f"« {name} »", lang, knowledge)
        assert (person.value.name, person.value.country) == (name, "EC")


def test_two_spellings_of_the_vocabulary_are_one_person() -> None:
    """What the vocabulary calls one person is one, though nothing in the spellings shows it."""
    known = Person("tran-duc", {"vi": "Trần Đức", "ja": "チャン・ドゥック"})
    knowledge = Knowledge(Vocabulary(SHIPPED.countries, {}, people={"tran-duc": known}))
    (person,) = people("チャン・ドゥック大臣(Trần Đức)が来た。", "ja", knowledge)
    assert person.also == ("Trần Đức",)


def test_the_body_tells_the_country() -> None:
    """A minister acts for the country of the only ministry of that name in the text."""
    text = "Minister of Fisheries Ola Nordmann spoke."
    ministry = OrganizationRef("Ministry of Fisheries", country="NO")
    found = Findings("en", (RefFinding(ministry, (Evidence.of(text, 0, 8, "test"),)),))
    (person,) = people(text, "en", found=found)
    assert person.value.country == "NO"


def test_later_mentions_are_evidence() -> None:
    """A family name that stands alone later is evidence too; inside another name it is not."""
    text = "Foreign Minister Ana Vidal spoke. Vidal left. Carlos Vidal stayed."
    (person,) = people(text, "en")
    assert [proof.quote for proof in person.evidence] == ["Foreign Minister Ana Vidal", "Vidal"]


WORDS = [
    "Minister",
    "of",
    "Public",
    "Security",
    "Mr.",
    "To Lam",
    ", ",
    "and ",
    "大臣",
    "クアン",
    "・",
    "の",
    "氏",
    "(当時",
    "Bộ trưởng ",
    "ông ",
    "'s ",
]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=4), st.sampled_from(WORDS))).map(" ".join), st.sampled_from(["en", "ja", "vi", "de"])
)
def test_no_text_fails_and_evidence_quotes(text: str, lang: str) -> None:
    """Whatever stands in a text, every span holds its quote, and every name stands in the text."""
    for person in people(text, lang):
        assert person.value.name in text
        assert all(text[proof.start : proof.end] == proof.quote for proof in person.evidence)


@pytest.mark.parametrize(
    ("dateline", "country"), [("DAKAR", "SN"), ("PRAIA", "CV"), ("LIMA", ""), ("", "")], ids=["home", "other", "abroad", "none"]
)
def test_an_unmarked_minister_is_of_the_home(dateline: str, country: str) -> None:
    """A minister without a country is one of the dateline's country, if the article is about it at all."""
    text = "Senegal and Cabo Verde will patrol together.\nFisheries Minister Awa Ndiaye said so on Sunday."
    blocks = (Block(0, 44, Role.PARAGRAPH), Block(45, len(text), Role.PARAGRAPH))
    harvest = (Harvest(Trait.DATELINE, dateline, Trace("line 1", dateline, "dateline")),) if dateline else ()
    article = Article("a", "a.txt", raw=True, text=text, blocks=blocks, harvest=harvest, stated=FrontMatter(lang="en"))
    (person,) = analyze(article, KNOWLEDGE).refs(PersonRef)
    assert person.value.country == country


def test_an_unmarked_ambassador_is_of_no_known_country() -> None:
    """At home nobody is an ambassador, so that the home says nothing of one."""
    text = "Fiji wants more ships. Ambassador Rosa Pinto agreed. Foreign Minister Pita Vakarau left."
    assert {person.value.name: person.value.country for person in analyzed(text, "en")}["Pita Vakarau"] == "FJ"
    text = "The fleet of Fiji sailed, and it was welcomed. In Fiji, Consul Rosa Pinto agreed."
    assert [person.value.country for person in analyzed(text, "en")] == [""]
