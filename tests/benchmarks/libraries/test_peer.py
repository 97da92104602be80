"""Mentions become the things mentioned, so that a tool is not blamed for naming one thing twice."""

from __future__ import annotations

import pytest

from benchmarks.libraries.peer import distinct, without_acronyms


@pytest.mark.parametrize(
    ("mentions", "things"),
    [
        (["Ana Reyes", "Reyes", "Ana Reyes"], ("Ana Reyes",)),
        (["Reyes", "Ana Reyes"], ("Ana Reyes",)),
        (["LÊ VĂN AN", "Lê Văn An", "ông An"], ("LÊ VĂN AN", "ông An")),
        (["山田太郎", "山田", "田中"], ("山田太郎", "田中")),
        (["Ana Reyes", "Anabel Reyes"], ("Ana Reyes", "Anabel Reyes")),
        (["—", " "], ()),
    ],
)
def test_a_thing_is_named_once(mentions: list[str], things: tuple[str, ...]) -> None:
    """Repetitions and parts of longer names go, in all three languages; names that only look alike stay."""
    assert distinct(mentions) == things


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The Port Authority (PA) and the PA.", ("Port Authority",)),
        ("Port Authority（PA）", ("Port Authority",)),
        ("The Port Authority met the PA.", ("Port Authority", "PA")),
    ],
)
def test_an_acronym_in_brackets_is_no_further_body(text: str, kept: tuple[str, ...]) -> None:
    """Only the text itself makes an acronym one with the name before it."""
    assert without_acronyms(["Port Authority", "PA"], text) == kept
