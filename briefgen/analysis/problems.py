"""What the author of a raw article should know about its findings: what is missing, derived or in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.language import is_uncertain
from briefgen.analysis.publication_date import contradictions
from briefgen.errors import Problem
from briefgen.model.article import Trait
from briefgen.model.finding import Findings


def problems_in(document: Document, knowledge: Knowledge, found: Findings) -> tuple[Problem, ...]:
    """Warnings about the findings; what the front matter states is no problem."""
    article = document.article
    told = (
        *_of_language(found),
        *_of_title(document, found),
        *_of_date(document, knowledge, found),
        *_of_subjects(document, found),
        *_of_provenance(document, found),
    )
    return tuple(Problem(article.file, article.body_line, 0, what, hint, severity="warning") for what, hint in told)


Told = Iterator[tuple[str, str]]
"""A problem as its sentence and its hint."""


def _of_language(found: Findings) -> Told:
    language = found.trait(Trait.LANG)
    if language is None:
        yield "the language is unknown", "state `lang` in the front matter"
    elif is_uncertain(language):
        yield f"the language `{language.value}` is uncertain", "state `lang` in the front matter"


def _of_title(document: Document, found: Findings) -> Told:
    title = found.trait(Trait.TITLE)
    if document.article.stated.title:
        return
    if title is None:
        yield "there is no title, and no sentence to derive one from", "state `title` in the front matter"
    elif title.origin == "derived":
        yield "no title is stated; it was derived from the first sentence", "state `title` in the front matter"


def _of_date(document: Document, knowledge: Knowledge, found: Findings) -> Told:
    if document.article.stated.date:
        return
    if found.date is None:
        yield "no publication date is stated", "state `date` in the front matter if you know it; it is never guessed"
    for one, other in contradictions(document, knowledge):
        yield f"the publication dates {one} and {other} disagree", "state `date` in the front matter"


def _of_subjects(document: Document, found: Findings) -> Told:
    if not document.article.stated.countries and not found.countries:
        yield "no country was found", "state `countries` in the front matter"
    if not document.article.stated.topics and not found.topics:
        yield "no topic was found", "state `topics` in the front matter"


_SIGNS: Final = {
    "provenance/address": "the words of the source's address are of another language",
    "provenance/site": "the source is a site of a country with another language",
    "provenance/agency": "it credits an agency that writes in another language",
    "provenance/mixed-registers": "its sentences change between plain and polite style",
    "provenance/spelled-twice": "one name is spelled in two ways",
    "provenance/note": "a note says that it is a translation",
}
"""What each sign of a translation (`analysis.provenance`) means, in words."""


def _of_provenance(document: Document, found: Findings) -> Told:
    translation = found.trait(Trait.TRANSLATION)
    stated = document.article.stated.source
    if translation and translation.value == "machine" and not stated.translation:
        signs = dict.fromkeys(_SIGNS[proof.rule] for proof in translation.evidence)
        why = ", ".join(signs)
        yield (
            f"a machine translation is suspected: {why}",
            "state `source` with `translation` and `original_lang` in the front matter",
        )
