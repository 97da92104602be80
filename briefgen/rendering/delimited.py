"""CSV (RFC 4180) in UTF-8 without a byte order mark, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, Final, get_origin, get_type_hints

SEPARATOR: Final = "; "
"""Between several values in a cell."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that spreadsheets take for a formula (OWASP, CSV Injection)."""


def delimited(shape: type, rows: Iterable[Any], languages: tuple[str, ...]) -> bytes:
    """Rows of a dataclass as CSV, with a line of names above; a mapping by language has a column for each of `languages`."""
    hints = get_type_hints(shape)
    by_language = {field.name for field in fields(shape) if get_origin(hints[field.name]) is Mapping}
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_columns(shape, by_language, languages))
    names = [field.name for field in fields(shape)]
    writer.writerows([cell for name in names for cell in _cells(getattr(row, name), languages)] for row in rows)
    return text.getvalue().encode()


def _columns(shape: type, by_language: set[str], languages: tuple[str, ...]) -> Iterator[str]:
    for field in fields(shape):
        if field.name in by_language:
            yield from (f"{field.name}_{lang}" for lang in languages)
        else:
            yield field.name


def _cells(value: object, languages: tuple[str, ...]) -> Iterator[object]:
    if isinstance(value, Mapping):
        yield from (_safe(value.get(lang, "")) for lang in languages)
    elif isinstance(value, int):
        yield value
    elif isinstance(value, tuple):
        yield _safe(SEPARATOR.join(map(str, value)))
    else:
        yield _safe("" if value is None else str(value))


def _safe(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe before what would be a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
