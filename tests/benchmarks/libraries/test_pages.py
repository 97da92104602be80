"""A labeled article becomes a page that tells its parts apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from benchmarks.libraries.pages import as_marked_up, pages
from tests.quality.corpus import Labelled

TEXT: Final = """Home
Ports agreed
The pier. Photo: A. Reyes
Norway & Chile agreed.
Share
They will build two piers.
About us
"""
LABEL: Final[dict[str, Any]] = {
    "lang": "en",
    "title": "Ports agreed",
    "publisher": "Port Post",
    "author": None,
    "date": "2025-10-26",
    "captions": ["The pier."],
    "debris": ["Home", "Share", "About us"],
}


@pytest.mark.parametrize(
    "part",
    [
        '<html lang="en">',
        '<nav><ul><li><a href="/0">Home</a></li></ul></nav>',
        "<article><h1>Ports agreed</h1><figure>",
        "<figcaption>The pier. Photo: A. Reyes</figcaption></figure>",
        "<p>Norway &amp; Chile agreed.</p><p>They will build two piers.</p></article>",
        '<aside><ul><li><a href="/0">Share</a></li></ul></aside>',
        '<footer><ul><li><a href="/0">About us</a></li></ul></footer>',
        '<meta property="og:site_name" content="Port Post">',
        '<meta property="article:published_time" content="2025-10-26">',
    ],
)
def test_each_part_has_its_element(part: str) -> None:
    """Debris stands outside the article, before, beside or after it; nothing of the article is lost."""
    assert part in as_marked_up(TEXT, LABEL)


def test_only_what_is_stated_is_in_the_head() -> None:
    """No element for a fact that the article leaves out, nor for a date without a year."""
    page = as_marked_up(TEXT, {**LABEL, "date": "XXXX-10-26"})
    assert 'name="author"' not in page
    assert "article:published_time" not in page


def test_all_debris_is_no_article() -> None:
    """An article of which nothing is left has an empty page, not an error."""
    assert "<article></article>" in as_marked_up("Home\nShare\n", LABEL)


def test_pages_keep_names_and_labels(tmp_path: Path) -> None:
    """The files take the place of the texts; labels, names and languages stay."""
    source = tmp_path / "ports.txt"
    source.write_text(TEXT, encoding="utf-8")
    (page,) = pages((Labelled("en/ports", "en", source, LABEL),), tmp_path / "pages")
    assert (page.name, page.lang, page.label) == ("en/ports", "en", LABEL)
    assert page.path == tmp_path / "pages" / "en" / "ports.html"
    assert page.raw == as_marked_up(TEXT, LABEL)
