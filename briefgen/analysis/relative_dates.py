"""Dates told from the day of publication: "last month", 昨年9月, "tháng 9 năm ngoái", "three years ago".

Each is as precise as its words: "last month" is a month, "two years ago" a year. Where the words may mean two years ("last
September", said in October), the year stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import regex

from briefgen.analysis.cues import Cued, Cues
from briefgen.analysis.figure_words import either
from briefgen.analysis.letters import lowered
from briefgen.model.edtf import Edtf, Moment

NEAR_MONTHS: Final = 2
"""Months around publication within which a month without a year is of the nearest year: the current one, in news style."""

_MONTHS: Final = 12

Told = tuple[Edtf, int, int]
"""A date and the span that tells it."""


@dataclass(frozen=True, slots=True)
class RelativeWords:
    """The patterns of one language (`data/text_dates.yaml`); a language without words has none.

    `behind` and `before` are for texts as written, the others for texts in lower case.
    """

    years: Mapping[str, int]
    months: Mapping[str, int]
    behind: regex.Pattern[str] | None
    before: regex.Pattern[str] | None
    month: Cued | None
    alone: Cued | None
    day_of: Cued | None
    ago: Cued | None
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    names: Mapping[str, int]

    @classmethod
    def of(cls, own: Mapping[str, Any], names: Mapping[str, int], cues: Cues) -> RelativeWords:
        """Compile the words of a language; `names` are those of its months, with their numbers."""
        years, months, numbers = (
            {word: int(n) for word, n in own.get(key, {}).items()} for key in ("years", "months", "numbers")
        )
        year = either(years)
        number = rf"\d{{1,3}}|{either(numbers)}" if numbers else r"\d{1,3}"
        written = own["month"].replace("{name}", either(names)) if "month" in own else ""
        of, edge, start = (own.get(key, "") for key in ("of", "edge", "start"))
        near = {key: own.get(key, "(?!)") for key in ("past", "coming", "part", "past_behind", "coming_behind")}
        told = {key: f"(?P<{key}>{pattern})" for key, pattern in near.items()}
        front = rf"(?:(?P<year>{year})(?:{of})|{told['past']}|{told['coming']}|{told['part']})"
        back = rf"(?:(?:{of})(?P<year_behind>{year})|{told['past_behind']}|{told['coming_behind']})"
        return cls(
            years=years,
            months=months,
            behind=_compiled(rf"(?:{of})(?P<year>{year}){edge}") if years else None,
            before=_compiled(rf"(?P<year>{year})(?:{of})$") if years else None,
            month=cues.watch(regex.compile(rf"{start}{front}?{written}{back}?{edge}")) if written else None,
            alone=cues.watch(regex.compile(rf"{start}(?P<word>{either([*years, *months])}){edge}")) if years else None,
            day_of=cues.watch(regex.compile(own["day_of"].replace("{month}", f"(?P<word>{either(months)})")))
            if "day_of" in own
            else None,
            ago=cues.watch(regex.compile(own["ago"].replace("{number}", f"(?P<number>{number})"))) if "ago" in own else None,
            units=own.get("units", {}),
            numbers=numbers,
            names=names,
        )


class RelativeDates:
    """Reads the dates of a text that are told from publication, of which at least the year is known."""

    def __init__(self, words: RelativeWords, published: Edtf) -> None:
        """Take the words of the language and the date of publication."""
        self._words = words
        self._year = published.start.year or 0
        self._month = published.start.month

    def year_of(self, text: str, start: int, end: int) -> tuple[int, int, int] | None:
        """The year of a day without one, `text[start:end]`, as words beside it tell, with the whole span: "3 May last year"."""
        words = self._words
        behind = words.behind.match(text, end) if words.behind else None
        if behind:
            return self._year + words.years[behind["year"].lower()], start, behind.end()
        before = words.before.search(text, max(0, start - _WINDOW), start) if words.before else None
        return (self._year + words.years[before["year"].lower()], before.start(), end) if before else None

    def find(self, text: str) -> Iterator[Told]:
        """Every date that is told by a month, a year or a length of time; they may overlap, the first is the best."""
        lower = lowered(text)
        yield from self._days_of(text, lower)
        yield from self._named(text, lower)
        yield from self._alone(text, lower)
        yield from self._ago(text, lower)

    def _days_of(self, text: str, lower: str) -> Iterator[Told]:
        """A day of a month told from publication: 今月16日, "ngày 25 tháng trước", "the 5th of next month"."""
        for match in _matches(self._words.day_of, text, lower):
            month = self._shifted(self._words.months[match["word"].lower()])
            moment = _moment(month.year, month.month, int(match["day"])) if month else None
            if moment:
                yield Edtf(moment), match.start(), match.end()

    def _named(self, text: str, lower: str) -> Iterator[Told]:
        """A month by its name or number, with the words around it that tell its year."""
        for match in _matches(self._words.month, text, lower):
            parts = match.groupdict()
            if parts.get("name") and not any(parts.get(key) for key in _CONTEXT):
                continue  # "May" may be a verb
            written = (parts.get("name") or parts["number"]).lower()
            number = self._words.names.get(written) or (int(written) if written.isdecimal() else 0)
            moment = _moment(self._year_of_month(parts, number), number) if 1 <= number <= _MONTHS else None
            if moment:
                yield Edtf(moment), match.start(), match.end()

    def _year_of_month(self, parts: Mapping[str, str | None], month: int) -> int | None:
        year = parts.get("year") or parts.get("year_behind")
        if year:
            return self._year + self._words.years[year.lower()]
        if self._month is None:
            return None
        if parts.get("past") or parts.get("past_behind"):
            back = (self._month - month) % _MONTHS
            return None if 0 <= back <= NEAR_MONTHS and parts.get("past") else self._year - (month > self._month)
        if parts.get("coming") or parts.get("coming_behind"):
            return self._year + (month < self._month)
        ahead = (month - self._month + _MONTHS // 2) % _MONTHS - _MONTHS // 2
        return self._year + (self._month - 1 + ahead) // _MONTHS if abs(ahead) <= NEAR_MONTHS else None

    def _alone(self, text: str, lower: str) -> Iterator[Told]:
        """A year or a month alone: "last month", 来年, "năm ngoái"."""
        for match in _matches(self._words.alone, text, lower):
            word = match["word"].lower()
            moment = (
                self._shifted(self._words.months[word])
                if word in self._words.months
                else Moment(self._year + self._words.years[word])
            )
            if moment:
                yield Edtf(moment), match.start(), match.end()

    def _ago(self, text: str, lower: str) -> Iterator[Told]:
        """A length of time before publication, in months or years: "two years ago", 3カ月前, "cách đây 5 năm"."""
        for match in _matches(self._words.ago, text, lower):
            parts = match.groupdict()
            number, unit = str(parts["number"]).lower(), self._words.units[str(parts["unit"]).lower()]
            count = self._words.numbers.get(number) or (int(number) if number.isdecimal() else 0)
            moment = self._shifted(-count) if unit == "month" else _moment(self._year - count)
            if moment and count:
                yield Edtf(moment), match.start(), match.end()

    def _shifted(self, months: int) -> Moment | None:
        """The month so many months after that of publication, if that is known."""
        if self._month is None:
            return None
        at = self._year * _MONTHS + self._month - 1 + months
        return _moment(at // _MONTHS, at % _MONTHS + 1)


_CONTEXT: Final = ("year", "past", "coming", "part", "year_behind", "past_behind", "coming_behind")
"""What stands beside the name of a month and makes sure that it is one."""

_WINDOW: Final = 24
"""Characters before a day in which the word for its year may stand."""


def in_year(value: Edtf, year: int) -> Edtf | None:
    """A date without a year, or a range of such days, in a year; None if it is none there (29 February)."""
    end = replace(value.end, year=year + (value.end.first < value.start.first)) if value.end else None
    start = _moment(year, value.start.month, value.start.day)
    try:
        return Edtf(start, end) if start else None
    except ValueError:
        return None


def _moment(year: int | None, month: int | None = None, day: int | None = None) -> Moment | None:
    try:
        return Moment(year, month, day) if year is None or year > 0 else None
    except ValueError:
        return None


def _matches(pattern: Cued | None, text: str, lower: str) -> Iterable[regex.Match[str]]:
    return pattern.around(text, _REACH, lower) if pattern else ()


_REACH: Final = 60
"""Characters of a date with its words, at most; none has as many."""


def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE)
