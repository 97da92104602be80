"""Datelines: place, day and agency at the start of a lead, in the forms of many agencies."""

from __future__ import annotations

import pytest

from briefgen.model.article import Trait
from briefgen.reading.cleaning import clean

BODY = {
    "en": "Kenya and Iceland signed a memorandum on geothermal drilling, officials of both countries said.",
    "ja": "ケニアとアイスランドは地熱発電に関する覚書に署名したと両国の当局者が明らかにした。",
    "vi": "Kenya và Iceland đã ký bản ghi nhớ về khai thác địa nhiệt, theo quan chức hai nước.",
}


@pytest.mark.parametrize(
    ("lang", "head", "place", "day", "agency"),
    [
        ("en", "NAIROBI, March 12, 2025 (Savanna News Agency) -- ", "NAIROBI", "March 12, 2025", "Savanna News Agency"),
        ("en", "LONDON, May 20 (City Wire) - ", "LONDON", "May 20", "City Wire"),
        ("en", "Vienna, Nov. 20, 2024 — ", "Vienna", "Nov. 20, 2024", ""),
        ("en", "Rome, 6 May: ", "Rome", "6 May", ""),
        ("en", "PUTRAJAYA: ", "PUTRAJAYA", "", ""),
        ("en", "Accra — ", "Accra", "", ""),
        ("vi", "Hà Nội (TTXVN 14/5/2025) - ", "Hà Nội", "14/5/2025", "TTXVN"),
        ("vi", "RABAT, 22/1 (Tân Hải xã) — ", "RABAT", "22/1", "Tân Hải xã"),
        ("ja", "【台北＝林田剛】2025年8月21日 ", "台北", "2025年8月21日", ""),
        ("ja", "ヴィエンチャン - ", "ヴィエンチャン", "", ""),
    ],
)
def test_forms(lang: str, head: str, place: str, day: str, agency: str) -> None:
    """Each form gives its parts, with the words of the kept text as proof."""
    cleaned = clean(f"{head}{BODY[lang]}\n{BODY[lang]}")
    found = {item.trait: item.value for item in cleaned.harvest}
    wanted = {Trait.DATELINE: place, Trait.DATE: day, Trait.AGENCY: agency}
    assert {trait: found.get(trait, "") for trait in wanted} == wanted


@pytest.mark.parametrize(
    ("lang", "head"),
    [
        ("en", "BREAKING: "),
        ("en", "In Nairobi, 12 ministers met. "),
        ("en", "Nairobi, the capital, saw a signing. "),
        ("vi", "(Dân Sinh) - "),
        ("vi", "SHO - "),
    ],
)
def test_what_is_no_dateline(lang: str, head: str) -> None:
    """Labels, ordinary sentences, a paper's name and an author's initials are no place."""
    cleaned = clean(f"{head}{BODY[lang]}\n{BODY[lang]}")
    assert [item for item in cleaned.harvest if item.trait is Trait.DATELINE] == []


def test_a_stated_date_comes_before_that_of_the_dateline() -> None:
    """A line that says when the article was published is the better date."""
    head = "Two countries sign a memorandum on drilling\n\nPublished: 14 March 2025\n\nNAIROBI, March 12, 2025 -- "
    text = f"{head}{BODY['en']}\n{BODY['en']}"
    dates = [item.value for item in clean(text).harvest if item.trait is Trait.DATE]
    assert dates == ["14 March 2025", "March 12, 2025"]
