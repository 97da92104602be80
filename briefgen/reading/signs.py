"""What each line shows itself to be, before its place on the page is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from briefgen.reading.captions import Credited, read_credit, read_image
from briefgen.reading.folding import fold
from briefgen.reading.furniture import LABELS, Words
from briefgen.reading.lines import Line
from briefgen.reading.stamps import has_date, has_time, is_date_line

MAX_LABELED: Final = 120
"""Size over which a line is not held for a labeled one ("Read also: …") but for prose."""

LONGEST_SIGN: Final = 4000
"""Size over which a line is only looked through for notices: nothing of a page's furniture is that long."""

_SUFFIXED = regex.compile(r"^[\p{L}\p{M}·・ ]{2,30}\s?(?:기자|특파원|記者|记者|特派員|통신원)(?:\s*[\w.]+@[\w.]+)?$")
_EMAIL = regex.compile(r"[\w.+\-]+@[\w\-]+\.[\w.]+")
_BRACKETS = regex.compile(r"\s*\([^()]{2,60}\)$")
"""What follows a name in a byline: "(Dakar, correspondance)"."""

_HASHTAGS = regex.compile(r"^(?:#[\p{L}\p{M}\p{N}_]+[\s,、·]*)+$")
_FIELDS = regex.compile(r"\s+[·•|]\s+")
_HANDLE = regex.compile(r"^@[\w.]+$")
_ORDINAL = regex.compile(r"^\W*\p{N}+(?:\s*[/:]\s*\p{N}+)?\W*$")
_PROSE = regex.compile(r"[.!?。]\s*\p{L}+\s\p{L}+.*[.!?。]$")
_NAMES = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}'’\-]*")
_ARROW = regex.compile(r"^(?:>{2,}|»|👉|⇒|➡|=>)\s*\S")

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


def read_signs(lines: Sequence[Line], words: Words) -> tuple[Sign, ...]:
    """Read the signs of a page's lines; a text that stands there many times is read once."""
    known: dict[str, Sign] = {}
    return tuple(known.get(line.text) or known.setdefault(line.text, read_sign(line, words)) for line in lines)


def read_sign(line: Line, words: Words) -> Sign:
    """Read the sign of a line; plain text, prose above all, has an empty kind."""
    if line.size >= LONGEST_SIGN or (line.strong and line.size >= 3 * MAX_LABELED):
        return _noticed(line, words) or Sign("menu" if line.menu else "")
    for read in _READERS:
        sign = read(line, words)
        if sign:
            return sign
    return Sign()


def _pictured(line: Line, _words: Words) -> Sign | None:
    image = read_image(line)
    if image:
        return Sign("picture", credited=image)
    return Sign("ornament") if line.rule else None


def _worded(line: Line, words: Words) -> Sign | None:
    kind = words.kind(line.text)
    if not kind or kind in LABELS:
        return None
    return Sign(kind, notices=words.notice_kinds(line.text).count("footer") if kind == "footer" else 0)


def _labeled(line: Line, words: Words) -> Sign | None:
    label, _ = words.label(line.text, "related", "tags", "advert")
    if label and line.size <= 2 * MAX_LABELED:
        return Sign(label, labeled=True)
    label, rest = words.label(line.text, "published", "byline", "source")
    if label and line.size <= MAX_LABELED * 1.5 and _fits(label, rest):
        return Sign(label, labeled=True)
    return None


def _pointing(line: Line, _words: Words) -> Sign | None:
    """Read hashtags, addresses and the arrows that point to another article (">> …", "» …" without the quotation's end)."""
    if _HASHTAGS.match(line.text) and line.text.count("#") > 1:
        return Sign("tags")
    if line.url:
        return Sign("address")
    arrow = _ARROW.match(line.text) and not line.full_stop and "«" not in line.text
    return Sign("related", labeled=True) if arrow else None


def _credited(line: Line, words: Words) -> Sign | None:
    """Read captions; "© Name" is a credit below a picture unless another notice says that it is the site's own."""
    noticed = _noticed(line, words)
    if noticed and (noticed.kind != "footer" or noticed.notices > 1):
        return noticed
    credited = read_credit(line, words)
    return Sign("caption", credited=credited) if credited else noticed


def _noticed(line: Line, words: Words) -> Sign | None:
    notices = words.notice_kinds(line.text)
    return Sign(notices[0], notices=len(notices)) if notices else None


def _dated(line: Line, words: Words) -> Sign | None:
    if is_date_line(line, words):
        return Sign("date")
    short = line.size < MAX_LABELED * 1.5 and not line.ends
    return Sign("published") if short and has_time(line.text) and words.labels(fold(line.text), "published") else None


def _named(line: Line, words: Words) -> Sign | None:
    fields = _FIELDS.split(line.text)[:3] if line.size < MAX_LABELED else []
    parts = (line, *(replace(line, text=field) for field in fields if field != line.text))
    if _SUFFIXED.match(line.text) or any(_is_byline(part, words) for part in parts):
        return Sign("byline")
    return Sign("contact") if (_EMAIL.search(line.text) and not line.sentence) or _HANDLE.match(line.text) else None


def _counted(line: Line, words: Words) -> Sign | None:
    if _ORDINAL.match(line.text):
        return Sign("number")
    return Sign("menu" if line.menu else words.kind(line.text))


_READERS: Final[tuple[Callable[[Line, Words], Sign | None], ...]] = (
    _pictured,
    _worded,
    _labeled,
    _pointing,
    _credited,
    _dated,
    _named,
    _counted,
)
"""In this order: the surest first."""


def _fits(label: str, rest: str) -> bool:
    """Whether what follows a label is what such labels introduce: a date, a name, an address or a short name."""
    if label == "published":
        return has_date(rest)
    if label == "byline" and Line(0, rest, gap=False).ends and len(rest.split()) > 1:
        return False
    prose = _PROSE.search(rest)
    return len(rest.split()) <= 12 and not prose  # noqa: PLR2004  a longer rest is prose


def _is_byline(line: Line, words: Words) -> bool:
    """Whether a line is "By Name", "Von Name, Hanoi", "Par Name": a byline word and capitalized names."""
    if line.words > 12 or line.ends:  # noqa: PLR2004  three names of three words and an address
        return False
    text = _BRACKETS.sub("", _EMAIL.sub("", line.text)).strip()
    label = next((end for _, start, end in words.labels(fold(text), "byline") if start == 0), 0)
    rest = text[label:]
    if not label or not rest.startswith((" ", ":", "：")):
        return False
    names = _NAMES.findall(rest)
    return bool(names) and all(not name[0].islower() or len(name) <= 3 for name in names)  # noqa: PLR2004  "and", "von", "de"
