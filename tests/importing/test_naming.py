"""The name of an imported briefing: Latin where a title is known in Latin letters, else date and hash."""

from __future__ import annotations

import pytest

from briefgen.importing.naming import base_name
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import FrontMatter, SourceRef

JA = "両国の大臣が会談"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ministers meet: “done”", "ministers-meet-done"),
        ("Hai bộ trưởng gặp nhau ở Đà Nẵng", "hai-bo-truong-gap-nhau-o-da-nang"),
        ("Москва", "moskva"),
    ],
)
def test_titles_in_letters(title: str, name: str) -> None:
    """A title in letters is its own name, whatever the address says."""
    assert base_name(FrontMatter(title, source=SourceRef(url="https://example.org/a-b-c-d")), "") == name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/politics/ministers-of-kenya-meet-20251020093011.htm", "ministers-of-kenya-meet"),
        ("/hai-bo-truong-gap-nhau-lan-2/", "hai-bo-truong-gap-nhau-lan-2"),
        ("/news/2025/two_ministers_meet.html?id=7", "two-ministers-meet"),
    ],
)
def test_a_japanese_title_with_a_latin_one_in_its_address(path: str, name: str) -> None:
    """What the publisher calls the article in its address is a title, without the number behind it."""
    assert base_name(FrontMatter(JA, source=SourceRef(url=f"https://example.org{path}")), "") == name


@pytest.mark.parametrize(
    "path", ["", "/", "/news/123456", "/news-2025", "/%E4%BC%9A%E8%AB%87", "/articles/k10014938291000.html", "/[x"]
)
def test_a_japanese_title_alone(path: str) -> None:
    """Without a title in Latin letters the date and a hash of the title are the name, or the hash alone."""
    source = SourceRef(url=f"https://example.org{path}")
    bare = base_name(FrontMatter(JA, source=source), "")
    assert len(bare) == 8
    assert base_name(FrontMatter(JA, date=Edtf.parse("2025-10-20"), source=source), "") == f"2025-10-20-{bare}"
    assert base_name(FrontMatter(source=SourceRef(url="https://[")), "text") != bare
