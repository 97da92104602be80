"""The solar Hijri calendar of Iran and Afghanistan, in which their news are dated."""

from __future__ import annotations

import datetime as dt
from typing import Final

FIRST_YEAR: Final = 1300
LAST_YEAR: Final = 1500
"""Years from 1921 to 2121 of the common era; numbers beyond are years of another calendar."""

_EPOCH: Final = 226_894
"""Ordinal from which the days of the cycles are counted, set so that 1 Farvardin 1404 is 21 March 2025."""


def common_day(year: int, month: int, day: int) -> dt.date:
    """The day of the common calendar; raise ValueError where the solar Hijri calendar has no such day.

    Leap years follow the cycle of 33 years (Birashk's for these centuries): those that leave 1, 5, 9, 13, 17, 22, 26 or 30.
    """
    if not 1 <= month <= 12 or not 1 <= day <= _days_in(year, month):  # noqa: PLR2004  months of a year
        msg = f"there is no day {day} in month {month} of {year}"
        raise ValueError(msg)
    cycles, rest = divmod(year - 1, _CYCLE)
    leaps = cycles * len(_LEAP) + sum(before <= rest for before in _LEAP)
    in_year = (month - 1) * 31 - max(0, month - 7) + day
    return dt.date.fromordinal(_EPOCH + (year - 1) * 365 + leaps + in_year)


_CYCLE: Final = 33
_LEAP: Final = (1, 5, 9, 13, 17, 22, 26, 30)


def _days_in(year: int, month: int) -> int:
    """Six months of 31 days, five of 30, and a last one of 29, in leap years 30."""
    if month <= 6:  # noqa: PLR2004  see above
        return 31
    return 30 if month < 12 or year % _CYCLE in _LEAP else 29  # noqa: PLR2004  see above
