"""Classes of counts: few, growing, without gaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.vocabulary import Vocabulary
from briefgen.rendering.localize import localizer
from briefgen.rendering.shading import CLASSES, legend, scale


@pytest.mark.parametrize(
    ("most", "labels"),
    [
        (0, ["none"]),
        (1, ["none", "1"]),
        (3, ["none", "1", "2", "3"]),
        (5, ["none", "1", "2", "3", "4–5"]),
        (100, ["none", "1–2", "3–9", "10–29", "30–100"]),
        (3000, ["none", "1–6", "7–49", "50–399", "400–3,000"]),
    ],
)
def test_classes_in_words(most: int, labels: list[str]) -> None:
    """Few counts have a shade each; many are divided in steps that grow, at round numbers."""
    assert [one.label for one in legend(scale(most), localizer("en", Vocabulary({}, {})))] == labels


@given(st.integers(1, 100_000), st.integers(1, 100_000))
def test_more_is_never_lighter(one: int, other: int) -> None:
    """Every count up to the most has one of the shades, and a larger count no lighter one."""
    made = scale(max(one, other))
    assert 1 <= made.shade(min(one, other)) <= made.shade(max(one, other)) <= CLASSES
    assert made.shade(0) == 0
