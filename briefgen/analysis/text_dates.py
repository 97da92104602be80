"""Dates inside the story: single days, ranges, and days told from the day of publication.

Nothing is guessed. A day without a year keeps none ("XXXX-10-16"), unless the day of publication is known and near: news
leaves the year out only where it is the current one (AP Stylebook, "dates").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from briefgen.analysis.dates import FIRST_YEAR, DateGrammar
from briefgen.analysis.day_words import DayWords
from briefgen.analysis.relative_dates import RelativeDates, RelativeWords, in_year
from briefgen.model.edtf import Edtf, Moment

T = TypeVar("T")

NEAR: Final = 60
"""Days around publication within which a day without a year is of the nearest year."""

WEEK: Final = 6
"""Days back to which "on Monday" or a day without a month may reach."""


@dataclass(frozen=True, slots=True)
class TextDate:
    """`text[start:end]` writes the date `value`; `told` when it was reckoned back from publication, so that it is past."""

    value: Edtf
    start: int
    end: int
    told: bool = False


class TextDates:
    """Finds the dates of one text; `published` is its day of publication, or None."""

    def __init__(self, words: DayWords, relative: RelativeWords, grammar: DateGrammar, published: Edtf | None) -> None:
        """Take the words of a language and its grammar of single dates, and the date of publication."""
        self._words, self._grammar = words, grammar
        self._published = _day(published)
        known = published is not None and published.start.year is not None and published.start.year >= FIRST_YEAR
        self._relative = RelativeDates(relative, published) if known and published else None
        self._latest: tuple[str, tuple[TextDate, ...]] = ("", ())

    def find(self, text: str) -> tuple[TextDate, ...]:
        """Every date of a text in reading order.

        Those of the latest text are kept: one detector after another asks for the dates of the same article.
        """
        if self._latest[0] != text:
            self._latest = (text, self._find(text))
        return self._latest[1]

    def _find(self, text: str) -> tuple[TextDate, ...]:
        single = [TextDate(date.value, date.start, date.end) for date in self._grammar.find(text)]
        single += [date for date in self._numbers(text) if not _overlaps(date, single)]
        single.sort(key=lambda date: date.start)
        found = [self._in_year(self._beside_year(text, date)) for date in self._ranges(text, single)]
        for date in self._told(text):
            if not _overlaps(date, found):
                found.append(date)
        return tuple(sorted(found, key=lambda date: date.start))

    def _beside_year(self, text: str, date: TextDate) -> TextDate:
        """A day without a year in the year that words beside it tell: "3 May last year", 昨年5月3日."""
        told = self._relative.year_of(text, date.start, date.end) if self._relative and not date.value.is_dated else None
        value = in_year(date.value, told[0]) if told else None
        return TextDate(value, told[1], told[2]) if told and value else date

    def _numbers(self, text: str) -> Iterator[TextDate]:
        """A day and a month in numbers without a year, behind a word for a day: "ngày 19/10"."""
        for match in self._words.numbers.around(text, _REACH) if self._words.numbers else ():
            value = _edtf(Moment, None, int(match[3]), int(match[2]))
            if value:
                yield TextDate(Edtf(value), *match.span("date"))

    def _ranges(self, text: str, dates: list[TextDate]) -> Iterator[TextDate]:
        """The dates, those joined by a word or sign of a range made one."""
        index = 0
        while index < len(dates):
            date = dates[index]
            following = dates[index + 1] if index + 1 < len(dates) else None
            whole = self._two(text, date, following) if following else None
            index += 2 if whole else 1
            yield whole or self._ahead(text, date, following) or self._behind(text, date) or date

    def _two(self, text: str, first: TextDate, last: TextDate) -> TextDate | None:
        if first.end > last.start or not self._words.joined.fullmatch(text[first.end : last.start]):
            return None
        begin, end = first.value.start, last.value.start
        if not (begin.day and end.day):
            return None
        if begin.year and not end.year:
            end = replace(end, year=begin.year + ((end.month or 0) < (begin.month or 0)))
        return _interval(replace(begin, year=begin.year or end.year), end, first.start, last.end)

    def _ahead(self, text: str, date: TextDate, following: TextDate | None) -> TextDate | None:
        """The last day behind the date: "October 16 to 19"."""
        begin = date.value.start
        match = self._words.after.match(text, date.end)
        if not match or not begin.day or (following and match.end() > following.start):
            return None
        year = begin.year or (int(match[2]) if match[2] else None)
        end = _edtf(Moment, year, begin.month, int(match[1]))
        return _interval(replace(begin, year=year), end, date.start, match.end()) if end else None

    def _behind(self, text: str, date: TextDate) -> TextDate | None:
        """The first day before the date: "16 to 19 October"."""
        end = date.value.start
        match = self._words.before.search(text[max(0, date.start - _WINDOW) : date.start])
        begin = _edtf(Moment, end.year, end.month, int(match[1])) if match and end.day else None
        return _interval(begin, end, date.start - len(match[0]), date.end) if match and begin else None

    def _in_year(self, date: TextDate) -> TextDate:
        """The date with its year where publication makes it certain."""
        begin, end, today = date.value.start, date.value.end, self._published
        if begin.year is not None or not begin.day or today is None:
            return date
        for year in (today.year, today.year - 1, today.year + 1):
            day = _edtf(dt.date, year, begin.month, begin.day)
            if day and abs((day - today).days) <= NEAR:
                last = replace(end, year=year + (end.first < begin.first)) if end else None
                return replace(date, value=Edtf(replace(begin, year=year), last))
        return date

    def _told(self, text: str) -> Iterator[TextDate]:
        """What only publication tells: "yesterday", "on Monday", 26日, "last month"."""
        if self._published is not None:
            yield from self._told_days(text, self._published)
        if self._relative is not None:
            yield from (TextDate(value, start, end) for value, start, end in self._relative.find(text))

    def _told_days(self, text: str, published: dt.date) -> Iterator[TextDate]:
        for match in self._words.told.around(text, _REACH) if self._words.told else ():
            word = match[0].lower()
            weekday = self._words.weekdays.get(word)
            days = self._words.relative[word] if weekday is None else -((published.weekday() - weekday) % (WEEK + 1))
            yield TextDate(Edtf.of_day(published + dt.timedelta(days)), match.start(), match.end(), told=days <= 0)
        for match in self._words.alone.around(text, _REACH):
            past = (published - dt.timedelta(back) for back in range(WEEK + 1))
            day = next((day for day in past if day.day == int(match[1])), None)
            if day:
                yield TextDate(Edtf.of_day(day), match.start(), match.end(), told=True)


_REACH: Final = 80  # characters of a date with its words, at most
_WINDOW: Final = 24  # characters before a date that may hold the first day of its range


def _day(published: Edtf | None) -> dt.date | None:
    """The day of publication, or None if less is known."""
    start = published.start if published else None
    if start is None or start.year is None or start.year < FIRST_YEAR or not start.month or not start.day:
        return None
    return _edtf(dt.date, start.year, start.month, start.day)


def _edtf(make: Callable[..., T], *parts: Moment | int | None) -> T | None:
    """What `make` makes of year, month and day (or of two moments), or None if there is no such day."""
    try:
        return make(*parts)
    except (ValueError, TypeError, OverflowError):
        return None


def _interval(begin: Moment, end: Moment, start: int, stop: int) -> TextDate | None:
    if begin.year == end.year and begin.first >= end.first:
        return None
    value = _edtf(Edtf, begin, end)
    return TextDate(value, start, stop) if value else None


def _overlaps(date: TextDate, others: list[TextDate]) -> bool:
    return any(date.start < other.end and other.start < date.end for other in others)
