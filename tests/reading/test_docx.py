"""Word documents: paragraphs, lists and tables in reading order, tracked changes as they would be accepted."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml

from briefgen.errors import MissingExtra
from briefgen.reading import docx
from briefgen.reading.docx import extract_docx
from briefgen.reading.encoding import NotText

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: object) -> bytes:
    """The bytes of a document."""
    file = BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def of_xml(*paragraphs: str) -> bytes:
    """A document of raw WordprocessingML."""
    document = Document()
    for inner in paragraphs:
        document.element.body.insert_element_before(parse_xml(f"<w:p {NAMESPACE}>{inner}</w:p>"), "w:sectPr")
    return saved(document)


def test_blocks_in_reading_order() -> None:
    """Headings, paragraphs, list items and table rows come as they stand, in any language."""
    document = Document()
    document.add_heading("Ministers meet in Vienna", level=1)
    document.add_paragraph("Hai bộ trưởng đã gặp nhau tại Hà Nội.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "国", "人数"
    document.add_paragraph("両国の大臣は会談した。")
    blocks = extract_docx(saved(document)).text.split("\n\n")
    assert blocks == [
        "Ministers meet in Vienna",
        "Hai bộ trưởng đã gặp nhau tại Hà Nội.",
        "国 | 人数",
        "両国の大臣は会談した。",
    ]


def test_list_items_are_marked() -> None:
    """A numbered or bulleted paragraph becomes a list item; a numbered heading does not."""
    numbered = "<w:pPr>{}<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r>"
    data = of_xml(numbered.format("", "Extradition"), numbered.format("<w:pStyle w:val='Heading1'/>", "Results"))
    assert extract_docx(data).text == "- Extradition\n\nResults"


def test_tracked_changes_furigana_and_controls() -> None:
    """Insertions count, deletions do not; furigana is not read twice; text in content controls and links is not lost."""
    text = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    changed = (
        f"{text.format('They ')}<w:ins>{text.format('agreed')}</w:ins><w:del><w:r><w:delText>refused</w:delText></w:r></w:del>"
    )
    ruby = f"<w:r><w:ruby><w:rt>{text.format('とう')}</w:rt><w:rubyBase>{text.format('東')}</w:rubyBase></w:ruby></w:r>"
    control = f"<w:sdt><w:sdtContent>{text.format('controlled')}</w:sdtContent></w:sdt>"
    inside = f"{control}<w:hyperlink>{text.format(' link')}</w:hyperlink>"
    assert extract_docx(of_xml(changed, ruby, inside)).text == "They agreed\n\n東\n\ncontrolled link"


@pytest.mark.parametrize("data", [b"", b"no document", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100])
def test_what_is_no_document(data: bytes) -> None:
    """Other bytes, and encrypted documents (OLE), are refused with a sentence."""
    with pytest.raises(NotText, match=r"no \.docx document, or protected"):
        extract_docx(data)


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that unpacks to more than the limit is not opened."""
    monkeypatch.setattr(docx, "MAX_UNPACKED", 1000)
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 2000)
    with pytest.raises(NotText, match="it unpacks to"):
        extract_docx(file.getvalue())


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without python-docx the sentence says what to install."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtra, match=r"reading \.docx needs the extra \[import\]"):
        extract_docx(b"")
