"""What cleaning promises for any text: nothing is lost, no paragraph is cut, time stays linear."""

from __future__ import annotations

import random
import textwrap
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.reading.cleaning import Cleaned, clean

PAGES = Path(__file__).parents[1] / "pages"

_INVISIBLE = set("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

lines = st.one_of(
    st.sampled_from(
        [
            "The two ministers met in Vienna on Friday and agreed to exchange liaison officers before the end of the year.",
            "He declined to comment.",
            "両国の外相は26日、ハノイで会談し、海難救助での協力を定めた協定に署名した。",
            "Bộ trưởng từ chối bình luận thêm.",
            "Home | World | Politics",
            "# Heading",
            "![]() |",
            "![alt](a.jpg)",
            "Photo: AFP",
            "写真:田中/VNA",
            "Related news",
            "Comments (0)",
            "© 2025 Example. All rights reserved.",
            "* * *",
            "- item of a list",
            "12 October 2025, 10:30",
            "https://example.org/a-20251026.htm",
            "\u200b \u00a0",
            "\ta\tb",
            "— VNA/VNS",
        ]
    ),
    st.text(alphabet=st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=60),
)
texts = st.lists(lines, max_size=25).map("\n".join)


@given(texts)
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost(text: str) -> None:
    """Every visible character of the raw text stands in the cleaned text or in what was cut, as often as before."""
    cleaned = clean(text)
    kept = Counter(_visible(cleaned.text)) + sum((Counter(_visible(cut.text)) for cut in cleaned.removed), Counter())
    assert kept == Counter(_visible(text))


@given(texts)
@settings(max_examples=150, deadline=None)
def test_blocks_cover_the_text_in_order(text: str) -> None:
    """Blocks follow each other without overlap, hold no outer white space and leave out nothing but Markdown marks."""
    cleaned = clean(text)
    reached = 0
    for block in cleaned.blocks:
        assert reached <= block.start < block.end <= len(cleaned.text)
        assert set(cleaned.text[reached : block.start].split()) <= {"#" * n for n in range(1, 7)} | {">"}
        assert cleaned.text[block.start : block.end].strip() == cleaned.text[block.start : block.end]
        reached = block.end
    assert reached == len(cleaned.text)


@given(texts)
@settings(max_examples=40, deadline=None)
def test_cleaning_is_deterministic(text: str) -> None:
    """The same text is cleaned in the same way each time."""
    assert clean(text) == clean(text)


@cache
def _articles() -> dict[str, list[str]]:
    found = {}
    for page in sorted(PAGES.glob("*.yaml")):
        gold = yaml.safe_load(page.read_text("utf-8"))
        whole = [paragraph for paragraph in gold.get("paragraphs", []) if paragraph[-1] in '.。!?»”"」।']
        if len(whole) == len(gold.get("paragraphs", [])) >= 3:
            found[page.stem] = [*filter(None, [gold["title"]]), *whole]
    return found


@cache
def _furniture() -> dict[str, list[str]]:
    """Lines of each page that stand above or between paragraphs; headings of lists and comment forms need their own place."""
    ordinary = (
        "share",
        "partager",
        "teilen",
        "compartir",
        "advert",
        "anzeige",
        "publici",
        "reklam",
        "広告",
        "シェア",
        "quảng cáo",
        "chia sẻ",
        "광고",
        "공유",
    )
    found = {}
    for page in sorted(PAGES.glob("*.yaml")):
        gold = yaml.safe_load(page.read_text("utf-8"))
        found[page.stem] = [line for line in gold.get("gone", []) if line.lower().startswith(ordinary)]
    return {name: furniture for name, furniture in found.items() if furniture}


@pytest.mark.parametrize("name", sorted(_articles()))
def test_furniture_at_random_places_costs_no_paragraph(name: str) -> None:
    """An article survives whole with menus above, advertisements and share lines between paragraphs, and lists below it."""
    article = _articles()[name]
    furniture = _furniture()
    chance = random.Random(name)  # noqa: S311  repeatable, not secret
    for _ in range(8):
        page = _wrapped(article, furniture[chance.choice(sorted(furniture))], chance)
        text = _squeezed(clean(page).text)
        assert [paragraph for paragraph in article if _squeezed(_unsigned(paragraph)) not in text] == [], page


def _wrapped(article: list[str], furniture: list[str], chance: random.Random) -> str:
    out = [
        *chance.choices(
            ["Menu", "Home", "World | Politics | Sport", "ホーム", "Startseite", "Trang chủ"], k=chance.randrange(6)
        )
    ]
    for index, paragraph in enumerate(article):
        out.append(paragraph)
        if 0 < index < len(article) - 1 and chance.random() < 0.3:
            out.append(chance.choice(furniture))
    out += chance.choices(
        ["Terms of use", "© 2025 Example. All rights reserved.", "Impressum", "Liên hệ", "プライバシーポリシー"],
        k=chance.randrange(5),
    )
    return chance.choice(["\n", "\n\n"]).join(out)


@pytest.mark.parametrize("name", sorted(_articles()))
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_file_of_paragraphs_passes_untouched(name: str, between: str) -> None:
    """An article without any furniture comes out as it went in, but for the agency after its last sentence."""
    paragraphs = _articles()[name][1:]
    cleaned = clean(between.join(paragraphs))
    assert _squeezed(cleaned.text) == _squeezed(_unsigned("\n".join(paragraphs)))


@pytest.mark.parametrize(
    "name", sorted(name for name in _articles() if name[:2] in {"en", "fr", "de", "es", "ru", "pl", "vi", "ar"})
)
@pytest.mark.parametrize("indent", ["", "   "])
def test_hard_wrapped_paragraphs_survive(name: str, indent: str) -> None:
    """No line of paragraphs wrapped at 72 columns, indented or not, is cut."""
    title, *paragraphs = _articles()[name]
    wrapped = [textwrap.fill(text, 72, initial_indent=indent, subsequent_indent=indent) for text in (title, *paragraphs)]
    text = _squeezed(clean("\n\n".join(wrapped)).text)
    assert [paragraph for paragraph in paragraphs if _squeezed(_unsigned(paragraph)) not in text] == []


@pytest.mark.parametrize(
    "unit",
    [
        "Reply\nJohn 2 hours ago\n",
        "Related news\nSome headline stands here\nA teaser sentence about it.\n",
        "Some Headline Words Here For You\n",
        "Menu entry\nHe said so then.\n",
        "a\n",
        "|",
        "![](",
        "| a ",
        "- ",
        "12 ",
        "漢字",
        "word ",
        "A line of about seventy columns that goes on and on without an end in\n",
    ],
)
def test_time_grows_with_length_only(unit: str) -> None:
    """Four times the text takes about four times as long, whatever it is made of (a quadratic rule would take sixteen)."""
    opening = "A paragraph that is long enough to be prose, that ends with a stop and holds a good number of words.\n"
    small, large = (_seconds(opening + unit * (size // len(unit))) for size in (20_000, 80_000))
    assert large < 9 * small + 0.5


def _seconds(text: str) -> float:
    started = time.process_time()
    assert isinstance(clean(text), Cleaned)
    return time.process_time() - started


def _unsigned(paragraph: str) -> str:
    for tail in (" — VNA/VNS", " — VNS", " (PAP)", " (ANSA)", " istmo"):
        paragraph = paragraph.removesuffix(tail)
    return paragraph


def _visible(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in _INVISIBLE)


def _squeezed(text: str) -> str:
    return "".join(text.split())
