"""`.pdf`: the text layer of a document, by pypdf; lines become paragraphs again."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final

from briefgen.errors import MissingExtra
from briefgen.reading.encoding import NotText
from briefgen.reading.extracted import Extracted
from briefgen.text import is_unspaced

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES: Final = 300
"""Pages that are read at most: more are a book."""

_ALIASES: Final = re.compile("[\u2e80-\u2fd5\ufb00-\ufb06]")
"""Kangxi radicals and Latin ligatures: glyphs that PDF fonts map to letters of their own (⼤ for 大, ﬁ for fi).

They are accidents of the font, not the author's letters, so they are undone by NFKC; other compatibility letters (①, ㈱) stay.
"""

_FULL: Final = 0.75
"""Part of the width of a page's text from which a line counts as full, so that the next one goes on with its sentence."""

_ENDING: Final = ".!?。！？:："
"""Signs that end a sentence."""


def extract_pdf(data: bytes) -> Extracted:
    """The paragraphs of all pages (at most MAX_PAGES).

    Raises NotText when there is no text layer or no way to read it, and MissingExtra without pypdf.
    """
    lines = [line for page in _pages(data) for line in [*_lines(page), ""]]
    if not any(line.strip() for line in lines):
        msg = "its pages hold no text, only pictures of it; run it through text recognition (OCR)"
        raise NotText(msg)
    return Extracted("\n\n".join(_paragraphs(lines)))


def _pages(data: bytes) -> list[str]:
    try:
        import pypdf  # noqa: PLC0415  an extra that takes 200 ms to import
    except ImportError:
        purpose = "reading .pdf"
        raise MissingExtra(purpose, "import") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells every flaw that it mends
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        _unlock(reader)
        return [page.extract_text() for page in reader.pages[:MAX_PAGES]]
    except NotText:
        raise
    except Exception as error:
        # a broken file fails in many ways, all of them "no document"
        msg = "it is no .pdf document that can be read"
        raise NotText(msg) from error


def _unlock(reader: PdfReader) -> None:
    """Open a document that only its printing or copying is restricted in: its password is empty."""
    if reader.is_encrypted and not reader.decrypt(""):
        msg = "it is protected by a password"
        raise NotText(msg)


def _lines(page: str) -> Iterator[str]:
    for line in page.splitlines():
        yield _ALIASES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), line).strip()


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines joined where one is full and the next goes on; a page's end inside a sentence is no end."""
    full = _width(lines) * _FULL
    text, last = "", ""
    for line in lines:
        if not line and (last == "" or last[-1] in _ENDING or len(last) < full):
            yield from filter(None, [text])
            text, last = "", ""
        elif line and text and len(last) >= full:
            text, last = _joined(text, line), line
        elif line:
            yield from filter(None, [text])
            text, last = line, line
    yield from filter(None, [text])


def _width(lines: list[str]) -> int:
    """The length of a full line: that of the longest, a few long ones apart (tables, addresses)."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _joined(text: str, line: str) -> str:
    """Two lines of a paragraph: a hyphen at the end that divides a word goes, and Japanese has no space between."""
    if re.search(r"[^\W\d_]-$", text) and line[0].islower():
        return text[:-1] + line
    tight = is_unspaced(text[-1]) or is_unspaced(line[0]) or unicodedata.east_asian_width(text[-1]) in "WF"
    return f"{text}{line}" if tight else f"{text} {line}"
