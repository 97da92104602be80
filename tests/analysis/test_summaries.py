"""Summaries: the bottom line in whole sentences of the article."""

from __future__ import annotations

import pytest

from briefgen.analysis import analyze
from briefgen.model.article import Article, Block, Role
from briefgen.model.finding import Findings
from briefgen.model.frontmatter import FrontMatter, KeyPoint
from tests.analysis.prose import Case, cases
from tests.analysis.test_people import KNOWLEDGE

MOST = 3


def analyzed(text: str, lang: str) -> Findings:
    """The findings of a text of one paragraph."""
    blocks = (Block(0, len(text), Role.PARAGRAPH),)
    return analyze(Article("a", "a.txt", raw=True, text=text, stated=FrontMatter(lang=lang), blocks=blocks), KNOWLEDGE)


@pytest.mark.parametrize("case", list(cases("key_points")))
def test_a_summary_is_made_of_key_points(case: Case) -> None:
    """It has at most three key points, the first one among them, in reading order, word for word; none without any."""
    found = analyzed(case.text, case.lang)
    points = [point.value.text for point in found.refs(KeyPoint)]
    summary = found.summary
    assert (summary is None) == (not points)
    if summary:
        quotes = [proof.quote for proof in summary.evidence]
        assert quotes[0] == points[0]
        assert len(quotes) <= MOST
        assert quotes == [point for point in points if point in quotes]
        assert summary.value == ("" if case.lang == "ja" else " ").join(quotes)
        assert all(case.text[proof.start : proof.end] == proof.quote for proof in summary.evidence)


@pytest.mark.parametrize(
    ("lang", "told", "between", "agreed", "after"),
    [
        (
            "en",
            "Polish Minister Anna Zielinska received her Finnish counterpart Pekka Laine on Tuesday.",
            "The old hall by the river was full of guests.",
            "The two ministers agreed to hold a joint exercise next spring.",
            "Laine said that the weather was fine.",
        ),
        (
            "ja",
            "ポーランドのアンナ・ジェリンスカ国防相は火曜日、フィンランドのペッカ・ライネ国防相と会談した。",
            "川沿いの古い会場は大勢の客でいっぱいだった。",
            "双方は来春バルト海で合同演習を行うことで合意した。",
            "ライネ氏はきょうは天気がよいと述べた。",
        ),
        (
            "vi",
            "Bộ trưởng Quốc phòng Ba Lan Anna Zielinska tiếp Bộ trưởng Quốc phòng Phần Lan Pekka Laine.",
            "Hội trường cũ bên sông đông kín khách.",
            "Hai bộ trưởng nhất trí tổ chức diễn tập chung vào mùa xuân tới.",
            "Ông Laine nói thời tiết rất đẹp.",
        ),
    ],
)
def test_what_was_agreed_belongs_to_the_bottom_line(lang: str, told: str, between: str, agreed: str, after: str) -> None:
    """The lead and what was agreed make the summary; scenery and small talk do not."""
    joint = "" if lang == "ja" else " "
    summary = analyzed(joint.join((told, between, agreed, after)), lang).summary
    assert summary is not None
    assert summary.value == joint.join((told, agreed))
