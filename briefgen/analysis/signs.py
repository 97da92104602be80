"""Single signs that stand for states in Japanese, Chinese and Korean: 日米首脳会談, 米大統領, 中越关系, 한미 정상회담."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefgen.analysis.inflection import Grammar
from briefgen.analysis.letters import Reading, is_han
from briefgen.analysis.sighting import Sighting

_WINDOW = 8
_JOINS = ("・", "-", "/", "、")
_PAIR = 2


class Signs:
    """Judges signs by their cues: `run_after`, `after`, `before` (see `data/inflection.yaml`)."""

    def __init__(self, grammar: Grammar, joins: Callable[[str], bool]) -> None:
        """Take the cues; `joins` says which characters right before a sign make it part of a word."""
        cues = grammar.cues
        self._run_after, self._after, self._before = (tuple(cues.get(key, ())) for key in ("run_after", "after", "before"))
        self._company, self._shy = frozenset(cues.get("company", ())), frozenset(cues.get("shy", ()))
        self._joins = joins
        self._open_end = joins is is_han  # Japanese: kana after two signs end the word

    def believed(self, reading: Reading, places: Sequence[Sighting], known: set[str]) -> list[Sighting]:
        """The signs that stand for states, and longer ambiguous names of countries the text is known to name."""
        believed = [place for place in places if place.ambiguous and place.end - place.start > 1 and place.code in known]
        for signs in _runs(reading.plain, places):
            run = signs[1:] if _is_day(reading.plain, signs[0].start) else signs
            if run and self._is_states(reading.plain, run):
                believed.extend(place for place in run if place.ambiguous)
        return believed

    def _is_states(self, plain: str, run: list[Sighting]) -> bool:
        start, end = run[0].start, run[-1].end
        before, after = plain[max(0, start - _WINDOW) : start], plain[end : end + _WINDOW].lstrip(" ")
        free = not self._joins(before[-1:])
        if not free and not before.endswith(self._before):
            return False
        if len(run) >= _PAIR:
            open_end = self._open_end and not is_han(after[:1]) and plain[start:end] not in self._shy
            return open_end or after.startswith(self._run_after)
        if before.endswith(self._before) and (not (self._open_end and is_han(after[:1])) or not self._joins(before[-2:-1])):
            return True
        return after.startswith(self._after) or (plain[start:end] in self._company and _begins_name(after))


def _runs(plain: str, places: Sequence[Sighting]) -> Iterator[list[Sighting]]:
    """Signs that stand side by side, or joined by a dot or stroke."""
    run: list[Sighting] = []
    for place in places:
        sign = place.ambiguous and place.end - place.start == 1
        if run and (not sign or plain[run[-1].end : place.start] not in ("", *_JOINS)):
            yield run
            run = []
        if sign:
            run.append(place)
    if run:
        yield run


def _is_day(plain: str, place: int) -> bool:
    """Whether a sign stands for a day of the month and not for Japan: 29日朝."""
    return plain[place] == "日" and plain[place - 1 : place].isdigit()


def _begins_name(after: str) -> bool:
    """Whether a foreign name follows, in katakana or Latin letters: 米グーグル, 英BBC."""
    return "ァ" <= after[:1] <= "ヺ" or "a" <= after[:1] <= "z"
