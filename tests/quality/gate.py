"""The quality gate: what analysis finds in the labeled articles of this folder, against floors that only rise.

    python -m tests.quality.gate [--update] [--allow-regression] [-v]

prints precision, recall and F1 per kind and language and fails where an F1 is under its floor. `--update` writes the
floors anew; it refuses to lower one unless `--allow-regression` says that this is meant.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

import yaml

from briefgen.analysis import Knowledge, analyze
from briefgen.analysis.export import as_json
from briefgen.config import load_vocabulary
from briefgen.reading import read_article
from tests.quality.scoring import Score, score

HERE: Final = Path(__file__).parent
ARTICLES: Final = HERE / "articles"
FLOORS: Final = HERE / "floors.yaml"
HEADER: Final = "# F1 that no change may go below, per kind and language: written by `python -m tests.quality.gate --update`.\n"

Table = Mapping[str, Mapping[str, Score]]
"""The score of each language in each kind."""

Floors = Mapping[str, Mapping[str, float]]
"""The least F1 of each language in each kind."""


@dataclass(frozen=True, slots=True)
class Floor:
    """What `floors.yaml` holds: the corpus that was measured, by its hash, and the floors."""

    corpus: str
    floors: Floors


class RegressionError(Exception):
    """A floor would be lowered."""


def measure(folder: Path = ARTICLES) -> dict[str, dict[str, dict[str, Score]]]:
    """The scores of each article: language → article → kind → score."""
    measured: dict[str, dict[str, dict[str, Score]]] = {}
    vocabulary, _ = load_vocabulary(HERE)
    knowledge = Knowledge(vocabulary)
    for path in sorted(folder.glob("*/*.txt")):
        article, problems = read_article(path, path.name, path.name, vocabulary)
        if article is None:
            msg = f"{path.name}: {'; '.join(map(str, problems))}"
            raise ValueError(msg)
        found = as_json(article, analyze(article, knowledge))
        measured.setdefault(path.parent.name, {})[path.stem] = score(found, label_of(path))
    return measured


def label_of(article: Path) -> dict[str, Any]:
    """The label of an article; scalars are text, but `null`, which is None: `NO` is Norway and no truth value."""
    loader = yaml.BaseLoader
    data = yaml.load(article.with_suffix(".yaml").read_text("utf-8"), Loader=loader)  # noqa: S506  it makes text alone
    return {key: None if value == "null" else value for key, value in data.items()}


def table_of(measured: Mapping[str, Mapping[str, Mapping[str, Score]]]) -> dict[str, dict[str, Score]]:
    """The sums over the articles of each language: kind → language → score, without what never occurs."""
    table: dict[str, dict[str, Score]] = {}
    for lang, articles in measured.items():
        for scores in articles.values():
            for kind, one in scores.items():
                row = table.setdefault(kind, {})
                row[lang] = row.get(lang, Score()) + one
    return {kind: {lang: one for lang, one in row.items() if not one.empty} for kind, row in table.items()}


def corpus_hash(folder: Path = ARTICLES) -> str:
    """The hash of all articles and labels with their names; floors of another corpus mean nothing."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*/*.*")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def floors_of(table: Table) -> dict[str, dict[str, float]]:
    """Each F1 as a floor: rounded down to three decimals."""
    return {kind: {lang: math.floor(one.f1 * 1000) / 1000 for lang, one in row.items()} for kind, row in table.items()}


def regressions(old: Floors, new: Floors) -> list[str]:
    """Every floor that `new` is under or has no longer, as a sentence."""
    return [
        f"{kind} ({lang}): F1 {new.get(kind, {}).get(lang, 0.0):.3f} is under the floor of {floor:.3f}"
        for kind, row in old.items()
        for lang, floor in row.items()
        if new.get(kind, {}).get(lang, 0.0) < floor
    ]


def read_floors(path: Path = FLOORS) -> Floor:
    """The floors of a file; none where there is no file yet."""
    if not path.exists():
        return Floor("", {})
    data = yaml.safe_load(path.read_text("utf-8"))
    return Floor(data["corpus"], cast("Floors", data["floors"]))


def update(floors: Floors, corpus: str, path: Path = FLOORS, *, allow_regression: bool = False) -> None:
    """Write floors; raises RegressionError where one would be lowered and that is not allowed."""
    lowered = regressions(read_floors(path).floors, floors)
    if lowered and not allow_regression:
        raise RegressionError("\n".join(lowered))
    content = {"corpus": corpus, "floors": {kind: dict(row) for kind, row in floors.items() if row}}
    path.write_text(HEADER + yaml.safe_dump(content, sort_keys=False), encoding="utf-8")


def as_lines(table: Table) -> Iterator[str]:
    """The table in Markdown: precision, recall and F1 of each kind and language, and how many labels and findings it saw."""
    langs = sorted({lang for row in table.values() for lang in row})
    yield f"| kind | {' | '.join(f'{lang}: P | R | F1 | n' for lang in langs)} |"
    yield "|---" + "|--:" * 4 * len(langs) + "|"
    for kind, row in table.items():
        yield f"| {kind} | {' | '.join(_cells(row[lang]) if lang in row else ' | | | ' for lang in langs)} |"


def main(arguments: list[str] | None = None) -> int:
    """Measure, print and judge; 0 when every floor holds."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.gate", description="Measure analysis against labels.")
    parser.add_argument("--update", action="store_true", help="write the floors that are reached now")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower a floor")
    parser.add_argument("-v", "--verbose", action="store_true", help="name what was missed and made up in each article")
    options = parser.parse_args(arguments)
    measured = measure()
    table = table_of(measured)
    lines = [*as_lines(table), *(_failures(measured) if options.verbose else ())]
    sys.stdout.write("\n".join(lines) + "\n")
    if options.update:
        try:
            update(floors_of(table), corpus_hash(), allow_regression=options.allow_regression)
        except RegressionError as error:
            sys.stderr.write(f"{error}\nthe floors stay; --allow-regression lowers them\n")
            return 1
    return _judge(table)


def _judge(table: Table) -> int:
    """Tell what is wrong: 1 when anything is."""
    kept = read_floors()
    wrong = regressions(kept.floors, floors_of(table))
    if kept.corpus != corpus_hash():
        wrong.append("the articles or labels changed: run with --update, and say in the commit what changed")
    sys.stderr.write("".join(f"{line}\n" for line in wrong))
    return int(bool(wrong))


def _cells(one: Score) -> str:
    judged = one.hits + len(one.missed) + len(one.extra)
    return f"{one.precision:.2f} | {one.recall:.2f} | {one.f1:.2f} | {judged}"


def _failures(measured: Mapping[str, Mapping[str, Mapping[str, Score]]]) -> Iterator[str]:
    """What was missed and made up, article by article."""
    for lang, articles in measured.items():
        for name, scores in articles.items():
            yield f"\n{lang}/{name}"
            for kind, one in scores.items():
                if one.missed or one.extra:
                    yield f"  {kind}: missed [{'; '.join(one.missed)}], made up [{'; '.join(one.extra)}]"


if __name__ == "__main__":
    sys.exit(main())
