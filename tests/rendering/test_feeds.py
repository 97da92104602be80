"""Feeds follow RFC 4287 and JSON Feed 1.1, and know no moment but that of the reports."""

from __future__ import annotations

import json
from typing import Final
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest

from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import CountryRef, SourceRef
from briefgen.model.settings import Settings
from briefgen.rendering.feeds import NEWEST
from tests.rendering.sample_site import Tags, pages, site, written

ATOM: Final = "{http://www.w3.org/2005/Atom}"
HOME: Final = "https://example.org/watch/"
SETTINGS: Final = Settings(title="Harbor & Watch", base_url=HOME, languages=("en", "ja", "vi"))


def report(key: str, day: str, title: str = "", date: str = "") -> Briefing:
    """A briefing about Austria, reported on a day."""
    source = SourceRef(date=Edtf.parse(day))
    happened = Edtf.parse(date) if date else None
    return written(key, title or key, source=source, date=happened, countries=(CountryRef("AT"),))


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The usual site with an address of its own."""
    return pages(site(*site().briefings.values(), settings=SETTINGS))


def atoms(made: dict[str, str]) -> list[str]:
    """The paths of all Atom feeds."""
    return [path for path in made if path.endswith(".atom")]


def test_each_page_that_gathers_briefings_has_feeds(made: dict[str, str]) -> None:
    """The front page, countries, topics, agreements and publishers have a feed in each language's tree."""
    for path in ("index", "countries/vn", "topics/crime"):
        for tree in ("", "ja/", "vi/"):
            assert f"{tree}feeds/{path}.atom" in made
    assert "feeds/agreements/extradition-treaty-at-vn.json" in made
    assert "feeds/sources/example-news.json" in made
    assert not any("/people/" in path or "/organizations/" in path for path in made if "feeds/" in path)


def test_musts_of_atom(made: dict[str, str]) -> None:
    """Each feed and entry has just one id, title and time; ids are absolute; an entry without content has a page (4.1)."""
    assert atoms(made)
    for path in atoms(made):
        feed = ET.fromstring(made[path])  # noqa: S314  our own bytes
        assert feed.tag == f"{ATOM}feed"
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None
        assert [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='self']")] == [f"{HOME}{path}"]
        entries = feed.findall(f"{ATOM}entry")
        assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries) > 0
        for one in (feed, *entries):
            assert [len(one.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
            assert urlsplit(one.findtext(f"{ATOM}id")).scheme == "https"
            assert len(one.findall(f"{ATOM}link[@rel='alternate']")) == 1


def test_feedparser_reads_it(made: dict[str, str]) -> None:
    """A common reader finds nothing amiss and gets what is written: title, language, day, page and source."""
    for path in atoms(made):
        assert not feedparser.parse(made[path].encode(), sanitize_html=False).bozo
    feed = feedparser.parse(made["feeds/countries/vn.atom"].encode())
    assert feed.feed.title == "Vietnam · Harbor & Watch"
    assert feed.entries[0].link == f"{HOME}briefings/raw.html"
    assert feed.entries[0].title_detail.language == "ja"
    assert feed.entries[0].updated == "2025-10-26T00:00:00Z"


def test_members_of_json_feed(made: dict[str, str]) -> None:
    """Each JSON Feed has a version, and each item an id, an address, a text and a language; texts are plain."""
    feed = json.loads(made["ja/feeds/countries/vn.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{HOME}ja/feeds/countries/vn.json"
    assert all({"id", "url", "content_text", "language"} <= set(item) for item in feed["items"])
    visited = next(item for item in feed["items"] if item["id"].endswith("/visit.html"))
    assert visited["content_text"] == "A delegation asked for quicker talks."
    assert visited["external_url"] == "https://news.example/a?b=1&c=2"


def test_no_day_is_made_up(made: dict[str, str]) -> None:
    """A briefing whose year is not stated stands last in the JSON Feed, undated, and not in Atom, which wants a date."""
    last = json.loads(made["feeds/index.json"])["items"][-1]
    assert (last["title"], "date_published" in last) == ("Delegation visits Vienna", False)
    assert "Delegation visits Vienna" not in made["feeds/index.atom"]
    assert "feeds/agreements/extradition-treaty-at-vn.atom" not in made
    assert "extradition-treaty-at-vn.atom" not in made["agreements/extradition-treaty-at-vn.html"]


def test_a_month_is_no_day() -> None:
    """A report of which the month alone is known gets no day in either format."""
    made = pages(site(report("may", "2024-05"), report("june", "2024-06-03"), settings=SETTINGS))
    items = json.loads(made["feeds/index.json"])["items"]
    assert [item.get("date_published") for item in items] == ["2024-06-03T00:00:00Z", None]
    assert "briefings/may.html" not in made["feeds/index.atom"]


def test_translations_are_told_once(made: dict[str, str]) -> None:
    """Each language's feed has the briefing in that language where there is one; a text has one id in all feeds."""
    told = {tree: json.loads(made[f"{tree}feeds/topics/crime.json"])["items"] for tree in ("", "ja/", "vi/")}
    assert [item["title"] for item in told[""]] == ["Convention opens"]
    assert [item["title"] for item in told["ja/"]] == ["条約の署名が始まる"]
    assert [item["id"] for item in told["vi/"]] == [item["id"] for item in told[""]]
    assert told["vi/"][0]["url"] == f"{HOME}vi/briefings/signing.html"


def test_the_newest_by_report() -> None:
    """A feed has the briefings that were reported last, whenever they say that things happened."""
    many = [report(f"b{day:02}", f"2024-01-{day:02}", date="2020") for day in range(1, 32)]
    made = pages(site(*many, report("old", "2023-12-31", date="2024-02-01"), settings=SETTINGS))
    items = json.loads(made["feeds/countries/at.json"])["items"]
    assert [item["title"] for item in items] == [f"b{day:02}" for day in range(31, 31 - NEWEST, -1)]


def test_any_text_stays_well_formed() -> None:
    """Markup in titles is escaped, and what XML cannot hold is left out."""
    made = pages(site(report("odd", "2024-01-01", 'A <b> & "c" ]]>\x0b\ufffe'), settings=SETTINGS))
    feed = ET.fromstring(made["feeds/index.atom"])  # noqa: S314  our own bytes
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == 'A <b> & "c" ]]>'


def test_without_base_url_there_are_none() -> None:
    """A site that does not know its address has no feeds and no links to any."""
    made = pages(site())
    assert not [path for path in made if "feeds/" in path]
    assert "application/atom+xml" not in made["index.html"]


def test_pages_lead_to_their_feeds(made: dict[str, str]) -> None:
    """The head names both formats, and the foot of the page shows them."""
    tags = Tags(made["ja/countries/vn.html"])
    named = [link["href"] for link in tags.all("link") if link.get("type", "").endswith(("atom+xml", "feed+json"))]
    assert named == ["../feeds/countries/vn.atom", "../feeds/countries/vn.json"]
    assert set(named) <= {link.get("href") for link in tags.all("a")}
    assert not [link for link in Tags(made["people/index.html"]).all("link") if "atom" in link.get("type", "")]


def test_the_same_twice(made: dict[str, str]) -> None:
    """A second rendering has the same bytes."""
    assert made == pages(site(*site().briefings.values(), settings=SETTINGS))
