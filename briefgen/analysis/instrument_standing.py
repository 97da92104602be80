"""Where an instrument stands, by the words around it: proposed, drafting, negotiating, agreed, signed and so on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from briefgen.analysis.instrument import Instrument
from briefgen.analysis.instrument_words import InstrumentWords
from briefgen.model.frontmatter import AgreementStatus

_VERB_LAST: Final = {"ja"}
"""Languages that say behind a noun what happens to it."""

_REACH: Final = 90
"""Characters between an instrument and the words that say where it stands, at most."""

_REACH_UNSPACED: Final = 70
"""The same in Japanese, where a list of instruments may stand between."""

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
    cues = list(_cues(text, sentence, words, instrument))
    before = [cue for cue in cues if cue.end <= instrument.start]
    behind = [cue for cue in cues if cue.start >= instrument.end]
    if words.lang in _VERB_LAST:
        if before and before[-1].end == instrument.start and before[-1].status in _PAST:
            return before[-1].status  # 2016年に発効した条約
        near = [cue for cue in behind if cue.start - _list_end(instrument, others, text) <= _REACH_UNSPACED]
        return near[0].status if near else None
    close = [cue for cue in before if instrument.start - cue.end <= _REACH and not _shut(cue, instrument, others, text)]
    after = [cue for cue in behind if cue.start - instrument.end <= _REACH and not _cut(cue, instrument, text, others)]
    if after and (not close or _is_passive(text, instrument.end, after[0])):
        return after[0].status
    return close[-1].status if close else None


def standing_of_list(text: str, lead: tuple[int, int], words: InstrumentWords) -> AgreementStatus | None:
    """Where the instruments of a list stand, by the sentence before it: "The following documents were signed:"."""
    cues = list(_cues(text, lead, words, Instrument("list", lead[0], lead[0] + 1, "agreement", "none")))
    return cues[-1].status if cues else None


def _cues(text: str, sentence: tuple[int, int], words: InstrumentWords, instrument: Instrument) -> Iterator[_Cue]:
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
    yield from sorted(taken, key=lambda cue: cue.start)


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
    return between.strip(" ,") in {"", "and", "và", "as well as", "cùng", "or"}


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
