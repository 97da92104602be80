"""A page of plain text: its lines, what each shows, and the questions that cleaning asks of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import regex

from briefgen.reading.lines import Line
from briefgen.reading.signs import Sign

LONGEST_CAPTION: Final = 300
"""Size of the longest caption believed where no credit marks it."""

SURE_CAPTION: Final = 220
"""Size of the longest caption believed where it reads like a paragraph and only a credit below it tells."""

PARAGRAPH: Final = 160
"""Size from which one phrase of a notice does not make a line furniture."""

CAPTION_WORDS: Final = 5
"""Words of the shortest caption that a name in brackets closes: a headline's "(video)" stands after the headline alone."""

_CREDITED: Final = regex.compile(r"\p{L}\S* ?[(（][\p{L}][^()（）\d]{3,30}[)）]$")
"""A caption's end above the lead, in any language: "… of the south (Coast Agency)"."""

_NO_SIGN: Final = Sign()


@dataclass(frozen=True)
class Page:
    """The lines of a page, each with its sign. Not slotted: `spaced` is computed once, when first asked for."""

    lines: Sequence[Line]
    signs: Sequence[Sign]

    def prose(self, index: int) -> bool:
        """Whether a line is long prose without the sign of furniture."""
        return self.lines[index].strong and not self.signs[index].kind

    def sentence(self, index: int) -> bool:
        """Whether a line is a sentence, of any length, without the sign of furniture."""
        return self.lines[index].sentence and not self.signs[index].kind

    def doubtful(self, index: int) -> bool:
        """Whether a line is a whole paragraph in which one phrase sounds like a notice ("we use cookies"): it may quote it."""
        line = self.lines[index]
        return self.signs[index].notices == 1 and line.strong and line.size >= PARAGRAPH

    def said(self, index: int) -> bool:
        """Whether a line is prose or a sentence."""
        return self.sentence(index) or self.prose(index)

    def kind(self, index: int) -> str:
        """The kind of furniture a line shows; "" for plain text and beyond the page."""
        return self.signs[index].kind if 0 <= index < len(self.signs) else ""

    def gap(self, index: int) -> bool:
        """Whether a blank line stands above a line; the page's end counts as none."""
        return index < len(self.lines) and self.lines[index].gap

    @cached_property
    def spaced(self) -> bool:
        """Whether a blank line stands between nearly all lines, so that it tells nothing."""
        return sum(line.gap for line in self.lines) * 10 > len(self.lines) * 9

    def bare_caption(self, index: int, *, early: bool = False) -> bool:
        """Whether a line without a credit is a caption: below an image mark or above a credit, and set off from what follows.

        `early` says that the line stands above the lead, where anything but a sentence above a credit is a caption.
        """
        line = self.lines[index]
        if not index or self.kind(index) or line.size > LONGEST_CAPTION:
            return False
        if self.kind(index - 1) == "picture" or any(map(self._closes_caption, (index + 1, index + 2))):
            return self.kind(index - 1) != "picture" or (self.gap(index + 1) and not line.gap)
        above = self.signs[index - 1].credited
        if early and not line.ends:
            named = line.words >= CAPTION_WORDS and _CREDITED.search(line.text)
            if named or (above is not None and not above.caption and above.credit):
                return True
        below = self.signs[index + 1] if index + 1 < len(self.signs) else _NO_SIGN
        credited = below.credited is not None and not below.credited.caption and (self.spaced or not self.gap(index + 1))
        if credited and not early and not line.ends:
            return self.spaced or line.gap or line.words >= CAPTION_WORDS  # a subheading is shorter
        if not credited or (early and not line.ends):
            return credited
        return self.gap(index + 2) and self.kind(index - 1) != "" and line.size < SURE_CAPTION

    def _closes_caption(self, index: int) -> bool:
        """Whether a line is the button that folds a caption away ("hide caption"), which stands below caption and credit."""
        return self.kind(index) == "gallery" and "caption" in self.lines[index].text.lower()
