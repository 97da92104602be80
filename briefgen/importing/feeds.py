"""RSS and Atom: a feed → its entries, each with what the feed says of it, and its article if the feed carries that.

feedparser reads the XML; the bytes become text by our own rule for encodings, as all other sources do, and a document type
is taken off before: it can define entities that expand without end, and no feed needs one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import escape, unescape
from typing import Any, Final

from briefgen.errors import MissingExtra, Problem
from briefgen.importing.sources import NotImportable, Source
from briefgen.model.article import Harvest, Trait
from briefgen.model.evidence import Trace
from briefgen.reading.encoding import NotText, decode
from briefgen.text import is_unspaced

_PROLOG: Final = re.compile(r"(?>\s|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+", re.DOTALL | re.IGNORECASE)
"""What may stand before the first element: the declaration of the encoding, comments, the document type."""

_CUT_OFF: Final = re.compile(
    r"(?:\[?(?:…|\.\.\.|⋯)[\]\s»>→]*|(?:read more|continue reading|続きを読む|xem thêm|đọc tiếp)\W*)$", re.IGNORECASE
)
"""How the text of an entry ends that is only the beginning of an article (WordPress writes `[…]`)."""

_BLOCK: Final = re.compile(r"</?(?:p|div|br|h\d|ul|ol|li|table|tr|blockquote|section|article)\b[^>]*>", re.IGNORECASE)
"""HTML that divides text."""

_EXCERPT: Final = 800
"""Letters of a description that may be an excerpt: WordPress cuts at 55 words, which rarely are 500 letters, Japanese
sites at 110 letters; a letter of a script without spaces counts for three."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its address, title and text (HTML, or plain) as the feed has them, and the traits that it states.

    `whole` says that the text is the article, not its beginning.
    """

    link: str
    title: str
    text: str
    whole: bool
    harvest: tuple[Harvest, ...]

    def source(self, name: str) -> Source:
        """The text of the entry as a source by the name of `name`: a page; where that is short, plain text.

        What finds the article in a page takes short ones for something else, and in a feed there is nothing around it.
        """
        if _weight(_plain(self.text)) > _EXCERPT:
            title = escape(self.title)
            page = f"<!doctype html><title>{title}</title><article><h1>{title}</h1>{self.text}</article>"
            return Source(name, page.encode(), ".html", charset="utf-8", harvest=self.harvest)
        paragraphs = map(_plain, _BLOCK.split(self.text))
        text = "\n\n".join(filter(None, (self.title, *paragraphs)))
        return Source(name, text.encode(), ".txt", charset="utf-8", harvest=self.harvest)


@dataclass(frozen=True, slots=True)
class Feed:
    """The entries of a feed, in its order, and what is wrong with it as a whole."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()


def read_feed(source: Source) -> Feed:
    """The entries of a feed; raises NotImportable with one sentence for what is no feed, broken, or empty."""
    parsed = _parsed(source)
    entries = tuple(entry for entry in map(_entry, parsed.entries) if entry.link or entry.text)
    if not entries and parsed.bozo:
        raise NotImportable(source.name, f"it is no feed that can be read: {_reason(parsed)}")
    if not entries and not parsed.get("version"):
        raise NotImportable(source.name, "it is no RSS or Atom feed")
    if not entries:
        raise NotImportable(source.name, "the feed has no entries")
    if not parsed.bozo:
        return Feed(entries)
    what = f"the feed is broken ({_reason(parsed)}); {len(entries)} of its entries could be read"
    return Feed(entries, (Problem(source.name, 0, 0, what, severity="warning"),))


def _parsed(source: Source) -> Any:  # noqa: ANN401  feedparser's dictionary
    try:
        import feedparser  # noqa: PLC0415  an extra
    except ImportError:
        purpose = "reading feeds"
        raise NotImportable(source.name, str(MissingExtra(purpose, "import"))) from None
    try:
        text = _text(source)
    except NotText as error:
        raise NotImportable(source.name, str(error)) from None
    bare = _PROLOG.sub("", text, count=1)
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": source.url}
    return feedparser.parse(bare.encode("utf-8"), response_headers=headers)


def _text(source: Source) -> str:
    """The XML as text; UTF-16 shows by its zero bytes where it has no mark (XML 1.0, appendix F)."""
    head = source.data[:2]
    unmarked = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(head)
    if unmarked:
        return source.data.decode(unmarked, "replace")
    return decode(source.data, source.charset).text


def _reason(parsed: Any) -> str:  # noqa: ANN401  feedparser's dictionary
    """What the parser tripped over; its line is not the file's."""
    error = parsed.get("bozo_exception")
    return str(getattr(error, "getMessage", lambda: error)())


def _entry(entry: Any) -> Entry:  # noqa: ANN401  feedparser's dictionary
    link = str(entry.get("link") or "").strip()
    title = _plain(_html(entry.get("title_detail")))
    carried = max(map(_html, entry.get("content") or ()), key=len, default="")
    text = carried or _html(entry.get("summary_detail"))
    plain = _plain(text)
    whole = bool(plain) and not _CUT_OFF.search(plain) and (bool(carried) or _weight(plain) > _EXCERPT)
    return Entry(link, title, _in_paragraphs(text), whole, tuple(_harvest(entry, link, title)))


def _html(part: Any) -> str:  # noqa: ANN401  feedparser's dictionary
    """The value of a title, summary or content as HTML."""
    value = str((part or {}).get("value") or "")
    return escape(value, quote=False) if part and part.get("type") == "text/plain" else value


def _harvest(entry: Any, link: str, title: str) -> Iterator[Harvest]:  # noqa: ANN401  feedparser's dictionary
    """What the feed states of an entry; a date is the day where its publisher is."""
    if title:
        yield _stated(Trait.TITLE, title, title, "title")
    for name in ("published", "updated"):
        written = str(entry.get(name) or "").strip()
        day = _day(written)
        if day:
            yield _stated(Trait.DATE, day, written, name)
            break
    names = (str(author.get("name") or "") for author in entry.get("authors") or ())
    author = ", ".join(filter(None, (" ".join(name.split()) for name in names)))  # an address of mail is no name
    if author:
        yield _stated(Trait.AUTHOR, author, author, "author")
    if link.startswith(("http://", "https://")):
        yield _stated(Trait.SOURCE_URL, link, link, "link")


def _stated(trait: Trait, value: str, written: str, name: str) -> Harvest:
    return Harvest(trait, value, Trace(f"feed {name}", written, f"feed/{name}"))


def _day(written: str) -> str:
    """The day of a moment as RFC 822 (RSS) or ISO 8601 (Atom) write it; an empty text for anything else."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(written).date().isoformat()
        except (ValueError, TypeError, OverflowError):
            continue
    return ""


def _in_paragraphs(html: str) -> str:
    """The text of an entry with paragraphs, if it has none: then blank lines divide it."""
    if _BLOCK.search(html):
        return html
    return "".join(f"<p>{part}</p>" for part in re.split(r"\n\s*\n", html) if part.strip())


def _plain(html: str) -> str:
    """The letters of a piece of HTML on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def _weight(text: str) -> int:
    """The length of a text, where a letter of a script without spaces counts for three."""
    return len(text) + 2 * sum(map(is_unspaced, text))
