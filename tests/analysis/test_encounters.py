"""Encounters: a country named once is a party when its office-holder meets the other side."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.analysis import analyze
from briefgen.analysis.encounters import Encounters
from briefgen.analysis.knowledge import Knowledge
from briefgen.config import load_vocabulary
from briefgen.model.article import Article, Block, Role
from briefgen.model.frontmatter import FrontMatter

KNOWLEDGE = Knowledge(load_vocabulary(Path("/no/such/site"))[0])

ENGLISH = """\
The minister of public security received several guests in Hanoi on Sunday.
He first met Mozambique's interior minister, with whom he spoke of training.
Both spoke of courses for officers and of the exchange of evidence.
In talks with the deputy foreign minister of Iran he proposed joint research.
The guest thanked him and spoke of many years of friendship.
The firm also sells its devices in Peru, a spokesman said."""

JAPANESE = """\
公安大臣は日曜日、ハノイで各国の来賓を迎えた。
モザンビークの内務大臣との会談では、研修について話し合った。
双方は警察官の研修と証拠の交換を進める。
イランの外務副大臣とも会談し、共同研究を提案した。
副大臣は長年の友好に感謝した。
同社はペルーでも機器を販売している。"""

VIETNAMESE = """\
Bộ trưởng Bộ Công an tiếp nhiều đoàn khách tại Hà Nội hôm chủ nhật.
Trước hết, ông hội đàm với Bộ trưởng Nội vụ Mozambique về đào tạo.
Hai bên nói về các khóa học và việc trao đổi chứng cứ.
Khi tiếp Thứ trưởng Ngoại giao Iran, ông đề nghị cùng nghiên cứu.
Vị khách cảm ơn và nói về tình hữu nghị nhiều năm.
Công ty cũng bán thiết bị tại Peru, người phát ngôn nói."""


@pytest.mark.parametrize(("lang", "text"), [("en", ENGLISH), ("ja", JAPANESE), ("vi", VIETNAMESE)])
def test_each_guest_is_a_party(lang: str, text: str) -> None:
    """Countries whose ministers meet the host are primary though named once; a market in passing is not."""
    starts = [0, *(place + 1 for place, char in enumerate(text) if char == "\n")]
    lines = text.split("\n")
    blocks = tuple(Block(start, start + len(line), Role.PARAGRAPH) for start, line in zip(starts, lines, strict=True))
    found = analyze(Article("a", "a.txt", raw=True, text=text, blocks=blocks), KNOWLEDGE)
    assert found.lang == lang
    assert {c.code: c.role for c in found.countries} == {"VN": "primary", "MZ": "primary", "IR": "primary", "PE": "mentioned"}


def test_an_office_without_a_meeting_is_no_encounter() -> None:
    """A minister who only says something does not make a party of a country."""
    text = "The interior minister of Iran said prices would rise."
    assert KNOWLEDGE.encounters.find(text, "en", [(0, len(text))]) == ()


def test_a_language_without_words_has_no_encounters() -> None:
    """Where the data knows no words nothing is found, and nothing fails."""
    assert Encounters({}).find("Ministeris tikās ar kolēģi.", "lv", [(0, 27)]) == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Peru's minister was grateful.\nBoth countries will share the costs.\nOfficers from Chile arrive in May.",
        ),
        ("ja", "ペルーの大臣は研修に謝意を示した。\n両国は費用を分担する。\n五月にはチリから職員が来る。"),
        ("vi", "Bộ trưởng Peru cảm ơn về khóa đào tạo.\nHai nước sẽ chia sẻ chi phí.\nCán bộ từ Chile sẽ đến vào tháng 5."),
    ],
)
def test_two_sides_are_two_countries(lang: str, text: str) -> None:
    """Where an article speaks of both countries, the second one is a party even if it is named once."""
    starts = [0, *(place + 1 for place, char in enumerate(text) if char == "\n")]
    lines = text.split("\n")
    blocks = tuple(Block(start, start + len(line), Role.PARAGRAPH) for start, line in zip(starts, lines, strict=True))
    stated = FrontMatter(lang=lang)
    found = analyze(Article("a", "a.txt", raw=True, text=text, stated=stated, blocks=blocks), KNOWLEDGE)
    assert {c.code: c.role for c in found.countries} == {"PE": "primary", "CL": "primary"}
