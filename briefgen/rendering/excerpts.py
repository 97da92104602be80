"""How much of an archived source the site shows."""

from __future__ import annotations

from typing import Final

EXCERPT: Final = 600
"""Letters of an archived source shown by `source_text: excerpt`, cut at the end of a paragraph: a quotation, not a copy."""


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of an archived source: its lines that are not blank."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def shown(found: tuple[str, ...], policy: str) -> tuple[tuple[str, ...], bool]:
    """The paragraphs that the site shows by its policy (`none`, `excerpt`, `full`), and whether these are all."""
    if policy == "none" or not found:
        return (), False
    if policy == "full":
        return found, True
    taken: list[str] = []
    for paragraph in found:
        if taken and sum(map(len, taken)) + len(paragraph) > EXCERPT:
            break
        taken.append(paragraph if len(paragraph) <= EXCERPT else paragraph[:EXCERPT].rstrip() + "…")
    return tuple(taken), len(taken) == len(found) and taken[-1] == found[-1]
