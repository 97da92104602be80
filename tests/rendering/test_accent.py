"""The accent of a site stays legible."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.rendering.accent import CONTRAST, DARK_PAPER, LIGHT_PAPER, accent_style, contrast, legible
from briefgen.rendering.templates import shipped_templates


def test_contrast_of_black_on_white() -> None:
    """Black on white has the greatest contrast there is."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_any_color_becomes_legible(color: str) -> None:
    """Whatever color a site sets, text in it can be read by day and by night."""
    assert contrast(legible(color, LIGHT_PAPER, "#000000"), LIGHT_PAPER) >= CONTRAST
    assert contrast(legible(color, DARK_PAPER, "#ffffff"), DARK_PAPER) >= CONTRAST


def test_legible_color_stays() -> None:
    """A color that can be read is not touched by day."""
    assert "--accent: #14507a;" in accent_style("#14507a")


def test_grounds_are_those_of_the_stylesheet() -> None:
    """Contrast is measured against the grounds that the stylesheet sets."""
    style = (shipped_templates() / "assets" / "style.css").read_text(encoding="utf-8")
    grounds = re.findall(r"--shade: (#[0-9a-f]{6})", style)
    assert list(dict.fromkeys(grounds)) == [LIGHT_PAPER, DARK_PAPER]
