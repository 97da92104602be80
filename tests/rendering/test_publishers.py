"""Publishers: who reported what, their bars and their pages."""

from __future__ import annotations

import re

from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import CountryRef, SourceRef
from briefgen.rendering.publishers import briefings_by_publisher, publisher_bars, publisher_of
from tests.rendering.sample_site import edition, pages, site, written


def report(key: str, date: str = "2025-10-01", **facts: object) -> Briefing:
    """A briefing about Austria with these facts of its source."""
    own = {name: facts.pop(name) for name in ("lang", "translation_of") if name in facts}
    source = SourceRef(**facts)  # type: ignore[arg-type]
    return written(key, f"Report {key}", date=Edtf.parse(date), countries=(CountryRef("AT"),), source=source, **own)


REPORTS = (
    report("a", publisher="Gazette", agency="Agency", lang="en"),
    report("b", "2025-11-01", publisher="Gazette", license="CC BY 4.0"),
    report("b-ja", publisher="Gazette", lang="ja", translation_of="b"),
    report("c", agency="Agency"),
    report("d"),
)


def test_the_publisher_else_the_agency() -> None:
    """An agency stands for itself only where no publisher is stated; else nobody is named."""
    assert [publisher_of(one) for one in REPORTS] == ["Gazette", "Gazette", "Gazette", "Agency", ""]


def test_a_translation_is_not_a_second_report() -> None:
    """Each briefing counts once in each language of the interface."""
    for lang, second in (("en", "b"), ("ja", "b-ja")):
        groups = briefings_by_publisher(edition(site(*REPORTS), lang))
        assert {name: [one.id for one in members] for name, members in groups.items()} == {
            "Gazette": [second, "a"],
            "Agency": ["c"],
            "": ["d"],
        }


def test_bars_count_and_lead_to_publishers() -> None:
    """The most frequent first, among equals those not stated last; these have no page."""
    bars = publisher_bars(edition(site(*REPORTS)), REPORTS, "countries/at.html")
    assert [(bar.link.text, bar.count, bar.percent) for bar in bars] == [
        ("Gazette", "3", 100),
        ("Agency", "1", 33),
        ("not stated", "1", 33),
    ]
    assert {bar.link.text: bar.link.href for bar in bars} == {
        "Gazette": "../sources/gazette.html",
        "Agency": "../sources/agency.html",
        "not stated": "",
    }


def test_the_table_and_the_pages() -> None:
    """Languages, number, newest date and rights of each; a page lists its reports, newest first."""
    made = pages(site(*REPORTS))
    table = made["sources/index.html"]
    rows = [re.sub(r"<[^>]+>", "|", row) for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", table)]
    assert [[cell for cell in row.split("|") if cell] for row in rows] == [
        ["Gazette", "English", "2", "1 November 2025", "CC BY 4.0"],
        ["Agency", "English", "1", "1 October 2025"],
        ["not stated", "English", "1", "1 October 2025"],
    ]
    page = made["sources/gazette.html"]
    assert page.index("Report b") < page.index("Report a")
    assert "Report c" not in page
