"""Each briefing's page says in schema.org's words what it says to readers, and no more."""

from __future__ import annotations

import json
import re
from typing import Any

from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import EventRef, SourceRef
from briefgen.model.settings import Settings
from tests.rendering.sample_site import pages, site, visit, written

HOME = "https://example.org/watch/"
SETTINGS = Settings(title="Harbor Watch", base_url=HOME, languages=("en", "ja", "vi"))


def linked(html: str) -> dict[str, Any]:
    """The data in the one script element that browsers do not run."""
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    data: dict[str, Any] = json.loads(text)
    return data


def names(things: list[dict[str, Any]], kind: str) -> list[str]:
    """The names of the things of a type."""
    return [thing["name"] for thing in things if thing["@type"] == kind]


def test_a_report_of_what_it_is_about() -> None:
    """Countries and topics it is about, people, bodies and agreements it mentions, in the language of the page."""
    made = pages(site(visit(), settings=SETTINGS))
    data = linked(made["ja/briefings/visit.html"])
    assert (data["@context"], data["@type"], data["identifier"]) == ("https://schema.org", "Report", "visit")
    assert data["url"] == f"{HOME}ja/briefings/visit.html"
    assert data["abstract"] == "A delegation asked for quicker talks."
    assert names(data["about"], "Country") == ["ベトナム", "オーストリア"]
    assert names(data["about"], "DefinedTerm") == ["サイバー犯罪", "移民"]
    assert names(data["mentions"], "Country") == ["日本"]
    assert names(data["mentions"], "Person") == ["Lê Quốc Hùng", "Peter Webinger"]
    assert names(data["mentions"], "Organization") == ["Austrian Institute of Technology"]
    assert data["about"][0]["url"] == f"{HOME}ja/countries/vn.html"


def test_no_date_is_claimed_that_is_not_known() -> None:
    """Without a year there is no date; the day of the source is the source's alone."""
    event = EventRef("meeting", date=Edtf.parse("2025-10"), place="Vienna")
    briefing = visit(
        events=(event, EventRef("visit")), source=SourceRef(publisher="Example News", date=Edtf.parse("2025-10-20"))
    )
    data = linked(pages(site(briefing, settings=SETTINGS))["briefings/visit.html"])
    assert {"datePublished", "dateModified", "dateCreated", "temporalCoverage"} & set(data) == set()
    assert data["isBasedOn"]["datePublished"] == "2025-10-20"
    first, second = (thing for thing in data["about"] if thing["@type"] == "Event")
    assert (first["startDate"], first["location"]["name"]) == ("2025-10", "Vienna")
    assert {"startDate", "endDate"} & set(second) == set()


def test_an_interval_is_covered() -> None:
    """Days from one to another are the time that the briefing covers."""
    data = linked(pages(site(written("a", "A", date=Edtf.parse("2025-10-16/2025-10-19"))))["briefings/a.html"])
    assert data["temporalCoverage"] == "2025-10-16/2025-10-19"


def test_no_text_ends_the_element() -> None:
    """Markup in a title stays data."""
    title = "</script><script>alert(1)</script><!-- 合意"
    page = pages(site(written("a", title)))["briefings/a.html"]
    assert linked(page)["headline"] == title
    assert "<script>alert" not in page


def test_addresses_need_a_base() -> None:
    """Without a base URL nothing claims to have an address but the source."""
    data = linked(pages(site(visit()))["briefings/visit.html"])
    source = data.pop("isBasedOn")
    assert source["url"] == "https://news.example/a?b=1&c=2"
    assert '"url"' not in json.dumps(data)


def test_a_translation_names_its_original() -> None:
    """A translation leads to the briefing that it translates."""
    made = pages(site(*site().briefings.values(), settings=SETTINGS))
    assert linked(made["briefings/signing-ja.html"])["translationOfWork"] == {
        "@type": "Report",
        "name": "Convention opens",
        "url": f"{HOME}briefings/signing.html",
    }
