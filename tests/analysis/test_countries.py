"""Countries of an article: which are primary, which only mentioned."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.analysis.countries import countries_in, detect, findings
from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.config import load_vocabulary
from briefgen.model.article import Article, Block, Role
from briefgen.model.finding import Findings
from tests.analysis.gazetteers import gazetteer_of_package

GAZETTEER = gazetteer_of_package()


def roles(text: str, lang: str = "en", *, headline: bool = True) -> tuple[set[str], set[str]]:
    """Primary and mentioned countries of an article; each line is a block, the first one the headline."""
    blocks = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        role = Role.HEADLINE if headline and number == 0 else Role.PARAGRAPH
        blocks.append(Block(start, start + len(line), role))
        start += len(line) + 1
    document = Document(Article("a", "a.txt", raw=True, text=text, blocks=tuple(blocks)), lang)
    found = findings(document, countries_in(text, lang, GAZETTEER))
    for finding in found:
        assert all(text[e.start : e.end] == e.quote for e in finding.evidence)
    return ({f.code for f in found if f.role == "primary"}, {f.code for f in found if f.role == "mentioned"})


def test_the_two_parties_of_a_visit_are_primary() -> None:
    """Host and guest are what the article is about; a country in a description is not."""
    text = (
        "Deputy minister leads delegation to Austria\n"
        "HANOI - A Vietnamese delegation held talks in Vienna with the Austrian interior ministry on training.\n"
        "Both sides reviewed ten years of cooperation between Vietnam and Austria.\n"
        "The printing house serves dozens of countries, including Cambodia.\n"
        "The guests also met Vietnamese residents."
    )
    assert roles(text) == ({"AT", "VN"}, {"KH"})


def test_every_party_of_several_meetings_is_primary() -> None:
    """Each counterpart of a day of meetings is a party; countries of a job title are not."""
    parts = ["The minister received guests from abroad on the sidelines of the conference in Hanoi, Vietnam."]
    for name, adjective in (
        ("Mozambique", "Mozambican"),
        ("Azerbaijan", "Azerbaijani"),
        ("Iran", "Iranian"),
        ("South Africa", "South African"),
    ):
        parts.append(f"With the {adjective} guest the minister recalled that Vietnam and {name} had signed a treaty in 2019.")
        parts.append(f"{name} will send officers to the course, and the {adjective} side thanked Vietnam.")
        parts.append(f"The two sides agreed to exchange evidence and to meet in {name} next year.")
    parts.append("The head of a firm for Vietnam, Laos, Cambodia and Myanmar called on the minister, too.")
    primary, mentioned = roles("\n".join(parts), headline=False)
    assert primary == {"VN", "MZ", "AZ", "IR", "ZA"}
    assert mentioned == {"LA", "KH", "MM"}


def test_an_article_about_one_country_has_one_primary_country() -> None:
    """A domestic story stays domestic, whatever it compares itself with."""
    text = (
        "Japan opens a register for residents\n"
        "TOKYO - Japan opened a register on Monday that all towns share.\n"
        "The Japanese ministry had studied the register of Estonia.\n"
        "Japan hopes to close the old offices by spring."
    )
    assert roles(text) == ({"JP"}, {"EE"})


def test_a_short_note_that_names_a_country_once_is_about_it() -> None:
    """With nothing else to go by, the only country is the subject."""
    assert roles("Police seized two tonnes of ivory at a port in Kenya.", headline=False) == ({"KE"}, set())


def test_a_roundup_keeps_its_list_in_the_background() -> None:
    """A list of many countries in passing makes none of them the subject."""
    text = (
        "Thailand invites neighbors to a fair\n"
        "BANGKOK - Thailand will hold a fair for small firms in May, the Thai ministry said.\n"
        "Firms from Laos, Cambodia, Vietnam, Malaysia and Indonesia have signed up.\n"
        "The fair was last held in Thailand in 2019."
    )
    assert roles(text) == ({"TH"}, {"LA", "KH", "VN", "MY", "ID"})


def test_a_list_in_the_headline_names_the_parties() -> None:
    """Four countries in a headline are what the article is about."""
    text = (
        "Japan, Australia, India and the United States train together\n"
        "Ships of four navies met at sea on Monday for a week of training.\n"
        "Observers came from Fiji, Tonga, Samoa and Palau."
    )
    assert roles(text) == ({"JP", "AU", "IN", "US"}, {"FJ", "TO", "WS", "PW"})


def test_a_market_report_is_about_the_markets_it_dwells_on() -> None:
    """Of many countries, those that carry paragraphs are primary."""
    text = (
        "Shares in Japan and South Korea rise on chip orders\n"
        "Shares rose in Tokyo and Seoul on Tuesday after a report on chip orders.\n"
        "In Japan, makers of machines gained most. In South Korea, memory firms led.\n"
        "Markets in Australia were closed. Stocks in India slipped.\n"
        "Investors wait for figures from the United States."
    )
    assert roles(text) == ({"JP", "KR"}, {"AU", "IN", "US"})


@pytest.mark.parametrize(
    ("lang", "text", "primary", "mentioned"),
    [
        (
            "ja",
            (
                "日本とオーストリアが警察協力で一致\n日本の警察幹部がウィーンを訪れ、オーストリア内務省と協議した。\n"
                "双方は研修の拡大で合意した。ドイツの例も紹介された。"
            ),
            {"JP", "AT"},
            {"DE"},
        ),
        (
            "vi",
            (
                "Đoàn công tác thăm Áo\nĐoàn đại biểu Việt Nam làm việc tại Viên với Bộ Nội vụ Áo.\n"
                "Việt Nam và Áo nhất trí mở lớp đào tạo.\nDoanh nghiệp này có khách hàng ở Lào."
            ),
            {"VN", "AT"},
            {"LA"},
        ),
        (
            "ru",
            (
                "Делегация Вьетнама посетила Австрию\nВ Вене вьетнамская делегация встретилась с австрийскими коллегами.\n"
                "Стороны упомянули опыт Эстонии."
            ),
            {"VN", "AT"},
            {"EE"},
        ),
    ],
)
def test_roles_do_not_depend_on_the_language(lang: str, text: str, primary: set[str], mentioned: set[str]) -> None:
    """The same report has the same primary countries in every language."""
    assert roles(text, lang) == (primary, mentioned)


def test_an_article_without_countries_has_none() -> None:
    """Nothing is invented, not even for an empty text."""
    assert roles("The bridge was closed.\nIt rained all night.") == (set(), set())
    assert roles("", headline=False) == (set(), set())


def primary(text: str, lang: str, headings: tuple[str, ...] = ()) -> set[str]:
    """The countries that an article is about, each line a paragraph, or a subheading if it is one of `headings`."""
    blocks: list[Block] = []
    for line in text.splitlines():
        start = blocks[-1].end + 1 if blocks else 0
        blocks.append(Block(start, start + len(line), Role.SUBHEADING if line in headings else Role.PARAGRAPH))
    document = Document(Article("a", "a.txt", raw=True, text=text, blocks=tuple(blocks)), lang)
    knowledge = Knowledge(load_vocabulary(Path("/no/such/site"))[0])
    return {found.code for found in detect(document, knowledge, Findings(lang)) if found.role == "primary"}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "vi",
            "Bộ trưởng Tư pháp Slovenia Ivo Brandt nói về trại giam Slovenia.\nHai bên ký. Việt Nam sẽ cử đoàn sang.",
            {"SI", "VN"},
        ),
        (
            "ja",
            "スロベニアのイボ・ブラント法相が来日し、スロベニアの刑務所を語った。\n双方は署名した。日本は代表団を送る。",
            {"SI", "JP"},
        ),
        ("vi", "Slovenia thắng 2-0.\nTrận đấu ở Slovenia. Khán giả Việt Nam xem truyền hình.", {"SI"}),
    ],
)
def test_the_home_of_a_report_on_talks_is_a_party(lang: str, text: str, expected: set[str]) -> None:
    """Readers at home need not be told the name of their country; a report on something else does not make it a party."""
    assert primary(text, lang) == expected


def test_whose_minister_is_named_is_a_party() -> None:
    """A country whose office-holder is named counts with one paragraph; one that is only visited does not."""
    text = (
        "Peru wants partners. Peru's Foreign Minister Elena Quispe saw three colleagues.\n"
        "Deputy Foreign Minister Prasit Wongsuwan of Thailand came first.\n"
        "Peru then turned to trade. Exports to Fiji fell."
    )
    assert primary(text, "en") == {"PE", "TH"}


def test_a_country_that_heads_a_passage_of_a_report_on_talks_is_a_party() -> None:
    """The lines above the passages of several talks name the parties."""
    text = (
        "日本の高橋外相は三カ国と会談した。日本は支援を約束した。\nスペイン\n国家警察の長官とは捜査について話し合い、今後も協力を続けることで一致した。\n"
        "ペルー\n連邦警察の局長とは鑑定について話し合い、専門家を送ることで一致した。エジプトの例も話題になった。"
    )
    assert primary(text, "ja", ("スペイン", "ペルー")) == {"JP", "ES", "PE"}
