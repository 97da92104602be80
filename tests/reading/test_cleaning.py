"""Cleaning of raw plain text, measured on the pages of tests/pages, which were written as browsers save them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.model.article import Role, Trait
from briefgen.model.evidence import Evidence, Trace
from briefgen.reading.cleaning import Cleaned, clean

PAGES = Path(__file__).parents[1] / "pages"
NAMES = sorted(page.stem for page in PAGES.glob("*.yaml"))


@pytest.fixture(params=NAMES)
def page(request: pytest.FixtureRequest) -> tuple[Cleaned, dict[str, Any]]:
    """A cleaned page and what a reader finds on it."""
    text = (PAGES / f"{request.param}.txt").read_text("utf-8")
    return clean(text), yaml.safe_load((PAGES / f"{request.param}.yaml").read_text("utf-8"))


def test_every_paragraph_survives_word_for_word(page: tuple[Cleaned, dict[str, Any]]) -> None:
    """No paragraph, list item, table row, verse or answer of the article is cut; an agency line after the last one may be."""
    cleaned, gold = page
    text = _squeezed(cleaned.text)
    agencies = "|".join(re.escape(name) for name in gold.get("traits", {}).get("agency", ["-"]))
    expected = [*gold.get("paragraphs", []), *filter(None, [gold.get("standfirst")])]
    without = [re.sub(rf"\s*([—–-]\s*({agencies})|[(（]({agencies})[)）])$", "", paragraph) for paragraph in expected]
    assert [paragraph for paragraph in without if _squeezed(paragraph) not in text] == []


def test_the_headline_is_the_right_line_or_none(page: tuple[Cleaned, dict[str, Any]]) -> None:
    """The headline is found among the furniture; where the page has none, no line is made one."""
    cleaned, gold = page
    headlines = [cleaned.text[block.start : block.end] for block in cleaned.blocks if block.role is Role.HEADLINE]
    assert headlines == ([gold["title"]] if gold["title"] else [])
    assert not headlines or cleaned.blocks[0].role is Role.HEADLINE


def test_furniture_is_gone(page: tuple[Cleaned, dict[str, Any]]) -> None:
    """No line of furniture is left in the text."""
    cleaned, gold = page
    left = {_squeezed(line) for line in cleaned.text.split("\n")} - {_squeezed(gold["title"] or "")}
    assert [line for line in gold.get("gone", []) if _squeezed(line) in left] == []


def test_captions_are_harvested(page: tuple[Cleaned, dict[str, Any]]) -> None:
    """Every caption becomes a picture's, with its credit apart."""
    cleaned, gold = page
    captions = [_squeezed(media.caption) for media in cleaned.media if media.caption]
    assert [
        line
        for line in gold.get("captions", [])
        if not any(_squeezed(line).lstrip("|*").startswith(caption) for caption in captions)
    ] == []


def test_traits_are_harvested(page: tuple[Cleaned, dict[str, Any]]) -> None:
    """Author, date, agency, publisher, address and dateline are read as they are written."""
    cleaned, gold = page
    for trait, values in gold.get("traits", {}).items():
        found = [harvest.value for harvest in cleaned.harvest if harvest.trait is Trait(trait)]
        assert found[:1] == values[:1], trait


def test_proofs_hold(page: tuple[Cleaned, dict[str, Any]]) -> None:
    """Each harvested value stands where its proof says: in the text or in the cut line it names."""
    cleaned, _ = page
    for harvest in cleaned.harvest:
        match harvest.proof:
            case Evidence(start, end, quote, _):
                assert cleaned.text[start:end] == quote == harvest.value
            case Trace(where, quote, _):
                assert quote in cleaned.removed[int(where.removeprefix("removed[").removesuffix("]"))].text


def test_cut_lines_keep_their_place_and_reason(page: tuple[Cleaned, dict[str, Any]]) -> None:
    """Cut lines are in the page's order, each with its line number and a reason in plain English."""
    cleaned, _ = page
    numbers = [cut.line for cut in cleaned.removed]
    assert numbers == sorted(numbers)
    assert all(number > 0 for number in numbers)
    assert all(cut.why and cut.text for cut in cleaned.removed)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)
