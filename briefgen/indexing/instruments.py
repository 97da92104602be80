"""Where each instrument stands, computed from every report of it.

Instruments only move forward, so that one stands where the furthest report has it; a report that lags behind does not move it
back, and reports that contradict each other by their dates are problems. What people wrote counts before what was found
in raw articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from briefgen.errors import Problem
from briefgen.kinds import AGREEMENT
from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import AgreementRef
from briefgen.model.instrument import STAGES, Instrument, Movement
from briefgen.model.register import Record, Register, Spot
from briefgen.model.vocabulary import Agreement, Vocabulary

_SIGNED: Final = STAGES.index("signed") + 1

_BEFORE: Final = {"ratified": _SIGNED, "in-force": _SIGNED, "ended": _SIGNED}
"""The stage that no instrument reaches the key's without (Vienna Convention on the Law of Treaties, articles 11-14 and 24)."""

_HINT: Final = "correct it, or set `status` and `reason` of the agreement in content/_vocabulary/agreements.yaml"


def instruments(
    briefings: Mapping[str, Briefing], register: Register, vocabulary: Vocabulary
) -> tuple[dict[str, Instrument], tuple[Problem, ...]]:
    """Every registered instrument by id, in the order of ids, and the problems of reports that cannot all be true."""
    found: dict[str, Instrument] = {}
    problems: list[Problem] = []
    for record in register.of(AGREEMENT).values():
        known = vocabulary.agreements.get(record.id)
        instrument = _instrument(record, known, briefings)
        found[record.id] = instrument
        if not instrument.reason:
            problems += _contradictions(instrument, briefings)
    return found, tuple(problems)


def _instrument(record: Record, known: Agreement | None, briefings: Mapping[str, Briefing]) -> Instrument:
    refs = [(spot, briefings[spot.briefing].facts.agreements[spot.place]) for spot in record.spots]
    movements = tuple(sorted((*_known(known), *_reported(refs, briefings)), key=_oldest_first))
    furthest = max(_trusted(movements), key=lambda movement: movement.stage, default=None)
    by_hand = known.status if known else None
    status = by_hand or (furthest.status if furthest else None)
    return Instrument(
        id=record.id,
        kind=(known.kind if known else None) or next((ref.kind for _, ref in refs if ref.kind), None),
        parties=record.countries,
        status=status,
        since=next((movement.date for movement in _trusted(movements) if movement.status == status), None),
        movements=movements,
        reason=known.reason if known else "",
        claims=known.claims if known else (),
        url=known.url if known else "",
    )


def _known(known: Agreement | None) -> Iterator[Movement]:
    for one in known.movements if known else ():
        yield Movement(one.status, one.date, "agreement", one.parties, source=one.source, url=one.url)


def _reported(refs: Iterable[tuple[Spot, AgreementRef]], briefings: Mapping[str, Briefing]) -> Iterator[Movement]:
    """What briefings say; a translation says the same as its original and is not counted beside it."""
    spots = list(refs)
    told = {spot.briefing for spot, _ in spots}
    for spot, ref in spots:
        briefing = briefings[spot.briefing]
        if ref.status and briefing.facts.translation_of not in told:
            date, own = (ref.date, True) if ref.date else (_date_of_report(briefing, ref), False)
            yield Movement(
                ref.status, date, "agreement" if own else "report", tuple(sorted(ref.parties)), spot, is_raw=briefing.raw
            )


def _date_of_report(briefing: Briefing, ref: AgreementRef) -> Edtf | None:
    """When a briefing that does not date an instrument has it: at its event with the same parties, else its own date."""
    together = (event for event in briefing.facts.events if event.date and set(ref.parties) <= set(event.countries))
    candidates = (*(event.date for event in together), briefing.facts.date, briefing.facts.source.date)
    return next((date for date in candidates if date and date.is_dated), None)


def _oldest_first(movement: Movement) -> tuple[bool, tuple[int, int, int], int, Spot]:
    is_dated = movement.date is not None and movement.date.is_dated
    key = movement.date.sort_key if movement.date else (0, 0, 0)
    return not is_dated, key, movement.stage, movement.spot or Spot("", 0)


def _trusted(movements: tuple[Movement, ...]) -> tuple[Movement, ...]:
    """What people wrote; where nobody did, what was found."""
    return tuple(movement for movement in movements if not movement.is_raw) or movements


def _contradictions(instrument: Instrument, briefings: Mapping[str, Briefing]) -> Iterator[Problem]:
    """Reports that have an instrument move backward, or reach a stage without the one before it."""
    dated = [movement for movement in _trusted(instrument.movements) if movement.date and movement.date.is_dated]
    tracks: dict[tuple[str, ...], list[Movement]] = {}
    for movement in dated:
        tracks.setdefault(movement.parties, []).append(movement)
    for track in tracks.values():
        for earlier, later in pairwise(track):
            if later.stage < earlier.stage and not later.is_raw:
                sentence = f"`{later.status}` is a step back: the agreement was reported as {earlier.status} ({earlier.date})"
                yield from _problem(later, sentence, briefings)
        seen = {movement.stage for movement in track}
        for movement in track:
            needed = _BEFORE.get(movement.status, 0)
            if min(seen) < needed and needed not in seen and not movement.is_raw:
                sentence = f"`{movement.status}` skips a stage: no report says that the agreement was {STAGES[needed - 1]}"
                yield from _problem(movement, sentence, briefings)


def _problem(movement: Movement, sentence: str, briefings: Mapping[str, Briefing]) -> Iterator[Problem]:
    """A warning at the place of a report; movements of the vocabulary have none here."""
    if movement.spot:
        briefing = briefings[movement.spot.briefing]
        path = ("agreements", movement.spot.place)
        line, column = briefing.positions.get((*path, "status"), briefing.positions.get(path, (0, 0)))
        yield Problem(briefing.file, line, column, sentence, _HINT, "warning")
