"""Time the analysis of articles of about 4 KB: `python benchmarks/analysis.py --runs 20`.

The articles are those of `tests/quality`, several of one language behind each other. Prints for each language the milliseconds
of processor time that one article takes: its reading (cleaning), its analysis, and in that each detector. A run goes through
all articles of a language, so that nothing is kept from one run to the next but what is kept in any long import; the number
shown is the mean over the articles of each one's median over the runs. What several detectors share (sentences, mentions
of countries) counts for the first that asks.
"""

from __future__ import annotations

import argparse
import functools
import gc
import re
import statistics
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import regex

from briefgen.analysis import Knowledge
from briefgen.analysis.detectors import DETECTORS, Detector
from briefgen.analysis.document import Document
from briefgen.analysis.language import identify
from briefgen.analysis.problems import problems_in
from briefgen.config import load_vocabulary
from briefgen.model.article import Article
from briefgen.model.finding import Findings
from briefgen.reading.plain import read_plain

ARTICLES: Final = Path(__file__).parent.parent / "tests" / "quality" / "articles"
LANGUAGES: Final = ("en", "ja", "vi")

SIZE: Final = 4096
"""Bytes of an article; in Japanese that is about 1,400 letters."""

READING, ANALYSIS = "reading", "analysis"

Timings = Mapping[str, float]
"""Milliseconds by part: `READING`, `ANALYSIS`, and the parts of the latter."""


def main() -> None:
    """Time loading and each language; print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--lang", choices=LANGUAGES, action="append", help="only this language; may be given again")
    arguments = parser.parse_args()
    started = time.process_time()
    vocabulary, _ = load_vocabulary(Path(__file__).parent)
    knowledge = Knowledge(vocabulary)
    print(f"loading the vocabulary: {_milliseconds(started):.0f} ms")
    columns = {}
    for lang in arguments.lang or LANGUAGES:
        texts = packed([path.read_text(encoding="utf-8") for path in sorted((ARTICLES / lang).glob("*.txt"))], SIZE)
        started = time.process_time()
        timed(texts[0], knowledge)
        size = statistics.mean(len(text.encode()) for text in texts)
        print(
            f"{lang}: {len(texts)} articles of {size:.0f} bytes on average; the very first took {_milliseconds(started):.0f} ms"
        )
        columns[lang] = median_timings(texts, knowledge, arguments.runs)
    print(f"median of {arguments.runs} runs\n")
    print("\n".join(as_table(columns)))


def packed(articles: Iterable[str], size: int) -> tuple[str, ...]:
    """Texts of as nearly `size` bytes as whole articles behind each other make; a rest that is too short is left out."""
    texts: list[str] = []
    text = ""
    for article in articles:
        longer = f"{text}\n\n{article}".lstrip("\n")
        if text and abs(len(longer.encode()) - size) > abs(len(text.encode()) - size):
            texts.append(text)
            longer = article
        text = longer
    if len(text.encode()) >= size * _NEARLY:
        texts.append(text)
    return tuple(texts)


_NEARLY: Final = 0.8


def median_timings(texts: Sequence[str], knowledge: Knowledge, runs: int) -> Timings:
    """The mean over the texts of the median of each part's milliseconds over the runs."""
    runs_by_text: list[list[Timings]] = [[] for _ in texts]
    for _ in range(runs):
        for text, timings in zip(texts, runs_by_text, strict=True):
            timings.append(timed(text, knowledge))
    return {
        part: statistics.mean(statistics.median(run[part] for run in timings) for timings in runs_by_text)
        for part in runs_by_text[0][0]
    }


def timed(text: str, knowledge: Knowledge) -> Timings:
    """The milliseconds that each part of the work on one raw article takes; nothing kept of another one helps it."""
    forget()
    started = time.process_time()
    article, _ = read_plain(text, "article", "article.txt", knowledge.vocabulary)
    reading = _milliseconds(started)
    parts = {stage.name: stage.milliseconds for stage in _stages(article, knowledge)}
    return {READING: reading, ANALYSIS: sum(parts.values()), **parts}


@dataclass(frozen=True, slots=True)
class _Stage:
    """A step of analysis and the milliseconds it took."""

    name: str
    milliseconds: float


def forget() -> None:
    """Empty what is kept of the latest articles: patterns made for their names, words of their lines.

    In an import each article is a new one; what is kept of the data (caches without bounds, or of one value) stays.
    """
    regex.purge()
    re.purge()
    for kept in gc.get_objects():
        if isinstance(kept, functools._lru_cache_wrapper):  # noqa: SLF001  its only name
            size = kept.cache_parameters()["maxsize"]
            if size and size > 1 and kept.__module__.startswith("briefgen."):
                kept.cache_clear()


def _stages(article: Article, knowledge: Knowledge) -> Iterator[_Stage]:
    """The steps of `briefgen.analysis.analyze`, one by one."""
    started = time.process_time()
    language = identify(article, knowledge)
    lang = language.value if language else ""
    document = Document(article, lang, knowledge.joiners)
    found = Findings(lang, (language,) if language else ())
    yield _Stage("language", _milliseconds(started))
    for detect in DETECTORS:
        started = time.process_time()
        found = found.plus(detect(document, knowledge, found))
        yield _Stage(_name(detect), _milliseconds(started))
    started = time.process_time()
    problems_in(document, knowledge, found)
    yield _Stage("problems", _milliseconds(started))


def _name(detect: Detector) -> str:
    return detect.__module__.rpartition(".")[2].replace("_", " ")


def _milliseconds(started: float) -> float:
    """Processor time since `started`: other programs on the machine do not count."""
    return 1000 * (time.process_time() - started)


def as_table(columns: Mapping[str, Timings]) -> Iterator[str]:
    """A Markdown table of milliseconds: a row for each part, a column for each language."""
    yield f"| ms an article | {' | '.join(columns)} |"
    yield f"|---|{'---:|' * len(columns)}"
    for part in next(iter(columns.values())):
        yield f"| {part} | {' | '.join(f'{timings[part]:.2f}' for timings in columns.values())} |"


if __name__ == "__main__":
    main()
