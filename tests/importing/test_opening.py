"""Documents of each kind become articles; what they say of themselves comes along."""

from __future__ import annotations

from email.message import EmailMessage
from io import BytesIO

import pytest
from docx import Document

from briefgen.importing.opening import EXTRACTORS, read_source
from briefgen.importing.sources import FEED, SUFFIXES, NotImportable, Source
from briefgen.model.article import Trait
from briefgen.model.vocabulary import Vocabulary

EMPTY = Vocabulary(countries={}, topics={})

PROSE = (
    "The two ministers met in the capital on Monday and spoke about the transfer of sentenced persons for two hours.",
    "They agreed that experts of both sides would meet again before the end of the year to finish the text of a treaty.",
)


def word() -> bytes:
    """A Word document of a headline and two paragraphs."""
    document, file = Document(), BytesIO()
    for paragraph in ("Ministers speak about transfer", *PROSE):
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def page() -> str:
    """The same as a page."""
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    return f"<!doctype html><title>Ministers speak about transfer</title><article>{prose}</article>"


def archive() -> bytes:
    """The same as a browser saves it."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://example.org/news/transfer"
    message.set_content(page(), subtype="html")
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_bytes()


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".txt", "\n\n".join(PROSE).encode()),
        (".html", page().encode()),
        (".docx", word()),
        (".mhtml", archive()),
        (".eml", b"Subject: Ministers speak about transfer\n\n" + "\n\n".join(PROSE).encode()),
    ],
)
def test_each_kind_gives_the_paragraphs(suffix: str, data: bytes) -> None:
    """The prose of a document is the text of its article."""
    article, problems = read_source(Source(f"a{suffix}", data, suffix), EMPTY)
    assert problems == ()
    assert all(paragraph in article.text for paragraph in PROSE)


def test_addresses_come_along() -> None:
    """The address of a saved page, and the one that a page was fetched from, are harvested as its source."""
    saved, _ = read_source(Source("a.mhtml", archive(), ".mhtml"), EMPTY)
    fetched, _ = read_source(Source("https://example.org/a", page().encode(), ".html", "https://example.org/b"), EMPTY)
    for article, url in ((saved, "https://example.org/news/transfer"), (fetched, "https://example.org/b")):
        assert [item.value for item in article.harvest if item.trait is Trait.SOURCE_URL] == [url]


def test_the_encoding_that_a_server_named() -> None:
    """An encoding from outside decides where the bytes do not say it themselves."""
    text = "Hai bộ trưởng đã gặp nhau".encode("utf-16-le")
    japanese = "両国の大臣は東京で会談し、受刑者の移送について意見を交わし、協力を進めることで一致した。".encode("euc-jp")
    article, problems = read_source(Source("https://example.org/a", japanese, ".txt", "", "EUC-JP"), EMPTY)
    assert article.text.startswith("両国の大臣は")
    assert problems == ()
    with pytest.raises(NotImportable, match="zero bytes"):
        read_source(Source("a", text, ".txt", "", "utf-8"), EMPTY)


def test_every_suffix_is_read() -> None:
    """Import takes a suffix if it is text, or somebody takes its text or its entries out."""
    assert set(SUFFIXES) == set(EXTRACTORS) | {".txt", ".md", ".html", ".htm", FEED, ".atom"}
