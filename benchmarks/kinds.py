"""Time what each kind of page and file takes: `python -m benchmarks.kinds --size 1000`.

Makes the corpus in memory in one process, once with one language of the interface and once with three, and prints for each
step, family of pages and kind of file how many there are, the processor time of all and by briefing, and its share.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from benchmarks.corpus import write_site
from briefgen.build import make
from briefgen.config import load_settings
from briefgen.model.memo import Forgetful, Task
from briefgen.model.settings import Project

T = TypeVar("T")

LANGUAGES = ("en", "en, ja, vi")


@dataclass(frozen=True, slots=True)
class Clocked(Forgetful):
    """Keeps nothing but the time: seconds of the processor and number of tasks by kind."""

    seconds: Counter[str] = field(default_factory=Counter)
    tasks: Counter[str] = field(default_factory=Counter)

    def recall(self, step: str, task: Task[T]) -> T:
        """What the task makes, clocked."""
        begun = time.process_time()
        made = task.make(task.ask)
        kind = _kind(step, task)
        self.seconds[kind] += time.process_time() - begun
        self.tasks[kind] += 1
        return made


def _kind(step: str, task: Task[T]) -> str:
    """The family of a page or file, which the module of its maker is named for; else the step."""
    match task.inputs:
        case (str(module), str(name), tuple()) if step == "pages":
            family = module.rpartition(".")[2]
            return f"{'pages' if '.pages.' in module else 'files'}: {family}{'' if '.pages.' in module else name}"
        case _:
            return step


def clocked(site: Path) -> tuple[Clocked, float]:
    """The times of a site made in memory, and the seconds of the processor that all of it took."""
    memo = Clocked()
    settings = load_settings(site, base_url=None)
    begun = time.process_time()
    make(Project(site, site / "output", datetime(2025, 12, 1, tzinfo=UTC), settings), lambda *_: None, memo)
    return memo, time.process_time() - begun


def main() -> None:
    """Make the corpus in each choice of languages and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1000)
    arguments = parser.parse_args()
    for languages in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            write_site(site, arguments.size, seed=1)
            (site / "site.yaml").write_text(
                f"title: Benchmark\nbase_url: https://example.org/\nlanguages: [{languages}]\n", encoding="utf-8"
            )
            memo, whole = clocked(site)
        rest = whole - sum(memo.seconds.values())
        print(f"\n{arguments.size} briefings, interface in {languages}: {whole:.2f} s of the processor\n")
        print("| kind | tasks | s | ms a briefing | share |\n|---|--:|--:|--:|--:|")
        for kind, seconds in [*memo.seconds.most_common(), ("indexing and all else", rest)]:
            counted = memo.tasks[kind] or ""
            print(f"| {kind} | {counted} | {seconds:.2f} | {1000 * seconds / arguments.size:.3f} | {seconds / whole:.0%} |")


if __name__ == "__main__":
    main()
