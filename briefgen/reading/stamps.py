"""Dates and times of publication by their shape, in any language: figures, a word for the month, a clock, a zone."""

from __future__ import annotations

from typing import Final

import regex

from briefgen.reading.furniture import Words
from briefgen.reading.lines import Line
from briefgen.reading.mastheads import load_mastheads

LONGEST_DATE_LINE: Final = 120
"""Size of the longest line that is a date and little more."""

_ERA = r"(?:令和|平成|昭和)\s?(?:\d{1,2}|元)\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
_DAY = (
    rf"(?:{_ERA}|\d{{1,4}}\s?[./\-]\s?\d{{1,2}}\s?[./\-]\s?\d{{2,4}}"
    r"|\d{2,4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일号]?)"
)
_WORDED = (
    r"(?:\d{1,2}(?:\.|st|nd|rd|th|er|º|°)?[\s\-/]+(?:de\s+|of\s+|tháng\s+)?[\p{L}\p{M}\d][\p{L}\p{M}\d.]{0,15},?(?:\s+de|\s+năm|\s+del)?[\s\-,/]+(?:19|20|24|25|13|14|١٤|٢٠|۱۴|२०)\d\d"
    r"|(?:19|20)\d\d\.\s\p{L}{3,12}\s\d{1,2}\.?"
    r"|\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d)"
)
_CLOCK = r"(?:\d{1,2}\s?[:：hH時时시.]\s?\d{2}(?:\s?[:：]\s?\d{2}|\s?[分분])?(?:\s?[apAP]\.?[mM]\.?)?)"
_ZONE = r"(?:\s*[\-,|(]?\s*(?:GMT|UTC)\s?(?:[+\-−]\s?\d{1,2}(?::?\d\d)?)?\)?|\s(?:\p{Lu}{3,4})\b)"
_DATE = regex.compile(rf"{_DAY}|{_WORDED}")
_STAMP = regex.compile(
    rf"(?:{_CLOCK}\W{{0,4}})?(?:{_DAY}|{_WORDED})(?:\p{{L}}?[\s|,，\-–—·•:()（）/T]*(?:\p{{L}}{{1,6}}\s)?{_CLOCK})?{_ZONE}?"
)
_ABBREVIATED = regex.compile(r"\s*(?:น|г|ч|h|hod|[ap]\.?m)\.$")
_NUMBERS = regex.compile(rf"{_CLOCK}|{_ZONE}|\p{{N}}+")
_LETTERS = regex.compile(r"[\p{L}\p{M}]+")
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_BARE_DAY = (
    rf"\d{{1,2}}\s?月\s?\d{{1,2}}\s?日|\d{{1,2}}/\d{{1,2}}|(?:{_MONTHS})\p{{L}}{{0,6}}\.?\s\d{{1,2}}(?:st|nd|rd|th)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})\p{{L}}{{0,6}}\.?|(?:ngày\s)?\d{{1,2}}\s(?:tháng\s)\d{{1,2}}"
)
_YEARLESS = regex.compile(
    rf"(?:\p{{L}}{{1,12}}(?:\s\p{{L}}{{1,8}})?[,:.]?\s+)?(?:{_BARE_DAY})(?:[(（]\p{{L}}{{1,3}}[)）])?"
    rf"(?:[\s|,\-–—at]*{_CLOCK})?{_ZONE}?(?:\s?(?:配信|更新|公開|掲載|付))?",
    regex.I,
)
_TIMED = regex.compile(_CLOCK)


def stamp_of(text: str) -> str:
    """Return the date, with its time and zone, as written in a line; "" if the line states none."""
    found = _STAMP.search(text)
    return str(found[0]).strip(" |,-–—·•(（") if found else ""


def stamps_in(text: str) -> tuple[str, ...]:
    """Every date with its time as written in a line ("Published 3 May 2025, updated 4 May 2025"), in reading order."""
    found = (str(match[0]).strip(" |,-–—·•(（") for match in _STAMP.finditer(text))
    return tuple(dict.fromkeys(stamp for stamp in found if stamp))


def is_day(text: str) -> bool:
    """Whether a text is a day without its year, with a weekday, a time or a label beside it, and nothing more: "Oct 3"."""
    return bool(_YEARLESS.fullmatch(text.strip()))


def has_date(text: str) -> bool:
    """Whether a text holds a full date or a time of day."""
    return bool(_DATE.search(text) or _TIMED.search(text))


def has_time(text: str) -> bool:
    """Whether a text holds a time of day."""
    return bool(_TIMED.search(text))


def is_date_line(line: Line, words: Words) -> bool:
    """Whether a line is a date, with a weekday, a place, a time or a label beside it, and little more."""
    if line.size > LONGEST_DATE_LINE or "。" in line.text:
        return False
    text = _ABBREVIATED.sub("", line.text)
    if text.endswith((".", "。", "।", "۔")) or not _DATE.search(text):
        return False
    rest = _STAMP.sub(" ", line.text)
    rest = _NUMBERS.sub(" ", rest)
    left = _LETTERS.findall(rest)
    known = words.kind(rest) or load_mastheads().is_paper(rest.strip(" -–—|,·•"))
    return bool(known) or (len(left) <= 4 and sum(map(len, left)) <= 30)  # noqa: PLR2004  a weekday, a place, "at"
