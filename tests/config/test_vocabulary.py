"""Vocabulary: what ships is sound, and a site's own files extend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.config import load_vocabulary


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with an empty vocabulary folder."""
    (tmp_path / "content" / "_vocabulary").mkdir(parents=True)
    return tmp_path


def write(site: Path, name: str, text: str) -> None:
    """Write one vocabulary file of the site."""
    (site / "content" / "_vocabulary" / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_what_ships_has_no_problems() -> None:
    """Every shipped term is valid, in the order of ids, with names in the three languages of the interface."""
    vocabulary, problems = load_vocabulary(Path("/no/such/site"))
    assert problems == ()
    assert list(vocabulary.topics) == sorted(vocabulary.topics)
    assert len(vocabulary.topics) >= 40
    assert all({"en", "ja", "vi"} <= topic.names.keys() for topic in vocabulary.topics.values())


def test_countries_are_those_of_iso_3166() -> None:
    """All 249 codes of ISO 3166-1 and Kosovo's XK are there; `NO` is Norway."""
    countries = load_vocabulary(Path("/no/such/site"))[0].countries
    assert len(countries) == 250
    assert {"NO", "XK", "VN", "TW", "PS"} <= countries.keys()
    assert all(code == country.code for code, country in countries.items())


def test_a_site_extends_a_shipped_topic(site: Path) -> None:
    """Names replace those of the same language, lists grow, everything else stays."""
    write(site, "topics", "extradition:\n  names: {en: Surrender of fugitives}\n  words: {en: [handed over]}\n")
    topic = load_vocabulary(site)[0].topics["extradition"]
    assert topic.names["en"] == "Surrender of fugitives"
    assert topic.names["vi"] == "Dẫn độ"
    assert "handed over" in topic.words["en"]
    assert len(topic.words["en"]) > 1


def test_a_site_adds_terms(site: Path) -> None:
    """New topics, people, organizations and agreements are terms like any other."""
    write(site, "topics", "harbor-pilots: {names: {en: Harbor pilots, vi: Hoa tiêu}, broader: [transport]}\n")
    write(
        site,
        "people",
        "to-lam:\n  names: {vi: Tô Lâm}\n  offices: [{title: {en: Minister}, seen_from: 2016, seen_to: 2024-04}]\n",
    )
    write(site, "organizations", "unodc: {names: {en: UNODC}, acronyms: {en: [UNODC]}}\n")
    write(site, "agreements", "hanoi-convention: {names: {en: Hanoi Convention}, kind: convention}\n")
    vocabulary, problems = load_vocabulary(site)
    assert [str(problem) for problem in problems if "transport" not in problem.what] == []
    assert vocabulary.topics["harbor-pilots"].names["vi"] == "Hoa tiêu"
    assert str(vocabulary.people["to-lam"].offices[0].seen_to) == "2024-04"
    assert vocabulary.agreements["hanoi-convention"].kind == "convention"


def test_not_is_a_key(site: Path) -> None:
    """The key `not` (a keyword of Python) holds phrases that never count."""
    write(site, "countries", "GE: {not: {en: [Georgia Street]}}\n")
    assert "Georgia Street" in load_vocabulary(site)[0].countries["GE"].excluded["en"]


def test_a_wrong_file_is_one_problem_and_the_rest_stays(site: Path) -> None:
    """Broken YAML in one file says so at its place; what ships is still there."""
    write(site, "topics", "a: b: c\n")
    vocabulary, problems = load_vocabulary(site)
    assert [str(problem) for problem in problems] == [
        'content/_vocabulary/topics.yaml:1:5: a second `: ` in one line; put the value in quotes, as `title: "a: b"`'
    ]
    assert "extradition" in vocabulary.topics
