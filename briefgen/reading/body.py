"""Where on the page the article's body stands: between which lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from briefgen.reading.lines import OPEN_ENDS, STRONG_SIZE, UNSTOPPED_SIZE
from briefgen.reading.others import author_box_start, comments_start, foreign_lines
from briefgen.reading.page import Page
from briefgen.reading.signs import CUT_ANYWHERE
from briefgen.reading.vocabulary import Vocabulary

_PASSING: Final = frozenset({"picture", "ornament", "caption", "advert", "number", "credit", "tools", "gallery"})
"""Signs that stand between paragraphs as well as after them: they hardly speak against a body."""

_CLOSING: Final = frozenset({"author", "contact"})
"""Signs after which sentences are no longer the article's."""

_FOOTER_WEIGHT: Final = -60
"""Weight of a copyright notice: only a paragraph below it outweighs it, no short sentence."""

_TEASER_SHARE: Final = 0.1
"""Share of its words below which a sentence under a heading of links does not speak of the article."""

LINK_WORDS: Final = 8
"""Words from which a line between paragraphs is a headline rather than a subheading, if nothing else speaks for it."""

_QUOTATION: Final = regex.compile(r"[\"“„«»「『]")

SHORT_BREAK: Final = 4
"""Lines of furniture that may interrupt an article before a line below them has to prove that it belongs to it."""

_LONGEST_LIST: Final = 12
"""Lines of the longest list without marks that a colon opens and a sentence below it closes."""

_LONG_BREAK: Final = 60
"""Lines after which no short sentence is looked for: the longest poem or list that a closing sentence may follow."""


@dataclass(frozen=True, slots=True)
class Body:
    """The article's body: lines `start` to `end` (exclusive); those of `foreign` belong to lists of other articles."""

    start: int
    end: int
    foreign: frozenset[int]


def find_body(page: Page) -> Body:
    """Find the body: the stretch with most prose and least furniture, stretched over what plainly belongs to it.

    A page without any prose or furniture is all body: verse, a single line, a list.
    """
    if not any(page.kind(index) or page.prose(index) for index in range(len(page.lines))):
        return Body(0, len(page.lines), frozenset())
    limit = min(comments_start(page), author_box_start(page))
    foreign = foreign_lines(page, limit)
    start, stop = _densest([_weight(page, index, foreign) for index in range(limit)])
    if start == stop:
        return Body(0, len(page.lines), foreign)
    vocabulary = Vocabulary.of(page.lines[index].text for index in range(start, stop) if page.said(index))
    start, stop = _without_strangers(page, start, stop, vocabulary)
    found = Body(_earliest(page, start, vocabulary, foreign), stop, foreign)
    stop = _latest(page, found, limit, vocabulary)
    return Body(found.start, stop, foreign | _links(page, found.start, stop, vocabulary))


def _links(page: Page, start: int, stop: int, vocabulary: Vocabulary) -> frozenset[int]:
    """Find unlabeled links between paragraphs: headlines that a list below repeats, or that speak of nothing in the article.

    A subheading is shorter, or shares a word with its paragraphs; verse and lists have no paragraph on either side.
    """
    listed = {line.letters for line in page.lines[stop:]}
    found = set()
    for index in range(start + 1, stop - 1):
        line = page.lines[index]
        plain = not (page.kind(index) or page.said(index) or line.bullet or line.row or line.text.endswith(OPEN_ENDS))
        if not plain or not (page.said(index - 1) and page.said(index + 1)):
            continue
        stranger = line.words >= LINK_WORDS and not vocabulary.shared(line.text)[0]
        if (line.words > SHORT_BREAK and line.letters in listed) or stranger:
            found.add(index)
    return frozenset(found)


def _weight(page: Page, index: int, foreign: frozenset[int]) -> float:
    """Weigh a line for or against standing in a body; the numbers were set on the pages of tests/pages."""
    line, kind = page.lines[index], page.kind(index)
    if index in foreign:
        return -15
    if kind:
        return _furniture_weight(page, index)
    if line.strong:
        return min(line.size, 300) + 50
    if line.sentence:
        return line.size / 2 + 6
    if line.bullet or line.separators or "\t" in line.text:
        return -4
    return -5 if line.text.endswith((*OPEN_ENDS, "-", "–", "—")) else -10


def _furniture_weight(page: Page, index: int) -> float:
    kind = page.kind(index)
    if kind == "footer" and page.signs[index].notices:
        return _FOOTER_WEIGHT
    return -3 if kind in _PASSING else -10 if kind in CUT_ANYWHERE else -14


def _densest(weights: Sequence[float]) -> tuple[int, int]:
    """Return start and end of the stretch with the greatest sum (Kadane), an empty one if no weight is positive."""
    best = total = 0.0
    span = (0, 0)
    start = 0
    for index, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, index
        total += weight
        if total > best:
            best, span = total, (start, index + 1)
    return span


def _without_strangers(page: Page, start: int, stop: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """Drop prose at either end that shares no word with the rest and stands apart: a notice in a language without word list."""
    prose = [index for index in range(start, stop) if page.prose(index)]
    first, last = 0, len(prose) - 1
    while last - first > 1 and prose[first + 1] - prose[first] > SHORT_BREAK - 1 and _stranger(page, prose[first], vocabulary):
        first += 1
        start = prose[first]
    while last - first > 1 and prose[last] - prose[last - 1] > SHORT_BREAK - 1 and _stranger(page, prose[last], vocabulary):
        last -= 1
        stop = prose[last] + 1
    return start, stop


def _stranger(page: Page, index: int, vocabulary: Vocabulary) -> bool:
    hits, share = vocabulary.shared(page.lines[index].text, besides=1)
    return hits < 2 or share < 0.08  # noqa: PLR2004  any two paragraphs of an article share more


def _akin(page: Page, index: int, vocabulary: Vocabulary) -> bool:
    hits, share = vocabulary.shared(page.lines[index].text)
    return hits >= 3 and share >= 0.25  # noqa: PLR2004  notices and mastheads share less


def _earliest(page: Page, start: int, vocabulary: Vocabulary, foreign: frozenset[int]) -> int:
    """Move the start up to prose that speaks of the same things, cut off by a long list, or to a sentence right above."""
    for index in range(start):
        if page.prose(index) and index not in foreign and _akin(page, index, vocabulary):
            return index
    above = [index for index in range(max(0, start - 3), start) if page.sentence(index) and page.lines[index].full_stop]
    near = above and all(page.kind(index) in CUT_ANYWHERE for index in range(above[0], start) if index not in above)
    start = above[0] if near else start
    while start and page.doubtful(start - 1) and vocabulary.shared(page.lines[start - 1].text)[0]:
        start -= 1
    return start


def _latest(page: Page, body: Body, limit: int, vocabulary: Vocabulary) -> int:
    """Move the end down over what still belongs to the body: prose, lists in mid-article, and closing sentences."""
    stop = body.end
    closed = related = footed = False
    for index in range(stop, limit):
        kind = page.kind(index)
        closed = closed or kind in _CLOSING
        related = related or kind == "related" or index in body.foreign
        footed = footed or (kind == "footer" and page.signs[index].notices > 0)
        if index == stop and page.doubtful(index) and vocabulary.shared(page.lines[index].text)[0]:
            stop = index + 1
        if kind or index in body.foreign or closed:
            continue
        if page.prose(index):
            goes_on = _continues(page, range(stop, index), vocabulary, related=related)
        elif not footed and (_opens(page, index) or page.sentence(index)):
            goes_on = _goes_on(page, range(stop, index), vocabulary, body.foreign) or _resumes(page, index, limit, vocabulary)
        else:
            goes_on = index == stop > 0 and _item(page, index, vocabulary)
        if goes_on:
            stop, related = index + 1, False
    return stop


def _continues(page: Page, between: range, vocabulary: Vocabulary, *, related: bool) -> bool:
    """Whether prose below the body continues it: nothing parts them, or it speaks of the same things."""
    if _akin(page, between.stop, vocabulary):
        return True
    signed = sum(bool(page.kind(index)) for index in between)
    parted = signed >= SHORT_BREAK - 1 or any(page.kind(index) == "comments" for index in between)
    hits, share = vocabulary.shared(page.lines[between.stop].text)
    stranger = hits < 2 or share < 0.1  # noqa: PLR2004  any two paragraphs of an article share more
    return not (parted and stranger) and (not related or len(between) <= SHORT_BREAK)


def _opens(page: Page, index: int) -> bool:
    """Whether a line ends with a colon, as before a list or a quotation."""
    return page.lines[index].text.endswith((":", "：")) and page.lines[index].words >= 5  # noqa: PLR2004  shorter ones are labels


def _goes_on(page: Page, between: range, vocabulary: Vocabulary, foreign: frozenset[int]) -> bool:
    """Whether a short sentence still belongs to the body after what stands between it and the last line that does.

    That may be a few pictures, advertisements and links; the lines of verse that a colon opened or commas divide; or
    anything short, if the sentence shares words with the body.
    """
    line = page.lines[between.stop]
    if len(between) > _LONG_BREAK or any(mark in line.text for mark in ("@", "©", "http:", "https:")):
        return False
    if not between:
        return True
    hits, share = vocabulary.shared(line.text)
    if line.unstopped:
        return hits > 1
    if share < _TEASER_SHARE and _teases(page, between, foreign):
        return False
    akin = len(between) <= 2 * SHORT_BREAK and hits > 1 and share >= 0.2  # noqa: PLR2004  a fifth of the words is no accident
    return akin or _is_bridge(page, between, foreign)


def _is_bridge(page: Page, between: range, foreign: frozenset[int]) -> bool:
    """Whether what stands between the body and a sentence hardly parts them: little furniture, verse, or nothing but text."""
    plain = [index for index in between if not page.kind(index) and index not in foreign and not _neutral(page, index)]
    if len(between) <= SHORT_BREAK and len(plain) * 2 <= len(between):
        return True
    parting = [index for index in between if page.kind(index) or index in foreign]
    if parting:
        own = range(parting[-1] + 1, between.stop)
        items = sum(_neutral(page, index) for index in own)
        return len(parting) <= SHORT_BREAK and items * 2 >= len(own) > 0
    running = sum(page.lines[index].text.endswith(OPEN_ENDS) for index in (between.start - 1, *plain))
    bare = not any(map(page.kind, range(between.stop, min(between.stop + _LONG_BREAK, len(page.lines)))))
    opened = any(page.lines[index].text.endswith((":", "：")) for index in (between.start - 1, between.start))
    return bare or (opened and len(between) <= _LONGEST_LIST) or running * 2 >= len(plain) or len(plain) < len(between)


def _teases(page: Page, between: range, foreign: frozenset[int]) -> bool:
    """Whether a sentence about other things stands alone below a heading of links and one headline: their teaser."""
    headed = any(page.kind(index) == "related" and not page.signs[index].labeled for index in between)
    listed = sum(index in foreign for index in between)
    alone = between.stop + 1 >= len(page.lines) or not page.said(between.stop + 1)
    own = _QUOTATION.search(page.lines[between.stop].text) or page.lines[between.stop].size < STRONG_SIZE / 2
    return headed and listed == 1 and alone and not own


def _neutral(page: Page, index: int) -> bool:
    """Whether a line is an item of a list, a row of a table or a numbered heading: they say nothing of where a body ends."""
    line = page.lines[index]
    return bool(line.bullet) or line.row or line.separators > 1


def _resumes(page: Page, index: int, limit: int, vocabulary: Vocabulary) -> bool:
    """Whether sentences follow each other from a line on and speak of the same things: teasers have headlines between."""
    pair = range(index, min(index + 2, limit))
    whole = len(pair) > 1 and all(page.sentence(at) and page.lines[at].full_stop for at in pair)
    return whole and any(_QUOTATION.search(page.lines[at].text) or vocabulary.shared(page.lines[at].text)[0] for at in pair)


def _item(page: Page, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a line goes on a list or table that closes the article, or is a last short sentence in a script without stops."""
    line, above = page.lines[index], page.lines[index - 1]
    if line.unstopped and line.size > 20 and not page.kind(index - 1):  # noqa: PLR2004  names and labels are shorter
        return page.prose(index - 1) or line.size > UNSTOPPED_SIZE / 2 or bool(vocabulary.shared(line.text)[0])
    opened = above.text.endswith((":", "：")) or (above.bullet != "" and not page.kind(index - 1))
    return (bool(line.bullet) and opened) or (line.row and (above.row or opened))
