"""`briefgen explain`: why a page is there, and what stands behind each fact."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main

SITE = Path(__file__).parent / "sites" / "full"


@pytest.fixture(autouse=True)
def _inside_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test stands in the folder of the small site."""
    monkeypatch.chdir(SITE)


def explain(page: str) -> Result:
    """What the command prints about a page."""
    return CliRunner().invoke(main, ["explain", page])


@pytest.mark.parametrize("page", ["briefings/raw.html", "output/briefings/raw.html", "content/raw.txt", "raw"])
def test_facts_of_a_raw_article(page: str) -> None:
    """A found fact shows its origin, its quote with the rule, and the line that the quote stands in."""
    said = explain(page).stdout
    assert "briefings/raw.html is made from content/raw.txt" in said
    assert "title: Singapore and Japan to share tide tables (found: the article says so)" in said
    assert "“Japan” by countries/name" in said
    assert "in: SINGAPORE – Singapore and Japan will share their tide tables" in said


def test_facts_of_a_written_briefing() -> None:
    """A written fact is said to be written, and an entry shows its quotes."""
    said = explain("briefings/port-visit.html").stdout
    assert "it is there because the file is a briefing, reviewed" in said
    assert "title: Danish harbor masters visit Hải Phòng (written in the front matter)" in said
    assert "agreements: memorandum, Memorandum on ship safety" in said
    assert "“a memorandum is being drafted”" in said
    assert "“she proposed that pilots train together”" in said


def test_pages_of_countries_and_topics() -> None:
    """A dossier is there because of its briefings, a heading because of narrower topics."""
    assert "about it: content/ghi-chu.md" in explain("countries/at.html").stdout
    assert "names it in passing: content/2024/port-visit.md" in explain("countries/sg.html").stdout
    assert "a narrower topic has briefings" in explain("topics/security.html").stdout


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("content/draft.md", "content/draft.md is not published: draft"),
        ("countries/att.html", "there is no page `countries/att.html`; did you mean `countries/at.html`?"),
    ],
)
def test_pages_that_are_not_there(page: str, sentence: str) -> None:
    """A page that was left out says why, a misspelled one gets the nearest."""
    result = explain(page)
    assert (result.exit_code, result.stderr.strip()) == (2, sentence)
