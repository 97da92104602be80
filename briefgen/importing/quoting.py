"""Quotes of a draft: those that its source does not hold are taken off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from briefgen.model.article import Path
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import FrontMatter, quotes_in
from briefgen.text import as_quoted


def without_false_quotes(facts: FrontMatter, source_text: str) -> FrontMatter:
    """The facts without the quotes that do not occur in the source (white space apart): only people state such."""
    cleaned: FrontMatter = _cleaned(facts, as_quoted(source_text))
    return cleaned


def lost_quotes(stated: FrontMatter, written: FrontMatter) -> Iterator[tuple[Path, str]]:
    """The quotes that `written` lacks, each with the place of the entry of the first level that it stood in."""
    for item in fields(FrontMatter):
        before, after = getattr(stated, item.name), getattr(written, item.name)
        if not isinstance(before, tuple) or len(before) != len(after):
            continue
        for place, (one, other) in enumerate(zip(before, after, strict=True)):
            kept = {quote for _, quote in quotes_in(other)}
            yield from (((item.name, place), quote) for _, quote in quotes_in(one) if quote not in kept)


def _cleaned(value: Any, text: str) -> Any:  # noqa: ANN401  any value of the front matter
    if isinstance(value, tuple):
        return tuple(_cleaned(item, text) for item in value)
    if not is_dataclass(value) or isinstance(value, type | Edtf):
        return value
    changes = {item.name: _cleaned(getattr(value, item.name), text) for item in fields(value)}
    if "quote" in changes and as_quoted(changes["quote"]) not in text:
        changes["quote"] = ""
    return replace(value, **changes)
