"""The words that introduce events, and where one of them is no event of the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, cast, get_args

import regex

from briefgen.analysis.cues import Cues

Cue = Literal["umbrella", "call", "meeting", "visit", "conference", "ceremony", "signing"]
CUES: Final[tuple[Cue, ...]] = ("umbrella", "call", "meeting", "visit", "conference", "ceremony", "signing")
"""Kinds of words, in the order in which they are looked for: a phone call is no meeting, though the words hold "talks"."""

Form = Literal["", "to", "each", "along"]
"""Where those who meet stand: `to` whom one meets follows, `each` both stand before, `along` another meeting goes on."""


class CueHit(NamedTuple):
    """`text[start:end]` are words that introduce an event of a `kind`, in a `form` that says where those who meet stand."""

    kind: Cue
    start: int
    end: int
    form: Form = ""


class EventWords:
    """The words of one language, compiled; `words` is its part of `data/events.yaml`, whose head explains the keys."""

    def __init__(self, words: Mapping[str, Any], cues: Cues) -> None:
        """Compile every expression; the cues of the language tell where in a text each is tried."""
        self._patterns = {key: tuple(map(_compiled, items)) for key, items in _lists(words)}
        self._watched = {key: cues.watch(*patterns) for key, patterns in self._patterns.items()}
        self._nothing = cues.watch()
        self._kinds = {pattern: kind for kind in CUES for pattern in self._patterns.get(kind, ())}
        self._forms = {pattern: _form(pattern) for pattern in self._kinds}
        self._cues = cues.watch(*self._kinds)

    def cues(self, text: str, start: int, end: int) -> tuple[CueHit, ...]:
        """Every cue in `text[start:end]` in reading order; of those that overlap the first kind, then the longest."""
        hits: dict[Cue, list[CueHit]] = {}
        for match in self._cues.finditer(text, start, end):
            kind = self._kinds[match.re]
            hits.setdefault(kind, []).append(CueHit(kind, match.start(), match.end(), self._forms[match.re]))
        taken: list[CueHit] = []
        for kind in CUES if hits else ():
            taken += _apart(hits.get(kind, ()), taken)
        for pattern in self._patterns.get("along", ()):
            if match := pattern.match(text, start):
                taken += _apart([CueHit("meeting", match.start(), match.end(), "along")], taken)
        return tuple(sorted(taken, key=lambda hit: hit.start)) if len(taken) > 1 else tuple(taken)

    def clause(self, text: str, start: int, end: int, cue: CueHit) -> tuple[int, int]:
        """The clause of `text[start:end]` in which a cue stands."""
        breaks = [match.span() for match in self._matches("clause", text, start, end)]
        begin = max((stop for _, stop in breaks if stop <= cue.start), default=start)
        return begin, min((first for first, _ in breaks if first >= cue.end), default=end)

    def has(self, key: str, text: str, start: int, end: int) -> bool:
        """Whether one of the expressions stands in `text[start:end]`."""
        return self._watched.get(key, self._nothing).search(text, start, end) is not None

    def begins(self, key: str, text: str, at: int) -> bool:
        """Whether one of the expressions stands at `at`."""
        return any(pattern.match(text, at) for pattern in self._patterns.get(key, ()))

    def years(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The years that date what stands beside them, each with its offset."""
        for match in self._matches("past", text, start, end):
            yield int(match["year"]), match.start("year")

    def places(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where words stand that a place follows (or, in Japanese, precedes)."""
        for match in self._matches("place", text, start, end):
            yield match.span()

    def stops(self, text: str, start: int, end: int) -> int:
        """Where the words that say who takes part end."""
        return min((match.start() for match in self._matches("stop", text, start, end)), default=end)

    def _matches(self, key: str, text: str, start: int, end: int) -> Iterable[regex.Match[str]]:
        return self._watched.get(key, self._nothing).finditer(text, start, end)


def _apart(hits: Sequence[CueHit], taken: Sequence[CueHit]) -> list[CueHit]:
    """The hits, longest first, that overlap neither what is taken nor each other."""
    kept: list[CueHit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in (*taken, *kept)):
            kept.append(hit)
    return kept


def _form(pattern: regex.Pattern[str]) -> Form:
    """The form of a cue: the name of the group in its expression."""
    return next((cast("Form", name) for name in pattern.groupindex if name in get_args(Form)), "")


def _compiled(pattern: str) -> regex.Pattern[str]:
    """An expression in which case counts only if it asks for capitals."""
    return regex.compile(pattern, 0 if _CAPITAL in pattern else regex.I)


_CAPITAL: Final = r"\p{Lu}"


def _lists(words: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
    """The expressions by key; a single one may be written without a list."""
    for key, value in words.items():
        yield key, [value] if isinstance(value, str) else value
