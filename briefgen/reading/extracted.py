"""What a document of many parts (mail, Word, PDF) holds of an article: its text, or its page, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.model.article import Harvest


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a document, one paragraph a block between blank lines, or a page of HTML (`is_page`); and its metadata.

    `guessed` names the encoding if that was guessed, as in `encoding.Decoded`.
    """

    text: str
    is_page: bool = False
    harvest: tuple[Harvest, ...] = ()
    guessed: str = ""
