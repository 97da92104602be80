"""Bytes of a source → article, by the kind of document that they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from briefgen.errors import MissingExtra, Problem
from briefgen.importing.sources import NotImportable, Source
from briefgen.model.article import Article, Harvest, Trait
from briefgen.model.evidence import Trace
from briefgen.model.vocabulary import Vocabulary
from briefgen.reading.docx import extract_docx
from briefgen.reading.encoding import NotText, decode
from briefgen.reading.extracted import Extracted
from briefgen.reading.html import read_html
from briefgen.reading.mail import extract_mail, extract_web_archive
from briefgen.reading.pdf import extract_pdf
from briefgen.reading.plain import read_plain

EXTRACTORS: Final[Mapping[str, Callable[[bytes], Extracted]]] = {
    ".docx": extract_docx,
    ".eml": extract_mail,
    ".mht": extract_web_archive,
    ".mhtml": extract_web_archive,
    ".pdf": extract_pdf,
}
"""What takes the text out of each kind of document that is not text itself."""


def read_source(source: Source, vocabulary: Vocabulary) -> tuple[Article, tuple[Problem, ...]]:
    """The article of a source, cleaned, with the problems of reading it; raises NotImportable when there is none."""
    try:
        extracted = _extracted(source)
        reader = read_html if extracted.is_page else read_plain
        article, problems = reader(extracted.text, "imported", source.name, vocabulary)
    except (NotText, MissingExtra) as error:
        raise NotImportable(source.name, str(error)) from None
    if not article.text.strip() and not problems:
        raise NotImportable(source.name, "there is no article in it")
    if extracted.guessed:
        guess = f"it is not UTF-8; it was read as {extracted.guessed}, which is a guess"
        problems = (*problems, Problem(source.name, 0, 0, guess, "compare the archived text", "warning"))
    return replace(article, harvest=(*source.harvest, *article.harvest, *extracted.harvest, *_address(source))), problems


def _extracted(source: Source) -> Extracted:
    extract = EXTRACTORS.get(source.suffix)
    if extract:
        return extract(source.data)
    decoded = decode(source.data, source.charset)
    return Extracted(decoded.text, source.suffix in {".html", ".htm"}, guessed=decoded.guessed)


def _address(source: Source) -> tuple[Harvest, ...]:
    """The address that a source was fetched from, after what the page says of itself."""
    if not source.url:
        return ()
    return (Harvest(Trait.SOURCE_URL, source.url, Trace("fetched from", source.url, "import/address")),)
