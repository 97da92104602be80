"""Pages are light, closed and described: small style and script, a policy that lets in only the site's own, a description."""

from __future__ import annotations

import re
from pathlib import Path

MAX_STYLE = 30 * 1024
MAX_SCRIPT = 15 * 1024
"""Bytes before compression; issue 4, "Look". The index of the search and what reads it are measured by themselves."""

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
INLINE = re.compile(
    r"<style|<script(?![^>]* src=| type=\"application/ld\+json\">)|<[^>]+ style=|<[^>]+ on[a-z]+=|href=\"javascript:"
)


def weight(assets: Path, pattern: str) -> int:
    """Bytes of the assets of a pattern together, those of the search aside."""
    return sum(path.stat().st_size for path in assets.rglob(pattern) if not path.name.startswith("search"))


def test_style_and_script_are_small(example: Path) -> None:
    """All style is below 30 KB, all script below 15 KB before search."""
    assert 0 < weight(example / "assets", "*.css") < MAX_STYLE
    assert weight(example / "assets", "*.js") < MAX_SCRIPT


def test_every_page_is_closed_to_strangers(example: Path) -> None:
    """Each page has a policy that lets in only the site itself; none has style or script inside, data aside."""
    for path in example.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        policy = POLICY.search(page)
        assert policy, path
        allowed = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
        assert allowed.pop("default-src") == "'none'", path
        assert set(" ".join(allowed.values()).split()) <= {"'self'", "'none'", "data:"}, path
        assert INLINE.search(page) is None, path


def test_every_page_says_what_it_is(example: Path) -> None:
    """Each page has a title and a description of its own for search engines; redirects have nothing to say."""
    for path in example.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in page:
            assert re.search(r"<title>[^<]{8,}</title>", page), path
            assert re.search(r'<meta name="description" content="[^"]{8,}">', page), path
