"""Where on the page the article's body stands: between which lines, and what stands between its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from briefgen.reading.lines import Line
from briefgen.reading.signs import CUT_ANYWHERE, Sign
from briefgen.reading.vocabulary import Vocabulary

_PASSING = frozenset({"", "picture", "ornament", "caption", "advert", "number", "credit", "tools", "gallery"})
"""Signs that stand between paragraphs as well as after them: they do not end a body."""

_CLOSING = frozenset({"author", "contact"})
"""Signs after which sentences are no longer the article's."""

SHORT_BREAK = 4
"""Lines of furniture that may interrupt an article before a line below them has to prove that it belongs to it."""

_AGO = frozenset({"comments", "counter", "date"})
"""Signs of the lines between readers' comments: replies, likes, times."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, each with its sign."""

    lines: Sequence[Line]
    signs: Sequence[Sign]

    def prose(self, index: int) -> bool:
        """Whether a line is long prose without the sign of furniture."""
        return self.lines[index].strong and not self.signs[index].kind

    def sentence(self, index: int) -> bool:
        """Whether a line is a sentence, of any length, without the sign of furniture."""
        return self.lines[index].sentence and not self.signs[index].kind


@dataclass(frozen=True, slots=True)
class Body:
    """The article's body: lines `start` to `end` (exclusive), without those of `foreign`, which belong to lists of other articles."""

    start: int
    end: int
    foreign: frozenset[int]


def is_bare_caption(page: Page, index: int, *, early: bool = False) -> bool:
    """Whether a line without a credit is a caption: right below an image mark, or above a credit, and set off from what follows.

    `early` says that the line stands above the lead, where anything but a sentence above a credit is a caption.
    """
    line = page.lines[index]
    if not index or page.signs[index].kind or line.size > 300:  # noqa: PLR2004  as long as captions get
        return False
    above, below = page.signs[index - 1], page.signs[index + 1] if index + 1 < len(page.lines) else Sign()
    if above.kind == "picture":
        return index + 1 < len(page.lines) and page.lines[index + 1].gap and not line.gap
    credit_below = below.credited is not None and not below.credited.caption and not page.lines[index + 1].gap
    if not credit_below or (early and not line.ends):
        return credit_below
    closed = index + 2 < len(page.lines) and page.lines[index + 2].gap
    return closed and above.kind != "" and line.size < 220  # noqa: PLR2004


def find_body(page: Page) -> Body:
    """Find the body: the stretch with most prose and least furniture, stretched over what plainly belongs to it.

    A page without any prose is all body: verse, a single line, a list.
    """
    count = len(page.lines)
    end = _comments_start(page)
    foreign = _foreign(page, end)
    start, stop = _densest([_weight(page, index, foreign) for index in range(end)])
    if start == stop:
        return Body(0, count, foreign)
    vocabulary = Vocabulary.of(
        page.lines[index].text for index in range(start, stop) if page.sentence(index) or page.prose(index)
    )
    start, stop = _without_strangers(page, start, stop, vocabulary)
    start = _earliest(page, start, vocabulary, foreign)
    stop = _latest(page, stop, end, vocabulary, foreign)
    return Body(start, stop, foreign)


def _weight(page: Page, index: int, foreign: frozenset[int]) -> float:
    """Weigh a line for or against standing in a body; the numbers were set on the pages of tests/pages."""
    line, sign = page.lines[index], page.signs[index]
    if index in foreign:
        return -15
    if sign.kind:
        return -3 if sign.kind in _PASSING else -10 if sign.kind in CUT_ANYWHERE else -14
    if line.strong:
        return min(line.size, 300) + 50
    if line.sentence:
        return line.size / 2 + 6
    if line.bullet or line.separators or "\t" in line.text:
        return -4
    return -5 if line.text.endswith((",", ";", ":", "、", "，", "；", "：", "،", "-", "–", "—")) else -10


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


def _comments_start(page: Page) -> int:
    """Find where readers' comments begin: a heading of theirs after prose, with replies, times or short names between what follows."""
    before = 0
    for index, sign in enumerate(page.signs):
        before += page.prose(index)
        after = sum(page.prose(at) for at in range(index, len(page.lines))) if sign.kind == "comments" and before == 1 else 0
        if sign.kind == "comments" and before > 0 and _are_comments(page, index + 1, unsure=after > before):
            return index
    return len(page.lines)


def _are_comments(page: Page, start: int, *, unsure: bool) -> bool:
    """Whether names, times and replies stand between the sentences that follow; `unsure` asks for more of them."""
    said = [index for index in range(start, len(page.lines)) if page.sentence(index) or page.prose(index)]
    if not said:
        return True
    marks = sum(page.signs[index].kind in _AGO for index in range(start, len(page.lines)))
    named = sum(index > start and not page.sentence(index - 1) and not page.prose(index - 1) for index in said)
    long = sum(page.lines[index].size > 250 for index in said)  # noqa: PLR2004  comments are shorter than paragraphs
    if unsure:
        return marks > 3 and named * 2 >= len(said)  # noqa: PLR2004  two comments with time and reply
    mostly = named * 2 > len(said) or (len(said) == 2 and named == 1 and page.signs[start].kind in _AGO)  # noqa: PLR2004
    return mostly and (marks > 1 or (named > 1 and long * 2 < len(said)))


def _foreign(page: Page, end: int) -> frozenset[int]:
    """Find the lines under headings such as "Related news": headlines up to the next prose, and teasers between headlines.

    Only below the first prose: above it such words stand in menus, and the headline below them may be the article's own.
    """
    found: set[int] = set()
    index = next((index for index in range(end) if page.prose(index)), end)
    while index < end:
        sign = page.signs[index]
        index += 1
        if sign.kind != "related" or sign.labeled:
            continue
        listed = _listed(page, index, end)
        found.update(range(index, listed))
        index = listed
    return frozenset(found)


def _listed(page: Page, start: int, end: int) -> int:
    """Return the end of the list that begins at `start`: headlines, and teasers that alternate with them twice or more."""
    index = start
    while index < end and not page.prose(index) and not _resumes(page, start, index):
        index += 1
    teased = _teased(page, start, end)
    return teased if teased > index else index


def _teased(page: Page, start: int, end: int) -> int:
    """Return the end of a list of headlines with teasers, two or more, about other things than the prose above it; else `start`."""
    teasers: list[int] = []
    index = start
    while index < end:
        teaser = next((at for at in range(index, min(index + 4, end)) if page.sentence(at) or page.prose(at)), end)
        titled = any(not page.signs[at].kind and page.lines[at].words > 2 for at in range(index, teaser))  # noqa: PLR2004  a headline
        if teaser == end or not titled or page.lines[teaser].size > 260:  # noqa: PLR2004  no headline above it, or no teaser
            break
        teasers.append(teaser)
        index = teaser + 1
    vocabulary = Vocabulary.of(page.lines[at].text for at in range(start) if page.prose(at))
    akin = sum(vocabulary.shared(page.lines[at].text)[1] >= 0.2 for at in teasers)  # noqa: PLR2004  a fifth of the words
    return index if len(teasers) > 1 and akin * 2 < len(teasers) else start


def _resumes(page: Page, start: int, index: int) -> bool:
    """Whether the article goes on with a short line after a list: a sentence, or a subheading right above prose."""
    line = page.lines[index]
    if page.signs[index].kind:
        return page.signs[index].kind not in {"date", "section", "byline", "number", "menu", "counter", "picture"}
    if page.sentence(index):
        return line.full_stop
    if line.bullet:
        return False
    above_prose = index + 1 < len(page.lines) and page.prose(index + 1)
    shorter = index > start and line.words * 2 <= max(entry.words for entry in page.lines[start:index])
    return above_prose and line.gap and shorter


def _without_strangers(page: Page, start: int, stop: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """Drop prose at either end that shares no word with the rest and stands apart from it: a notice in an unlisted language."""
    prose = [index for index in range(start, stop) if page.prose(index)]
    while len(prose) > 2 and prose[1] - prose[0] > 3 and _stranger(page, prose[0], vocabulary):  # noqa: PLR2004  three short lines apart
        start = prose[1]
        prose.pop(0)
    while len(prose) > 2 and prose[-1] - prose[-2] > 3 and _stranger(page, prose[-1], vocabulary):  # noqa: PLR2004
        stop = prose[-2] + 1
        prose.pop()
    return start, stop


def _stranger(page: Page, index: int, vocabulary: Vocabulary) -> bool:
    hits, share = vocabulary.shared(page.lines[index].text, besides=1)
    return hits < 2 or share < 0.08  # noqa: PLR2004  any two paragraphs of an article share more


def _earliest(page: Page, start: int, vocabulary: Vocabulary, foreign: frozenset[int]) -> int:
    """Move the start up to prose before it that speaks of the same things: a lead cut off by a long list."""
    for index in range(start):
        if page.prose(index) and index not in foreign:
            hits, share = vocabulary.shared(page.lines[index].text)
            if hits >= 3 and share >= 0.25:  # noqa: PLR2004  cookie notices and mastheads share less
                return index
    above = [index for index in range(max(0, start - 3), start) if page.sentence(index) and page.lines[index].full_stop]
    if above and all(page.signs[index].kind in CUT_ANYWHERE for index in range(above[0] + 1, start) if index not in above):
        return above[0]
    return start


def _latest(page: Page, stop: int, end: int, vocabulary: Vocabulary, foreign: frozenset[int]) -> int:
    """Move the end down over what still belongs to the body: prose, lists in mid-article, and closing sentences."""
    closed = related = False
    for index in range(stop, end):
        kind = page.signs[index].kind
        closed = closed or kind in _CLOSING
        related = related or kind == "related" or index in foreign
        if kind or index in foreign or closed:
            continue
        if page.prose(index):
            goes_on = not related or index - stop <= SHORT_BREAK or _akin(vocabulary, page.lines[index].text)
        else:
            goes_on = (_ends_or_opens(page, index) and _goes_on(page, range(stop, index), vocabulary, foreign)) or _item(
                page, stop, index
            )
        if goes_on:
            stop, related = index + 1, False
    return stop


def _akin(vocabulary: Vocabulary, text: str) -> bool:
    hits, share = vocabulary.shared(text)
    return hits >= 3 and share >= 0.25  # noqa: PLR2004  as for a lead


def _ends_or_opens(page: Page, index: int) -> bool:
    """Whether a line is a sentence, or one that a colon leaves open for a list or a quotation."""
    opens = page.lines[index].text.endswith((":", "：")) and page.lines[index].words >= 5 and not page.signs[index].kind  # noqa: PLR2004
    return opens or page.sentence(index)


def _goes_on(page: Page, between: range, vocabulary: Vocabulary, foreign: frozenset[int]) -> bool:
    """Whether a short sentence still belongs to the body after what stands between it and the last line that does.

    That may be a few pictures, advertisements and links; the lines of verse that a colon opened or commas divide; or
    anything short, if the sentence shares words with the body.
    """
    stop, index = between.start, between.stop
    if regex.search(r"[@©]|https?:", page.lines[index].text):
        return False
    if page.lines[index].unstopped and index > stop:
        return vocabulary.shared(page.lines[index].text)[0] > 1
    plain = [at for at in range(stop, index) if not page.signs[at].kind and at not in foreign]
    if len(plain) <= (index - stop) / 2 and index - stop <= SHORT_BREAK:
        return True
    running = sum(page.lines[at].text.endswith((",", ";", ":", "،", "，", "、", "；", "：")) for at in (stop - 1, *plain))
    if len(plain) == index - stop and running * 2 >= len(plain):
        return True
    hits, share = vocabulary.shared(page.lines[index].text)
    return hits >= 2 and share >= 0.2 and index - stop <= 2 * SHORT_BREAK  # noqa: PLR2004  two words and a fifth are no accident


def _item(page: Page, stop: int, index: int) -> bool:
    """Whether a line goes on a list or table that closes the article."""
    line, above = page.lines[index], page.lines[index - 1]
    if index != stop or index == 0 or page.signs[index].kind:
        return False
    if line.unstopped and line.size > 20 and page.prose(index - 1):  # noqa: PLR2004  a short last sentence without a stop
        return True
    opened = above.text.endswith((":", "：")) or (above.bullet != "" and not page.signs[index - 1].kind)
    row = "\t" in line.text or line.text.count("|") > 1
    return (bool(line.bullet) and opened) or (row and ("\t" in above.text or above.text.count("|") > 1 or opened))
