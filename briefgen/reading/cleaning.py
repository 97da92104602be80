"""Cleaning of raw plain text: the article's paragraphs are kept, the page around them is cut and kept as `removed`.

Prose is told from furniture by the shape and the place of lines, in any language; word lists only help. Inside the body a
line in doubt stays; above the headline and after the last paragraph it goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import regex

from briefgen.model.article import Block, Harvest, Media, Removed, Role, Trait
from briefgen.model.evidence import Evidence
from briefgen.reading.agencies import is_agency
from briefgen.reading.body import Body, find_body
from briefgen.reading.bylines import are_people
from briefgen.reading.datelines import agency_tail, read_dateline
from briefgen.reading.folding import letters_of
from briefgen.reading.furniture import Words, load_words
from briefgen.reading.harvest import Frame, harvest_removed
from briefgen.reading.headline import find_headline
from briefgen.reading.lines import Line, lines_of
from briefgen.reading.mastheads import load_mastheads
from briefgen.reading.page import Page
from briefgen.reading.placing import REASONS, Cut, Kept, place_lines
from briefgen.reading.signatures import read_ending, read_interviewer
from briefgen.reading.signs import read_signs
from briefgen.reading.vocabulary import Vocabulary

_SIGNED = regex.compile(
    r"^(\p{L}[\p{L}\p{M}. ]{2,40}?(?: [–—-] \p{Lu}[\p{L}\p{M}. ]{2,40}?)?)\s*[/／–—(（-]\s*(\p{Lu}[\p{L}+/]{1,20})$"
)
"""A name and an agency: "Name/AFP", "Name (AFP)"."""

_POSTED = regex.compile(r"^(\p{L}[\p{L}\p{M}. –—-]{2,60}?)\s*[(（]([^()（）]{2,50})[)）]?$")
"""A name and a post at an agency: "Name (Correspondent of AFP in Kampala)"."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned article: its text and blocks, what was cut, and what was read from the cut lines on the way.

    `blocks` cover all of `text` but white space and Markdown marks. Every non-blank raw line occurs in `text` or `removed`.
    """

    text: str
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]
    media: tuple[Media, ...]
    harvest: tuple[Harvest, ...]


def clean(text: str, title: str = "") -> Cleaned:
    """Clean the plain text of an article: line feeds at line ends, front matter already off. Time grows with its length.

    `title` is what a page states as its title, where it stands among its lines.
    """
    words = load_words()
    lines = lines_of(text)
    page = Page(lines, read_signs(lines, words))
    body = find_body(page)
    headline = find_headline(page, body, _vocabulary(page, body), title)
    placed = tuple(place_lines(page, body, headline))
    kept, cut = _without_agency(
        [item for item in placed if isinstance(item, Kept)], [item for item in placed if isinstance(item, Cut)], words
    )
    kept_text, blocks = _compose(kept)
    cut += [piece for item in kept for piece in _remainders(item)]
    cut = sorted((_agency_line(item, words) for item in cut), key=lambda item: item.line.number)
    removed = tuple(Removed(item.line.text, REASONS[item.kind], item.line.number) for item in cut)
    frame = Frame(_headline_of(kept_text, blocks), *_lines_of(kept))
    harvest = (*_of_text(kept_text, blocks, words), *harvest_removed(removed, [item.kind for item in cut], frame, words))
    return Cleaned(kept_text, blocks, removed, _media(cut), tuple(sorted(harvest, key=_is_day_of_dateline)))


def _is_day_of_dateline(item: Harvest) -> bool:
    """Whether a date is only that of a dateline, which is less than a line that states when the article was published."""
    return item.trait is Trait.DATE and isinstance(item.proof, Evidence)


def _vocabulary(page: Page, body: Body) -> Vocabulary:
    """The vocabulary of the body, its subheadings included."""
    prose = next((index for index in range(body.start, body.end) if page.prose(index)), body.start)
    plain = (index for index in range(body.start, body.end) if not page.kind(index) and index not in body.foreign)
    own = (index for index in plain if index >= prose or page.sentence(index))
    return Vocabulary.of(page.lines[index].text for index in own)


def _without_agency(kept: list[Kept], cut: list[Cut], words: Words) -> tuple[list[Kept], list[Cut]]:
    """Move the agency line that closes the last paragraph to what is cut."""
    if not kept or kept[-1].role in {Role.HEADLINE, Role.STANDFIRST}:
        return kept, cut
    last = kept[-1]
    end = agency_tail(last.line.text, words)
    if end >= last.end or end <= last.start:
        return kept, cut
    tail = Cut(replace(last.line, text=last.line.text[end:].strip()), "agency")
    return [*kept[:-1], replace(last, end=end)], [*cut, tail]


def _remainders(item: Kept) -> Iterable[Cut]:
    """Yield the part of a headline's line that is not the headline: the name of the site."""
    rest = item.line.text[item.end :].strip()
    if item.role is Role.HEADLINE and rest:
        yield Cut(replace(item.line, text=rest), "site")


def _compose(kept: Sequence[Kept]) -> tuple[str, tuple[Block, ...]]:
    """Set the kept lines under each other, a blank line between them where one stood or where a headline ends."""
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for index, item in enumerate(kept):
        if index:
            apart = item.line.gap or kept[index - 1].role in {Role.HEADLINE, Role.STANDFIRST}
            parts.append("\n\n" if apart else "\n")
            length += len(parts[-1])
        written = item.line.text[: item.end].rstrip()
        parts.append(written)
        blocks.append(Block(length + item.start, length + len(written), item.role))
        length += len(written)
    return "".join(parts), tuple(blocks)


def _agency_line(item: Cut, words: Words) -> Cut:
    """Tell a line that is only the name of an agency, in dashes or brackets, from other cut lines."""
    name = item.line.text.strip(" —–-()[]【】（）\t.")
    signed = _SIGNED.match(name)
    signed_by = signed is not None and is_agency(signed[2], words) and are_people(signed[1])
    posted = _POSTED.match(name)
    signed_by = signed_by or (
        posted is not None and are_people(posted[1]) and any(is_agency(w, words) for w in posted[2].split())
    )
    if is_agency(name, words) or signed_by:
        kinds = {"below", "above", "between", "byline", "menu"} | ({"caption"} if signed_by else set())
        return replace(item, kind="agency", credited=None) if item.kind in kinds else item
    return item


def _media(cut: Sequence[Cut]) -> tuple[Media, ...]:
    """Gather pictures in page order: an image mark, its caption and its credit may stand on lines of their own."""
    found: list[Media] = []
    last: Line | None = None
    for item in cut:
        read = item.credited
        if read is None:
            continue
        follows = last is not None and item.line.number - last.number <= 2  # noqa: PLR2004  one line between them, or none
        last = item.line
        if not (read.caption or read.credit or read.file):
            continue
        before = found[-1] if found and follows else Media()
        if follows and found and not (before.credit or (before.caption and read.caption)):
            found[-1] = Media(before.caption or read.caption, read.credit, before.file or read.file)
        else:
            found.append(Media(read.caption, read.credit, read.file))
    return tuple(found)


def _of_text(text: str, blocks: Sequence[Block], words: Words) -> Iterable[Harvest]:
    prose = [block for block in blocks if block.role not in {Role.HEADLINE, Role.STANDFIRST}]
    if not prose:
        return ()
    first, last, heads = prose[0], prose[-1], load_mastheads()
    signed = (
        *read_interviewer(text, first.start, first.end, words, heads),
        *read_ending(text, last.start, last.end, words, heads),
    )
    return (*read_dateline(text, first.start, first.end, words), *dict.fromkeys(signed))


def _lines_of(kept: Sequence[Kept]) -> tuple[int, int]:
    return (kept[0].line.number, kept[-1].line.number) if kept else (0, 0)


def _headline_of(text: str, blocks: Sequence[Block]) -> str:
    return letters_of(text[blocks[0].start : blocks[0].end]) if blocks and blocks[0].role is Role.HEADLINE else ""
