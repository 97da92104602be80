"""PDF documents: lines become paragraphs again, in any script; glyphs become the letters they stand for."""

from __future__ import annotations

import sys
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from briefgen.errors import MissingExtra
from briefgen.reading.encoding import NotText
from briefgen.reading.pdf import extract_pdf


def pdf(*pages: list[str]) -> bytes:
    """A document of lines; its font maps each code to the same code point, as a ToUnicode table does."""
    letters = sorted({char for page in pages for line in page for char in line})
    chars = "".join(f"<{ord(char):04x}> <{ord(char):04x}>\n" for char in letters)
    table = (
        "/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{chars}endbfchar\nendcmap end"
    )
    streams = ["BT /F1 12 Tf 14 TL 50 700 Td\n" + "".join(shown(line) for line in page) + "ET" for page in pages]
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    system = "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo {system} /DW 500 >>",
        f"<< /Length {len(table)} >>\nstream\n{table}\nendstream",
    ]
    for n, stream in enumerate(streams):
        resources = "<< /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 800] /Resources {resources} /Contents {7 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return file_of(objects)


def shown(line: str) -> str:
    """The operators that show a line and go to the next."""
    return f"<{line.encode('utf-16-be').hex()}> Tj T*\n" if line else "T*\n"


def file_of(objects: list[str]) -> bytes:
    """The objects as a file with its table of places."""
    body, places = "%PDF-1.5\n", []
    for number, inner in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{inner}\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    return f"{body}{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF".encode("ascii")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The two ministers met in the capital and spoke about the trans-", "fer of prisoners for two hours on Monday."],
         "The two ministers met in the capital and spoke about the transfer of prisoners for two hours on Monday."),
        (["両国の大臣は東京で会談し、受刑者の移送について", "意見を交わし、協力を進めることで一致した。"],
         "両国の大臣は東京で会談し、受刑者の移送について意見を交わし、協力を進めることで一致した。"),
        (["Hai bộ trưởng đã gặp nhau tại thủ đô để trao đổi", "trong hai giờ về chuyển giao người bị kết án giữa hai nước."],
         "Hai bộ trưởng đã gặp nhau tại thủ đô để trao đổi trong hai giờ về chuyển giao người bị kết án giữa hai nước."),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(lines: list[str], text: str) -> None:
    """Lines of one paragraph are joined as their script is written."""
    assert extract_pdf(pdf(lines)).text == text


def test_short_lines_end_paragraphs_and_pages_do_not() -> None:
    """A headline and the short last line of a paragraph stand alone; a sentence goes on over the page's end."""
    first = [
        "Ministers meet",
        "The two ministers met in the capital on Monday and spoke about",
        "prisoners.",
        "On Tuesday they went on to the coast and looked at the harbor",
    ]
    second = ["police, which had invited them to see its new boats on the water."]
    blocks = extract_pdf(pdf(first, second)).text.split("\n\n")
    assert blocks[0] == "Ministers meet"
    assert blocks[1].endswith("spoke about prisoners.")
    assert blocks[2].endswith("the harbor police, which had invited them to see its new boats on the water.")


def test_glyphs_of_fonts_become_letters() -> None:
    """Kangxi radicals and ligatures are accidents of the font; letters that an author chose stay as they are."""
    assert (
        extract_pdf(pdf(["⼤⾂が⾯会した①。", "The ofﬁcers met."])).text.replace("\n\n", " ")
        == "大臣が面会した①。 The officers met."
    )


def test_without_text_or_password() -> None:
    """A scan, a locked document and other bytes are refused, each with its sentence."""
    with pytest.raises(NotText, match="OCR"):
        extract_pdf(pdf([""]))
    locked, file = PdfWriter(clone_from=PdfReader(BytesIO(pdf(["Text"])))), BytesIO()
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(file)
    with pytest.raises(NotText, match="password"):
        extract_pdf(file.getvalue())
    for data in (b"", b"%PDF-1.5 and nothing else", pdf(["Text"])[:200]):
        with pytest.raises(NotText):
            extract_pdf(data)


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pypdf the sentence says what to install."""
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtra, match=r"reading \.pdf needs the extra \[import\]"):
        extract_pdf(b"")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=20))
def test_a_damaged_document_never_raises_anything_else(place: int, damage: bytes) -> None:
    """Whatever is wrong with the file, there is a text or a sentence."""
    data = pdf(["The two ministers met."])
    with suppress(NotText):
        assert extract_pdf(data[:place] + damage + data[place + len(damage) :]).text.strip()
