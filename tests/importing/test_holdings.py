"""What a site holds: one article under many addresses and layouts, and names that are free."""

from __future__ import annotations

import pytest

from briefgen.importing.holdings import Holdings
from briefgen.importing.identity import Identity


@pytest.mark.parametrize(
    "url",
    [
        "http://www.example.org/news/1",
        "https://example.org/news/1/",
        "https://EXAMPLE.org/news/1#top",
        "https://example.org/news/1?utm_source=x&fbclid=y",
    ],
)
def test_addresses_of_one_article(url: str) -> None:
    """Scheme, www, a final slash, a fragment and parameters of tracking do not make another article."""
    holdings = Holdings()
    holdings.add("content/a.md", "a", Identity.of(["https://example.org/news/1"], ""))
    assert holdings.find(Identity.of([url], "")) == "content/a.md"


@pytest.mark.parametrize(
    "url", ["", "https://example.org/news/2", "https://example.org/news/1?id=2", "https://[bad", "https://example.org/"]
)
def test_addresses_of_others(url: str) -> None:
    """Another path or another parameter is another article; nothing, rubbish and front pages are none."""
    holdings = Holdings()
    holdings.add("content/a.md", "a", Identity.of(["https://example.org/news/1"], ""))
    holdings.add("content/b.md", "b", Identity.of(["https://example.org/"], ""))
    assert holdings.find(Identity.of([url], "")) == ""


@pytest.mark.parametrize(
    ("text", "same", "other"),
    [
        ("The two ministers met.", "THE TWO\nMINISTERS  MET", "The ministers met."),
        ("両国の大臣は(東京で)会談した。", "両国の大臣は(東京で)\n会談した。", "両国の大臣は大阪で会談した。"),
        ("Hai bộ trưởng đã gặp nhau.", "Hai bộ trưởng đã gặp nhau", "Ba bộ trưởng đã gặp nhau."),
    ],
)
def test_texts(text: str, same: str, other: str) -> None:
    """Layout, case, width and punctuation do not make another text; words do."""
    holdings = Holdings()
    holdings.add("content/a.md", "a", Identity.of([], text))
    assert holdings.find(Identity.of([], same)) == "content/a.md"
    assert holdings.find(Identity.of([], other)) == ""


def test_free_names() -> None:
    """A taken name gets the first free number, whatever its case; names that systems or lists have are never free."""
    holdings = Holdings()
    assert holdings.free_name("talks") == "talks"
    holdings.take("Talks")
    holdings.take("talks-2")
    assert [holdings.free_name(name) for name in ("talks", "index", "con", "other")] == ["talks-3", "index-2", "con-2", "other"]
