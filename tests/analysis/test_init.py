"""Analysis as a whole: every detector in turn, problems for the author, and no text that makes it fail."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.analysis import Knowledge, analyze
from briefgen.analysis.detectors import DETECTORS
from briefgen.model.article import Article, Block, Harvest, Role, Trait
from briefgen.model.edtf import Edtf
from briefgen.model.evidence import Evidence, Trace
from briefgen.model.frontmatter import CountryRef, FrontMatter, TopicRef
from briefgen.model.vocabulary import Country, Topic, Vocabulary

ANALYSIS = Path(__file__).parents[2] / "briefgen" / "analysis"
KNOWLEDGE = Knowledge(
    Vocabulary(
        {
            "AT": Country("AT", demonyms={"en": ("Austrian",)}, capitals={"en": ("Vienna",)}),
            "VN": Country("VN", demonyms={"en": ("Vietnamese",)}, aliases={"en": ("Viet Nam",)}),
        },
        {
            "extradition": Topic(
                "extradition", {"en": "Extradition"}, words={"en": ("extradit*",), "ja": ("引渡し",), "vi": ("dẫn độ",)}
            )
        },
    )
)
URL = "https://example.vn/hop-tac-20251026114315150.htm"


def article(text: str, stated: FrontMatter | None = None) -> Article:
    """A raw article of one paragraph with a source URL."""
    return Article(
        "a",
        "content/a.txt",
        raw=True,
        text=text,
        stated=stated or FrontMatter(),
        body_line=3,
        blocks=(Block(0, len(text), Role.PARAGRAPH),),
        harvest=(Harvest(Trait.SOURCE_URL, URL, Trace("removed[0]", URL, "cleaning/source-line")),),
    )


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Austria and Viet Nam speak about an extradition treaty. The extradited are few.", "en"),
        ("オーストリアとベトナムは犯罪人引渡し条約について話し合った。引渡しの例は少ない。", "ja"),
        ("Áo và Việt Nam bàn về hiệp định dẫn độ. Số người bị dẫn độ không nhiều.", "vi"),
    ],
)
def test_everything_is_found(text: str, lang: str) -> None:
    """One article in three languages: language, title, publisher, date, countries and topic."""
    found = analyze(article(text), KNOWLEDGE)
    title, publisher = found.trait(Trait.TITLE), found.trait(Trait.PUBLISHER)
    assert found.lang == lang
    assert title
    assert title.value in text
    assert publisher
    assert publisher.value == "example.vn"
    assert found.date
    assert str(found.date.value) == "2025-10-26"
    assert {country.code: country.role for country in found.countries} == {"AT": "primary", "VN": "primary"}
    assert [topic.id for topic in found.topics] == ["extradition"]
    assert [problem.what for problem in found.problems] == ["no title is stated; it was derived from the first sentence"]


def test_what_is_missing_is_told() -> None:
    """An article that says nothing gets a problem for each thing it does not say, at its place in the file."""
    found = analyze(Article("a", "content/a.txt", raw=True, text="12:30", body_line=3), KNOWLEDGE)
    assert [str(problem) for problem in found.problems] == [
        "content/a.txt:3: the language is unknown; state `lang` in the front matter",
        "content/a.txt:3: there is no title, and no sentence to derive one from; state `title` in the front matter",
        "content/a.txt:3: no publication date is stated; state `date` in the front matter if you know it; it is never guessed",
        "content/a.txt:3: no country was found; state `countries` in the front matter",
        "content/a.txt:3: no topic was found; state `topics` in the front matter",
    ]
    assert {problem.severity for problem in found.problems} == {"warning"}


def test_what_is_stated_is_no_problem() -> None:
    """The front matter answers every question that analysis leaves open."""
    stated = FrontMatter(
        title="Talks", lang="en", date=Edtf.parse("2025"), countries=(CountryRef("AT"),), topics=(TopicRef("extradition"),)
    )
    assert analyze(Article("a", "content/a.txt", raw=True, text="12:30", stated=stated), KNOWLEDGE).problems == ()


def test_dates_that_disagree_are_told() -> None:
    """Two dates of publication far from each other are a problem that names both."""
    one = article("Austria and Viet Nam speak about an extradition treaty. The extradited are few.")
    date = Harvest(Trait.DATE, "2 January 2025", Trace("removed[1]", "2 January 2025", "cleaning/date-line"))
    found = analyze(
        Article(one.id, one.file, raw=True, text=one.text, blocks=one.blocks, harvest=(*one.harvest, date)), KNOWLEDGE
    )
    assert "the publication dates 2025-01-02 and 2025-10-26 disagree" in [problem.what for problem in found.problems]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(st.text(), st.sampled_from(["Austria", "dẫn độ", "26/10/2025", "– ", "*", "![]()", "\u202e", "。", "\n"]))
    ).map(" ".join)
)
def test_no_text_fails_and_evidence_quotes(text: str) -> None:
    """Whatever stands in an article, analysis ends, and every span of its evidence holds its quote."""
    found = analyze(article(text), KNOWLEDGE)
    for finding in found.items:
        for proof in finding.evidence:
            assert not isinstance(proof, Evidence) or text[proof.start : proof.end] == proof.quote


def test_detectors_are_strangers() -> None:
    """No detector's module imports another's."""
    modules = {inspect.getmodulename(inspect.getfile(detector)) for detector in DETECTORS}
    for module in modules:
        tree = ast.parse((ANALYSIS / f"{module}.py").read_text("utf-8"))
        imported = {
            node.module.rpartition(".")[2] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
        }
        assert not imported & (modules - {module}), module
