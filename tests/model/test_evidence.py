"""Evidence: spans that hold their quotes, and traces of what stands outside the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.evidence import Evidence, Trace


@given(st.text(min_size=1), st.data())
def test_evidence_of_text_quotes_it(text: str, data: st.DataObject) -> None:
    """Evidence made from a text quotes it at its span, in code points."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    evidence = Evidence.of(text, start, end, "rule")
    assert text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(("start", "end", "quote"), [(0, 3, "Áo"), (2, 2, ""), (3, 1, "Áo"), (-2, 0, "Áo")])
def test_span_must_hold_its_quote(start: int, end: int, quote: str) -> None:
    """A span of another length, an empty one and one outside any text are refused."""
    with pytest.raises(ValueError, match="cannot hold the quote"):
        Evidence(start, end, quote, "rule")


def test_evidence_beyond_the_text() -> None:
    """Evidence cannot reach beyond its text."""
    with pytest.raises(ValueError, match="cannot hold the quote"):
        Evidence.of("大臣", 0, 3, "rule")


def test_rule_is_needed() -> None:
    """Evidence says by which rule it was read."""
    with pytest.raises(ValueError, match="name of its rule"):
        Evidence(0, 2, "Áo", "")


@pytest.mark.parametrize(("where", "quote", "rule"), [("", "a", "r"), ("removed[0]", "", "r"), ("removed[0]", "a", "")])
def test_trace_is_complete(where: str, quote: str, rule: str) -> None:
    """A trace has a place, words and a rule."""
    with pytest.raises(ValueError, match="a trace needs"):
        Trace(where, quote, rule)


def test_evidence_sorts_by_place() -> None:
    """Evidence sorts in reading order."""
    late, early = Evidence(5, 6, "a", "r"), Evidence(0, 1, "b", "r")
    assert sorted([late, early]) == [early, late]
