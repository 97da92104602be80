"""The only place that turns a thing into an address under `output/`. Links are relative and end in a file name."""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from functools import lru_cache
from typing import Final

from anyascii import anyascii

from briefgen.kinds import Kind
from briefgen.model.briefing import Briefing
from briefgen.model.settings import Settings
from briefgen.text import is_unspaced, strip_marks

HOME: Final = "index.html"
NOT_FOUND: Final = "404.html"
MAP: Final = "map.html"
MATRIX: Final = "matrix.html"
TIMELINE: Final = "timeline.html"
CALENDAR: Final = "calendar.ics"
SOURCES: Final = "sources/index.html"
CHANGES: Final = "changes.html"
GLOSSARY: Final = "glossary.html"
SEARCH: Final = "search.html"
SEARCH_INDEX: Final = "search/index.js"
DATA: Final = "data.html"
DATA_INDEX: Final = "data/index.json"
TABLE_FORMATS: Final = ("csv", "json")
ATOM: Final = "atom"
JSON_FEED: Final = "json"
"""Suffixes of feeds; hosts know the media type of `.atom`."""

HASH_LENGTH = 8
"""Hex digits of the hash in a slug without Latin letters: 4 billion values, so that chance collisions stay away."""

_MAX_SLUG = 80
"""Longer slugs are cut at a word, so that a path fits every file system (255 bytes a name) and every mail."""


_KEPT: Final = 100_000
"""Ways and paths kept: there are few pairs of folders, and a briefing's path is asked for on every page that names it."""


def slugify(text: str) -> str:
    """A slug of Latin letters, digits and hyphens; a short hash where `text` is in a script without spaces.

    "Lê Quốc Hùng" → "le-quoc-hung", "Москва" → "moskva". Han and kana get a hash, since a transliteration by
    character gives Chinese readings for Japanese (field.md B6).
    """
    if any(is_unspaced(char) for char in text):
        return hashlib.blake2b(text.encode(), digest_size=HASH_LENGTH // 2).hexdigest()
    words = re.findall(r"[a-z0-9]+", anyascii(strip_marks(text)).lower().replace("'", ""))
    slug = "-".join(words)
    if len(slug) > _MAX_SLUG:
        slug = slug[: _MAX_SLUG + 1].rpartition("-")[0] or slug[:_MAX_SLUG]
    return slug or hashlib.blake2b(text.encode(), digest_size=HASH_LENGTH // 2).hexdigest()


def anchor(text: str) -> str:
    """The id of a heading: its words in any script, so that authors can write the links ("後段", "that-follows")."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
    return "-".join(words) or slugify(text)


def localized(path: str, lang: str, settings: Settings) -> str:
    """`path` in the tree of an interface language: as it is for the default one, in its folder for a further one."""
    return path if lang == settings.languages[0] else f"{lang}/{path}"


def briefing_path(briefing: Briefing, settings: Settings) -> str:
    """Path of a briefing's page by the site's `permalinks` pattern, as `briefings/<slug>.html`."""
    date = briefing.facts.date
    year, month = (date.start.year, date.start.month) if date else (None, None)
    return _permalink(settings.permalinks, briefing.slug, year, month, briefing.lang)


@lru_cache(maxsize=_KEPT)
def _permalink(pattern: str, slug: str, year: int | None, month: int | None, lang: str) -> str:
    stated = "undated" if year is None else f"{year:04}"
    return pattern.format(slug=slug, year=stated, month=f"{month or 0:02}", lang=lang)


def entry_path(kind: Kind, slug: str) -> str:
    """Path of the page of one country or topic: `countries/at.html`."""
    return f"{kind.folder}/{slug}.html"


def index_path(kind: Kind) -> str:
    """Path of the list of a kind: `countries/index.html`."""
    return f"{kind.folder}/index.html"


def pair_path(codes: tuple[str, str]) -> str:
    """Path of the page of two countries: `pairs/at-vn.html`."""
    return f"pairs/{'-'.join(codes).lower()}.html"


def timeline_path(part: str) -> str:
    """Path of a part of the timeline: `timeline/2025.html`, `timeline/visit.html`, `timeline/ja.html`."""
    return f"timeline/{part.lower()}.html"


def publisher_path(name: str) -> str:
    """Path of the page of a publisher: `sources/vna-vns.html`."""
    return f"sources/{slugify(name)}.html"


def search_shard(number: int) -> str:
    """Path of a shard of the search's index: `search/3.js`."""
    return f"search/{number}.js"


def text_path(name: str) -> str:
    """Path of a page of the site's own: `about.html`."""
    return f"{name}.html"


def feed_path(page: str, suffix: str) -> str:
    """Path of the feed of a page, which mirrors the page's: `feeds/countries/at.atom`, `feeds/index.json`."""
    return f"feeds/{page.removesuffix('.html')}.{suffix}"


def data_path(briefing: Briefing) -> str:
    """Path of a briefing as data: `data/briefings/<slug>.json`."""
    return data_path_pattern().format(slug=briefing.slug)


def data_path_pattern() -> str:
    """How the paths of briefings as data are made, with a place for the `{slug}`."""
    return "data/briefings/{slug}.json"


def table_path(name: str, suffix: str) -> str:
    """Path of a table as data: `data/countries.csv`."""
    return f"data/{name}.{suffix}"


def schema_path(name: str) -> str:
    """Path of the JSON Schema of a data file: `data/schema/briefing.schema.json`."""
    return f"data/schema/{name}.schema.json"


def relative(target: str, page: str) -> str:
    """The link from `page` to `target`, both under `output/`: from `briefings/x.html`, `../countries/at.html`."""
    folder, _, name = target.rpartition("/")
    return _way(folder, page.rpartition("/")[0]) + name


@lru_cache(maxsize=_KEPT)
def _way(target: str, folder: str) -> str:
    """What leads from one folder to another, up to the name of a file in it; both are under `output/`, empty for itself."""
    way = posixpath.relpath(target or ".", folder or ".")
    return "" if way == "." else f"{way}/"


def absolute(path: str, base_url: str) -> str:
    """The full URL of a path under `output/`; `base_url` may or may not end in a slash."""
    return f"{base_url.rstrip('/')}/{path}"
