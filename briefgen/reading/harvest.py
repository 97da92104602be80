"""What cut lines say about an article's publication: date, author, agency, publisher and address, as written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from briefgen.model.article import Harvest, Removed, Trait
from briefgen.model.evidence import Trace
from briefgen.reading.folding import fold, letters_of
from briefgen.reading.furniture import Words
from briefgen.reading.stamps import stamp_of

_FIELDS = regex.compile(r"\s+[|•·/–—-]\s+|\s*[|｜]\s*|\t+|\s{3,}")
_URL = regex.compile(r"https?://[^\s<>\"'）)」】]+|www\.[^\s<>\"'）)」】]+")
_COPYRIGHT = regex.compile(
    r"(?:©|\(c\)|ⓒ|copyright|Ⓒ)\s*(?:©|\(c\))?\s*(?:copyright\s*)?(?:by\s+)?(?:\d{4}\s*[-–—]\s*)?(?:\d{4})?[\s,.:|]*"
    r"(?:by\s+)?"
    r"([\p{L}\p{N}][^.,|©;!()\[\]。，、]{1,60})",
    regex.I,
)
_RIGHTS = regex.compile(
    r"\s*(?:[-–—]\s*)?(?:all rights|tous droits|alle rechte|todos los|todos os|tutti i|wszelkie|všechna"
    r"|все права|усі права|tüm hak|her hakkı|hak cipta|版权所有|版權所有|保留|無断|무단|جميع|کلیه|כל הזכויות"
    r"|สงวน|सर्वाधिकार|giữ bản|bản quyền|(?:19|20)\d\d).*$",
    regex.I,
)
_BAR = regex.compile(r"\s*[|｜]\s*|\s+[–—\-]\s+")
_EMAIL = regex.compile(r"\s*[(<]?[\w.+\-]+@[\w\-]+\.[\w.]+[)>]?")
_SUFFIX = regex.compile(r"\s?(?:기자|특파원|記者|记者|特派員|통신원)$")
_RULES = {
    Trait.DATE: "date-line",
    Trait.AUTHOR: "byline",
    Trait.SOURCE_URL: "source-line",
    Trait.PUBLISHER: "publisher-line",
    Trait.AGENCY: "agency-line",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """The article on its page: its headline folded to letters ("" without one), its first and its last line."""

    headline: str
    top: int
    bottom: int

    def near(self, line: int) -> bool:
        """Whether a line is close enough above or below to speak of this article and not of the page or another one."""
        return self.top - REACH <= line <= self.bottom + REACH


REACH = 5
"""Lines, blank ones included, between an article and its unlabeled date or byline."""


def harvest_removed(removed: Sequence[Removed], kinds: Sequence[str], frame: Frame, words: Words) -> tuple[Harvest, ...]:
    """Read publication traits from cut lines; `kinds` says what each line was taken for.

    The first value of a trait comes from the line that states it best: a labeled date before a bare one. Proofs name the line.
    """
    found: list[tuple[int, int, Harvest]] = []
    for index, (line, kind) in enumerate(zip(removed, kinds, strict=True)):
        for rank, trait, value in (*_read(line.text, kind, words), *_beside(line.text, kind, frame.headline)):
            if rank and trait in {Trait.DATE, Trait.AUTHOR} and not frame.near(line.line):
                continue
            if value and value in line.text:
                above = trait is Trait.DATE and rank > 0 and line.line < frame.top  # the page's own day may stand there
                found.append(
                    (rank + above, index, Harvest(trait, value, Trace(f"removed[{index}]", value, f"cleaning/{_RULES[trait]}")))
                )
    found.sort(key=lambda item: item[:2])
    seen: set[tuple[Trait, str]] = set()
    kept = []
    for _, _, harvest in found:
        if (harvest.trait, harvest.value) not in seen:
            seen.add((harvest.trait, harvest.value))
            kept.append(harvest)
    return tuple(kept)


def _read(text: str, kind: str, words: Words) -> Iterator[tuple[int, Trait, str]]:
    """Yield rank (0 is best), trait and value of what a line states."""
    if kind in {"address", "source"}:
        yield from _source(text, kind, words)
    elif kind == "footer":
        yield from _publisher(text)
    elif kind == "agency":
        *author, agency = regex.split(
            r"(?<=\p{Ll})\s*[/／]\s*|(?<=\p{Ll})\s+[–—-]\s+|(?<=\p{Ll})\s*[(（]", text.strip(" —–-()[]【】（）\t.")
        )
        yield 0, Trait.AGENCY, agency
        yield from ((1, Trait.AUTHOR, name) for name in author)
    elif kind in {"date", "byline", "published", "menu", "counter", "contact"}:
        yield from _credits(text, kind, words)


def _beside(text: str, kind: str, headline: str) -> Iterator[tuple[int, Trait, str]]:
    """Yield the name of the site beside a repeated headline: "Headline | Site"."""
    if kind == "site":
        yield 0, Trait.PUBLISHER, text.strip(" |｜–—-»›·•")
    elif headline and len(text) < 400 and headline in letters_of(text):  # noqa: PLR2004  longer than a page title
        parts = _BAR.split(text)
        if len(parts) == 2 and headline in letters_of(parts[0]) and len(parts[1].split()) <= 5:  # noqa: PLR2004  names of sites are short
            yield 0, Trait.PUBLISHER, parts[1].strip()


def _credits(text: str, kind: str, words: Words) -> Iterator[tuple[int, Trait, str]]:
    """Read a line of date, author and source, in whatever order and divided by whatever marks."""
    stamp = stamp_of(text)
    if stamp:
        start = text.index(stamp)
        leading = fold(text[:start])
        yield (0 if kind == "published" or words.labels(leading, "published") else 1), Trait.DATE, stamp
        text = f"{text[:start].rstrip(' :|-–—,(')} | {text[start + len(stamp) :].lstrip(' |-–—,)')}"
    for field in _FIELDS.split(text):
        yield from _field(field.strip(), kind, words)


def _field(field: str, kind: str, words: Words) -> Iterator[tuple[int, Trait, str]]:
    label, rest = words.label(field, "published", "byline", "source")
    if label == "byline":
        yield 0, Trait.AUTHOR, _name(rest)
    elif label == "source":
        yield from _source(field, "source", words)
    elif kind in {"byline", "date"} and field and not label:
        opened = next((end for _, start, end in words.labels(fold(field), "byline") if start == 0), 0)
        if opened and field[opened : opened + 1] == " ":
            yield 1, Trait.AUTHOR, _name(field[opened:])
        elif _SUFFIX.search(_EMAIL.sub("", field).strip()):
            yield 1, Trait.AUTHOR, _SUFFIX.sub("", _EMAIL.sub("", field).strip()).strip()


def _name(text: str) -> str:
    """Cut what follows a name in a byline: an e-mail address, a place after a comma, the agency after a slash stays."""
    name = _EMAIL.sub("", text).strip(" |,;·•-–—)")
    return str(_FIELDS.split(name)[0]).strip()


def _source(text: str, kind: str, words: Words) -> Iterator[tuple[int, Trait, str]]:
    address = _URL.search(text)
    if address:
        yield (0 if kind == "source" else 1), Trait.SOURCE_URL, address[0].rstrip(".,;")
        return
    _, rest = words.label(text, "source")
    name = _FIELDS.split(rest)[0].strip(" .)）")
    if name and name in words.agencies:
        yield 0, Trait.AGENCY, name
    elif name and len(name.split()) <= 6:  # noqa: PLR2004  a longer text is no name
        yield 1, Trait.PUBLISHER, name


def _publisher(text: str) -> Iterator[tuple[int, Trait, str]]:
    found = _COPYRIGHT.search(text)
    if found:
        name = _RIGHTS.sub("", found[1]).strip(" -–—:")
        if len(name) > 1:
            yield 2, Trait.PUBLISHER, name
