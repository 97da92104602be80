"""Dates in the address of an article: the stamp that a newsroom's system puts into its URLs.

Only the path is read, and only what has the form of a stamp: `…-20251026114315150.htm`, `/2025/10/26/`,
`/2025-10-26-slug`. Running numbers (`post331225.vnp`, `371463.html`) are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from briefgen.model.edtf import Edtf, Moment

FIRST_YEAR: Final = 1994
LAST_YEAR: Final = 2099
"""Years of stamps: no newsroom published on the web before 1994."""


@dataclass(frozen=True, slots=True)
class UrlDate:
    """`url[start:end]` is a stamp of the day or month `value`."""

    value: Edtf
    start: int
    end: int


def date_in_url(url: str) -> UrlDate | None:
    """The date in the path of a URL, the most precise form first; None if it has none or an impossible one."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    offset = url.find(path) if path.strip("/") else -1
    if offset < 0:
        return None
    return next(_dates(path, offset), None)


def _dates(path: str, offset: int) -> Iterator[UrlDate]:
    for pattern in _STAMPS:
        for match in pattern.finditer(path):
            value = _value(match.groupdict())
            if value:
                yield UrlDate(value, offset + match.start("year"), offset + match.end("last"))


def _value(parts: Mapping[str, str | None]) -> Edtf | None:
    year, word, day = int(parts["year"] or 0), (parts["month"] or "").lower(), parts.get("day")
    month = _MONTHS.get(word[:3]) or (int(word) if word.isdecimal() else None)
    if month is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return Edtf(Moment(year, month, int(day) if day else None))
    except ValueError:
        return None


_MONTHS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_NAMED: Final = f"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_MONTH: Final = r"(?P<month>0[1-9]|1[0-2])"
_DAY: Final = r"(?P<day>0[1-9]|[12]\d|3[01])"
_CLOCK: Final = r"(?:[01]\d|2[0-3])[0-5]\d"
_STAMPS: Final = tuple(
    re.compile(pattern, re.ASCII | re.IGNORECASE)
    for pattern in (
        # year to minute, second or millisecond in one number, as baotintuc.vn, vnexpress.net and cctv.com write it
        rf"(?<!\d){_YEAR}{_MONTH}{_DAY}(?P<last>{_CLOCK}(?:[0-5]\d\d{{0,3}})?)(?!\d)",
        # folders: /2025/10/26/, /2025/oct/26/, /2025-10/26/, /2025/1026/
        rf"/{_YEAR}/(?P<month>0?[1-9]|1[0-2])/(?P<last>(?P<day>0?[1-9]|[12]\d|3[01]))(?=/|$)",
        rf"/{_YEAR}/(?P<month>{_NAMED})/(?P<last>(?P<day>0?[1-9]|[12]\d|3[01]))(?=/|$)",
        rf"/{_YEAR}-{_MONTH}/(?P<last>{_DAY})(?=/|$)",
        rf"/{_YEAR}/{_MONTH}(?P<last>{_DAY})(?=/|$)",
        # a day at the head or the end of a segment: /2025-10-26-slug, /slug_2025-10-26.html
        rf"(?<=/){_YEAR}(?P<sep>[-_]){_MONTH}(?P=sep)(?P<last>{_DAY})(?![^/_.\-])",
        rf"(?<=[/_\-]){_YEAR}(?P<sep>[-_]){_MONTH}(?P=sep)(?P<last>{_DAY})(?=\.\w+$|/|$)",
        # a day in one number that stands alone: /20251026/, slug-20251026.html
        rf"(?<=[/_\-]){_YEAR}{_MONTH}(?P<last>{_DAY})(?=[/_\-.]|$)",
        # folders of a month: /2025/10/slug
        rf"/{_YEAR}/(?P<last>{_MONTH})(?=/)",
    )
)
