"""Entities of the recognizers become people, bodies and countries."""

from __future__ import annotations

from benchmarks.libraries.names import as_found, spans
from benchmarks.libraries.peer import Given


def test_tags_join_words() -> None:
    """B- begins a name, I- goes on with it; another class or O ends it, and one at the end is not lost."""
    tokens = [
        ("Bộ", "B-ORG"),
        ("Công an", "I-ORG"),
        ("gặp", "O"),
        ("Ana", "B-PER"),
        ("Reyes", "I-PER"),
        ("An", "B-PER"),
        ("ở", "O"),
        ("Na Uy", "I-LOC"),
    ]
    assert list(spans(tokens)) == [("Bộ Công an", "ORG"), ("Ana Reyes", "PER"), ("An", "PER"), ("Na Uy", "LOC")]


def test_a_class_that_changes_ends_a_name() -> None:
    """An I- of another class than the word before belongs to the next name."""
    assert list(spans([("Port", "B-ORG"), ("Oslo", "I-LOC")])) == [("Port", "ORG"), ("Oslo", "LOC")]
    assert list(spans([])) == []


def test_entities_become_findings() -> None:
    """People and bodies once each without possessives, places only where CLDR knows the country, other classes not at all."""
    given = Given("", "Ana Reyes of the Port Authority (PA) in Norway", "en")
    entities = [
        ("Ana Reyes", "PERSON"),
        ("Reyes’s", "PERSON"),
        ("Port Authority", "ORG"),
        ("PA", "ORG"),
        ("Norway", "GPE"),
        ("Oslo", "GPE"),
        ("Tuesday", "DATE"),
    ]
    assert as_found(entities, given) == {
        "countries": [{"code": "NO", "role": "mentioned"}],
        "people": [{"name": "Ana Reyes"}],
        "organizations": [{"name": "Port Authority"}],
    }


def test_places_are_looked_up_in_the_language_of_the_article() -> None:
    """A Japanese name is a country in Japanese text."""
    assert as_found([("ノルウェー", "GPE")], Given("", "", "ja"))["countries"] == [{"code": "NO", "role": "mentioned"}]
    assert as_found([("ノルウェー", "GPE")], Given("", "", "vi"))["countries"] == []
