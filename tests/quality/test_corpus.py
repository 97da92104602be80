"""The labels keep to the format, name only what exists, and speak of words that stand in their article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, get_args

import pytest

from briefgen.config import load_vocabulary
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import Act, AgreementKind, AgreementStatus, EventKind
from briefgen.model.vocabulary import Vocabulary
from briefgen.text import fold
from tests.quality.corpus import LANGUAGES, Labelled, load

KEYS: Final = {
    *("set", "lang", "title", "title_may", "date", "dateline", "publisher", "publisher_may", "agency", "author", "author_may"),
    *("source_url", "countries", "topics", "people", "people_may", "organizations", "agreements", "agreements_may"),
    *("events", "events_may", "statements", "statements_may", "figures", "figures_may", "captions", "credits"),
    *("debris", "keep"),
}
ENTRIES: Final = {
    "people": {"name", "role", "country", "organization"},
    "agreements": {"name", "kind", "kind_may", "status", "status_may", "parties", "date"},
    "events": {"kind", "date", "place", "countries", "people"},
    "statements": {"who", "act", "what"},
    "figures": {"value", "what"},
}
CORPUS: Final = load()
ids = [item.name for item in CORPUS]


@pytest.mark.parametrize("item", CORPUS, ids=ids)
def test_a_label_has_known_keys_alone(item: Labelled) -> None:
    """A misspelled key would silently score nothing."""
    assert set(item.label) <= KEYS
    assert item.label["lang"] == item.lang
    for kind, keys in ENTRIES.items():
        for entry in (*item.label[kind], *item.label.get(f"{kind}_may", ())):
            assert isinstance(entry, str) or set(entry) <= keys


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with the package."""
    return load_vocabulary(Path(__file__).parent)[0]


@pytest.mark.parametrize("item", CORPUS, ids=ids)
def test_a_label_names_what_exists(item: Labelled, vocabulary: Vocabulary) -> None:
    """Topics and countries are of the vocabulary, kinds and acts of the model, dates EDTF."""
    label = item.label
    assert {topic for topics in label["topics"].values() for topic in topics} <= set(vocabulary.topics)
    assert set(_codes(label)) <= set(vocabulary.countries)
    assert {entry["kind"] for entry in label["agreements"]} <= set(get_args(AgreementKind))
    assert {entry["status"] for entry in label["agreements"]} <= set(get_args(AgreementStatus))
    assert {entry["kind"] for entry in label["events"]} <= set(get_args(EventKind))
    assert {entry["act"] for entry in label["statements"]} <= set(get_args(Act))
    for date in (label.get("date"), *(entry.get("date") for entry in (*label["agreements"], *label["events"]))):
        assert date is None or str(Edtf.parse(date)) == date


@pytest.mark.parametrize("item", CORPUS, ids=ids)
def test_a_label_speaks_of_its_article(item: Labelled) -> None:
    """Names, keywords, figures, captions and lines stand in the article as it came."""
    text = fold(item.raw)
    assert [words for words in _words(item.label) if fold(words) not in text] == []


@pytest.mark.parametrize("item", CORPUS, ids=ids)
def test_nothing_is_both_kept_and_debris(item: Labelled) -> None:
    """No line that must go begins a paragraph that must stay."""
    debris = {fold(line) for line in item.label["debris"]}
    assert not debris & {fold(first) for first, _ in item.label["keep"]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_its_share(lang: str) -> None:
    """At least thirteen articles a language, of which some state no title and one is about no country."""
    labels = [item.label for item in CORPUS if item.lang == lang]
    assert len(labels) >= 13
    assert any(not label.get("title") for label in labels)
    assert any(not label["countries"]["primary"] for label in labels)


def _codes(label: Any) -> Iterator[str]:  # noqa: ANN401  a label is plain data
    for codes in label["countries"].values():
        yield from codes
    yield from (person["country"] for person in label["people"] if person.get("country"))
    for event in label["events"]:
        yield from event.get("countries") or ()
    for agreement in label["agreements"]:
        yield from agreement.get("parties") or ()


def _words(label: Any) -> Iterator[str]:  # noqa: ANN401  a label is plain data
    """Every labelled text that must occur in the article; of names with alternatives the first."""
    for key in ("title", "dateline", "publisher", "agency", "author", "source_url"):
        yield label.get(key) or ""
    yield from (person["name"] for person in label["people"])
    yield from (name.split(" | ")[0] for name in label["organizations"]["must"])
    yield from (agreement["name"] for agreement in label["agreements"])
    yield from (statement["what"] for statement in label["statements"])
    for figure in label["figures"]:
        yield from (figure["value"], figure["what"])
    yield from (*label["captions"], *label["credits"], *label["debris"])
    for first, last in label["keep"]:
        yield from (first, last)
