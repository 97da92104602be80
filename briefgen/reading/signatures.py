"""Who signs an article without a label: a masthead above it, a name beside the date or below the last paragraph.

A line says by its words that it names a publisher (`mastheads`); that it names an author, by its words and its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from briefgen.model.article import Harvest, Trait
from briefgen.model.evidence import Evidence
from briefgen.reading.agencies import bare_agency, is_agency
from briefgen.reading.bylines import are_people, is_person, last_name, names_in
from briefgen.reading.folding import fold
from briefgen.reading.furniture import Words
from briefgen.reading.mastheads import Mastheads
from briefgen.reading.stamps import is_day, stamp_of

UNMARKED: Final = frozenset({"above", "between", "below"})
"""Kinds of cut lines that show nothing of themselves: only their place made them furniture."""

SIGNED: Final = 3
"""Lines, blank ones included, below the last paragraph within which an author signs."""

_RANKS: Final = {"between": 2, "above": 3, "below": 4}
_BRACKETS = regex.compile(r"^[(（\[【〔](.+)[)）\]】〕]$")
_DASHED = regex.compile(r"^(?:[—–]\s*|-\s+)(?=\p{Lu})")
_ASIDE = regex.compile(r"\s*(?:[(（]|\s[—–|]\s).*$")
_PARTED = regex.compile(r"\s+[|—–]\s+|\s*[|｜]\s*")
_PLACED = regex.compile(r"^(?P<place>[\p{Katakana}ー・]{2,12}|\p{Han}{2,5})[=＝](?P<author>.+)$")
_FILED = regex.compile(r"^(?P<place>[\p{Katakana}ー・]{2,12}|\p{Han}{2,4}?)[ =＝]?(?P<agency>共同|時事|[\p{L}]{2,8})$")
_OPENED = regex.compile(r"[・:：＝=]\s*\S")
_CLOSING = regex.compile(r"[。.!?」』]\s?(?P<mark>[(（【〔](?P<name>[^()（）【】〔〕]{3,24})[)）】〕])$")
_NAMED_PAPER = regex.compile(
    r"\s+(?P<name>(?:[Tt]he\s+)?\p{Lu}[\p{L}\p{M}\-'’]*(?:\s(?:(?:of|the|and)\s)?\p{Lu}[\p{L}\p{M}\-'’]*){0,5})"
)


_SITE = regex.compile(r"(?:の?公式)?(?:ホームページ|ウェブサイト|サイト)$|\s(?:official\s)?website$", regex.I)
"""What the heading of an office's site adds to its name: 外務省ホームページ."""

_ISSUE = regex.compile(
    r"(?P<name>[^\d,，]{3,60}?)[,，\s]\s*(?:(?:số|no|nr|vol|issue)\.?\s?\d[^()（）]{0,20}[(（]"
    r"(?P<date>(?:tháng\s)?\d{1,2}/\d{4}|\p{Lu}\p{L}{2,12}\s\d{4})[)）]"
    r"|(?P<date>(?:(?:令和|平成)(?:\d{1,2}|元)|\d{4})年\d{1,2}月)号.{0,16})",
    regex.I,
)
"""The number of a journal and its month: "Harbor Review, No. 7 (March 2026)", 広報みなと 令和7年11月号."""


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A cut line that shows nothing of itself: its text, its kind, and what stands around it.

    `near` says that it stands by the article, `signed` that it may be the signature right below it, `beside` which kinds
    of furniture the lines above and below it are, `toned` that the article has the letters of Vietnamese.
    """

    text: str
    kind: str
    near: bool
    signed: bool
    beside: frozenset[str]
    toned: bool


def read_unmarked(line: Unmarked, words: Words, heads: Mastheads) -> Iterator[tuple[int, Trait, str]]:
    """Yield rank, trait and value of what a line states that carries no label."""
    whole = _BRACKETS.sub(r"\1", line.text.strip()).strip()
    publisher = _publisher(line, whole, words, heads)
    issue = _ISSUE.fullmatch(whole) if line.kind != "below" else None
    if issue:
        yield 1, Trait.PUBLISHER, issue["name"].strip(" ,")
        yield 1, Trait.DATE, issue["date"]
    elif publisher:
        yield publisher
    elif not line.near:
        return
    elif agency := tuple(_agency(whole, words, heads)):
        yield from ((_RANKS[line.kind], trait, value) for trait, value in agency)
    elif line.kind != "below" and is_day(whole):
        yield 1, Trait.DATE, whole
    elif line.kind != "below" or line.signed:
        yield from _author(line, whole, words, heads)


def _publisher(line: Unmarked, whole: str, words: Words, heads: Mastheads) -> tuple[int, Trait, str] | None:
    """The paper that a line names, else, with less certainty, the office: in a letterhead, or where authors sign."""
    rank = _RANKS[line.kind]
    site = _SITE.sub("", whole)
    if site != whole and heads.is_body(site):
        return 1, Trait.PUBLISHER, site
    parts = (whole, _PARTED.split(whole)[0])
    name = next((part for part in parts if heads.is_paper(part) and not heads.is_agency(part)), "")
    if name and (line.near or line.kind == "above") and not words.kind(name):
        return rank, Trait.PUBLISHER, name
    placed = {"above": line.near or whole.isascii(), "between": line.near, "below": line.signed}[line.kind]
    return (rank + 2, Trait.PUBLISHER, whole) if placed and heads.is_body(whole) else None


def _agency(whole: str, words: Words, heads: Mastheads) -> Iterator[tuple[Trait, str]]:
    """The agency that is all of a line, or has a place before it: "With reporting by AFP", カンパラ共同."""
    filed = _FILED.match(whole)
    bare = _ASIDE.sub("", whole)
    if is_agency(bare_agency(whole), words):
        yield Trait.AGENCY, bare_agency(whole)
    elif filed and is_agency(filed["agency"], words):
        yield Trait.DATELINE, filed["place"]
        yield Trait.AGENCY, filed["agency"]
    elif heads.is_agency(bare) or heads.is_agency(bare := whole.partition("、")[0]):
        yield Trait.AGENCY, bare


def _author(line: Unmarked, whole: str, words: Words, heads: Mastheads) -> Iterator[tuple[int, Trait, str]]:
    placed = _PLACED.match(whole)
    if placed and is_person(placed["author"]):
        yield 2, Trait.DATELINE, placed["place"]
        yield 1, Trait.AUTHOR, placed["author"]
        return
    label = next((end for _, start, end in words.labels(fold(whole), "byline") if start == 0), 0)
    if label and whole[label : label + 1] in " ・:：＝=" and whole != line.text:
        whole = whole[label:].strip(" ・:：＝=").partition(";")[0]
    found = dict(names_in(_DASHED.sub("", whole), words, heads))
    author = found.get(Trait.AUTHOR, "")
    if author and last_name(whole) == author:
        yield 1, Trait.AUTHOR, author
    elif (
        author
        and are_people(author)
        and not heads.is_city(author)
        and not words.kind(author)
        and _is_signed(line, author, found, heads)
    ):
        yield from ((1 if trait is Trait.AUTHOR else 2, trait, value) for trait, value in found.items())


def _is_signed(line: Unmarked, author: str, found: dict[Trait, str], heads: Mastheads) -> bool:
    """Whether a line that holds a name is the author's: by what stands with the name, else by where the line stands."""
    beside_name = len(author) < len(line.text.strip())
    if beside_name and (len(found) > 1 or heads.is_job(line.text) or _BRACKETS.match(line.text) or _DASHED.match(line.text)):
        return True
    if beside_name:
        return bool(_OPENED.search(line.text)) or line.kind == "between" or line.toned
    if line.kind == "below":
        return line.toned and not line.text.isascii()
    return line.kind == "between" and bool(line.beside & {"date", "published", "byline"})


def read_interviewer(text: str, start: int, end: int, words: Words, heads: Mastheads) -> Iterator[Harvest]:
    """Read who asked, at the end of a first paragraph, `text[start:end]`: "…を聞いた。（聞き手・田中花子）"."""
    closing = _CLOSING.search(text[start:end])
    if closing and fold(closing["name"]).startswith(heads.opening):
        yield from _signature(text, (start + closing.start("name"), start + closing.end("name")), words, heads)


def read_ending(text: str, start: int, end: int, words: Words, heads: Mastheads) -> Iterator[Harvest]:
    """Read what a last paragraph, `text[start:end]`, says of its making: "…。(田中花子)", "… first appeared in The Herald."."""
    closing = _CLOSING.search(text[start:end])
    if closing and (stamp := stamp_of(closing["name"])):
        at = text.find(stamp, start + closing.start("name"), end)
        yield _evident(text, at, at + len(stamp), Trait.DATE)
    elif closing and not is_agency(closing["name"], words):
        yield from _signature(text, (start + closing.start("name"), start + closing.end("name")), words, heads)
    folded = fold(text[start:end])
    for phrase in heads.credits:
        at = folded.find(phrase)
        named = _NAMED_PAPER.match(text, start + at + len(phrase), end) if at >= 0 else None
        if named:
            start, end = named.span("name")
            yield _evident(text, start, end, Trait.PUBLISHER)
            return


def _signature(text: str, span: tuple[int, int], words: Words, heads: Mastheads) -> Iterator[Harvest]:
    for trait, value in names_in(text[span[0] : span[1]], words, heads):
        at = text.find(value, *span)
        if at >= 0 and (trait is not Trait.AUTHOR or is_person(value)):
            yield _evident(text, at, at + len(value), trait)


def _evident(text: str, start: int, end: int, trait: Trait) -> Harvest:
    return Harvest(trait, text[start:end], Evidence.of(text, start, end, f"cleaning/{trait}-ending"))


def beside(index: int, kinds: Sequence[str]) -> frozenset[str]:
    """The kinds of the cut lines right above and below one."""
    return frozenset(kinds[at] for at in (index - 1, index + 1) if 0 <= at < len(kinds))
