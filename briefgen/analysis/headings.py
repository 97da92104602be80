"""Lines that stand above a passage and say what it is about, marked as headings or not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import regex

from briefgen.analysis.gazetteer import Mention, within
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


def labels_of(text: str, blocks: Sequence[Block], mentions: Sequence[Mention]) -> dict[Block, str]:
    """The blocks that begin with a country as with a label, and its code: "▽チリ　外相と会い…", "- Peru: the minister …".

    `mentions` are those of countries, in the order of the text.
    """
    firsts = ((block, next(iter(within(mentions, block.start, block.end)), None)) for block in blocks)
    return {block: first.code for block, first in firsts if first and _is_label(text, block, first)}


def _is_label(text: str, block: Block, first: Mention) -> bool:
    return bool(_LABELED.fullmatch(text, block.start, first.start) and _LABEL_END.match(text, first.end))


_LABELED: Final = regex.compile(r"[^\p{L}\p{N}]{0,3}")
_LABEL_END: Final = regex.compile(r"[ \t]*[\u3000:：]|[)）】]| (?=[\p{Han}\p{Hiragana}\p{Katakana}\d])")
"""What stands before and behind the country of a paragraph that begins with it."""


def _is_heading(text: str, block: Block, following: Block) -> bool:
    if block.role is Role.SUBHEADING:
        return True
    line = text[block.start : block.end]
    if block.role not in {Role.PARAGRAPH, Role.LIST_ITEM} or len(line) > _LONGEST or line.endswith(_STOPS):
        return False
    return following.role is Role.PARAGRAPH and following.end - following.start > _LONGEST
