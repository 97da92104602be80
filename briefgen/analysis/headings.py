"""Lines that stand above a passage and say what it is about, marked as headings or not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from briefgen.model.article import Block, Role

_LONGEST: Final = 40
"""Characters of a line that is a heading and not a paragraph."""

_STOPS: Final = (".", "!", "?", "。", "」", '"', "”", ":", "、", ",", ";")
"""What ends a sentence or leaves it open."""


def headings_of(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a text that are lines above a passage: subheadings, and short lines that are no sentence.

    The first block is the title. A marked line ("■ Peru") is a heading where a paragraph follows it, else it is of a list.
    """
    return tuple(block for block, following in pairwise(blocks[1:]) if _is_heading(text, block, following))


def _is_heading(text: str, block: Block, following: Block) -> bool:
    if block.role is Role.SUBHEADING:
        return True
    line = text[block.start : block.end]
    if block.role not in {Role.PARAGRAPH, Role.LIST_ITEM} or len(line) > _LONGEST or line.endswith(_STOPS):
        return False
    return following.role is Role.PARAGRAPH and following.end - following.start > _LONGEST
