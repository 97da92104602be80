"""Addresses: slugs in every script and relative links that work anywhere."""

from __future__ import annotations

import posixpath
import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.kinds import COUNTRY
from briefgen.model.briefing import Body, Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import FrontMatter
from briefgen.model.settings import Settings
from briefgen.urls import absolute, anchor, briefing_path, entry_path, index_path, localized, relative, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Deputy minister leads delegation", "deputy-minister-leads-delegation"),
        ("Lê Quốc Hùng", "le-quoc-hung"),
        ("Đà Nẵng: hội nghị lần thứ 1", "da-nang-hoi-nghi-lan-thu-1"),
        ("Москва", "moskva"),
        ("Größe & Straße", "grosse-strasse"),
        ("Vietnam's police", "vietnams-police"),
        ("000_7686a9e777100169", "000-7686a9e777100169"),
    ],
)
def test_latin_slugs(text: str, slug: str) -> None:
    """Latin, Vietnamese and Cyrillic titles become readable slugs."""
    assert slugify(text) == slug


def test_japanese_slugs_are_short_stable_hashes() -> None:
    """Han and kana get no (Chinese) readings but a hash that tells titles apart."""
    assert slugify("公安大臣会見") == slugify("公安大臣会見")
    assert slugify("公安大臣会見") != slugify("公安大臣会談")
    assert len(slugify("ハノイ条約")) == 8


@given(st.text())
def test_slugs_are_safe_and_idempotent(text: str) -> None:
    """Any text gives a slug of lower-case Latin letters, digits and hyphens, and a slug is its own slug."""
    slug = slugify(text)
    assert slug
    assert set(slug) <= set(string.ascii_lowercase + string.digits + "-")
    assert len(slug) <= 80
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("text", "expected"), [("What comes next?", "what-comes-next"), ("後段", "後段"), ("Bối cảnh", "bối-cảnh")]
)
def test_anchors_can_be_guessed(text: str, expected: str) -> None:
    """The id of a heading is its words, in any script, so that links to it can be written by hand."""
    assert anchor(text) == expected


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("countries/at.html", "briefings/x.html", "../countries/at.html"),
        ("index.html", "index.html", "index.html"),
        ("assets/style.css", "ja/briefings/x.html", "../../assets/style.css"),
        ("ja/index.html", "index.html", "ja/index.html"),
    ],
)
def test_relative_links(target: str, page: str, link: str) -> None:
    """Links lead from page to page without knowing where the site stands."""
    assert relative(target, page) == link


_PATHS = st.lists(st.sampled_from(["a", "b", "ja", "é"]), min_size=1, max_size=4).map("/".join)


@given(_PATHS, _PATHS)
def test_relative_links_are_those_of_posix(target: str, page: str) -> None:
    """From any file to any other, the link is the shortest way that POSIX paths know."""
    link = relative(f"{target}.html", f"{page}.html")
    assert link == posixpath.relpath(f"{target}.html", posixpath.dirname(page) or ".")


def test_addresses_of_pages() -> None:
    """Addresses are those of the design; further languages have a folder, permalinks a pattern."""
    briefing = Briefing(
        "2025/x", "content/2025/x.md", "x", raw=False, facts=FrontMatter(date=Edtf.parse("2025-10"), lang="en"), body=Body("")
    )
    undated = replace(briefing, facts=FrontMatter(lang="en"))
    assert briefing_path(briefing, Settings()) == "briefings/x.html"
    assert briefing_path(briefing, Settings(permalinks="b/{year}/{month}/{slug}.html")) == "b/2025/10/x.html"
    assert briefing_path(undated, Settings(permalinks="{lang}/{year}-{month}/{slug}.html")) == "en/undated-00/x.html"
    assert entry_path(COUNTRY, "at") == "countries/at.html"
    assert index_path(COUNTRY) == "countries/index.html"
    assert localized("index.html", "ja", Settings(languages=("en", "ja"))) == "ja/index.html"
    assert localized("index.html", "en", Settings(languages=("en", "ja"))) == "index.html"
    assert absolute("a.html", "https://example.org/site/") == "https://example.org/site/a.html"
