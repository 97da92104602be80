"""Literals of a regular expression: words of which one stands wherever the expression matches.

An expression is tried against every sentence of an article and matches in few of them. Its literals can be looked for in
all expressions at once (see `cues`), so that it is tried only where it can match. They are read off the expression itself:
a table of data lists no words twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

from briefgen.analysis.letters import caseless

_MOST: Final = 64
"""Words that a part of an expression is spelled out into, at most; what can be more is left open."""

_SIGN: Final = re.compile(
    r"\\[pPN]\{[^}]*\}|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\.|\[\^?\]?(?:\\.\{[^}]*\}|\\.|[^\]\\])*\]"
    r"|\(\?P=\w+\)|\(\?(?:P<\w+>|<[=!]|[=!:>]|[a-zA-Z]*-?[a-zA-Z]*:)|[*+?][?+]?|\{\d*,?\d*\}[?+]?|[\w ]+(?![*+?{])|.",
    re.DOTALL,
)
_REPEATED: Final = re.compile(r"[*+?]|\{(\d*)(,?)(\d*)\}")
_CLASS: Final = re.compile(r"\[(?!\^)((?:[^\\\[\]-])+)\]")
_AHEAD: Final = "(?="
_AROUND: Final = {_AHEAD, "(?!", "(?<=", "(?<!"}
_NO_LETTERS: Final = frozenset("bBGAZ")
_CLASSES: Final = frozenset("dDwWsSpPNRX")
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r"}


Clause = frozenset[str]
"""Words of which one must stand."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of an expression: all `words` that it can be (None: too many), and what else must stand where it matches."""

    words: Clause | None
    musts: tuple[Clause, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All that must stand where it matches, the most telling first."""
        return tuple(sorted((*self.musts, self.words or frozenset()), key=_telling, reverse=True))


_NOTHING: Final = _Part(frozenset({""}))
_OPEN: Final = _Part(None)


def literals_of(expression: str) -> tuple[Clause, ...]:
    """Words, caseless, without which an expression finds nothing: one of each set stands where it matches.

    The most telling set is the first; there are none if the expression can match without letters of its own. Takes what the
    module `regex` takes, but no flag for verbose patterns.
    """
    part, _ = _alternatives(_SIGN.findall(expression), 0)
    telling = [_shortest(clause) for clause in part.clauses if _telling(clause)[0] >= _LEAST]
    kept: list[Clause] = []
    for clause in telling:
        good = _telling(clause)[0] >= _GOOD and not any(_implies(other, clause) for other in kept)
        kept += [clause] if good or not kept else []
    return tuple(kept[:_CLAUSES])


def _implies(one: Clause, other: Clause) -> bool:
    """Whether each word of a clause holds one of another, which thus tells nothing more."""
    return all(any(part in word for part in other) for word in one)


def _shortest(clause: Clause) -> Clause:
    """The words of a clause without those that hold another one of it."""
    return frozenset(word for word in clause if not any(other != word and other in word for other in clause))


@lru_cache(maxsize=1 << 10)
def _telling(words: Clause) -> tuple[int, int]:
    """How telling words are of which one must stand: as the shortest of them, and the fewer the better."""
    sizes = [len(word.strip().encode()) for word in words]
    return min(sizes, default=0), -len(sizes)


_LEAST, _GOOD = 3, 4
"""Bytes of a word that tells anything, and of one worth looking for beside another; a Han letter has three."""

_CLAUSES: Final = 3
"""Sets of words that are looked for: more seldom tell more."""


def _alternatives(signs: Sequence[str], at: int) -> tuple[_Part, int]:
    """The part that begins at a sign and ends with its group or the expression, and the sign behind it."""
    branches = []
    while True:
        branch, at = _sequence(signs, at)
        branches.append(branch)
        if at >= len(signs) or signs[at] == ")":
            return _either(branches), at + 1
        at += 1


def _sequence(signs: Sequence[str], at: int) -> tuple[_Part, int]:
    """What stands between two bars."""
    parts: list[_Part] = []
    while at < len(signs) and signs[at] not in {"|", ")"}:
        part, at = _item(signs, at)
        if at < len(signs) and _REPEATED.match(signs[at]) and signs[at] not in _LITERAL_BRACES:
            part, at = _repeated(part, signs[at]), at + 1
        parts.append(part)
    return _joined(parts), at


_LITERAL_BRACES: Final = {"{", "{}"}


def _item(signs: Sequence[str], at: int) -> tuple[_Part, int]:
    """A group, a class, an escape or letters."""
    sign = signs[at]
    if sign.startswith("(?P="):
        return _OPEN, at + 1
    if sign.startswith("("):
        inner, behind = _alternatives(signs, at + 1)
        if sign == _AHEAD:
            return _Part(frozenset({""}), inner.clauses), behind
        return (_NOTHING if sign in _AROUND else inner), behind
    return _single(sign), at + 1


def _single(sign: str) -> _Part:
    """What stands for one letter or a run of them, or for none."""
    if sign.startswith("["):
        inside = _CLASS.fullmatch(sign)
        return _Part(frozenset(map(caseless, inside[1]))) if inside else _OPEN
    if sign in {"^", "$"} or (sign[0] == "\\" and sign[1] in _NO_LETTERS):
        return _NOTHING
    if sign == "." or (sign[0] == "\\" and (sign[1] in _CLASSES or sign[1].isdigit())):
        return _OPEN
    return _Part(frozenset({caseless(_escaped(sign[1:]) if sign[0] == "\\" else sign)}))


def _escaped(code: str) -> str:
    """The letter that an escape writes."""
    return chr(int(code[1:], 16)) if len(code) > 1 else _ESCAPES.get(code, code)


def _repeated(part: _Part, mark: str) -> _Part:
    """A part that may be left out or come several times."""
    found = _REPEATED.match(mark)
    if mark[0] == "?" or (found and found[1] == "0" and found[3] == "1"):
        return _Part(part.words | {""} if part.words is not None else None)
    if mark[0] == "*" or (found and mark[0] == "{" and found[1] in {"", "0"}):
        return _OPEN
    if found and mark[0] == "{" and not found[2] and found[1] == "1":
        return part
    return _Part(None, part.clauses)


def _either(branches: Sequence[_Part]) -> _Part:
    """One of several parts."""
    if len(branches) == 1:
        return branches[0]
    spelled = [branch.words for branch in branches]
    words = frozenset().union(*(each for each in spelled if each)) if None not in spelled else None
    best = [branch.clauses[0] for branch in branches]
    must = (frozenset().union(*best),) if all(_telling(each)[0] for each in best) else ()
    return _Part(words if words is not None and len(words) <= _MOST else None, must)


def _joined(parts: Sequence[_Part]) -> _Part:
    """Parts behind each other: what is spelled out side by side makes longer words."""
    run = frozenset({""})
    musts: list[Clause] = []
    whole = True
    for part in parts:
        musts += part.musts
        if part.words is not None and len(run) * len(part.words) <= _MOST:
            run = frozenset(map("".join, product(run, part.words)))
        else:
            musts.append(run)
            run, whole = part.words or frozenset({""}), False
    return _Part(run, tuple(musts)) if whole else _Part(None, (*musts, run))
