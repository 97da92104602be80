"""Bytes → text: byte order mark, declared encoding, strict UTF-8, then charset-normalizer on the whole file."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
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

_APART: Final = "[\u0300-\u036f\u3099\u309a]"
_MARK_APART: Final = re.compile(_APART)
_SPELLED: Final = re.compile(rf"\w{_APART}+")
"""A letter with its marks apart: windows-1258 writes Vietnamese tones so, and macOS file names and PDFs kana."""

_HEAD: Final = 4096
"""Bytes in which a page declares its encoding; the HTML standard asks for the first 1024."""


_BY_LABEL: Final = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
"""What a page's declaration means where that is not the codec of the same name (WHATWG Encoding Standard, section 4.2).

Pages that declare Shift_JIS use the letters ①, ㈱ and 髙 of Windows; a declaration that can be read as ASCII is not UTF-16.
"""


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""Text with `\n` line ends, its letters composed with their marks.

    `guessed` names its encoding if that was guessed, and is empty if it is certain.
    """

    text: str
    guessed: str = ""


class NotText(ValueError):  # noqa: N818  says what the bytes are
    """The bytes are no text in any encoding that was tried."""


def decode(data: bytes, declared: str = "") -> Decoded:
    """`data` as text without a byte order mark, and whether its encoding was a guess.

    `declared` is the label that its server or mail gives; it wins over what the text says itself (HTML standard, 13.2.3).

    Raises NotText for binary data and MissingExtra when only charset-normalizer could tell the encoding.
    """
    text, guessed = _decoded(data, declared)
    if "\0" in text:
        msg = "it holds zero bytes, so it is no text"
        raise NotText(msg)
    if not text.isascii() and _MARK_APART.search(text):  # else looking at every letter would be in vain
        text = _SPELLED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    return Decoded(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), guessed)


def _decoded(data: bytes, declared: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding), ""
    utf8 = _attempt(data, "utf-8")
    if utf8 is not None and not data.isascii():
        return utf8, ""  # nothing else looks like it: a browser saved the page as UTF-8 and kept the declaration
    written = _DECLARED.search(data[:_HEAD])
    for label in filter(None, (declared.lower(), written[1].decode("ascii", "replace").lower() if written else "")):
        text = _attempt(data, _BY_LABEL.get(label, label))
        if text is not None:
            return text, ""
    return (utf8, "") if utf8 is not None else _guessed(data)


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):  # some codecs (idna, undefined) raise the wider one
        return None


def _strictly(data: bytes, encoding: str) -> str:
    text = _attempt(data, encoding)
    if text is None:
        msg = f"its byte order mark says {encoding}, its bytes do not"
        raise NotText(msg)
    return text


def _guessed(data: bytes) -> tuple[str, str]:
    """Text and encoding by charset-normalizer, which needs the whole file (field.md B5)."""
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
    return str(best), best.encoding
