"""A tool that is measured beside briefgen, and what it is given of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from briefgen.text import fold, is_unspaced

LANGUAGES = ("en", "ja", "vi")
"""The languages of the labeled articles."""


@dataclass(frozen=True, slots=True)
class Given:
    """An article as a peer gets it: `raw` as it came, `text` without debris (briefgen's cleaning), its language told."""

    raw: str
    text: str
    lang: str


Finder = Callable[[Given], dict[str, Any]]
"""Takes an article, returns what was found under the keys of `analyze --json` that the peer fills."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool: its name in the table, the kinds and languages in which it competes, how to install it, how to start it.

    `load` raises ImportError where something that it needs is not installed.
    """

    name: str
    kinds: tuple[str, ...]
    langs: tuple[str, ...]
    install: str
    load: Callable[[], Finder]


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Mentions → the things mentioned: without repetitions and without names that are part of a longer one.

    The tools find mentions ("Hung" after "Le Quoc Hung"), the labels hold things: finding one twice would be a mistake.
    """
    spelled: dict[str, str] = {}
    for name in names:
        if fold(name):
            spelled.setdefault(fold(name), name)
    return tuple(name for key, name in spelled.items() if not any(_within(key, other) for other in spelled))


def without_acronyms(names: Iterable[str], text: str) -> tuple[str, ...]:
    """Names without those that `text` has in brackets behind another one: "FAO" in "… Organization (FAO)"."""
    every = tuple(names)
    plain = text.replace("（", "(").replace("）", ")").replace(" (", "(")
    return tuple(name for name in every if not any(f"{other}({name})" in plain for other in every if other != name))


def _within(key: str, other: str) -> bool:
    """Whether a folded name is part of another one: by words, or by signs where nothing parts words."""
    if key == other:
        return False
    if is_unspaced(key[0]):
        return key in other
    return set(key.split()) < set(other.split())
