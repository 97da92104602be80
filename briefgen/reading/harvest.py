"""What cut lines say about an article's publication: date, author, agency, publisher and address, as written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from briefgen.model.article import Harvest, Removed, Trait
from briefgen.model.evidence import Trace
from briefgen.reading.agencies import bare_agency, is_agency
from briefgen.reading.bylines import are_people, names_in
from briefgen.reading.folding import fold, letters_of
from briefgen.reading.furniture import Words
from briefgen.reading.mastheads import Mastheads, load_mastheads
from briefgen.reading.signatures import SIGNED, UNMARKED, Unmarked, beside, read_unmarked
from briefgen.reading.stamps import is_day, stamps_in

_SIGNED = regex.compile(r"(?<=\p{Ll})\s*[/／]\s*|(?<=\p{Ll})\s+[–—-]\s+(?!.*[(（])|(?<=\p{Ll})\s*[(（]")
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
_FOLLOW = regex.compile(
    r"(?:theo dõi|follow)\s+(?P<name>\p{Lu}.{2,40}?)\s+(?:trên|on)\s+(?:Google News|Facebook|Zalo|Telegram|YouTube|X)\b",
    regex.I,
)
"""The invitation to follow a paper elsewhere."""

_BAR = regex.compile(r"\s*[|｜]\s*|\s+[–—\-]\s+")
_TONED = regex.compile(r"[ạ-ỹđơưăâêô]", regex.I)
_EMAIL = regex.compile(r"\s*[(<]?[\w.+\-]+@[\w\-]+\.[\w.]+[)>]?")
_SUFFIX = regex.compile(r"\s?(?:기자|특파원|記者|记者|特派員|통신원)$")
_PLACE = regex.compile(r"\p{Lu}[\p{L}\p{M}'’\-]+(?: \p{Lu}[\p{L}\p{M}'’\-]+){0,2}")
_RULES = {
    Trait.DATE: "date-line",
    Trait.AUTHOR: "byline",
    Trait.SOURCE_URL: "source-line",
    Trait.PUBLISHER: "publisher-line",
    Trait.AGENCY: "agency-line",
    Trait.DATELINE: "place-line",
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


_SHORT = 120  # signs of a line that may invite to follow a paper

REACH = 5
"""Lines, blank ones included, between an article and its unlabeled date or byline."""


def harvest_removed(removed: Sequence[Removed], kinds: Sequence[str], frame: Frame, words: Words) -> tuple[Harvest, ...]:
    """Read publication traits from cut lines; `kinds` says what each line was taken for.

    The first value of a trait comes from the line that states it best: a labeled date before a bare one. Proofs name the line.
    """
    found: list[tuple[int, int, Harvest]] = []
    heads = load_mastheads()
    for index, (line, kind) in enumerate(zip(removed, kinds, strict=True)):
        unmarked = _unmarked(line, kind, frame, beside(index, kinds)) if kind in UNMARKED else None
        read = read_unmarked(unmarked, words, heads) if unmarked else _read(line.text, kind, words, heads)
        for rank, trait, value in (*read, *_beside(line.text, kind, frame.headline)):
            if rank and trait in _NEAR and not frame.near(line.line):
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


_NEAR = frozenset({Trait.DATE, Trait.AUTHOR, Trait.DATELINE, Trait.AGENCY})
"""What a line states, without a label, of the article beside it only."""


def _unmarked(line: Removed, kind: str, frame: Frame, around: frozenset[str]) -> Unmarked:
    signed = kind == "below" and line.line - frame.bottom <= SIGNED
    return Unmarked(line.text, kind, frame.near(line.line), signed, around, bool(_TONED.search(line.text + frame.headline)))


_CREDITED = frozenset({"date", "byline", "published", "menu", "counter", "contact"})
"""Kinds of lines that may state date, author and source, in whatever order."""


def _read(text: str, kind: str, words: Words, heads: Mastheads) -> Iterator[tuple[int, Trait, str]]:
    """Yield rank (0 is best), trait and value of what a line states."""
    if kind in {"address", "source"}:
        yield from _source(text, kind, words)
    elif kind == "footer":
        yield from _publisher(text)
    elif kind == "agency":
        *author, agency = _SIGNED.split(text.strip(" —–-()[]【】（）\t."))
        agency = bare_agency(agency)
        yield 0, Trait.AGENCY, next((w for w in agency.split() if is_agency(w, words)), agency) if author else agency
        yield from ((1, Trait.AUTHOR, name) for name in author)
    elif kind == "advert" and is_agency(bare_agency(text), words):
        yield 1, Trait.AGENCY, bare_agency(text)
    elif kind in _CREDITED or (kind in {"newsletter", "tools", "share"} and stamps_in(text)):
        yield from _credits(text, kind, words, heads)


def _beside(text: str, kind: str, headline: str) -> Iterator[tuple[int, Trait, str]]:
    """Yield the name of the site beside a repeated headline: "Headline | Site"."""
    followed = _FOLLOW.search(text) if len(text) < _SHORT else None
    if followed and load_mastheads().is_paper(followed["name"]):
        yield 5, Trait.PUBLISHER, followed["name"]
    if kind == "site":
        yield 0, Trait.PUBLISHER, text.strip(" |｜–—-»›·•")
    elif headline and len(text) < 400 and headline in letters_of(text):  # noqa: PLR2004  longer than a page title
        parts = _BAR.split(text)
        if len(parts) == 2 and headline in letters_of(parts[0]) and len(parts[1].split()) <= 5:  # noqa: PLR2004  names of sites are short
            yield 0, Trait.PUBLISHER, parts[1].strip()


def _credits(text: str, kind: str, words: Words, heads: Mastheads) -> Iterator[tuple[int, Trait, str]]:
    """Read a line of dates, author and source, in whatever order and divided by whatever marks."""
    opening = ""
    filed = _FILED.match(text)
    if filed:
        yield 2, Trait.DATELINE, filed["place"]
        yield from ((1, trait, name) for trait, name in names_in(filed["by"], words, heads))
        text = text[filed.end() :]
    text = _ENCLOSED.sub(r"\1", text.strip())
    for stamp in stamps_in(text):
        before, _, after = text.partition(stamp)
        opening = opening or _SMALL_END.sub("", before).rstrip(" ,")
        yield (0 if kind == "published" or words.labels(fold(before), "published") else 1), Trait.DATE, stamp
        text = f"{before.rstrip(' :|-–—,(')} | {after.lstrip(' |-–—,)')}"
    if not stamps_in(text):
        yield from ((1, Trait.DATE, field.strip()) for field in _FIELDS.split(text) if is_day(field))
    for place in _PLACES.finditer(text):
        yield 2, Trait.DATELINE, place[1].strip()
    if kind == "date" and _is_place(opening, words, heads):
        yield 2, Trait.DATELINE, opening
    for field in _FIELDS.split(text):
        yield from _field(field.strip(" ,"), kind, words, heads)


_PLACES = regex.compile(rf"(?:{'|'.join(load_mastheads().places)})\s*[:：]\s*([^|｜\s][^|｜]*?)(?=\s*(?:[|｜\[［]|$))")
_FILED = regex.compile(r"^【(?P<place>[^【】=＝]{1,12})[=＝](?P<by>[^【】]{2,16})】")
_ENCLOSED = regex.compile(r"^[(（\[【〔]([^()（）\[\]【】〔〕]+)[)）\]】〕]$")
_SMALL_END = regex.compile(r",\s+\p{Ll}+\s*$")


def _is_place(text: str, words: Words, heads: Mastheads) -> bool:
    """Whether what stands before the date of a line is the place: "Nairobi, 3 October 2025"."""
    named = (
        fold(text) in heads.weekdays
        or heads.is_paper(text)
        or heads.is_body(text)
        or words.kind(text)
        or is_agency(text, words)
    )
    return bool(_PLACE.fullmatch(text)) and not named


def _field(field: str, kind: str, words: Words, heads: Mastheads) -> Iterator[tuple[int, Trait, str]]:
    label, rest = words.label(field, "published", "byline", "source")
    if kind == "byline" and fold(field).startswith(_AFTER) and not regex.search(r"[/,–-]", field):
        taken = field[len(_AFTER) :].strip()
        agency = is_agency(taken, words) or heads.is_agency(taken)
        yield 1, Trait.AGENCY if agency else Trait.PUBLISHER, taken
    elif label == "byline":
        yield from ((int(trait is not Trait.AUTHOR), trait, name) for trait, name in names_in(rest, words, heads))
    elif label == "source":
        yield from _source(field, "source", words)
    elif field and not label:
        opened = next((end for _, start, end in words.labels(fold(field), "published") if start == 0), 0)
        rest = field[opened:].strip() if field[opened : opened + 1].isspace() else field
        if fold(field[:opened]).endswith((" by", " bởi")):
            yield from ((1, trait, name) for trait, name in names_in(rest, words, heads))
        else:
            yield from _plain(rest, kind, words, heads)


_AFTER = "theo "
"""What names, in Vietnamese, the paper or agency from which an article was taken."""


def _plain(field: str, kind: str, words: Words, heads: Mastheads) -> Iterator[tuple[int, Trait, str]]:
    """Read a field that no label opens: the name of an agency or publisher, "by Name", "Name 記者"."""
    if is_agency(field, words) or heads.is_agency(field):
        yield 2, Trait.AGENCY, field
    elif heads.is_paper(field):
        yield 2, Trait.PUBLISHER, field
    elif kind in {"byline", "date", "published"}:
        opened = next((end for _, start, end in words.labels(fold(field), "byline") if start == 0), 0)
        named = _EMAIL.sub("", field).strip()
        if opened and field[opened : opened + 1] in {" ", "＝", "=", "・"}:
            yield from ((1, trait, name) for trait, name in names_in(field[opened:], words, heads))
        elif _SUFFIX.search(named):
            yield 1, Trait.AUTHOR, _SUFFIX.sub("", named).strip()
        elif kind != "published" and are_people(field) and not (words.kind(field) or heads.is_city(field)):
            yield 2, Trait.AUTHOR, field


def _source(text: str, kind: str, words: Words) -> Iterator[tuple[int, Trait, str]]:
    address = _URL.search(text)
    if address:
        yield (0 if kind == "source" else 1), Trait.SOURCE_URL, address[0].rstrip(".,;")
        return
    _, rest = words.label(text, "source")
    name = _FIELDS.split(rest)[0].strip(" .)）")
    if name and name in words.agencies:
        yield 0, Trait.AGENCY, name
    elif name and (len(name.split()) <= 6 or load_mastheads().is_body(name)):  # noqa: PLR2004  a longer text is no name
        yield 1, Trait.PUBLISHER, name


def _publisher(text: str) -> Iterator[tuple[int, Trait, str]]:
    found = _COPYRIGHT.search(text)
    if found:
        name = _RIGHTS.sub("", found[1]).strip(" -–—:")
        if len(name) > 1:
            yield 2, Trait.PUBLISHER, name
