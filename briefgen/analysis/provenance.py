"""Where a text comes from: whether it was translated, by a machine as it seems, and from which language.

Each sign has a weight, "2" meaning that it is enough alone; what is suspected is told with all its signs, and a person
decides. The signs are those of field.md, part 0: a source in another language, registers that flip, a name spelled twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefgen.analysis.address_language import is_edition, language_of_slug, slug_of
from briefgen.analysis.document import Document
from briefgen.analysis.harvested import host_of, trimmed
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.provenance_words import official_languages
from briefgen.analysis.registers import mixed_registers
from briefgen.analysis.spellings import doubly_spelled
from briefgen.model.article import Trait
from briefgen.model.evidence import Evidence, Proof, Trace
from briefgen.model.finding import Findings, TraitFinding
from briefgen.text import is_unspaced

ENOUGH: Final = 2.0
"""Weight of signs together from which a machine translation is suspected."""

_LIKELY: Final = 1.5
"""Weight of what is a sign of translation more often than not, but needs another one beside it."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of translation: its weight, its proofs (the rule names the sign) and the language it points to, or ""."""

    weight: float
    proofs: tuple[Proof, ...]
    lang: str = ""


def detect(document: Document, knowledge: Knowledge, found: Findings) -> Iterator[TraitFinding]:
    """Yield the original language and the kind of translation, where the text or its source shows them."""
    lang = document.lang.partition("-")[0]
    if not lang:
        return
    noted = tuple(_notes(document, knowledge))
    signs = (*noted, *_signs(document, knowledge, found, lang)) if document.text.strip() else noted
    original = next((sign for sign in sorted(signs, key=lambda s: -s.weight) if sign.lang and sign.lang != lang), None)
    by_person = next(_translators(document, knowledge), None)
    suspected = sum(sign.weight for sign in signs) >= ENOUGH
    if original and (original.weight >= ENOUGH or suspected):
        stated = original in noted
        yield TraitFinding(Trait.ORIGINAL_LANG, original.lang, "stated" if stated else "derived", original.proofs)
    if suspected and not (by_person and not any(sign in noted and not sign.lang for sign in signs)):
        yield TraitFinding(Trait.TRANSLATION, "machine", "derived", tuple(proof for sign in signs for proof in sign.proofs))
    elif by_person:
        yield TraitFinding(Trait.TRANSLATION, "human", "stated", (by_person,))


def _signs(document: Document, knowledge: Knowledge, found: Findings, lang: str) -> Iterator[Sign]:
    yield from _of_address(document, knowledge, found, lang)
    yield from _of_agencies(document, knowledge, lang)
    if lang == "ja" and (pair := mixed_registers(document)):
        yield Sign(1.0, tuple(document.quote(s.start, s.end, "provenance/mixed-registers") for s in pair))
    if twice := doubly_spelled(document.text, lang):
        yield Sign(1.0, tuple(document.quote(start, end, "provenance/spelled-twice") for start, end in twice))


def _of_address(document: Document, knowledge: Knowledge, found: Findings, lang: str) -> Iterator[Sign]:
    """The language of the source's address, if it is another than that of the text and no edition in it."""
    source = found.trait(Trait.SOURCE_URL)
    words = knowledge.provenance
    url = source.value if source else document.article.stated.source.url
    if not source or is_edition(url, words.marks(lang)):
        return
    slug = slug_of(url)
    written = language_of_slug(slug, words)
    official = official_languages(knowledge.dates.territory(host_of(trimmed(url))))
    if lang in official:
        return
    if written and written != lang:
        common = written == "en" and is_unspaced(document.text[:1])  # sites in scripts without letters like English addresses
        yield Sign(
            _LIKELY if common else ENOUGH, tuple(_ruled(proof, "provenance/address") for proof in source.evidence), written
        )
    elif not written and official and lang not in official and lang != "en":
        yield Sign(_LIKELY, tuple(_ruled(proof, "provenance/site") for proof in source.evidence), official[0])


def _of_agencies(document: Document, knowledge: Knowledge, lang: str) -> Iterator[Sign]:
    """A national agency of another language in the credits and agency lines; English editions are common."""
    harvested = [(trimmed(item.value), item.proof) for item in document.harvested(Trait.AGENCY)]
    cut = ((f"removed[{index}]", line.text) for index, line in enumerate(document.article.removed) if line.why in _CREDITS)
    named = [(name, Trace(where, text, "provenance/agency")) for where, text in cut for name in _last_names(text)]
    for name, proof in (*harvested, *named):
        original = knowledge.provenance.agencies.get(name, "")
        if original and lang not in {original, "en"}:
            yield Sign(0.5, (_ruled(proof, "provenance/agency"),), original)
            return


_CREDITS: Final = frozenset({"caption", "photo credit", "agency line"})


def _last_names(text: str) -> tuple[str, ...]:
    """What may be an agency at the end of a credit: "写真：ファム・キエン/VNA"."""
    end = text.rstrip(" )）】]|").replace("／", "/").replace("：", "/").replace(":", "/")
    return (end.rpartition("/")[2].strip(),)


def _notes(document: Document, knowledge: Knowledge) -> Iterator[Sign]:
    """Notes around the text, or in its last paragraph, that it was translated by machine, or from which language."""
    words = knowledge.provenance
    for text, place in _margins(document):
        machine = words.machine.search(text, 0, len(text))
        if machine:
            yield Sign(ENOUGH, (_proof(document, place, text, machine.span(), "provenance/note"),))
        for note in words.originals.firsts(text):
            lang = words.names[note["language"].lower()]
            yield Sign(ENOUGH / 2, (_proof(document, place, text, note.span(), "provenance/note"),), lang)


def _translators(document: Document, knowledge: Knowledge) -> Iterator[Proof]:
    for text, place in _margins(document):
        found = knowledge.provenance.translators.search(text, 0, len(text))
        if found and not knowledge.provenance.machine.search(text, 0, len(text)):
            yield _proof(document, place, text, (found.start(), len(text)), "provenance/translator")


def _margins(document: Document) -> Iterator[tuple[str, int]]:
    """The texts in which notes stand, each with its place: an index of `removed`, or -1 for the last paragraph."""
    yield from ((line.text[:_LONGEST_NOTE], index) for index, line in enumerate(document.article.removed))
    for block in document.paragraphs[-1:]:
        if block.end - block.start <= _LONGEST_NOTE:
            yield document.text[block.start : block.end], -1


_LONGEST_NOTE: Final = 300
"""Characters of a note: a longer paragraph is of the story, which may be about translation."""


def _proof(document: Document, place: int, text: str, span: tuple[int, int], rule: str) -> Proof:
    if place >= 0:
        return Trace(f"removed[{place}]", text[span[0] : span[1]], rule)
    start = document.paragraphs[-1].start
    return document.quote(start + span[0], start + span[1], rule)


def _ruled(proof: Proof, rule: str) -> Proof:
    if isinstance(proof, Evidence):
        return Evidence(proof.start, proof.end, proof.quote, rule)
    return Trace(proof.where, proof.quote, rule)
