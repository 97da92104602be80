"""What each line shows itself to be, before its place on the page is looked at."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from briefgen.reading.captions import Credited, read_credit, read_image
from briefgen.reading.folding import fold
from briefgen.reading.furniture import Words
from briefgen.reading.lines import Line

_DAY = r"(?:\d{1,4}\s?[./\-]\s?\d{1,2}\s?[./\-]\s?\d{2,4}|\d{2,4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일号]?)"
_WORDED = (
    r"(?:\d{1,2}(?:\.|st|nd|rd|th|er|º|°)?[\s\-/]+(?:de\s+|of\s+|tháng\s+)?[\p{L}\p{M}\d]{1,16}\.?,?(?:\s+de|\s+năm|\s+del)?[\s\-,/]+(?:19|20|24|25|13|14|١٤|٢٠|۱۴|२०)\d\d"
    r"|\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d)"
)
_CLOCK = r"(?:\d{1,2}\s?[:：hH時时시.]\s?\d{2}(?:\s?[:：]\s?\d{2}|\s?[分분])?(?:\s?[apAP]\.?[mM]\.?)?)"
_ZONE = r"(?:\s*[\-,|(]?\s*(?:GMT|UTC)\s?(?:[+\-−]\s?\d{1,2}(?::?\d\d)?)?\)?|\s(?:\p{Lu}{3,4})\b)"
_DATE = regex.compile(rf"{_DAY}|{_WORDED}")
_STAMP = regex.compile(
    rf"(?:{_CLOCK}\W{{0,4}})?(?:{_DAY}|{_WORDED})(?:\p{{L}}?[\s|,，\-–—·•:()（）/T]*(?:\p{{L}}{{1,6}}\s)?{_CLOCK})?{_ZONE}?"
)
_ABBREVIATED = regex.compile(r"\s*(?:น|г|ч|h|hod|[ap]\.?m)\.$")
_TIMED = regex.compile(_CLOCK)
_ARROW = regex.compile(r"^(?:>{2,}|»|👉|⇒|➡|=>)\s*\S")
_SUFFIXED = regex.compile(r"^[\p{L}\p{M}·・ ]{2,30}\s?(?:기자|특파원|記者|记者|特派員|통신원)(?:\s*[\w.]+@[\w.]+)?$")
_EMAIL = regex.compile(r"[\w.+\-]+@[\w\-]+\.[\w.]+")
_HASHTAGS = regex.compile(r"^(?:#[\p{L}\p{M}\p{N}_]+[\s,、·]*)+$")
_HANDLE = regex.compile(r"^@[\w.]+$")
_ORDINAL = regex.compile(r"^\W*\p{N}+(?:\s*[/:]\s*\p{N}+)?\W*$")

CUT_ANYWHERE = frozenset(
    {
        "picture",
        "ornament",
        "caption",
        "related",
        "share",
        "advert",
        "comments",
        "newsletter",
        "cookies",
        "counter",
        "gallery",
        "tools",
        "tags",
        "author",
    }
)
"""Kinds of furniture that are cut between paragraphs too; the others only outside the article's body."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What a line shows: its kind (empty for plain text), whether a label opens it, and what was read from it."""

    kind: str = ""
    labeled: bool = False
    credited: Credited | None = None
    notices: int = 0


def read_sign(line: Line, words: Words) -> Sign:
    """Read the sign of a line; plain text, prose above all, has an empty kind."""
    image = read_image(line)
    if image:
        return Sign("picture", credited=image)
    if line.rule:
        return Sign("ornament")
    if not line.strong or line.size < 3 * MAX_LABELED:
        return _worded(line, words)
    return _noticed(line, words)


MAX_LABELED = 120
"""Size over which a line is not held for a labeled one ("Read also: …") but for prose."""


def stamp_of(text: str) -> str:
    """Return the date, with its time and zone, as written in a line; "" if the line states none."""
    found = _STAMP.search(text)
    return found[0].strip(" |,-–—·•(（") if found else ""


def _worded(line: Line, words: Words) -> Sign:
    kind = words.kind(line.text)
    if kind and kind not in {"credit", "source", "byline", "published"}:
        return Sign(kind)
    label, _ = words.label(line.text, "related", "tags", "advert")
    if label and line.size <= 2 * MAX_LABELED:
        return Sign(label, labeled=True)
    label, rest = words.label(line.text, "published", "byline", "source")
    if label and line.size <= MAX_LABELED * 1.5 and _fits(label, rest):
        return Sign(label, labeled=True)
    if _HASHTAGS.match(line.text) and line.text.count("#") > 1:
        return Sign("tags")
    if line.url:
        return Sign("address")
    if _is_arrow(line):
        return Sign("related", labeled=True)
    noticed = _noticed(line, words)
    credited = read_credit(line, words) if noticed.kind in {"", "footer"} and noticed.notices < 2 else None  # noqa: PLR2004
    if noticed.kind and not credited:
        return noticed
    if credited:
        return Sign("caption", credited=credited)
    return _shaped(line, words, kind)


def _noticed(line: Line, words: Words) -> Sign:
    notices = words.notice_kinds(line.text)
    return Sign(notices[0], notices=len(notices)) if notices else Sign()


def _shaped(line: Line, words: Words, kind: str) -> Sign:
    if _is_date(line, words):
        return Sign("date")
    if (
        line.size < MAX_LABELED * 1.5
        and not line.ends
        and _TIMED.search(line.text)
        and words.labels(fold(line.text), "published")
    ):
        return Sign("published")
    if _SUFFIXED.match(line.text) or _is_byline(line, words):
        return Sign("byline")
    if (_EMAIL.search(line.text) and not line.sentence) or _HANDLE.match(line.text):
        return Sign("contact")
    if _ORDINAL.match(line.text):
        return Sign("number")
    if line.menu:
        return Sign("menu")
    return Sign(kind)


def _fits(label: str, rest: str) -> bool:
    """Whether what follows a label is what such labels introduce: a date, a name, an address or a short name."""
    if label == "published":
        return bool(_DATE.search(rest) or regex.search(_CLOCK, rest))
    if label == "byline" and Line(0, rest, gap=False).ends and len(rest.split()) > 1:
        return False
    return len(rest.split()) <= 12 and not regex.search(r"[.!?。]\s*\p{L}+\s\p{L}+.*[.!?。]$", rest)  # noqa: PLR2004  a long rest is prose


def _is_arrow(line: Line) -> bool:
    """Whether arrows point from the line to another article: ">> …", "» …" without the quotation's other mark."""
    pointed = _ARROW.match(line.text)
    return bool(pointed) and not line.full_stop and "«" not in line.text


def _is_date(line: Line, words: Words) -> bool:
    """Whether a line is a date, with a weekday, a place, a time or a label beside it, and little more."""
    text = _ABBREVIATED.sub("", line.text)
    if line.size > MAX_LABELED or text.endswith((".", "。", "।", "۔")) or not _DATE.search(text):
        return False
    rest = _STAMP.sub(" ", line.text)
    rest = regex.sub(rf"{_CLOCK}|{_ZONE}|\p{{N}}+", " ", rest)
    left = regex.findall(r"[\p{L}\p{M}]+", rest)
    known = words.kind(rest)
    return bool(known) or (len(left) <= 4 and sum(map(len, left)) <= 30)  # noqa: PLR2004  a weekday, a place, "at"


def _is_byline(line: Line, words: Words) -> bool:
    """Whether a line is "By Name", "Von Name, Hanoi", "Par Name": a byline word and capitalized names."""
    text = _EMAIL.sub("", line.text).strip()
    if line.ends or line.words > 12:  # noqa: PLR2004  three names of three words and an address
        return False
    first, _, rest = text.partition(" ")
    if "byline" not in words.kinds.get(first.lower().strip(":"), ()) or not rest:
        return False
    names = regex.findall(r"[\p{L}\p{M}][\p{L}\p{M}.'’\-]*", rest)
    return bool(names) and all(not name[0].islower() or len(name) <= 3 for name in names)  # noqa: PLR2004  "and", "von", "de"
