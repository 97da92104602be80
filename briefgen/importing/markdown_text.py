"""Blocks of a cleaned article → Markdown that renders as they do: nothing of the text itself is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from briefgen.model.article import Block, Role
from briefgen.model.briefing import Body
from briefgen.text import one_line

_ANYWHERE: Final = re.compile(r"[\\`*_\[\]<|~#]|&(?=#?\w+;)")
"""Characters that may begin or end markup in CommonMark, tables, footnotes and strikethrough, wherever they stand."""

_AT_START: Final = re.compile(r"(?:[-+=>:]|\d{1,9}(?=[.)]))")
"""What makes a line a list, rule, heading, quote or definition if it stands at its start."""

_BULLET: Final = re.compile(r"^([-*•·–]|\d+[.)])\s+")
"""The mark of a list item as it was written: the list has its own."""


def markdown_text(body: Body) -> str:
    """The Markdown of an article; the headline is left out, since the title is the page's heading."""
    blocks = (block for block in body.blocks if block.role is not Role.HEADLINE)
    parts = ["\n".join(_lines(body.text, role, list(group))) for role, group in groupby(blocks, key=lambda item: item.role)]
    return "".join(f"\n{part}\n" for part in parts if part)


def _lines(text: str, role: Role, blocks: list[Block]) -> Iterator[str]:
    """The lines of neighboring blocks of one role."""
    contents = [one_line(text[block.start : block.end]) for block in blocks]
    if role is Role.TABLE_ROW:
        yield from _table(contents)
    elif role is Role.LIST_ITEM:
        yield from (f"- {escaped(_BULLET.sub('', content))}" for content in contents)
    else:
        mark = {Role.SUBHEADING: "## ", Role.QUOTE: "> "}.get(role, "")
        yield "\n\n".join(f"{mark}{escaped(content)}" for content in contents)


def escaped(line: str) -> str:
    """A line of plain text as Markdown that shows exactly it."""
    inside = _ANYWHERE.sub(r"\\\g<0>", line.strip())
    start = _AT_START.match(inside)
    if not start:
        return inside
    return f"\\{inside}" if not start[0].isdigit() else f"{start[0]}\\{inside[start.end() :]}"


def _table(rows: list[str]) -> Iterator[str]:
    """A table; its first row becomes the head, which Markdown cannot do without."""
    cells = [re.split(r"\s*[|\t]\s*", row.strip("| \t")) for row in rows]
    width = max(map(len, cells))
    for place, row in enumerate(cells):
        yield "| " + " | ".join([*map(escaped, row), *[""] * (width - len(row))]) + " |"
        if not place:
            yield "|" + " --- |" * width
