"""Why a detected fact is believed: the exact words and the rule that read them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Words of an article's cleaned text: `text[start:end] == quote`, offsets in code points.

    `rule` names the detector and its rule, as `countries/demonym`.
    """

    start: int
    end: int
    quote: str
    rule: str

    def __post_init__(self) -> None:
        """Refuse a span that cannot hold its quote."""
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            msg = f"span {self.start}:{self.end} cannot hold the quote {self.quote!r}"
            raise ValueError(msg)
        if not self.rule:
            msg = "evidence needs the name of its rule"
            raise ValueError(msg)

    @classmethod
    def of(cls, text: str, start: int, end: int, rule: str) -> Evidence:
        """Evidence for `text[start:end]`, quoted by construction."""
        return cls(start, end, text[start:end], rule)


@dataclass(frozen=True, slots=True, order=True)
class Trace:
    """Words that stand outside the cleaned text: in a cut line or in a page's metadata.

    `where` says where they stood: `removed[3]` (an index into `Article.removed`) or `html meta[name=date]`.
    """

    where: str
    quote: str
    rule: str

    def __post_init__(self) -> None:
        """Refuse a trace without place, words or rule."""
        if not (self.where and self.quote and self.rule):
            msg = "a trace needs its place, its words and its rule"
            raise ValueError(msg)


Proof = Evidence | Trace
