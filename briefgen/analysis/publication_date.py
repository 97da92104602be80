"""When an article was published: as its page states it, else by the stamp in its address, and never guessed.

Dates inside the story ("from October 16 to 19") are no dates of publication; only what reading harvested from the
layout around the story, from metadata and from the source URL counts.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

import regex

from briefgen.analysis.date_words import Order
from briefgen.analysis.document import Document
from briefgen.analysis.harvested import host_of, trimmed
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.url_dates import date_in_url
from briefgen.model.article import Harvest, Trait
from briefgen.model.edtf import Edtf, Moment
from briefgen.model.evidence import Evidence, Proof, Trace
from briefgen.model.finding import DateFinding, Findings

FIRST_YEAR: Final = 1900
"""Earlier years are of another calendar (1404 in Iran) or no date of a news page."""

LEEWAY: Final = 2
"""Days by which two dates of one article may differ: time zones, and a print edition of the next day."""

Means = Literal["published", "stated", "updated"]
"""What a page says of a date: that the article was published then, no more than the date, or that it was changed then."""

_TRUST: Final[dict[tuple[Means, bool], int]] = {
    ("published", True): 0,
    ("published", False): 1,
    ("stated", True): 2,
    ("stated", False): 3,
    ("updated", True): 5,
    ("updated", False): 6,
}
_TRUST_OF_URL: Final = 4
"""Rank of a date by what the page says of it and whether it is metadata; a stamp in the URL beats a date of change."""

_TRUST_OF_DAY: Final = 7
"""Rank of a day without its year ("Oct 3" in a dateline): all else says more."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A date that may be the one of publication, with its proof: the less `trust` the better (`_TRUST`).

    `timed` says that a time of day stands beside it: the head of a page shows the day on which it was saved, an article's
    own line the minute of its publication.
    """

    value: Edtf
    trust: int
    proof: Proof
    timed: bool = False


def detect(document: Document, knowledge: Knowledge, found: Findings) -> Iterator[DateFinding]:  # noqa: ARG001  the protocol of detectors
    """Yield the date of publication as the article states it; its year may be missing (`XXXX-10-03`), its day may not."""
    readings = dates_stated(document, knowledge)
    if readings:
        best = readings[0]
        agreeing = tuple(reading.proof for reading in readings if reading.value == best.value)
        yield DateFinding(best.value, "stated", tuple(dict.fromkeys(agreeing)))


def dates_stated(document: Document, knowledge: Knowledge) -> tuple[Reading, ...]:
    """Every date that may be the one of publication, the most trusted first, of equals the timed and the more precise."""
    readings = [*_written(document, knowledge), *_stamped(document)]
    return tuple(sorted(readings, key=lambda reading: (reading.trust, not reading.timed, -_precision(reading.value))))


def contradictions(document: Document, knowledge: Knowledge) -> tuple[tuple[Edtf, Edtf], ...]:
    """The date of publication with each other one that lies more than `LEEWAY` days from it; dates of changes may."""
    readings = [reading for reading in dates_stated(document, knowledge) if reading.trust <= _TRUST_OF_URL]
    if not readings:
        return ()
    first = readings[0].value
    far = [reading.value for reading in readings[1:] if _days_between(first, reading.value) > LEEWAY]
    return tuple((first, value) for value in dict.fromkeys(far))


def _written(document: Document, knowledge: Knowledge) -> Iterator[Reading]:
    """Dates in harvested lines and metadata."""
    territory = _territory(document, knowledge)
    grammar = knowledge.date_grammar(document.lang, territory)
    order = knowledge.dates.order(document.lang, territory)
    for item in document.harvested(Trait.DATE) or _labeled(document, knowledge):
        text = _CONTROLS.sub("", unicodedata.normalize("NFC", item.value))
        after = 0
        dates = grammar.find(text)
        day = next((date.value for date in dates if date.value.start.year is None), None) or _day_in_numbers(text, order)
        if day and day.start.day and not any(date.value.is_dated for date in dates):
            yield Reading(day, _TRUST_OF_DAY, item.proof)
        for date in dates:
            if date.value.start.year is not None and date.value.start.year >= FIRST_YEAR:
                means = _meaning(_label(document, item) + text[after : date.start], item, knowledge)
                timed = bool(_CLOCK.search(text))
                yield Reading(date.value, _TRUST[(means, _is_metadata(item))], item.proof, timed=timed)
            after = date.end


def _day_in_numbers(text: str, order: Order | None) -> Edtf | None:
    """A day and its month in numbers without a year ("3/10"), as the order of the language or the numbers themselves tell."""
    found = _TWO_NUMBERS.search(text)
    numbers = [int(found[1]), int(found[2])] if found else []
    if not numbers or (order is None and max(numbers) <= _MONTHS):
        return None
    day, month = numbers if (order == "dmy" or numbers[0] > _MONTHS) else reversed(numbers)
    try:
        return Edtf(Moment(None, month, day))
    except ValueError:
        return None


_TWO_NUMBERS: Final = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})(?![/.:\d])")
_MONTHS: Final = 12

_CONTROLS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks of writing direction, which Arabic and Hebrew pages put between the numbers of a date."""


def _labeled(document: Document, knowledge: Knowledge) -> Iterator[Harvest]:
    """Cut lines that say that a date of publication or change follows, for a page of which no date was harvested."""
    for index, removed in enumerate(document.article.removed):
        line = removed.text[:_LINE_LENGTH]
        label, colon, _ = line.replace("：", ":").partition(":")
        stated = line[len(label) + 1 :].strip()
        if colon and stated and len(label) <= _LABEL_LENGTH and knowledge.dates.updated(label) is not None:
            yield Harvest(Trait.DATE, stated, Trace(f"removed[{index}]", line, "dates/labeled-line"))


_LABEL_LENGTH: Final = 24
_LINE_LENGTH: Final = 200
_CLOCK: Final = regex.compile(r"(?<!\d)\d{1,2}(?:[:：]|\s?[h時时点點시])\s?\d{2}(?!\d)")


def _stamped(document: Document) -> Iterator[Reading]:
    """Dates in the source URL."""
    for item in document.harvested(Trait.SOURCE_URL):
        date = date_in_url(trimmed(item.value))
        if date:
            yield Reading(date.value, _TRUST_OF_URL, replace(item.proof, rule="dates/url"))


def _meaning(label: str, item: Harvest, knowledge: Knowledge) -> Means:
    """What the words before a date, or the name of its metadata, say of it."""
    where = "" if isinstance(item.proof, Evidence) else item.proof.where
    for words in (label, where):
        updated = knowledge.dates.updated(words)
        if updated is not None:
            return "updated" if updated else "published"
    return "stated"


def _label(document: Document, item: Harvest) -> str:
    """What stands before a harvested value in the line that was cut."""
    place = _REMOVED.fullmatch("" if isinstance(item.proof, Evidence) else item.proof.where)
    removed = document.article.removed
    line = removed[int(place[1])].text if place and int(place[1]) < len(removed) else item.proof.quote
    return line.partition(item.value)[0] if item.value in line else ""


_REMOVED: Final = re.compile(r"removed\[(\d+)\]")


def _is_metadata(item: Harvest) -> bool:
    """Whether reading found it in the page's metadata, whose proof says where (`html meta[name=date]`)."""
    return not isinstance(item.proof, Evidence) and not item.proof.where.startswith("removed")


def _territory(document: Document, knowledge: Knowledge) -> str:
    """The territory of the site that published it, by its address, or ""."""
    hosts = (host_of(trimmed(item.value)) for item in document.harvested(Trait.SOURCE_URL))
    return next((territory for host in hosts if (territory := knowledge.dates.territory(host))), "")


def _precision(value: Edtf) -> int:
    return sum(part is not None for part in (value.start.month, value.start.day))


def _days_between(one: Edtf, other: Edtf) -> int:
    """Days between two dates, 0 if they may mean the same day; a month that contains the other date is no gap."""
    first, second = sorted((one, other), key=lambda date: date.start.first)
    return max(0, _ordinal(second.start.first) - _ordinal((first.end or first.start).last))


def _ordinal(day: tuple[int, int, int]) -> int:
    return dt.date(*day).toordinal()
