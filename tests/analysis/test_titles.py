"""Titles: stated ones, and those derived from the lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.analysis import titles
from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.model.article import Article, Block, Harvest, Role, Trait
from briefgen.model.evidence import Evidence, Trace
from briefgen.model.finding import Findings, TraitFinding
from briefgen.model.vocabulary import Vocabulary
from tests.analysis.prose import Case, cases

KNOWLEDGE = Knowledge(Vocabulary({}, {}))


def title(lang: str, *blocks: tuple[Role, str], harvest: tuple[Harvest, ...] = ()) -> TraitFinding | None:
    """The title of an article made of blocks, a line each."""
    text = "\n".join(words for _, words in blocks)
    placed = []
    start = 0
    for role, words in blocks:
        placed.append(Block(start, start + len(words), role))
        start += len(words) + 1
    article = Article("a", "content/a.txt", raw=True, text=text, blocks=tuple(placed), harvest=harvest)
    found = tuple(titles.detect(Document(article, lang, KNOWLEDGE.joiners), KNOWLEDGE, Findings(lang)))
    return found[0] if found else None


@pytest.mark.parametrize("case", tuple(cases("titles")))
def test_prose(case: Case) -> None:
    """Each fixture gets the title that can be cut from its first sentence, word for word."""
    found = title(case.lang, (Role.PARAGRAPH, case.text))
    assert found
    assert (found.value, found.origin) == (case.expected, "derived")


def test_headline_is_stated() -> None:
    """A headline in the text is the title, with its span."""
    found = title(
        "en", (Role.HEADLINE, "Ministers meet"), (Role.PARAGRAPH, "The ministers of two countries met in the old town.")
    )
    assert found == TraitFinding(
        Trait.TITLE, "Ministers meet", "stated", (Evidence(0, 14, "Ministers meet", "titles/headline"),)
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Ministers meet | Daily News", "Ministers meet"),
        ("Ministers meet - example.org", "Ministers meet"),
        ("Ministers meet – again", "Ministers meet – again"),
        ("大臣が会談｜Daily News", "大臣が会談"),
    ],
)
def test_title_of_the_page_without_the_site(written: str, expected: str) -> None:
    """The title in metadata is stated; the name of the site behind it is no part of it."""
    harvest = (
        Harvest(Trait.TITLE, written, Trace("html title", written, "html/metadata")),
        Harvest(Trait.PUBLISHER, "Daily News", Trace("html sitename", "Daily News", "html/metadata")),
        Harvest(Trait.SOURCE_URL, "https://www.example.org/a", Trace("html url", "https://www.example.org/a", "html/metadata")),
    )
    found = title("en", (Role.PARAGRAPH, "The ministers of two countries met in the old town."), harvest=harvest)
    assert found
    assert (found.value, found.origin, found.evidence) == (expected, "stated", (harvest[0].proof,))


def test_lone_words_and_marks_are_no_lead() -> None:
    """One word, an image mark or a number is skipped on the way to the lead."""
    lead = (Role.PARAGRAPH, "Police opened a school for divers.")
    for noise in ("Vienna", "![]() |", "12 / 34", "* * *"):
        found = title("en", (Role.PARAGRAPH, noise), lead)
        assert found
        assert found.value == "Police opened a school for divers"


def test_harvested_dateline_is_left_out() -> None:
    """The title begins behind the dateline that reading found."""
    dateline = Harvest(Trait.DATELINE, "ĐÀ NẴNG", Evidence(0, 7, "ĐÀ NẴNG", "cleaning/dateline"))
    found = title("en", (Role.PARAGRAPH, "ĐÀ NẴNG — Police opened a school for divers."), harvest=(dateline,))
    assert found
    assert found.value == "Police opened a school for divers"


@pytest.mark.parametrize("head", ["PORT ELLIS, Nov. 21 (AP) — ", "PORT ELLIS (AP) - ", "PORT ELLIS -- "])
def test_day_and_agency_of_a_dateline_are_left_out(head: str) -> None:
    """What stands between the place and the sentence goes with the place."""
    dateline = Harvest(Trait.DATELINE, "PORT ELLIS", Evidence(0, 10, "PORT ELLIS", "cleaning/dateline"))
    found = title("en", (Role.PARAGRAPH, f"{head}Police opened a school - for divers."), harvest=(dateline,))
    assert found
    assert found.value == "Police opened a school - for divers"


def test_rank_does_not_end_a_sentence() -> None:
    """An abbreviated rank is no end of the first sentence."""
    found = title("en", (Role.PARAGRAPH, "Sen. Lieut. Gen. An Le opened a school. It is large."))
    assert found
    assert found.value == "Sen. Lieut. Gen. An Le opened a school"


def test_no_words_no_title() -> None:
    """An article without a sentence has no title."""
    assert title("en") is None
    assert title("ja", (Role.PARAGRAPH, "12:30")) is None
    assert title("vi", (Role.SUBHEADING, "Một dòng đề mục nằm giữa bài viết")) is None


@given(st.text(), st.sampled_from(["en", "ja", "vi", "zh", "th", ""]))
def test_derived_title_is_in_the_text(text: str, lang: str) -> None:
    """Whatever the text, a title is quoted from it and not longer than a headline."""
    found = title(lang, (Role.PARAGRAPH, text))
    if found:
        (evidence,) = found.evidence
        assert isinstance(evidence, Evidence)
        assert text[evidence.start : evidence.end] == evidence.quote
        assert found.value == " ".join(evidence.quote.split())
        assert 0 < len(found.value) <= 121
