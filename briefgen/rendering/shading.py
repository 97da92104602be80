"""Classes of counts, for maps and tables that are shaded by them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from briefgen.rendering.localize import Localizer
from briefgen.rendering.views.common import ShadeClass

CLASSES: Final = 4
"""Shades besides that of nothing: as many as readers tell apart in one ink (Brewer and Pickle 2002)."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Shades from 1 up; `floors` are the least counts of each, `most` is the largest count."""

    floors: tuple[int, ...]
    most: int

    def shade(self, count: int) -> int:
        """The shade of a count; 0 for nothing."""
        return bisect_right(self.floors, count)


def scale(most: int) -> Scale:
    """The scale of counts up to `most`: single counts while they are few, else steps that grow by the same factor.

    Counts of briefings are skewed: a few countries have most of them, so equal steps would leave all others in one shade.
    The steps begin at numbers of one digit and zeros.
    """
    floors: list[int] = []
    for step in range(min(CLASSES, most)):
        exact = most ** (step / CLASSES)
        power = 10 ** (len(str(int(exact))) - 1)
        floors.append(max(round(exact / power) * power, floors[-1] + 1 if floors else 1))
    return Scale(tuple(floors), most)


def legend(scale_: Scale, say: Localizer) -> tuple[ShadeClass, ...]:
    """Each shade with the counts that it stands for, in words, from none up."""
    return (ShadeClass(0, say.text("none")), *_classes(scale_, say))


def _classes(scale_: Scale, say: Localizer) -> Iterator[ShadeClass]:
    for shade, (low, following) in enumerate(pairwise((*scale_.floors, scale_.most + 1)), 1):
        ends = [say.number(low)] if following == low + 1 else [say.number(low), say.number(following - 1)]
        yield ShadeClass(shade, "–".join(ends))
