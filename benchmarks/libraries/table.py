"""briefgen and its peers on the labeled articles: the same labels, matching and scores for all."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.libraries.peer import LANGUAGES, Finder, Given, Peer
from tests.quality import gate
from tests.quality.corpus import Labelled, results
from tests.quality.scoring import KINDS, Count

SHOWN: Final = ("countries", "people", "organizations", "title", "date", "author", "publisher", "paragraphs", "debris")
"""The kinds in which any peer competes, in the order of the table."""

OURS: Final = "briefgen"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tool said of an article, and the seconds of processor time it took."""

    article: Labelled
    found: Mapping[str, Any]
    seconds: float


@dataclass(frozen=True, slots=True)
class Row:
    """A tool's scores in one kind and its median milliseconds an article, by language; `missing` tells how to install it."""

    kind: str
    tool: str
    counts: Mapping[str, Count]
    milliseconds: Mapping[str, float]
    missing: str = ""


def measure(corpus: tuple[Labelled, ...], peers: Iterable[Peer], *, raw: bool = False) -> list[Row]:
    """The rows of every peer and of briefgen in their kinds, in the order of kinds; with `raw`, peers get uncleaned text."""
    ours, rivals = _ours(corpus), tuple(peers)
    rows = [_row(kind, OURS, ours) for kind in SHOWN if any(kind in peer.kinds for peer in rivals)]
    given = {item.article.name: _given(item, raw=raw) for item in ours}
    for peer in rivals:
        rows += _rows_of(peer, corpus, given)
    return sorted(rows, key=lambda row: SHOWN.index(row.kind))


def as_lines(rows: Iterable[Row]) -> Iterator[str]:
    """The table in Markdown, as the quality gate prints it, with the milliseconds of an article at the end."""
    every = tuple(rows)
    head, rule, *lines = gate.as_lines({f"{row.kind} · {row.tool}{_note(row)}": row.counts for row in every})
    yield f"{head} ms: {' / '.join(LANGUAGES)} |"
    yield f"{rule}--:|"
    for line, row in zip(lines, every, strict=True):
        yield f"{line} {_times(row)} |"


def defeats(rows: Iterable[Row]) -> Iterator[str]:
    """Each kind and language in which a peer has the higher F1, as a line."""
    every = tuple(rows)
    ours = {row.kind: row.counts for row in every if row.tool == OURS}
    for row in every:
        for lang, count in row.counts.items():
            own = ours[row.kind].get(lang, Count())
            if count.f1 > own.f1:
                yield f"- {row.kind} ({lang}): {row.tool} {count.f1:.3f}, {OURS} {own.f1:.3f}"


def _ours(corpus: tuple[Labelled, ...]) -> list[Answer]:
    """What briefgen says; the first article is read twice, so that loading the vocabulary is in nobody's time."""
    answers = []
    started = time.process_time()
    for article, result in results((*corpus[:1], *corpus)):
        now = time.process_time()
        answers.append(Answer(article, result, now - started))
        started = time.process_time()
    return answers[1:]


def _given(answer: Answer, *, raw: bool) -> Given:
    article = answer.article
    return Given(article.raw, article.raw if raw else answer.found["text"], article.lang)


def _rows_of(peer: Peer, corpus: tuple[Labelled, ...], given: Mapping[str, Given]) -> list[Row]:
    """The rows of a peer; one that is not installed has no scores."""
    try:
        finder = peer.load()
    except ImportError:
        return [Row(kind, peer.name, {}, {}, peer.install) for kind in peer.kinds]
    articles = [article for article in corpus if article.lang in peer.langs]
    for article in articles[:1]:
        finder(given[article.name])  # what a tool loads on its first call is in nobody's time
    answers = [_answer(finder, article, given[article.name]) for article in articles]
    return [_row(kind, peer.name, answers) for kind in peer.kinds]


def _answer(finder: Finder, article: Labelled, given: Given) -> Answer:
    started = time.process_time()
    found = finder(given)
    return Answer(article, found, time.process_time() - started)


def _row(kind: str, tool: str, answers: Iterable[Answer]) -> Row:
    counts: dict[str, Count] = {}
    seconds: dict[str, list[float]] = {}
    for answer in answers:
        lang = answer.article.lang
        counts[lang] = counts.get(lang, Count()) + KINDS[kind](answer.found, answer.article.label)
        seconds.setdefault(lang, []).append(answer.seconds)
    return Row(kind, tool, counts, {lang: 1000 * statistics.median(times) for lang, times in seconds.items()})


def _note(row: Row) -> str:
    return f": not installed (`{row.missing}`)" if row.missing else ""


def _times(row: Row) -> str:
    return " / ".join(f"{row.milliseconds[lang]:.1f}" if lang in row.milliseconds else "–" for lang in LANGUAGES)
