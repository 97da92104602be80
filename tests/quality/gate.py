"""The quality gate: what analysis finds in the labeled articles of this folder, against floors that only rise.

    python -m tests.quality.gate [--set N] [--update] [--allow-regression] [-v]

prints precision, recall and F1 per kind and language and fails where an F1 is under its floor. `--update` writes the
floors anew; it refuses to lower one unless `--allow-regression` says that this is meant.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import yaml

from tests.quality.corpus import Labelled, fingerprint, load, results
from tests.quality.scoring import KINDS, Count, score

FLOORS: Final = Path(__file__).with_name("floors.yaml")
HEADER: Final = "# F1 that no change may go below, per kind and language: written by `python -m tests.quality.gate --update`.\n"

FIRST: Final = "1"
"""The set of an article whose label names none."""

Measured = Mapping[str, Mapping[str, Count]]
"""The score of each kind in each article, which is named `LANG/NAME`."""

Table = Mapping[str, Mapping[str, Count]]
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


def measure(corpus: tuple[Labelled, ...]) -> dict[str, dict[str, Count]]:
    """The scores of each article: `LANG/NAME` → kind → count."""
    return {item.name: score(result, item.label) for item, result in results(corpus)}


def table_of(measured: Measured) -> dict[str, dict[str, Count]]:
    """The sums over the articles of each language: kind → language → count, without what never occurs."""
    table: dict[str, dict[str, Count]] = {kind: {} for kind in KINDS}
    for name, scores in measured.items():
        lang = name.split("/")[0]
        for kind, count in scores.items():
            if judged(count):
                table[kind][lang] = table[kind].get(lang, Count()) + count
    return table


def judged(count: Count) -> int:
    """How many things were found or missed."""
    return count.tp + count.fp + count.fn


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
    parser.add_argument("--set", help="only the articles of this set; they are measured, not judged")
    parser.add_argument("--update", action="store_true", help="write the floors that are reached now")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower a floor")
    parser.add_argument("-v", "--verbose", action="store_true", help="name what was missed and made up in each article")
    options = parser.parse_args(arguments)
    measured = measure(tuple(item for item in load() if options.set in {None, item.label.get("set", FIRST)}))
    table = table_of(measured)
    sys.stdout.write("\n".join([*as_lines(table), *(_failures(measured) if options.verbose else ())]) + "\n")
    if options.set:
        return 0
    return _update(table, allow_regression=options.allow_regression) if options.update else _judge(table)


def _update(table: Table, *, allow_regression: bool) -> int:
    """Write the floors: 1 when that is refused."""
    try:
        update(floors_of(table), fingerprint(), allow_regression=allow_regression)
    except RegressionError as error:
        sys.stderr.write(f"{error}\nthe floors stay; --allow-regression lowers them\n")
        return 1
    return 0


def _judge(table: Table) -> int:
    """Tell what is wrong: 1 when anything is."""
    kept = read_floors()
    wrong = regressions(kept.floors, floors_of(table))
    if kept.corpus != fingerprint():
        wrong.append("the articles or labels changed: run with --update, and say in the commit what changed")
    sys.stderr.write("".join(f"{line}\n" for line in wrong))
    return int(bool(wrong))


def _cells(count: Count) -> str:
    """Precision is a dash where nothing was found, recall where nothing was to be found."""
    precision = f"{count.precision:.2f}" if count.tp + count.fp else "–"
    recall = f"{count.recall:.2f}" if count.tp + count.fn else "–"
    return f"{precision} | {recall} | {count.f1:.2f} | {judged(count)}"


def _failures(measured: Measured) -> Iterator[str]:
    """What was missed and made up, article by article."""
    for name, scores in measured.items():
        yield f"\n{name}"
        for kind, count in scores.items():
            if count.missed or count.extra:
                yield f"  {kind}: missed [{'; '.join(count.missed)}], made up [{'; '.join(count.extra)}]"


if __name__ == "__main__":
    sys.exit(main())
