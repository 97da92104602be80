"""The table of countries and topics."""

from __future__ import annotations

import re

from briefgen.model.frontmatter import CountryRef, TopicRef
from briefgen.model.settings import Settings
from briefgen.rendering.pages.matrix import MOST_COUNTRIES
from tests.rendering.sample_site import pages, site, written

PAGES = pages(site())


def cells(page: str) -> list[tuple[str, list[str]]]:
    """The rows of the table: the country's address and the text of its cells."""
    rows = re.findall(r'<tr><th scope="row"><a href="([^"]+)">[^<]*</a></th>(.*?)</tr>', page)
    return [(href, [re.sub("<[^>]+>", "", cell) for cell in re.findall("<td.*?</td>", row)]) for href, row in rows]


def test_numbers_of_briefings() -> None:
    """A cell counts the briefings about its country and topic, a translation not apart; the last one counts all."""
    page = PAGES["matrix.html"]
    assert re.findall(r'<th scope="col"><span><a href="topics/([^"]+)\.html">', page) == ["crime", "cybercrime", "migration"]
    assert cells(page) == [("countries/vn.html", ["1", "1", "1", "3"]), ("countries/at.html", ["", "1", "1", "1"])]


def test_a_single_briefing_is_linked_itself() -> None:
    """One briefing is linked, in the language of the page; several lead to the dossier. Links say what they count."""
    page = PAGES["matrix.html"]
    assert '<a href="briefings/visit.html" aria-label="Austria, Migration: 1 briefing">1</a>' in page
    assert '<a href="briefings/signing.html" aria-label="Vietnam, Crime: 1 briefing">' in page
    assert '<a href="../briefings/signing-ja.html"' not in PAGES["ja/matrix.html"]
    assert '<a href="briefings/signing-ja.html"' in PAGES["ja/matrix.html"]
    two = [written(key, key, countries=(CountryRef("AT"),), topics=(TopicRef("crime"),)) for key in ("a", "b")]
    assert '<a href="countries/at.html" aria-label="Austria, Crime: 2 briefings">2</a>' in pages(site(*two))["matrix.html"]


def test_the_own_country_of_a_site_has_no_row() -> None:
    """A focus country would have nearly all briefings, so its partners alone are compared."""
    page = pages(site(settings=Settings(title="Test", languages=("en",), focus_country="VN")))["matrix.html"]
    assert [href for href, _ in cells(page)] == ["countries/at.html"]
    assert "topics/crime.html" not in page


def test_what_has_no_room_is_named() -> None:
    """Countries beyond the rows of the table are counted and named below it."""
    codes = [f"{first}{second}" for first in "AB" for second in "AEFGILMNORSTUWZY"]
    many = [written(code.lower(), code, countries=(CountryRef(code),), topics=(TopicRef("crime"),)) for code in codes]
    page = pages(site(*many))["matrix.html"]
    assert len(cells(page)) == MOST_COUNTRIES
    assert "2 more countries" in page


def test_nothing_to_compare() -> None:
    """Without a briefing about both there is no table, and no link to it from the map."""
    made = pages(site(written("none", "Nothing", countries=(CountryRef("AT"),))))
    assert "No briefing is about both a country and a topic yet." in made["matrix.html"]
    assert "<table" not in made["matrix.html"]
    assert "matrix.html" not in made["map.html"].partition("<main")[2]
