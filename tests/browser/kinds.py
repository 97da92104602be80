"""The kinds of page: a page of the example site for each, picked for having the most on it. A new kind is one line here.

`test_kinds.py` fails when the built site has a page of a kind that has no line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

KINDS: Final = (
    "index.html",
    "briefings/austria-security-visit.html",  # written by hand, with translations
    "briefings/hanoi-five-meetings.html",  # drafted by machine, a section for each meeting
    "countries/index.html",
    "countries/sg.html",
    "pairs/at-vn.html",
    "topics/index.html",
    "topics/cybercrime.html",
    "people/index.html",
    "people/luong-tam-quang.html",
    "organizations/index.html",
    "organizations/ministry-of-public-security.html",
    "agreements/index.html",
    "agreements/hanoi-convention.html",
    "timeline.html",
    "timeline/meeting.html",
    "map.html",
    "matrix.html",
    "data.html",
    "sources/index.html",
    "sources/vna-vns.html",
    "changes.html",
    "glossary.html",
    "about.html",
    "search.html",
    "404.html",
)
"""Addresses in the tree of the default language."""

LANGS: Final = ("en", "ja")
"""Languages in which every kind is looked at: one that puts spaces between words and one that does not."""

WIDE: Final = 1280
NARROW: Final = 320
"""Widths of the window in CSS pixels; at 320 WCAG 2.2 (1.4.10, reflow) wants pages without sideways scrolling."""

HEIGHT: Final = 900
"""Height of the window in CSS pixels."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at: the width of the window in CSS pixels and the color scheme, light or dark."""

    width: int
    scheme: str


LOOKS: Final = tuple(Look(width, scheme) for width in (WIDE, NARROW) for scheme in ("light", "dark"))


def address(kind: str, lang: str) -> str:
    """The page of a kind in an interface language: `ja/countries/at.html`."""
    return kind if lang == LANGS[0] else f"{lang}/{kind}"


ADDRESSES: Final = tuple(address(kind, lang) for lang in LANGS for kind in KINDS)
"""Every kind in every language of `LANGS`."""
