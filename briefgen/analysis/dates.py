"""The grammar of written dates: where a text writes a date, as EDTF with the precision it has.

Our own because every library tried guessed (field.md B3: "October 25–26" became the year 2026, 2019年 the year 6).
A rule is a name and a pattern with the groups `year`, `month`, `day`; adding a way to write dates is adding a rule.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from briefgen.analysis import persian
from briefgen.analysis.cues import windows
from briefgen.analysis.date_words import DateWords, Order
from briefgen.analysis.letters import lowered
from briefgen.model.edtf import Edtf, Moment

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2199
"""Numbers outside are no years of a news report; both ends are generous, as a date is told by its form."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """`text[start:end]` writes the date `value`; `rule` says in which form (`dates/iso`, `dates/era` …)."""

    value: Edtf
    start: int
    end: int
    rule: str


class DateGrammar:
    """Reads the dates of one language, with that of English beside it, which metadata uses everywhere."""

    def __init__(self, words: DateWords, lang: str, territory: str = "") -> None:
        """Take the words of dates, the language (BCP 47) and the territory whose order of numbers counts (or "")."""
        self._months = words.months(lang)
        self._eras = words.eras
        self._ahead = words.years_ahead(lang)
        self._persian = words.is_persian(lang)
        self._order = words.order(lang, territory)
        self._rules = tuple(
            (signs, tuple(rules)) for signs, rules in groupby(_rules(words, lang, self._months), lambda rule: rule[2])
        )

    def find(self, text: str) -> tuple[WrittenDate, ...]:
        """Every date in a text, in reading order, never overlapping; of two readings the longer.

        What has the form of a date and is none (30 February) hides the shorter forms in it (February).
        """
        found = []
        end = 0
        for match, rule in sorted(self._matches(_plain(text)), key=lambda item: (item[0].start(), -item[0].end())):
            if match.start() >= end:
                end = match.end()
                value = self._value(match.groupdict())
                if value:
                    found.append(WrittenDate(value, match.start(), end, f"dates/{rule}"))
        return tuple(found)

    def _matches(self, plain: str) -> Iterator[tuple[re.Match[str], str]]:
        """Whatever has the form of a date; overlapping readings stand in the order of the rules."""
        for start, end in windows((match.start() for match in _NUMBER.finditer(plain)), _REACH):
            around = plain[start:end]
            if _MARKED.search(around):
                yield from ((match, rule) for rule, pattern in _NUMERIC for match in pattern.finditer(plain, start, end))
            for signs, rules in self._rules:
                if any(map(around.__contains__, signs)):
                    for rule, pattern, _ in rules:
                        yield from ((match, rule) for match in pattern.finditer(plain, start, end))

    def _value(self, parts: Mapping[str, str | None]) -> Edtf | None:
        """The date of the parts of a match, or None if there is no such day or its order cannot be known."""
        year = self._year(parts)
        if "year" in parts and "first" in parts:
            day, month = _ordered(_number(parts["first"]), _number(parts["second"]), self._order)
        elif "third" in parts:
            day, month, year = self._short(parts)
        else:
            day, month = _number(parts.get("day")), self._month(parts.get("month"))
        if month is None and ("month" in parts or "era" not in parts):
            return None
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            return None
        try:
            if self._persian and year is not None and persian.FIRST_YEAR <= year <= persian.LAST_YEAR:
                return Edtf.of_day(persian.common_day(year, month, day)) if month and day else None
            return Edtf(Moment(year, month, day))
        except ValueError:
            return None

    def _short(self, parts: Mapping[str, str | None]) -> tuple[int | None, int | None, int | None]:
        """Day, month and year of three numbers of two digits, which only the order of the language tells apart."""
        by_letter = dict(zip(self._order or "", map(_number, (parts["first"], parts["second"], parts["third"])), strict=False))
        year = by_letter.get("y")
        if year is None or self._ahead:
            return None, None, None
        return by_letter["d"], by_letter["m"], year + (_CENTURY if year < _WEB else _CENTURY - 100)

    def _year(self, parts: Mapping[str, str | None]) -> int | None:
        year = _number(parts.get("year"))
        era = parts.get("era")
        if era and year is not None:
            return self._eras[era] + year
        if year is not None and self._ahead and year - self._ahead > FIRST_YEAR and year > _BUDDHIST_FROM:
            return year - self._ahead
        return year

    def _month(self, word: str | None) -> int | None:
        return self._months.get(word) or _number(word) if word else None


_NUMBER: Final = re.compile("[0-9年][0-9]*")
"""A number stands in every form of a date; one in Han numerals has the sign of the year behind it."""

_REACH: Final = 40
"""Characters between a number of a date and either end of the date, at most; none has as many."""


_Rule = tuple[str, re.Pattern[str], frozenset[str]]
"""The name of a form, its pattern, and words or signs of which one stands in it."""


def _rules(words: DateWords, lang: str, months: Mapping[str, int]) -> Iterator[_Rule]:
    """Every form of a date that holds words or signs.

    Each pattern begins with the characters it may begin with and looks back behind the first of them, not before it: only
    then `re` skips in one go to where a match can begin.
    """
    east = r"\s*[月월](?:\s*(?P<day>\d{1,2})\s*[日일号號])?"
    cjk = rf"{_YEAR}\s*[年년]\s*(?P<month>\d{{1,2}}){east}"
    yield "cjk", re.compile(cjk), frozenset("年년")
    era = rf"(?P<era>{_any(words.eras)})\s*(?P<year>\d{{1,3}}|元)\s*年"
    yield "era", re.compile(rf"{era}\s*(?P<month>\d{{1,2}}){east}"), frozenset(words.eras)
    yield "era-year", re.compile(rf"{era}(?!\s*\d{{1,2}}\s*[月월]|[度版])"), frozenset(words.eras)
    han = rf"(?P<year>[{_HAN}][{_HAN}]{{3}})年(?P<month>[{_HAN}]{{1,2}})月(?:(?P<day>[{_HAN}]{{1,3}})日)?"
    yield "han", re.compile(han), frozenset("年")
    month_day = r"(?P<month>\d(?<!\d\d)\d?)\s*[月월]\s*(?P<day>\d{1,2})\s*[日일号號]"
    yield "month-day", re.compile(month_day), frozenset("月월")
    yield from _named(words, lang, months)


_YEAR: Final = r"(?P<year>\d(?<!\d\d)\d{3})"
_FIRST: Final = r"(?P<first>\d(?<![\d:/.\-]\d)"
_NUMERIC: Final = (
    ("iso", re.compile(rf"{_YEAR}(?P<sep>[-/.])\s?(?P<month>\d{{1,2}})(?P=sep)\s?(?P<day>\d{{1,2}})(?!\d)")),
    ("numbers", re.compile(rf"{_FIRST}\d?)(?P<sep>[-/.])\s?(?P<second>\d{{1,2}})(?P=sep)\s?(?P<year>\d{{4}})(?!\d)")),
    ("short", re.compile(rf"{_FIRST}\d)(?P<sep>[-/.])(?P<second>\d{{2}})(?P=sep)(?P<third>\d{{2}})(?![\d:/\-]|\.\d)")),
)
"""The forms of numbers and marks alone, which are those of every language."""

_MARKED: Final = re.compile(r"\d[-/.]\s?\d{1,2}[-/.]")
"""What stands in each of them."""


def _named(words: DateWords, lang: str, months: Mapping[str, int]) -> Iterator[_Rule]:
    """The forms that name the month: between words and marks, in any order, with and without the day or the year."""
    name = rf"{_month(months, words.attached(lang))}(?![^\W\d_])(?:(?<!\d)|(?!\d))\.?"  # "tháng 1" is not in "tháng 12"
    between = _any(words.between(lang))
    link = r"[\s.,/\-]*" + (rf"(?:(?:{between})[\s.,/\-]*)?" if between else "")
    day = rf"(?P<day>\d(?<![\d:/.\-]\d)\d?)(?!\d)(?:{_any(words.ordinals)})?"
    year = rf"{_YEAR}(?!\d)"
    forms = {
        "day-name-year": f"{day}{link}{name}{link}{year}",
        "name-day-year": f"{name}{link}{day}{link}{year}",
        "year-name-day": rf"{year}{link}{name}{link}(?P<day>\d{{1,2}})(?!\d)",
        "year-day-name": f"{year}{link}{day}{link}{name}",
        "name-year": f"{name}{link}{year}",
        "day-name": f"{day}{link}{name}",
        "name-day": rf"{name}{link}(?P<day>\d{{1,2}})(?![\d:])",
    }
    yield from ((form, re.compile(pattern), frozenset(months)) for form, pattern in forms.items())


def _month(months: Iterable[str], attached: str) -> str:
    """A pattern for the name of a month at the beginning of a word, or behind the letters that are attached to it."""
    if attached:
        return rf"(?<![^\W\d_])(?:{re.escape(attached)})?(?P<month>{_any(months)})"
    rests: dict[str, list[str]] = {}
    for name in months:
        rests.setdefault(name[:1], []).append(name[1:])
    return f"(?P<month>{'|'.join(_beginning(letter, rests[letter]) for letter in sorted(rests) if letter)})"


def _beginning(letter: str, rests: Iterable[str]) -> str:
    """A pattern for words that begin with a letter which no other precedes."""
    return rf"{re.escape(letter)}(?<![^\W\d_]{re.escape(letter)})(?:{_any(rests)}{'|' if '' in rests else ''})"


_HAN: Final = "〇零一二三四五六七八九十"
_HAN_VALUES: Final = {char: value for value, char in enumerate("〇一二三四五六七八九十")} | {"零": 0}
_TEN: Final = 10
_CENTURY: Final = 2000
_WEB: Final = 94
"""A year of two digits is of this century from 00 to 93, and of the last from 94 on, when newsrooms came to the web."""
_BUDDHIST_FROM: Final = 2400
"""A year of the Buddhist era is above, a common one below: 2400 is 1857."""


def _number(word: str | None) -> int | None:
    """The number a word writes: digits, 元 (the first), or Han numerals by place (二〇二五) or with tens (二十六)."""
    if not word:
        return None
    if word == "元":
        return 1
    if word.isdecimal():
        return int(word)
    values = [_HAN_VALUES.get(char) for char in word]
    known = [value for value in values if value is not None]
    if len(known) != len(values):
        return None
    if _TEN not in known:
        return int("".join(map(str, known)))
    at = known.index(_TEN)
    tens, ones = known[:at] or [1], known[at + 1 :] or [0]
    return tens[0] * _TEN + ones[0] if len(tens) == len(ones) == 1 else None


def _ordered(first: int | None, second: int | None, order: Order | None) -> tuple[int | None, int | None]:
    """Day and month of two numbers: as only one order allows, else in the order given; (None, None) if nobody can know."""
    if first is None or second is None:
        return None, None
    if first > _MONTHS or first == second or (order == "dmy" and second <= _MONTHS):
        return first, second
    if second > _MONTHS or order == "mdy":
        return second, first
    return None, None


_MONTHS: Final = 12


def _plain(text: str) -> str:
    """The text in lower case with ASCII digits and separators, as long as before ("２０２５／１０／２６" → "2025/10/26")."""
    lower = lowered(text)
    return lower if lower.isascii() else _UNUSUAL.sub(lambda match: _plain_char(match[0]), lower)


def _plain_char(char: str) -> str:
    return _SEPARATORS.get(char) or str(unicodedata.decimal(char))


_SEPARATORS: Final = {
    "／": "/",
    "．": ".",
    "－": "-",
    "‐": "-",
    "‑": "-",
    "，": ",",
    "\u00a0": " ",
    "\u202f": " ",
    "\u3000": " ",
}
_UNUSUAL: Final = re.compile(rf"[^\D0-9]|[{''.join(_SEPARATORS)}]")
"""Digits of other scripts than ASCII, and separators."""


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)) if word)
