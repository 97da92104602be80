"""Dates with their precision: the subset of EDTF (ISO 8601-2:2019, Extended Date/Time Format) that briefings use.

`2025` · `2025-10` · `2025-10-19` · `2025-10-16/2025-10-19` · `XXXX-10-16` (year not stated).
Nothing is filled in: a date says exactly as much as its source.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_SHAPE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)
_LEAP_YEAR = 2000
"""An unknown year allows 29 February, so days are checked against a leap year."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month or day; `year` is None when it is not stated, `month` and `day` are None when less precise."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is on no calendar."""
        if self.year is None and self.month is None:
            msg = "a date without a year needs a month"
            raise ValueError(msg)
        if self.month is not None and not 1 <= self.month <= 12:  # noqa: PLR2004  months of a year
            msg = f"there is no month {self.month}"
            raise ValueError(msg)
        if self.day is not None:
            month = self.month or 1
            last = calendar.monthrange(self.year or _LEAP_YEAR, month)[1]
            if not 1 <= self.day <= last:
                of = f"{self.year:04}-{month:02}" if self.year is not None else calendar.month_name[month]
                msg = f"there is no day {self.day} in {of}"
                raise ValueError(msg)

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read `2025`, `2025-10`, `2025-10-19`, `XXXX-10` or `XXXX-10-16`; raise ValueError with a sentence otherwise."""
        match = _SHAPE.fullmatch(text)
        if not match:
            msg = f"`{text}` is not a date like 2025, 2025-10, 2025-10-19 or XXXX-10-19"
            raise ValueError(msg)
        year, month, day = match["year"], match["month"], match["day"]
        return cls(
            None if year == "XXXX" else int(year),
            int(month) if month else None,
            int(day) if day else None,
        )

    @property
    def first(self) -> tuple[int, int, int]:
        """The first day it may mean, year 0 when the year is not stated."""
        return (self.year or 0, self.month or 1, self.day or 1)

    @property
    def last(self) -> tuple[int, int, int]:
        """The last day it may mean, year 9999 when the year is not stated."""
        year, month = self.year or 9999, self.month or 12
        return (year, month, self.day or calendar.monthrange(self.year or _LEAP_YEAR, month)[1])

    def __str__(self) -> str:
        """The EDTF form."""
        year = "XXXX" if self.year is None else f"{self.year:04}"
        return "-".join([year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)])


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval of dates, as precise as it was stated."""

    start: Moment
    end: Moment | None = None

    def __post_init__(self) -> None:
        """Refuse an interval that runs backward or mixes known and unknown years."""
        if self.end is None:
            return
        if (self.start.year is None) != (self.end.year is None):
            msg = f"`{self}` states the year of one end only"
            raise ValueError(msg)
        if self.start.year is not None and self.end.last < self.start.first:
            msg = f"`{self}` ends before it begins"
            raise ValueError(msg)

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Read an EDTF date or interval; raise ValueError with a sentence for anything else."""
        start, slash, end = text.strip().partition("/")
        return cls(Moment.parse(start), Moment.parse(end) if slash else None)

    @classmethod
    def of_day(cls, day: date) -> Edtf:
        """The EDTF date of a calendar day."""
        return cls(Moment(day.year, day.month, day.day))

    @property
    def is_dated(self) -> bool:
        """Whether the year is known, so that the date has a place on a timeline."""
        return self.start.year is not None

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """The last day it may mean, for sorting newest first; `(0, 0, 0)` when the year is not stated.

        A less precise date sorts after the more precise ones within it, so that "2025" does not pass for 1 January.
        """
        return (self.end or self.start).last if self.is_dated else (0, 0, 0)

    def __str__(self) -> str:
        """The EDTF form."""
        return f"{self.start}/{self.end}" if self.end else str(self.start)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: Callable[..., object]) -> Any:  # noqa: ANN401  pydantic's protocol
        """Let pydantic read it from text (imported late: the model itself does not need pydantic)."""
        from pydantic_core import core_schema  # noqa: PLC0415

        return core_schema.no_info_after_validator_function(cls.parse, core_schema.str_schema())
