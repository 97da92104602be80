"""Counts of what reading leaves: text without debris, nothing lost, captions and credits, spans that hold their quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from briefgen.text import fold
from tests.quality import matching
from tests.quality.count import Count

Result = Mapping[str, Any]
Label = Mapping[str, Any]

_LONG_LINE: Final = 25
"""Characters from which debris counts as left even inside a longer line; shorter lines ("Home") only as a line of their own."""


def captions(result: Result, label: Label) -> Count:
    """Captions of pictures, without their credit."""
    return _written(result, label, "caption", matching.part_of)


def picture_credits(result: Result, label: Label) -> Count:
    """Who made the pictures."""
    return _written(result, label, "credit", matching.same_text)


def _written(result: Result, label: Label, key: str, same: Callable[[str, str], bool]) -> Count:
    found = [item[key] for item in result["media"] if item[key]]
    wanted = label[f"{key}s"]
    pairs = matching.pair(found, wanted, same)
    return Count(len(pairs), tuple(_rest(wanted, (w for _, w in pairs))), tuple(_rest(found, (f for f, _ in pairs))))


def _rest(texts: Iterable[str], used: Iterable[str]) -> Iterator[str]:
    """The texts that are not used, each use counted once."""
    left = list(used)
    for text in texts:
        if text in left:
            left.remove(text)
        else:
            yield text


def debris(result: Result, label: Label) -> Count:
    """Lines that are no part of the article, and captions: gone from the text, or left in it (a miss)."""
    lines = {fold(line) for line in result["text"].splitlines()}
    whole = fold(result["text"])
    unwanted = [*label["debris"], *label["captions"]]
    left = [line for line in unwanted if fold(line) in lines or (len(line) >= _LONG_LINE and fold(line) in whole)]
    return Count(len(unwanted) - len(left), tuple(left))


def kept(result: Result, label: Label) -> Count:
    """Paragraphs that must survive cleaning, by their first and last words."""
    text = fold(result["text"])
    lost = [first for first, last in label["keep"] if fold(first) not in text or fold(last) not in text]
    return Count(len(label["keep"]) - len(lost), tuple(lost))


def evidence(result: Result, _label: Label) -> Count:
    """Spans: each must hold the words it quotes."""
    spans = list(_spans(result))
    wrong = tuple(span["quote"] for span in spans if result["text"][span["start"] : span["end"]] != span["quote"])
    return Count(len(spans) - len(wrong), (), wrong)


def _spans(node: object) -> Iterator[Mapping[str, Any]]:
    """Every span below a value of the result."""
    if isinstance(node, Mapping):
        if {"start", "end", "quote"} <= node.keys():
            yield node
        for value in node.values():
            yield from _spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from _spans(value)
