"""How names change in a language: endings, attached prefixes and adjectives, read from `data/inflection.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefgen.analysis.letters import folded

Endings = Mapping[str, tuple[str, ...]]
"""By the ending a word loses (empty: none), the endings its forms take."""

_AS_WRITTEN = {"irregular", "cues", "varieties", "languages"}
_WORD = re.compile(r"[^\s-]+|[\s-]+")
_SHORTEST_STEM = 2
_SHORTEST_ADJECTIVE = 3  # Spanish "lao" must not become "la"


@dataclass(frozen=True, slots=True)
class Grammar:
    """What `data/inflection.yaml` says of one language; its head explains every field."""

    endings: Endings = field(default_factory=dict)
    changes: Endings = field(default_factory=dict)
    tails: tuple[str, ...] = ()
    prefixes: frozenset[str] = frozenset()
    article: str = ""
    adjectives: Endings = field(default_factory=dict)
    adjective_endings: tuple[str, ...] = ()
    adjective_drops: tuple[str, ...] = ()
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    irregular: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    borrows: bool = True
    varieties: tuple[str, ...] = ()
    cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Grammar:
        """The grammar in one entry of the YAML file (already checked against its schema)."""
        values: dict[str, Any] = {}
        for key, value in data.items():
            match value:
                case dict():
                    fold = str if key in _AS_WRITTEN else folded
                    values[key] = {fold(k): tuple(map(fold, v)) for k, v in value.items()}
                case list():
                    fold = str if key in _AS_WRITTEN else folded
                    values[key] = frozenset(map(fold, value)) if key == "prefixes" else tuple(map(fold, value))
                case _:
                    values[key] = value
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Shape:
    """The forms of a name: `key`, how all of them begin, and `regex` for the whole (empty: the key is the whole)."""

    key: str
    regex: str = ""


def name_shapes(name: str, grammar: Grammar) -> tuple[Shape, ...]:
    """The shapes of a folded name: its forms, in words each of which may be inflected."""
    bare = name.removeprefix(grammar.article) if len(name) > len(grammar.article) + 2 else name
    parts = _WORD.findall(bare)
    forms = [_gap(part) if part[0] in " -" else _forms(part, grammar) for part in parts]
    if all(len(word) == 1 and not word[0].regex for word in forms[::2]):
        return (Shape(bare),)
    rest = "".join(_any(form.regex or re.escape(form.key) for form in word) for word in forms[1:])
    return tuple(Shape(form.key, (form.regex or re.escape(form.key)) + rest) for form in forms[0])


def adjective_shapes(name: str, grammar: Grammar) -> tuple[Shape, ...]:
    """The shapes of the adjectives that a folded, one-word country name regularly makes."""
    if " " in name or "-" in name or not grammar.adjectives:
        return ()
    bare = name.removeprefix(grammar.article) if len(name) > len(grammar.article) + 2 else name
    lost = _lost(bare, grammar.adjectives)
    if lost is None:
        return ()
    stem = bare[: len(bare) - len(lost)]
    return tuple(_declined(stem + suffix, grammar) for suffix in grammar.adjectives[lost])


def adjective_shape(word: str, grammar: Grammar) -> Shape:
    """The shape of an adjective given in its basic form ("вьетнамский", "vietnamien")."""
    word = word.removeprefix(grammar.article)
    drops = (drop for drop in grammar.adjective_drops if word.endswith(drop) and len(word) - len(drop) >= _SHORTEST_ADJECTIVE)
    lost = max(drops, key=len, default="")
    return _declined(word[: len(word) - len(lost)], grammar)


def _gap(part: str) -> tuple[Shape, ...]:
    """What stands between two words of a name: a hyphen, or white space of any width."""
    return (Shape(part, part.replace(" ", r"\s+")),)


def _forms(word: str, grammar: Grammar) -> tuple[Shape, ...]:
    """The shape of each stem of one word."""
    lost = _lost(word, grammar.endings)
    endings = ("",) if lost is None else grammar.endings[lost]
    stem = word[: len(word) - len(lost)] if lost else word
    tails = f"{_any(map(re.escape, grammar.tails))}?" if grammar.tails else ""
    varies = tails or endings != ("",)
    shapes = [Shape(stem, re.escape(stem) + _any(map(re.escape, endings)) + tails if varies else "")]
    for strong, weak in grammar.changes.items():
        if word.endswith(strong) and len(word) > len(strong):
            changed = word[: -len(strong)]
            shapes.append(Shape(changed, re.escape(changed) + _any(map(re.escape, weak)) + tails))
    return tuple(shapes)


def _lost(word: str, endings: Endings) -> str | None:
    """The longest ending of the table that `word` has, or None; a stem of two letters stays."""
    fitting = (end for end in endings if word.endswith(end) and len(word) - len(end) >= _SHORTEST_STEM)
    return max(fitting, key=len, default=None)


def _declined(stem: str, grammar: Grammar) -> Shape:
    if not grammar.adjective_endings:
        return Shape(stem)
    return Shape(stem, re.escape(stem) + _any(map(re.escape, grammar.adjective_endings)))


def _any(regexes: Iterable[str]) -> str:
    """One of several, the longest first."""
    return f"(?:{'|'.join(sorted(set(regexes), key=lambda regex: (-len(regex), regex)))})"
