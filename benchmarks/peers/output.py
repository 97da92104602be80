"""What a build wrote, counted the same way for all: pages by kind, links by where they lead, feed and sitemap."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from benchmarks.corpus import Made

RELATED: Final = 8
"""Related briefings that every page must link to."""

_BRIEFING_PATH: Final = re.compile(r"(briefing-\d{6})(?:/index)?\.html$")
_TERM_PATH: Final = re.compile(r"(?:countries|topics)/(?!index\.)[a-z-]+(?:/index)?\.html$")
_BRIEFING_LINK: Final = re.compile(r'<a [^>]*href="[^"]*?(briefing-\d{6})(?:/|\.html)"')
_TERM_LINK: Final = re.compile(r'<a [^>]*href="[^"]*?((?:countries|topics)/(?!index\.)[a-z-]+)(?:/|\.html)"')


@dataclass(frozen=True, slots=True)
class Work:
    """Pages of briefings and of terms; links between briefings, to their terms and from terms to them; the rest."""

    briefings: int
    terms: int
    related: int
    tagged: int
    listed: int
    homes: int
    feeds: int
    addresses: int

    def lacks(self, wanted: Work) -> tuple[str, ...]:
        """What is less than wanted, in words."""
        shortfalls = ((_WORDS[field.name], getattr(self, field.name), getattr(wanted, field.name)) for field in fields(self))
        return tuple(
            f"{done or 'no'} {words}{f' of {least}' if done else ''}" for words, done, least in shortfalls if done < least
        )


_WORDS: Final = {
    "briefings": "briefings",
    "terms": "term pages",
    "related": "related links",
    "tagged": "links to terms",
    "listed": "links from terms",
    "homes": "home page",
    "feeds": "feed",
    "addresses": "addresses in the sitemap",
}


def wanted(items: Iterable[Made]) -> Work:
    """What every peer must write for these briefings, of which each has related ones enough."""
    every = tuple(items)
    keys = [key for item in every for key in terms_of(item)]
    terms = len(set(keys))
    return Work(len(every), terms, RELATED * len(every), len(keys), len(keys), 1, 1, len(every) + terms)


def terms_of(item: Made) -> tuple[str, ...]:
    """The keys of a briefing's terms."""
    return (*(f"countries/{term}" for term in item.countries), *(f"topics/{term}" for term in item.topics))


def pages_in(folder: Path) -> int:
    """All HTML files."""
    return sum(1 for _ in folder.rglob("*.html"))


def done_in(folder: Path) -> Work:
    """What lies in a folder of output. A link that stands twice on a page counts once."""
    briefings = terms = related = tagged = listed = 0
    for path in folder.rglob("*.html"):
        place = path.relative_to(folder).as_posix()
        if own := _BRIEFING_PATH.search(place):
            text = path.read_text(encoding="utf-8")
            briefings += 1
            related += len(set(_BRIEFING_LINK.findall(text)) - {own[1]})
            tagged += len(set(_TERM_LINK.findall(text)))
        elif _TERM_PATH.fullmatch(place):
            terms += 1
            listed += len(set(_BRIEFING_LINK.findall(path.read_text(encoding="utf-8"))))
    others = [path.read_text(encoding="utf-8") for path in folder.glob("*.xml")]
    feeds = sum(1 for text in others if "<rss" in text or "<feed" in text)
    addresses = sum(text.count("<loc>") for text in others)
    return Work(briefings, terms, related, tagged, listed, int((folder / "index.html").exists()), feeds, addresses)
