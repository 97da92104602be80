"""Bytes → text: byte order mark, declared encoding, strict UTF-8, then charset-normalizer on the whole file."""

from __future__ import annotations

import codecs
import re
from typing import Final

from briefgen.errors import MissingExtra

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; UTF-32 before UTF-16, whose mark it begins with."""

_DECLARED: Final = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
"""`<meta charset=…>`, `<meta http-equiv … content="text/html; charset=…">` and the XML declaration."""

_HEAD: Final = 4096
"""Bytes in which a page declares its encoding; the HTML standard asks for the first 1024."""


class NotText(ValueError):  # noqa: N818  says what the bytes are
    """The bytes are no text in any encoding that was tried."""


def decode(data: bytes) -> str:
    r"""`data` as text with `\n` line ends and without a byte order mark.

    Raises NotText for binary data and MissingExtra when only charset-normalizer could tell the encoding.
    """
    text = _decoded(data)
    if "\0" in text:
        msg = "it holds zero bytes, so it is no text"
        raise NotText(msg)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if declared := _DECLARED.search(data[:_HEAD]):
        text = _attempt(data, declared[1].decode("ascii", "replace"))
        if text is not None:
            return text
    text = _attempt(data, "utf-8")
    return text if text is not None else _guessed(data)


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _strictly(data: bytes, encoding: str) -> str:
    text = _attempt(data, encoding)
    if text is None:
        msg = f"its byte order mark says {encoding}, its bytes do not"
        raise NotText(msg)
    return text


def _guessed(data: bytes) -> str:
    """The text by charset-normalizer, which needs the whole file (field.md B5)."""
    if b"\0" in data[:_HEAD]:
        msg = "it holds zero bytes, so it is no text"
        raise NotText(msg)
    try:
        from charset_normalizer import from_bytes  # noqa: PLC0415  an extra, and slow to import
    except ImportError:
        purpose = "telling the encoding of a file that is not UTF-8"
        raise MissingExtra(purpose, "import") from None
    best = from_bytes(data).best()
    if best is None:
        msg = "its encoding cannot be told"
        raise NotText(msg)
    return str(best)
