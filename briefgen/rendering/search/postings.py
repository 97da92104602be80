"""The inverted list: which texts have a term, in files small enough to be loaded for a single query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from briefgen.rendering.search.tokens import is_unspaced

_FIRST: Final = 0x23
"""The letter of no gap, `#`: behind the space, `!` and the quotation mark that JSON would have to escape."""

_SURROGATES: Final = range(0xD800, 0xE000)
"""Codes that are no letters (Unicode 3.9); gaps go on behind them."""

ALL_BUT: Final = "!"
"""Before a list of the texts that do *not* have the term: shorter where most have it."""

_BYTES: Final = 24_000
"""Bytes of a shard aimed at: one or two for each word of a query, as quick to load as a small picture."""

MOST_SHARDS: Final = 256
"""More files are a burden on hosts; the shards of a very large site are larger instead."""


def shards(filed: Mapping[str, Sequence[int]], size: int) -> tuple[str, ...]:
    """The shards of an inverted list: in each a line for each term, with a space before its encoded texts.

    `filed` has the numbers of the texts of each term in ascending order, `size` is the number of all texts.
    """
    lines = {term: f"{term} {encoded(numbers, size)}" for term, numbers in sorted(filed.items())}
    count = min(1 + sum(map(len, lines.values())) // _BYTES, MOST_SHARDS)
    parts: list[list[str]] = [[] for _ in range(count)]
    for term, line in lines.items():
        parts[shard_of(term, count)].append(line)
    return tuple("\n".join(part) for part in parts)


def shard_of(term: str, count: int) -> int:
    """In which of `count` shards a term stands: by its first two letters, by one in unspaced scripts.

    All terms that begin with the same letters stand together, so that one shard tells how a beginning goes on.
    """
    second = ord(term[1]) if len(term) > 1 and not is_unspaced(term) else 0
    return (ord(term[0]) * 31 + second) % count


def encoded(numbers: Sequence[int], size: int) -> str:
    """Ascending numbers below `size` as text: a letter for each gap, so that a common term takes a byte a text."""
    if 2 * len(numbers) > size:
        present = set(numbers)
        return ALL_BUT + _gaps(number for number in range(size) if number not in present)
    return _gaps(numbers)


def _gaps(numbers: Iterable[int]) -> str:
    letters: list[str] = []
    last = -1
    for number in numbers:
        code = _FIRST + number - last - 1
        letters.append(chr(code if code < _SURROGATES.start else code + len(_SURROGATES)))
        last = number
    return "".join(letters)
