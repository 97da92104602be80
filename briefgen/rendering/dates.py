"""Dates as people of a language write them, no more precise than they were stated.

Patterns are CLDR's, with months in full: Babel's own intervals abbreviate them ("16–19 Oct 2025").
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from babel import Locale
from babel.dates import format_date

from briefgen.model.edtf import Edtf, Moment

_LEAP_YEAR: Final = 2000
"""Stands in for a year that is not stated, in patterns that do not show it; it allows 29 February."""

_KEPT: Final = 50_000
"""Dates kept as attributes have them, since each stands in many lists: those of a large site."""

_SHORT_TO_FULL: Final = ("MMM", "MMMM")


def format_edtf(value: Edtf, locale: Locale) -> str:
    """A date or interval in a locale's words: "16–19 October 2025", "2025年10月16日～19日", "tháng 10 năm 2025"."""
    if value.end is None:
        return _moment(value.start, locale)
    if _skeleton(value.start) != _skeleton(value.end):
        return f"{_moment(value.start, locale)} – {_moment(value.end, locale)}"
    return _interval(value.start, value.end, locale)


@lru_cache(maxsize=_KEPT)
def iso_range(value: Edtf) -> str:
    """The date for a `datetime` attribute: the first day, month or year; `10-16` (HTML's yearless date) without a year."""
    start = value.start
    if start.year is not None:
        return str(start)
    return f"{start.month:02}-{start.day:02}" if start.day else ""


def _moment(moment: Moment, locale: Locale) -> str:
    skeleton = _skeleton(moment)
    if skeleton == "MMM":
        return str(locale.months["stand-alone"]["wide"][moment.month])
    known = locale.datetime_skeletons
    pattern = known.get("yMMMM", known["yMMM"]) if skeleton == "yMMM" else known[skeleton]
    return format_date(_day(moment), _full(str(pattern.pattern)), locale)


def _interval(start: Moment, end: Moment, locale: Locale) -> str:
    """An interval whose ends are equally precise, what they share said once."""
    field = _first_difference(start, end)
    skeleton = _skeleton(start)
    known = locale.interval_formats
    patterns = (known.get(_full(skeleton)) or known.get(skeleton) or {}).get(field)
    if not field or not patterns:
        return _moment(start, locale) if not field else f"{_moment(start, locale)} – {_moment(end, locale)}"
    parts = [format_date(_day(m), _full(p), locale) for m, p in zip((start, end), patterns, strict=False)]
    joined = "".join(parts)
    return joined.replace("\u2009", "") if field == "d" else joined.replace("\u2009", " ")


def _skeleton(moment: Moment) -> str:
    """CLDR's skeleton of what a moment states."""
    year = "y" if moment.year is not None else ""
    return year + ("MMM" if moment.month else "") + ("d" if moment.day else "")


def _first_difference(start: Moment, end: Moment) -> str:
    """CLDR's letter of the largest field in which two moments differ, or an empty text when they are equal."""
    for letter, one, other in (("y", start.year, end.year), ("M", start.month, end.month), ("d", start.day, end.day)):
        if one != other:
            return letter
    return ""


def _full(pattern: str) -> str:
    return pattern.replace(*_SHORT_TO_FULL) if "MMMM" not in pattern else pattern


def _day(moment: Moment) -> date:
    return date(moment.year or _LEAP_YEAR, moment.month or 1, moment.day or 1)
