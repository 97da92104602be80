"""Where an instrument stands, by the words around it: proposed, drafting, negotiating, agreed, signed and so on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from briefgen.analysis.instrument import Instrument
from briefgen.analysis.instrument_words import InstrumentWords
from briefgen.model.frontmatter import AgreementStatus

_VERB_LAST: Final = {"ja"}
"""Languages that say behind a noun what happens to it."""

_REACH: Final = 90
"""Characters between an instrument and the words that say where it stands, at most."""

_REACH_UNSPACED: Final = 70
"""The same in Japanese, where a list of instruments may stand between."""

_LIST_GAP: Final = 4
"""Words between two members of a list of instruments at most: ", as well as the"."""

_STEP: Final = 8
"""Words between two stages of one instrument at most: "signed in Oslo in 2019 and has been"."""

_JOINED: Final = regex.compile(r"[ ,]*(?:(?:and|or|as well as|và|cùng)(?: [\p{L}-]+){0,3})?[ ,]*")
"""What joins two instruments that stand alike: ", and a"."""

_PAST: Final = {"signed", "ratified", "in-force", "ended"}

ORDER: Final[tuple[AgreementStatus, ...]] = (
    "proposed", "drafting", "negotiating", "agreed", "signed", "ratified", "in-force", "ended",
)  # fmt: skip
"""The life of an instrument."""


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    status: AgreementStatus


def standing(
    text: str,
    sentence: tuple[int, int],
    instrument: Instrument,
    others: Sequence[Instrument],
    words: InstrumentWords,
) -> AgreementStatus | None:
    """Where an instrument stands by the words of its sentence; None if they do not say.

    Other instruments of the sentence shut off what belongs to them, unless they stand in one list with it.
    """
    bilateral = instrument.kind != "convention" and not instrument.known  # states carry out a convention before it is in force
    cues = _cues(text, sentence, words, instrument)
    before = [cue for cue in cues if cue.end <= instrument.start]
    behind = [cue for cue in cues if cue.start >= instrument.end]
    if words.lang in _VERB_LAST:
        if before and before[-1].end == instrument.start and before[-1].status in _PAST:
            return before[-1].status  # 2016年に発効した条約
        if words.aside.match(text, instrument.end):
            return "in-force" if bilateral and words.doing.match(text, instrument.end) else None
        near = [cue for cue in behind if cue.start - _list_end(instrument, others, text) <= _REACH_UNSPACED]
        return near[0].status if near else None
    if words.aside.search(text, sentence[0], instrument.start):
        told = next((cue for cue in behind if not text[instrument.end : cue.start].strip()), None)
        doing = words.doing.search(text, sentence[0], instrument.start)
        return told.status if told else "in-force" if bilateral and doing else None
    first = _list_start(instrument, others, text)
    close = [cue for cue in before if first - cue.end <= _REACH and not _shut(cue, instrument, others, text)]
    after = [cue for cue in behind if cue.start - instrument.end <= _REACH and not _cut(cue, instrument, text, others)]
    if after and (not close or _is_passive(text, instrument.end, after[0])):
        return _furthest(after, text)
    return close[-1].status if close else None


def standing_of_list(text: str, lead: tuple[int, int], words: InstrumentWords) -> AgreementStatus | None:
    """Where the instruments of a list stand, by the sentence before it: "The following documents were signed:"."""
    cues = _cues(text, lead, words, Instrument("list", lead[0], lead[0], "agreement", "none"))
    return cues[-1].status if cues else None


def _cues(text: str, sentence: tuple[int, int], words: InstrumentWords, instrument: Instrument) -> list[_Cue]:
    """The words of a sentence that say where something stands; of those that overlap the longest."""
    found = [
        _Cue(match.start(), match.end(), status)
        for status, pattern in words.status
        for match in pattern.finditer(text, *sentence)
        if match.end() <= instrument.start or match.start() >= instrument.end
    ]
    taken: list[_Cue] = []
    for cue in sorted(found, key=lambda cue: (cue.start - cue.end, -ORDER.index(cue.status), cue.start)):
        if all(cue.end <= other.start or other.end <= cue.start for other in taken):
            taken.append(cue)
    return sorted(taken, key=lambda cue: cue.start)


def _shut(cue: _Cue, instrument: Instrument, others: Sequence[Instrument], text: str) -> bool:
    """Whether between a cue and an instrument another one ends the clause that the cue began."""
    return any(
        cue.end <= other.start and other.end <= instrument.start and ("," not in text[other.end : instrument.start])
        and not _joined(text[other.end : instrument.start])
        for other in others
    )  # fmt: skip


def _cut(cue: _Cue, instrument: Instrument, text: str, others: Sequence[Instrument]) -> bool:
    """Whether another clause or instrument begins between an instrument and a cue behind it."""
    between = text[instrument.end : cue.start]
    return (
        ", and " in between
        or ";" in between
        or any(instrument.end <= o.start < cue.start for o in others if o.start > instrument.start)
    )


def _joined(between: str) -> bool:
    return bool(_JOINED.fullmatch(between))


def _list_start(instrument: Instrument, others: Sequence[Instrument], text: str) -> int:
    """Where the list of instruments begins in which one stands: "signed A, B and C"."""
    start = instrument.start
    for other in sorted(others, key=lambda other: -other.start):
        if other.end <= start and len(text[other.end : start].split()) <= _LIST_GAP:
            start = other.start
    return start


def _furthest(cues: Sequence[_Cue], text: str) -> AgreementStatus:
    """The furthest stage of those told one after the other: "was signed in 2019 and ratified in 2021"."""
    told = [cues[0]]
    for cue in cues[1:]:
        if cue.status in _PAST and len(text[told[-1].end : cue.start].split()) <= _STEP:
            told.append(cue)
    return max((cue.status for cue in told), key=ORDER.index)


def _list_end(instrument: Instrument, others: Sequence[Instrument], text: str) -> int:
    """Where the list of instruments ends in which one stands: A、BとCに署名."""
    end = instrument.end
    for other in sorted(others, key=lambda other: other.start):
        if other.start >= end and text[end : other.start] in {"、", "と", "や", "及び", "および", "並びに", "、並びに"}:
            end = other.end
    return end


def _is_passive(text: str, end: int, cue: _Cue) -> bool:
    """Whether a cue right behind an instrument is what happens to it: "the treaty was signed", "hiệp định có hiệu lực"."""
    between = text[end : cue.start]
    return "," not in between and len(between.split()) <= len(("has", "already", "been", "then"))
