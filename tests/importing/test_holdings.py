"""What a site holds: one article under many addresses and layouts, and names that are free."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.importing.holdings import Holdings, holdings_of
from briefgen.importing.identity import Identity
from briefgen.model.vocabulary import Vocabulary


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


@pytest.mark.parametrize(
    "source",
    [
        "source: {url: https://example.org/news/1, file: sources/other.txt}",
        "source:\n  publisher: Daily\n\n  # where it was\n  url: 'https://example.org/news/1'\n  file: sources/other.txt",
        "source:\r\n  url: https://example.org/news/1\r\n  file: sources/other.txt\r",
    ],
)
def test_what_a_briefing_holds(tmp_path: Path, source: str) -> None:
    """The address and the archived text that a briefing states as its source are known, however it is written."""
    content = tmp_path / "content"
    (content / "sources").mkdir(parents=True)
    head = "title: |\n  x\n  source: {url: https://example.org/2}"
    (content / "a.md").write_bytes(f"---\n{head}\n{source}\nlang: en\n---\nText.\n".encode())
    (content / "sources" / "other.txt").write_text("Hai bộ trưởng đã gặp nhau.\n", encoding="utf-8")
    holdings = holdings_of(content, Vocabulary(countries={}, topics={}))
    assert holdings.find(Identity.of(["https://example.org/news/1"], "")) == "content/a.md"
    assert holdings.find(Identity.of([], "Hai bộ trưởng\nđã gặp nhau")) == "content/a.md"
    assert holdings.find(Identity.of(["https://example.org/2"], "")) == ""
    assert holdings.free_name("other") == "other-2"


def test_an_archive_without_a_briefing(tmp_path: Path) -> None:
    """Its name is free for the very text that it holds, and for no other; once it is used it is taken."""
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "content" / "sources" / "talks.txt").write_text("They met.\n", encoding="utf-8")
    holdings = holdings_of(tmp_path / "content", Vocabulary(countries={}, topics={}))
    assert holdings.free_name("talks", "They did not meet.\n") == "talks-2"
    assert holdings.free_name("talks", "They met.\n") == "talks"
    holdings.add("content/talks.md", "talks", Identity())
    assert holdings.free_name("talks", "They met.\n") == "talks-2"
