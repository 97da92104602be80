"""The lines of a raw article: hard-wrapped ones joined, each measured by shape alone, in any script."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property

import regex

from briefgen.reading.folding import letters_of

STRONG_SIZE = 80
"""From this size on, a line that ends as sentences end is taken for prose (Boilerpipe's and jusText's bounds lie near it)."""

UNSTOPPED_SIZE = 60
"""From this size on, a line of Thai or Lao, which use no stops, may be a sentence; headlines are mostly shorter."""

_LONGEST_MEASURED = 20_000
"""Characters of a line that its measures look at: no bound of theirs is near, and a line may be megabytes long."""

_TAIL_SIZE = 200
"""Characters at a line's end that tell whether a sentence ends there."""

_INVISIBLE = dict.fromkeys(
    map(ord, "\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)
_BLANKS = regex.compile(r"[^\S\t]+")
_WIDE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー々]")
_HANGUL = regex.compile(r"\p{Hangul}")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_UNSTOPPED = regex.compile(r"[\p{Thai}\p{Lao}]")
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.\-]*+")
_CLOSERS = r"""["'”’»›«“」』）)\]】〉》*_]"""
_STOP = regex.compile(
    rf"(?:[.。．｡।॥۔։።។។။](?<!\.\.)|[.!?！？؟…‽;；](?=[\"'”’»“」』)）\]】])|[!?！？؟…]){_CLOSERS}{{0,3}}(?:\[\d+\])?$"
)
_FULL_STOP = regex.compile(rf"(?:[.](?<!\.\.)|[。．｡।॥۔։።။]){_CLOSERS}{{0,3}}$")
_SIGNATURE = regex.compile(
    r"(?<=\S)\s*(?:(?:[—–]{1,2}|\s-|(?<=[.!?”\"])-)\s*\p{Lu}[\p{L}/ ]{1,25}|[(（\[【][^()（）\[\]【】]{2,25}[)）\]】]\d{0,8}"
    r"|(?<=[.!?”\"»])\s\p{L}{2,9})\.?$"
)
_QUOTED = regex.compile(r"""^[“"„«»「『‘'”].*[”"“»«」』’']$""")
_BULLET = regex.compile(
    r"^(?:[*•●◦▪▫■□◆◇◯○‣⁃·・∙–—\-+▶►➤✓✔](?=\s)|[•●▪■◆・▶►]|\(?\d{1,3}[.)、）](?=\s|\p{L})|\(?[a-zA-Z][.)](?=\s)|[①-⑳]|\[\d+\])\s*"
)
_SEPARATORS = regex.compile(r"\s[|｜›»>→/•·・∙•~]+\s|\s?[|｜»›](?=\s|\S)")
_LINK = regex.compile(r"!?\[[^\[\]]{0,200}\]\([^()\s]{0,500}\)")
_RULE = regex.compile(r"^[\s*\-_=~#·•.|:+─━—–]+$")
_URL = regex.compile(r"(?:https?://|www\.)\S+")


OPEN_ENDS = (",", ";", ":", "،", "؛", "，", "、", "；", "：")
"""What a line ends with when the sentence runs on below it: verse, lists, addresses of letters."""


@dataclass(frozen=True)
class Line:
    """A line of the raw text, or a paragraph joined from hard-wrapped ones, without white space around it.

    `number` is its first line in the raw text, counted from 1; `gap` says that a blank line stands before it.
    Not slotted: its measures are computed once, when first asked for.
    """

    number: int
    text: str
    gap: bool

    @cached_property
    def size(self) -> float:
        """Length in Latin letters' worth of text: an ideograph or kana counts 2.2, a Hangul syllable 1.8."""
        if self.text.isascii():
            return len(self.text)
        return len(self.text) + 1.2 * len(_WIDE.findall(self.text)) + 0.8 * len(_HANGUL.findall(self.text))

    @cached_property
    def letters(self) -> str:
        """Its letters alone, folded, one space between words: to compare lines."""
        return letters_of(self.text)

    @cached_property
    def words(self) -> int:
        """Number of words; scripts without spaces count a word per six letters' worth."""
        unspaced = 0 if self.text.isascii() else len(_UNSPACED.findall(self._head))
        if unspaced * 2 > len(self._head.replace(" ", "")):
            return max(1, round(self.size / 6))
        return len(_WORD.findall(self._head))

    @cached_property
    def ends(self) -> bool:
        """Whether it ends as a sentence ends, a question, an exclamation or a whole quotation."""
        tail = self.text[-_TAIL_SIZE:]
        quoted = _QUOTED.match(self.text) and self.words >= MIN_SENTENCE
        if quoted or _STOP.search(tail) or _STOP.search(_SIGNATURE.sub("", tail)):
            return True
        return self.size >= UNSTOPPED_SIZE and self.unstopped

    @cached_property
    def unstopped(self) -> bool:
        """Whether it is written in a script that ends sentences without a stop: Thai, Lao."""
        return len(_UNSTOPPED.findall(self._head)) * 3 > len(self._head) * 2

    @cached_property
    def full_stop(self) -> bool:
        """Whether it ends with a full stop, which headlines do not."""
        return bool(_FULL_STOP.search(self.text[-_TAIL_SIZE:]))

    @cached_property
    def bullet(self) -> str:
        """The mark of a list item at its start, or nothing."""
        found = _BULLET.match(self.text)
        return found[0] if found else ""

    @cached_property
    def row(self) -> bool:
        """Whether it is divided as the rows of a table are: by tabs or by two pipes and more."""
        return "\t" in self.text or self.text.count("|") > 1

    @cached_property
    def separators(self) -> int:
        """How many marks divide it as they divide menus, breadcrumbs and table rows."""
        return len(_SEPARATORS.findall(self._head))

    @cached_property
    def links(self) -> int:
        """How many Markdown links and images stand in it."""
        return len(_LINK.findall(self._head))

    @cached_property
    def rule(self) -> bool:
        """Whether it is an ornament only: `* * *`, `---`, `| --- |`."""
        return bool(_RULE.match(self.text))

    @cached_property
    def url(self) -> str:
        """The address in it, if little else is."""
        found = _URL.search(self._head)
        return found[0].rstrip(".,;)>]") if found and len(found[0]) * 2 >= len(self.text) else ""

    @cached_property
    def menu(self) -> bool:
        """Whether it is many short entries in a row: divided by marks, by spaces (in scripts without them), or links only."""
        if self.links and len(_LINK.sub("", self._head).strip(" |*•·-")) < self.links * 3:
            return True
        if self.ends and self.size >= STRONG_SIZE:
            return False
        if sum(map(str.isdigit, self._head)) * 4 > len(self._head.replace(" ", "")):  # a row of figures
            return False
        if self.separators >= 2 and self.words <= (self.separators + 1) * 4:  # noqa: PLR2004  two marks divide three entries
            return True
        return _spaced_entries(self._head)

    @cached_property
    def sentence(self) -> bool:
        """Whether it reads as a sentence or more: it ends as one and has words enough."""
        return self.ends and self.words >= MIN_SENTENCE and not self.menu

    @cached_property
    def strong(self) -> bool:
        """Whether it is prose by its shape: long, and closed by a stop, or very long; a colon opens a list."""
        if self.size < STRONG_SIZE or self.menu or self.rule or self.url:
            return False
        closed = self.ends or self.text.endswith((":", "："))
        return self.size >= (STRONG_SIZE if closed else 2 * STRONG_SIZE) and not _titled(self._head)

    @property
    def _head(self) -> str:
        return self.text[:_LONGEST_MEASURED]


MIN_SENTENCE = 2
"""Words of the shortest sentence ("He declined.")."""


def lines_of(text: str) -> tuple[Line, ...]:
    """Split a text into its non-blank lines, without invisible characters, hard-wrapped paragraphs joined."""
    found: list[Line] = []
    gap = True
    for number, raw in enumerate(text.split("\n"), start=1):
        line = visible(raw)
        if not line:
            gap = True
            continue
        found.append(Line(number, line, gap))
        gap = False
    width = _wrap_width(found)
    return tuple(_joined(found, width) if width else _joined_blocks(found))


def visible(raw: str) -> str:
    """Return a line without zero-width characters, with plain spaces, stripped. Joiners (Persian, Hindi) stay."""
    return str(_BLANKS.sub(" ", raw.translate(_INVISIBLE))).strip().strip("\u200c\u200d").strip()


def _wrap_width(lines: list[Line]) -> int:
    """Find the column at which the text was hard-wrapped (50 to 100), or 0 if it was not.

    A wrapped text has no long lines, and most lines near its greatest width stop in mid-sentence.
    """
    widths = [_columns(line.text) for line in lines]
    width = max(widths, default=0)
    if not 50 <= width <= 100:  # noqa: PLR2004  narrower text is verse or columns, wider is not wrapped by any mail program
        return 0
    full = [line for line, own in zip(lines, widths, strict=True) if own >= width - 14]
    running = sum(not line.ends for line in full)
    return width if len(full) >= 3 and running * 10 >= len(full) * 6 else 0  # noqa: PLR2004  three lines show a habit


def _joined(lines: list[Line], width: int) -> list[Line]:
    """Join each line with the next while the next one's first word would not have fitted on it."""
    joined: list[Line] = []
    last = ""
    for line in lines:
        previous = joined[-1] if joined else None
        if previous and not line.gap and not line.bullet and not line.rule and _columns(last) + 1 + _head(line.text) > width:
            glue = _glue(last, line.text)
            joined[-1] = Line(previous.number, previous.text + glue + line.text, previous.gap)
        else:
            joined.append(line)
        last = line.text
    return joined


def _joined_blocks(lines: list[Line]) -> list[Line]:
    """Join the blocks between blank lines that are plainly one wrapped paragraph each: a short text shows no habit."""
    joined: list[Line] = []
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and not lines[index].gap:
            continue
        block = lines[start:index]
        joined.extend([_glued(block)] if _is_wrapped(block) else block)
        start = index
    return joined


def _is_wrapped(block: list[Line]) -> bool:
    """Whether all lines of a block but the last reach the same width in mid-sentence, and those below them run on."""
    *full, last = block
    widths = [_columns(line.text) for line in full]
    if not full or not 50 <= max(widths) <= 100 or _columns(last.text) > max(widths):  # noqa: PLR2004  as in `_wrap_width`
        return False
    if any(line.ends or line.bullet or line.row for line in full[:3]) or any(line.bullet or line.row for line in block):
        return False
    if _UNSPACED.match(full[-1].text[-1]) and not last.text[0].isascii():
        return max(widths) - min(widths) <= 4  # noqa: PLR2004  two characters that must not begin a line
    caseless = not any(map(str.isupper, "".join(line.text for line in block)))
    runs_on = last.ends if caseless else sum(line.text[0].islower() for line in block[1:]) * 2 >= len(full)
    return min(widths) >= max(widths) - 14 and runs_on


def _glued(block: list[Line]) -> Line:
    text = block[0].text
    for line in block[1:]:
        text += _glue(text, line.text) + line.text
    return Line(block[0].number, text, block[0].gap)


def _glue(above: str, below: str) -> str:
    """What stands between two lines of a paragraph: nothing in scripts without spaces, their stops included."""
    spaced = below[0].isascii() or above[-1].isascii() or not (_UNSPACED.match(above[-1]) or _UNSPACED.match(below))
    return " " if spaced else ""


def _head(text: str) -> int:
    first = text.split(" ", 1)[0]
    return min(_columns(first), 4) if _UNSPACED.match(first) else _columns(first)


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else not unicodedata.combining(char) for char in text)


def _spaced_entries(text: str) -> bool:
    """Tell "ホーム ニュース 政治 経済" from a headline in a script without spaces: many short pieces, no stops or commas."""
    pieces = text.split()
    if len(pieces) < 4 or any(mark in text for mark in "、。，,.！？!?") or not _UNSPACED.search(text):  # noqa: PLR2004  fewer is a headline
        return False
    return all(len(piece) <= 12 for piece in pieces) and len(text) <= 8 * len(pieces)  # noqa: PLR2004  entries are short


def _titled(text: str) -> bool:
    """Whether nearly every word is capitalized and none is a function word: a long menu, not prose (bicameral scripts only)."""
    words = _WORD.findall(text)
    lower = sum(word[0].islower() for word in words)
    upper = sum(word[0].isupper() for word in words)
    return bool(upper >= 8 and lower * 10 < upper)  # noqa: PLR2004  headlines have fewer words
