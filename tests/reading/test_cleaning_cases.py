"""Cleaning, case by case: `tests/cases/cleaning.*.md`, each a title, a page and the lines that stay with their roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefgen.reading.cleaning import clean

CASES = Path(__file__).parents[1] / "cases"


def cases() -> Iterator[Any]:
    """Every case as a parameter of a test, named by its language and title."""
    for file in sorted(CASES.glob("cleaning.*.md")):
        parts = re.split(r"(?m)^\.\n", file.read_text("utf-8"))
        for title, page, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
            yield pytest.param(page, expected.strip(), id=f"{file.name.split('.')[1]}: {title.strip()}")


@pytest.mark.parametrize(("page", "expected"), tuple(cases()))
def test_lines_stay_in_their_roles(page: str, expected: str) -> None:
    """The lines that stay are those of the case, in its order and with its roles; all others are cut."""
    cleaned = clean(page)
    kept = [f"{block.role} | {cleaned.text[block.start : block.end]}" for block in cleaned.blocks]
    assert "\n".join(kept) == expected
