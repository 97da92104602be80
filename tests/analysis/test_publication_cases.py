"""Publication, page by page: `tests/cases/publication.*.md`; `[story]` stands for the paragraphs of the article."""

from __future__ import annotations

from typing import Final

import pytest

from briefgen.analysis import analyze
from briefgen.model.article import Article, Trait
from briefgen.model.finding import Findings
from briefgen.reading.cleaning import clean
from tests.analysis.prose import Case, cases
from tests.analysis.test_people import KNOWLEDGE

STORIES: Final = {
    "en": (
        "The agriculture ministers of Kenya and Uganda agreed on Tuesday to open a joint seed laboratory near Busia.\n\n"
        "The laboratory will serve both countries from the middle of next year and will employ about forty technicians.\n\n"
        "Farmers on both sides welcomed the step, which had been delayed twice because of a dispute over customs duties."
    ),
    "ja": (
        "ケニアとウガンダの農業相は火曜日、国境の町ブシア近郊に種子検査のための共同研究所を開設することで合意した。\n\n"
        "研究所は来年半ばから両国の農家が利用できるようになり、約40人の技術者を雇用する予定だと当局者は説明した。\n\n"
        "関税をめぐる対立で計画は二度延期されており、両国の農業団体は今回の合意を歓迎している。"
    ),
    "vi": (
        "Bộ trưởng Nông nghiệp Kenya và Uganda hôm thứ Ba đã nhất trí mở một phòng thí nghiệm chung về hạt giống gần Busia.\n\n"
        "Phòng thí nghiệm sẽ phục vụ nông dân hai nước từ giữa năm sau và tuyển dụng khoảng bốn mươi kỹ thuật viên.\n\n"
        "Các hội nông dân ở cả hai bên hoan nghênh bước đi này, vốn đã hai lần bị trì hoãn do tranh chấp về thuế quan."
    ),
}

TRAITS: Final = (Trait.DATELINE, Trait.PUBLISHER, Trait.AGENCY, Trait.AUTHOR)


def told(case: Case) -> tuple[list[str], Article, Findings]:
    """What a page says of its publication, a line each; the article and all findings."""
    cleaned = clean(case.text.replace("[story]", STORIES[case.lang]) + "\n")
    article = Article(
        "a", "a.txt", raw=True, text=cleaned.text, blocks=cleaned.blocks, removed=cleaned.removed, harvest=cleaned.harvest
    )
    findings = analyze(article, KNOWLEDGE)
    traits = [f"{trait.value}: {found.value}" for trait in TRAITS if (found := findings.trait(trait))]
    return ([f"date: {findings.date.value}"] if findings.date else []) + traits, article, findings


@pytest.mark.parametrize("case", list(cases("publication")))
def test_page(case: Case) -> None:
    """Each page states what its fixture lists and no more, each fact in the words of the page, and keeps its story."""
    lines, article, findings = told(case)
    assert lines == case.expected.splitlines()
    assert STORIES[case.lang] in article.text
    stated = [found for trait in TRAITS if (found := findings.trait(trait))]
    page = [article.text, *(cut.text for cut in article.removed)]
    assert all(any(proof.quote in text for text in page) for found in stated for proof in found.evidence)
