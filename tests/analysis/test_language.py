"""Languages: what a text is written in, by script, letters and words, with and without a classifier."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.language import identify, is_uncertain, recognize
from briefgen.analysis.language_signs import Classifier
from briefgen.model.article import Article, Block, Role
from briefgen.model.evidence import Evidence
from briefgen.model.frontmatter import FrontMatter
from briefgen.model.vocabulary import Vocabulary
from tests.analysis.prose import Case, cases


class Core(Knowledge):
    """Knowledge of an installation without the extra [import]."""

    classifier: Classifier | None = None


WHOLE = Knowledge(Vocabulary({}, {}))
CORE = Core(Vocabulary({}, {}))


def article(text: str, *blocks: Block, lang: str = "") -> Article:
    """A raw article that may state its language."""
    return Article("a", "content/a.txt", raw=True, text=text, blocks=blocks, stated=FrontMatter(lang=lang))


@pytest.mark.parametrize("case", tuple(cases("language")))
@pytest.mark.parametrize("knowledge", [WHOLE, CORE], ids=["classifier", "core"])
def test_prose(case: Case, knowledge: Knowledge) -> None:
    """Each fixture is recognized, whether a classifier is installed or not."""
    recognized = recognize(case.text, knowledge)
    assert recognized
    assert recognized.lang == case.expected


def test_body_decides() -> None:
    """A headline of kanji alone does not make a Japanese report Chinese, nor an English title a Vietnamese one English."""
    for title, body, lang in (
        ("公安大臣会見", "大臣は火曜日に記者の前で話した。", "ja"),
        ("Cyber Week opens in Singapore", "Thứ trưởng Bộ Công an dự lễ khai mạc và phát biểu tại hội nghị.", "vi"),
    ):
        end = len(title)
        blocks = (Block(0, end, Role.HEADLINE), Block(end + 1, end + 1 + len(body), Role.PARAGRAPH))
        found = identify(article(f"{title}\n{body}", *blocks), WHOLE)
        assert found
        assert (found.value, found.origin) == (lang, "derived")
        assert found.evidence == (Evidence(end + 1, end + 1 + len(body), body, found.evidence[0].rule),)


def test_stated_language_wins() -> None:
    """What the front matter states is taken as it is."""
    found = identify(article("The talks were held.", lang="cy"), WHOLE)
    assert found
    assert (found.value, found.origin, found.evidence[0].quote) == ("cy", "stated", "cy")


def test_no_letters_no_language() -> None:
    """A text without letters is in no language."""
    assert identify(article(""), WHOLE) is None
    assert identify(article("12:30 — 2025-10-26 …"), WHOLE) is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("大臣は話した。", "language/script:kana"),
        ("ได้ลงนาม", "language/script:thai"),
        ("Bộ trưởng đã ký thỏa thuận", "language/letters:vi"),
        ("The ministers of the two countries said that they will meet", "language/words"),
    ],
)
def test_rule_says_how(text: str, rule: str) -> None:
    """The rule of the evidence names the sign that decided."""
    recognized = recognize(text, WHOLE)
    assert recognized
    assert recognized.rule == rule


def test_doubt_is_told() -> None:
    """Two names are no text to be sure of; a sentence is."""
    unsure, sure = (
        identify(article("Zorblatt Quux"), CORE),
        identify(article("The talks of the ministers were held in the old town."), CORE),
    )
    assert unsure
    assert sure
    assert (is_uncertain(unsure), is_uncertain(sure)) == (True, False)


@given(st.text())
def test_any_text(text: str) -> None:
    """No text fails, and evidence quotes the text."""
    found = identify(article(text), CORE)
    if found:
        (evidence,) = found.evidence
        assert isinstance(evidence, Evidence)
        assert text[evidence.start : evidence.end] == evidence.quote
