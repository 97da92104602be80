"""`.docx`: a Word document, its package opened by python-docx."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from briefgen.errors import MissingExtra
from briefgen.reading.encoding import NotText
from briefgen.reading.extracted import Extracted

MAX_UNPACKED: Final = 200_000_000
"""Bytes of all parts unpacked at most: a bomb has more, a report with its pictures less."""

_NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}

_BLOCKS: Final = (
    ".//w:p[not(ancestor::w:tr) and not(ancestor::w:p) and not(ancestor::mc:Fallback)]"
    " | .//w:tr[not(ancestor::w:tr) and not(ancestor::w:p) and not(ancestor::mc:Fallback)]"
)
"""Paragraphs and table rows in reading order, those in content controls too, which python-docx passes over."""

_PIECES: Final = " | ".join(
    f".//w:{name}[not(ancestor::mc:Fallback) and not(ancestor::w:rt)]" for name in ("t", "tab", "br", "cr", "noBreakHyphen")
)
"""Text with what was inserted by a tracked change and without what was deleted (`w:delText`) or is furigana (`w:rt`)."""

_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def extract_docx(data: bytes) -> Extracted:
    """The paragraphs, list items and table rows of a document; headers, footers, notes and comments are not read.

    Raises NotText when it is no document of Word's, and MissingExtra without python-docx.
    """
    return Extracted("\n\n".join(block for block in _blocks(_body(data)) if block.strip()))


def _body(data: bytes) -> Any:  # noqa: ANN401  an lxml element
    try:
        from docx import Document  # noqa: PLC0415  an extra
    except ImportError:
        purpose = "reading .docx"
        raise MissingExtra(purpose, "import") from None
    try:
        _refuse_bomb(data)
        return Document(BytesIO(data)).element.body
    except NotText:
        raise
    except Exception as error:
        # a broken package fails in many ways, all of them "no document"
        msg = "it is no .docx document, or protected by a password"
        raise NotText(msg) from error


def _refuse_bomb(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as package:
        unpacked = sum(item.file_size for item in package.infolist())
    if unpacked > MAX_UNPACKED:
        msg = f"it unpacks to {unpacked / 1e6:.0f} MB, which no article has"
        raise NotText(msg)


def _blocks(body: Any) -> Iterator[str]:  # noqa: ANN401  an lxml element
    for element in _found(body, _BLOCKS):
        if element.tag.endswith("}tr"):
            cells = (" ".join(_text(cell).split()) for cell in _found(element, "./w:tc | ./w:sdt//w:tc"))
            yield " | ".join(cells)
        else:
            mark = "- " if _found(element, "./w:pPr/w:numPr") and not _is_heading(element) else ""
            yield f"{mark}{_text(element).strip()}" if _text(element).strip() else ""


def _is_heading(paragraph: Any) -> bool:  # noqa: ANN401  an lxml element
    """Whether a paragraph has a level in the outline, or a style that does: numbered headings are no list items."""
    return "heading" in (paragraph.style or "").lower() or bool(_found(paragraph, "./w:pPr/w:outlineLvl"))


def _text(element: Any) -> str:  # noqa: ANN401  an lxml element
    names = ((piece.tag.rpartition("}")[2], piece.text) for piece in _found(element, _PIECES))
    return "".join(_SIGNS.get(name, text or "") for name, text in names)


def _found(element: Any, path: str) -> list[Any]:  # noqa: ANN401  lxml elements
    from lxml.etree import XPath  # noqa: PLC0415  python-docx needs it anyway; its own `xpath` does not know `mc:`

    found: list[Any] = XPath(path, namespaces=_NAMESPACES)(element)
    return found
