"""Bytes of a source → article, by the kind of document that they are."""

from __future__ import annotations

from briefgen.errors import MissingExtra, Problem
from briefgen.importing.sources import NotImportable, Source
from briefgen.model.article import Article
from briefgen.model.vocabulary import Vocabulary
from briefgen.reading.encoding import NotText, decode
from briefgen.reading.html import read_html
from briefgen.reading.plain import read_plain


def read_source(source: Source, vocabulary: Vocabulary) -> tuple[Article, tuple[Problem, ...]]:
    """The article of a source, cleaned, with the problems of reading it; raises NotImportable when there is none."""
    try:
        decoded = decode(source.data)
        reader = read_html if source.suffix in {".html", ".htm"} else read_plain
        article, problems = reader(decoded.text, "imported", source.name, vocabulary)
    except (NotText, MissingExtra) as error:
        raise NotImportable(source.name, str(error)) from None
    if not article.text.strip() and not problems:
        raise NotImportable(source.name, "there is no article in it")
    if decoded.guessed:
        guess = f"it is not UTF-8; it was read as {decoded.guessed}, which is a guess"
        problems = (*problems, Problem(source.name, 0, 0, guess, "compare the archived text", "warning"))
    return article, problems
