"""A feed as a source: its entries become briefings, from the feed's own text or from the pages that it links to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.importing.servers import Server, answer, serving
from tests.importing.sites import empty_site, files, run

EN = (
    "<p>NAIROBI – The interior minister of Kenya met the justice minister of Denmark on Monday and spoke about smuggling.</p>"
    "<p>The two ministers agreed that their coast guards would exchange officers every year.</p>"
)
JA = "ケニアとデンマークの大臣は月曜日に会談し、協力を進めることで一致した。<br>両国は年内に覚書に署名する方針だ。"
VI = (
    "<p>Bộ trưởng Nội vụ Kenya đã gặp Bộ trưởng Tư pháp Đan Mạch tại Nairobi hôm thứ Hai.</p><p>Hai bên thống nhất hợp tác.</p>"
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site without content."""
    return empty_site(tmp_path, monkeypatch)


def rss(*entries: tuple[str, str, str], description: str = "") -> bytes:
    """A feed of entries with title, link and content."""
    items = (
        f"<item><title>{title}</title><link>{link}</link><pubDate>Mon, 20 Oct 2025 23:30:00 +0300</pubDate>"
        f"<description>{description}</description>"
        + (f"<content:encoded><![CDATA[{content}]]></content:encoded></item>" if content else "</item>")
        for title, link, content in entries
    )
    module = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<rss version="2.0" {module}><channel><title>News</title>{"".join(items)}</channel></rss>'.encode()


def results(*arguments: str) -> list[dict[str, Any]]:
    """What `import --json` says of each article."""
    done = run("import", "--json", *arguments)
    return [json.loads(line) for line in done.stdout.splitlines()]


def page(title: str) -> bytes:
    """A page with a headline and two paragraphs, and another title and day than the feed says."""
    head = f'<title>{title} | Daily</title><meta property="article:published_time" content="2025-11-05">'
    return answer(f"<!doctype html><html lang=en>{head}<article><h1>{title}</h1>{EN}</article></html>".encode())


def test_a_feed_that_carries_its_articles(site: Path) -> None:
    """Each entry is an article in its language; title, day and address are what the feed states."""
    (site.parent / "news.xml").write_bytes(
        rss(
            ("Ministers of Kenya and Denmark meet", "https://example.org/news/1", EN),
            ("両国の大臣が会談", "https://example.org/news/2", JA),
            ("Hai bộ trưởng gặp nhau", "https://example.org/news/3", VI),
        )
    )
    entries = results("../news.xml")
    assert [entry["source"] for entry in entries] == [f"https://example.org/news/{number}" for number in (1, 2, 3)]
    assert {entry["status"] for entry in entries} == {"imported"}
    found = [entry["findings"] for entry in entries]
    assert all(isinstance(findings, dict) for findings in found)
    assert [(findings["lang"], findings["date"]["value"], findings["date"]["origin"]) for findings in found] == [
        (lang, "2025-10-20", "stated") for lang in ("en", "ja", "vi")
    ]
    assert [findings["source_url"]["evidence"][0]["rule"] for findings in found] == ["feed/link"] * 3
    assert "大臣は月曜日に会談し" in "".join(text.decode() for text in files(site).values())
    assert run("check", "--drafts").exit_code == 0
    before = files(site)
    assert {entry["status"] for entry in results("../news.xml")} == {"known"}
    assert files(site) == before


def test_a_feed_on_the_web(site: Path) -> None:
    """What the feed does not carry is fetched from where it links to, once; robots.txt is asked once for all."""
    scripts: dict[str, tuple[bytes, ...]] = {"/robots.txt": (answer(status="404 Not Found"),)}
    with serving(scripts) as server:
        links = [server.url(f"/news/{number}") for number in range(4)]
        content = rss(
            ("Ministers of Kenya and Denmark meet", links[0], ""),
            ("Ministers of Ghana meet", links[1], EN.replace("Kenya", "Ghana")),
            ("Gone", links[2], ""),
            ("Again", links[0], ""),
            description="The interior minister…",
        )
        scripts["/feed"] = (answer(content, Content_Type="text/html"),)
        scripts["/news/0"] = (page("Ministers meet at last"),)
        entries = results("--allow-private", server.url("/feed"))
        assert [(entry["source"], entry["status"]) for entry in entries] == [
            (links[0], "imported"),
            (links[1], "imported"),
            (links[2], "failed"),
        ]
        assert server.paths == ["/robots.txt", "/feed", "/news/0", "/news/2"]
        assert entries[0]["findings"]["date"]["value"] == "2025-10-20"
        _only_the_lost_one_is_asked_for_again(server, links)
    assert sorted(name for name in files(site) if name.endswith(".md")) == [
        "ministers-meet-at-last.md",
        "ministers-of-ghana-meet.md",
    ]


def _only_the_lost_one_is_asked_for_again(server: Server, links: list[str]) -> None:
    server.requests.clear()
    assert [entry["status"] for entry in results("--allow-private", server.url("/feed"))] == ["known", "known", "failed"]
    assert server.paths == ["/robots.txt", "/feed", "/news/2"]
    server.requests.clear()
    assert [entry["status"] for entry in results("--allow-private", links[0])] == ["known"]
    assert server.paths == []


def test_a_feed_in_a_file_fetches_only_when_asked(site: Path) -> None:
    """A file makes no connection; `--follow` fetches what it links to, under the same rules as any address."""
    scripts = {"/robots.txt": (answer(status="404 Not Found"),), "/news/1": (page("Ministers meet"),)}
    with serving(scripts) as server:
        (site.parent / "news.rss").write_bytes(rss(("Ministers meet", server.url("/news/1"), "")))
        stays = run("import", "../news.rss")
        assert (stays.exit_code, server.paths) == (1, [])
        assert f"{server.url('/news/1')}: the feed has only the beginning of it; fetch the pages it links to with --follow" in (
            stays.stderr
        )
        refused = run("import", "--follow", "../news.rss")
        assert (refused.exit_code, server.paths) == (1, [])
        assert run("import", "--follow", "--allow-private", "../news.rss").exit_code == 0
        assert server.paths == ["/robots.txt", "/news/1"]


def test_links_that_lead_nowhere(site: Path) -> None:
    """An entry without text and address, one that is a feed itself, and one of a local file are told, each by itself."""
    inner = rss(("Inner", "https://example.org/news/1", EN))
    with serving(
        {"/robots.txt": (answer(status="404 Not Found"),), "/inner": (answer(inner, Content_Type="text/xml"),)}
    ) as server:
        feed = rss(("No address", "", ""), ("A feed", server.url("/inner"), ""), ("Local", "file:///etc/passwd", ""))
        (site.parent / "news.xml").write_bytes(feed)
        done = run("import", "--follow", "--allow-private", "../news.xml")
    assert done.exit_code == 1
    assert f"{server.url('/inner')}: it is a feed itself, no article" in done.stderr
    assert "file://etc/passwd: the feed has neither its whole text nor its address" in done.stderr
    assert "could not be imported" in done.stderr
    assert files(site) == {}
