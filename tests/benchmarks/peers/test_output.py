"""The work of all peers is counted by where links lead, whatever the markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.corpus import Made
from benchmarks.peers.output import Work, done_in, pages_in, wanted

ITEMS = tuple(
    Made(f"briefing-{number:06}", "T", "S", "2025-01-01", "en", ("at", "jp"), ("trade", "tourism"), "Text.\n")
    for number in range(2)
)


def put(folder: Path, pages: dict[str, str]) -> None:
    """Write pages into a folder."""
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_folders_and_files_count_alike(tmp_path: Path) -> None:
    """A peer may write `x/index.html` or `x.html`, link absolutely or relatively; links to itself do not count."""
    first = (
        '<link href="/briefing-000009/"><a href="/briefing-000001/">a</a> '
        '<a class="c" href="https://e.example/briefing-000001/">b</a>'
    )
    second = '<a href="briefing-000001.html">self</a><a href="briefing-000000.html">a</a><a href="../topics/trade.html">t</a>'
    put(
        tmp_path,
        {
            "briefing-000000/index.html": first + '<a rel="tag" href="/countries/at/">AT</a><a href="/countries/">all</a>',
            "briefings/briefing-000001.html": second + '<a href="../topics/index.html">all</a>',
            "countries/at/index.html": '<a href="/briefing-000000/">0</a><a href="/briefing-000001/">1</a>',
            "topics/trade.html": '<a href="../briefings/briefing-000001.html">1</a>',
            "topics/index.html": '<a href="trade.html">t</a>',
            "index.html": "",
            "feed.xml": "<rss><item/></rss>",
            "sitemap.xml": "<urlset><loc>a</loc><loc>b</loc></urlset>",
        },
    )
    assert done_in(tmp_path) == Work(2, 2, 2, 2, 3, 1, 1, 2)
    assert pages_in(tmp_path) == 6


def test_an_empty_folder_lacks_everything(tmp_path: Path) -> None:
    """Each part is named; where some is there, with the number that was wanted."""
    assert wanted(ITEMS) == Work(2, 4, 16, 8, 8, 1, 1, 6)
    lacks = done_in(tmp_path).lacks(wanted(ITEMS))
    assert lacks[:3] == ("no briefings", "no term pages", "no related links")
    assert len(lacks) == 8


@pytest.mark.parametrize(("related", "said"), [(15, ("15 related links of 16",)), (16, ()), (99, ())])
def test_only_less_is_said(related: int, said: tuple[str, ...]) -> None:
    """A peer that writes more is not blamed."""
    assert Work(2, 4, related, 8, 8, 1, 1, 6).lacks(wanted(ITEMS)) == said
