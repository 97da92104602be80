"""Findings for a person at a terminal: what was found, by which words, what was cut, and what is left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from briefgen.model.article import Article
from briefgen.model.evidence import Proof
from briefgen.model.finding import (
    CountryFinding,
    DateFinding,
    EventFinding,
    Finding,
    Findings,
    RefFinding,
    SummaryFinding,
    TopicFinding,
)

_QUOTES_SHOWN: Final = 3
"""Quotes shown of each finding: enough to judge it by; `--json` has all."""


def as_report(article: Article, findings: Findings) -> str:
    """The findings of an article as lines of text, each finding with the first words that show it."""
    return "\n".join(_lines(article, findings)) + "\n"


def _lines(article: Article, findings: Findings) -> Iterator[str]:
    yield article.file
    for item in findings.items:
        yield f"  {_label(item):<28} {_quotes(item.evidence)}"
    for media in article.media:
        yield f"  {'picture':<28} {media.caption or '(no caption)'} [{media.credit or 'no credit'}]"
    for cut in article.removed:
        yield f"  {'cut: ' + cut.why:<28} {_short(cut.text)}"
    for problem in findings.problems:
        yield f"  {'open':<28} {problem.what}" + (f"; {problem.hint}" if problem.hint else "")


def _label(item: Finding) -> str:
    match item:
        case CountryFinding():
            label = f"country {item.code} ({item.role})"
        case TopicFinding():
            label = f"topic {item.id}"
        case SummaryFinding():
            label = "summary (derived)"
        case DateFinding():
            label = f"date {item.value} ({item.origin})"
        case EventFinding():
            label = f"event {item.value.kind} {item.value.date or ''}".strip()
        case RefFinding():
            label = _entry(item.value)
        case _:
            label = f"{item.trait.value} ({item.origin})"
    return label


def _entry(value: object) -> str:
    """An entry of the front matter by its kind and its name or text."""
    kind = type(value).__name__.removesuffix("Ref").lower()
    name = next((str(getattr(value, key)) for key in ("name", "text", "value", "what") if hasattr(value, key)), "")
    return f"{kind} {_short(name, 60)}"


def _quotes(evidence: Iterable[Proof]) -> str:
    quotes = list(dict.fromkeys(f"“{_short(proof.quote)}” by {proof.rule}" for proof in evidence))
    more = f" and {len(quotes) - _QUOTES_SHOWN} more" if len(quotes) > _QUOTES_SHOWN else ""
    return "; ".join(quotes[:_QUOTES_SHOWN]) + more


def _short(text: str, most: int = 80) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
