"""JSON as text: the same text as Python's own encoder writes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.rendering.json_text import compact, indented

_SIMPLE = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
_VALUES = st.recursive(_SIMPLE, lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner))


@given(_VALUES)
def test_the_same_text_as_pythons(value: object) -> None:
    """Whatever the value, not a byte differs from `json.dumps`, with an indent of one space or without any."""
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)
    assert compact(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("text", ["Hà Nội", "ハノイ会談", 'a "quote"\n\\ \x00\x1f\x7f\u2028😀'])
def test_every_script_stays_readable(text: str) -> None:
    """Letters of any script are written as they are, and only what JSON wants escaped is."""
    assert indented({text: [text]}) == json.dumps({text: [text]}, ensure_ascii=False, indent=1)


def test_nothing_but_json() -> None:
    """A value that JSON has no form for is refused, not written as something else."""
    with pytest.raises(TypeError):
        indented({"a": {1, 2}})
