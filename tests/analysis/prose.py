"""Prose fixtures: `tests/cases/<subject>.<language>.md`, each case a title, a text and what is expected of it.

The three are divided by lines of a single dot, as in the fixtures of markdown-it-py. In `<subject>.world.md` the title
begins with the language: `th: the Buddhist era`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parents[1] / "cases"


@dataclass(frozen=True)
class Case:
    """A text in a language and what is expected of it, both as written."""

    lang: str
    text: str
    expected: str


def cases(subject: str) -> Iterator[Any]:
    """Every case of a subject as a parameter of a test, named by its language and title."""
    for file in sorted(CASES.glob(f"{subject}.*.md")):
        parts = re.split(r"(?m)^\.\n", file.read_text("utf-8"))
        for title, text, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
            lang = file.name.split(".")[1]
            name = title.strip()
            if lang == "world":
                lang, _, name = name.partition(": ")
            yield pytest.param(Case(lang, text.strip("\n"), expected.strip()), id=f"{lang}: {name}")
