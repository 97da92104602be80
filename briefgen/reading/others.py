"""Text on the page that is not the article's though it may read like it: lists of other articles, readers' comments."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import Final

from briefgen.reading.page import Page
from briefgen.reading.vocabulary import Vocabulary

_AGO: Final = frozenset({"comments", "counter", "date"})
"""Signs of the lines between readers' comments: replies, likes, times."""

_ENTRY: Final = frozenset({"date", "section", "byline", "number", "menu", "counter", "picture"})
"""Signs of the lines beside the headlines of a list of articles."""

_BYLINES: Final = 25
"""Lines above the lead among which a byline is looked for, and below a name among which its box ends."""

_LONG_COMMENT: Final = 250
"""Size over which a text is a paragraph rather than a comment."""

_LONG_TEASER: Final = 260
"""Size over which a text is a paragraph rather than a teaser."""

_MOST_TEASERS: Final = 60
"""Teasers read in one list, and paragraphs they are compared with: enough to tell, and linear on any page."""

_AKIN: Final = 0.1
"""Share of its words that a teaser has in common with the article when it is not a teaser but a paragraph of it."""


def comments_start(page: Page) -> int:
    """Find where readers' comments begin: a heading of theirs after prose, with replies, times or short names in what follows.

    Returns the number of lines if there are none. A count of comments beside the byline is no heading: more prose follows it.
    """
    count = len(page.lines)
    said = [page.said(index) for index in range(count)]
    sizes = [page.lines[index].size if page.prose(index) else 0.0 for index in range(count)]
    before = list(accumulate(sizes, initial=0.0))
    remaining = _Remaining(page, said)
    for index in range(count):
        if page.kind(index) == "comments" and before[index] and remaining.are_comments(index + 1, before[index]):
            return index
    return count


def author_box_start(page: Page) -> int:
    """Find where a box on the author begins: the name in the byline stands on a line of its own below nearly all prose.

    Returns the number of lines if there is none. Little is said below it: an interview names its speaker, too.
    """
    count = len(page.lines)
    prose = [index for index in range(count) if page.prose(index)]
    if len(prose) < 2:  # noqa: PLR2004  an article this short has hardly an end to be told
        return count
    lead = prose[0]
    above = [(page.lines[at].letters, page.kind(at)) for at in range(max(0, lead - _BYLINES), lead)]
    signed = {name for name, kind in above if kind in {"", "byline"}}
    bylines = " | ".join(name for name, kind in above if kind in {"byline", "published", "date"})
    for index in range(prose[(len(prose) - 1) // 2] + 1, count):
        line = page.lines[index]
        named = line.letters in signed or f" {line.letters} " in f" {bylines} "
        if not (named and _is_name(line.text)):
            continue
        below = sum(page.said(at) for at in range(index + 1, min(index + _BYLINES, count)))
        if below <= 2:  # noqa: PLR2004  a box says little
            return index
    return count


def _is_name(text: str) -> bool:
    """Whether a line is written like a person's name: two to four words with capitals, if the script has them."""
    words = text.split()
    letters = text.replace(" ", "").replace("-", "").isalpha()
    return letters and 2 <= len(words) <= 4 and not any(word[0].islower() for word in words)  # noqa: PLR2004


class _Remaining:
    """What follows each line of a page, counted once from its end: sentences, names above them, times and replies."""

    def __init__(self, page: Page, said: list[bool]) -> None:
        count = len(said)
        self._page = page
        self._own = [said[index] and index > 0 and not said[index - 1] for index in range(count)]
        self._said = _from_end(said)
        self._named = _from_end(self._own)
        self._marks = _from_end(page.kind(index) in _AGO for index in range(count))
        self._long = _from_end(said[index] and page.lines[index].size > _LONG_COMMENT for index in range(count))
        self._prose = _from_end(page.lines[index].size * page.prose(index) for index in range(count))

    def are_comments(self, start: int, before: float) -> bool:
        """Whether readers speak from `start` on, with names, times and replies between; `before` is the prose above."""
        said, marks = self._said[start], self._marks[start]
        named = self._named[start] - (start < len(self._own) and self._own[start])
        if not said:
            return True
        if self._prose[start] > before:
            return marks > 3 and named * 2 >= said  # noqa: PLR2004  two comments with time and reply
        first = said == 2 and named == 1 and self._page.kind(start) in _AGO  # noqa: PLR2004  a name, a comment of two lines
        return (named * 2 > said or first) and (marks > 1 or (named > 1 and self._long[start] * 2 < said))


def foreign_lines(page: Page, end: int) -> frozenset[int]:
    """Find the lines under headings such as "Related news": headlines up to the next prose, and teasers between headlines.

    Only below the first prose: above it such words stand in menus, and the headline below them may be the article's own.
    """
    found: set[int] = set()
    index = next((index for index in range(end) if page.prose(index)), end)
    while index < end:
        heading = page.kind(index) == "related" and not page.signs[index].labeled
        index += 1
        if heading:
            listed = max(_listed(page, index, end), _teased(page, index, end))
            found.update(range(index, listed))
            index = listed
    return frozenset(found)


def _listed(page: Page, start: int, end: int) -> int:
    """Return the end of the list of headlines that begins at `start`."""
    index = start
    longest = 0
    while index < end and not page.prose(index) and not _resumes(page, index, longest):
        if index > start + 1 and page.gap(index) and not any(page.gap(at) for at in range(start + 1, index)):
            break
        longest = max(longest, page.lines[index].words)
        index += 1
    return index


def _resumes(page: Page, index: int, longest: int) -> bool:
    """Whether the article goes on after a list: with a sentence, or a subheading, shorter than headlines, right above prose."""
    line = page.lines[index]
    if page.kind(index):
        return page.kind(index) not in _ENTRY
    if page.sentence(index):
        return line.full_stop
    above_prose = index + 1 < len(page.lines) and page.prose(index + 1)
    return not line.bullet and above_prose and line.gap and line.words * 2 <= longest


def _teased(page: Page, start: int, end: int) -> int:
    """Return the end of a list of two or more headlines with teasers, about other things than the prose above, or `start`."""
    teasers: list[int] = []
    index = start
    while index < end and len(teasers) < _MOST_TEASERS:
        teaser = next((at for at in range(index, min(index + 4, end)) if page.said(at)), end)
        titled = any(not page.kind(at) and page.lines[at].words > 2 for at in range(index, teaser))  # noqa: PLR2004  a headline
        if teaser == end or not titled or page.lines[teaser].size > _LONG_TEASER:
            break
        teasers.append(teaser)
        index = teaser + 1
    if len(teasers) < 2:  # noqa: PLR2004  one may be the article going on
        return start
    prose = (page.lines[at].text for at in range(max(0, start - _MOST_TEASERS), start) if page.prose(at))
    vocabulary = Vocabulary.of(prose)
    akin = sum(vocabulary.shared(page.lines[at].text)[1] >= _AKIN for at in teasers)
    return index if akin * 2 < len(teasers) else start


def _from_end(values: Iterable[float]) -> list[float]:
    """Sum values from each place to the end."""
    return [*reversed([*accumulate(reversed(list(values)))]), 0]
