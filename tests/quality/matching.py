"""When something found and something labelled are the same. Each rule is one function; `briefgen.text.fold` compares words.

Folding takes case, width, diacritics and punctuation away, so "LÊ QUỐC HÙNG" and "Le Quoc Hung" are one name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from briefgen.text import fold, is_unspaced

Item = Mapping[str, Any]
Found = TypeVar("Found")
Wanted = TypeVar("Wanted")

_SHARED_WORDS: Final = 0.6
"""Part of an agreement's labelled name that a found name must hold: "treaty on extradition" is the "extradition treaty"."""

_SHARED_PARTIES: Final = 0.6
"""Dice coefficient of the parties of two events; two meetings of one host with different guests share 0.5."""

_STOP_WORDS: Final = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "ve", "cua", "giua"})
"""Words that tell no agreement from another; the last three are Vietnamese "on", "of" and "between", folded."""


def pair(found: Sequence[Found], wanted: Sequence[Wanted], same: Callable[[Found, Wanted], bool]) -> list[tuple[Found, Wanted]]:
    """The largest pairing of found with wanted, each used once, so that finding a thing twice is a mistake (Kuhn, 1955)."""
    holder: dict[int, int] = {}

    def place(want: int, tried: set[int]) -> bool:
        for index, item in enumerate(found):
            if index in tried or not same(item, wanted[want]):
                continue
            tried.add(index)
            if index not in holder or place(holder[index], tried):
                holder[index] = want
                return True
        return False

    for want in range(len(wanted)):
        place(want, set())
    return [(found[index], wanted[want]) for index, want in sorted(holder.items())]


def same_text(found: str, wanted: str) -> bool:
    """The same words: titles, publishers, agencies, authors, datelines, places."""
    return bool(fold(found)) and fold(found) == fold(wanted)


def same_person(found: Item, wanted: Item) -> bool:
    """The same words in any order (family names come first or last); a rank or a word too many is another name."""
    return sorted(fold(found["name"]).split()) == sorted(fold(wanted["name"]).split())


def same_name(found: str, wanted: str) -> bool:
    """One of the names that the label gives, parted by ` | `, with or without "the".

    A name that swallowed its neighbor ("Bộ Ngoại giao Trịnh Quốc Bảo") is wrong, and so is a torn one.
    """
    return any(_bare(found) == _bare(name) for name in wanted.split(" | ")) and bool(_bare(found))


def part_of(one: str, other: str) -> bool:
    """One caption within the other, as captions may be joined or cut at a sentence."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return bool(short) and short in long


def same_role(found: str, wanted: str) -> bool:
    """The same office, one said at more length than the other: "minister" holds for "interior minister"."""
    first, second = fold(found), fold(wanted)
    if not (first and second):
        return False
    if is_unspaced(first[0]):
        return first in second or second in first
    words, others = set(first.split()), set(second.split())
    return words <= others or others <= words


def same_body(found: Item, wanted: str) -> bool:
    """The same body by one of its names; an acronym that stands alone in the text is one of them."""
    return same_name(found["name"], wanted)


def same_agreement(found: Item, wanted: Item) -> bool:
    """Most of the labelled name's words, and the same parties where both sides name them."""
    words = _pieces(wanted["name"])
    if not words or len(words & _pieces(found["name"])) < _SHARED_WORDS * len(words):
        return False
    parties, others = set(found.get("parties") or ()), set(wanted.get("parties") or ())
    return not (parties and others) or parties == others


def same_event(found: Item, wanted: Item) -> bool:
    """The same kind of event with nearly the same countries and people; by its place if the label names neither."""
    if found["kind"] != wanted["kind"]:
        return False
    parties, others = parties_of(found), parties_of(wanted)
    if not others:
        return not wanted.get("place") or same_text(found.get("place") or "", wanted["place"])
    return 2 * len(pair(parties, others, same_party)) >= _SHARED_PARTIES * (len(parties) + len(others))


def parties_of(event: Item) -> list[str]:
    """Country codes and people of an event."""
    return [*(event.get("countries") or ()), *(event.get("people") or ())]


def same_party(found: str, wanted: str) -> bool:
    """The same code or person; a torn name will do, as it is counted among the people already."""
    words, others = set(fold(found).split()), set(fold(wanted).split())
    return bool(words) and words <= others


def same_statement(found: Item, wanted: Item) -> bool:
    """The same act about the labelled keyword, which stands in what was found or in the words behind it."""
    return bool(found["act"] == wanted["act"]) and mentions(found, wanted["what"])


def same_figure(found: Item, wanted: Item) -> bool:
    """The same number: by its first digits as written, or by its words where it has none ("twenty")."""
    return same_number(found["value"], wanted["value"])


def same_number(found: str, wanted: str) -> bool:
    """Whether two figures as written begin with the same digits; in words, whether one is part of the other."""
    numbers, others = _NUMBER.findall(found), _NUMBER.findall(wanted)
    if numbers and others:
        return bool(numbers[0] == others[0])
    return not (numbers or others) and same_role(found, wanted)


def mentions(found: Item, keyword: str) -> bool:
    """Whether a keyword stands in `what` of a found item or in a quote behind it."""
    quotes = [str(proof.get("quote", "")) for proof in found.get("evidence", ())]
    return any(fold(keyword) in fold(text) for text in (str(found.get("what") or ""), *quotes))


_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")


def _pieces(name: str) -> set[str]:
    """Words that tell a name from others; pairs of neighboring characters in scripts without spaces."""
    folded = fold(name)
    if folded and is_unspaced(folded[0]):
        run = folded.replace(" ", "")
        return {run[at : at + 2] for at in range(len(run) - 1)}
    return set(folded.split()) - _STOP_WORDS


def _bare(name: str) -> str:
    """A name folded, without an article in front."""
    return fold(name).removeprefix("the ")
