"""Time whole builds: `python benchmarks/build.py --size 1000 --runs 3`.

Prints the median wall seconds of a build into an empty folder, of one in which nothing changed, and of one in which one body
changed, each also as a ratio to the first: machines are noisy, ratios less so.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from corpus import write_site


def seconds_of_build(site: Path) -> float:
    """Wall seconds of one `briefgen build`, start-up included."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "briefgen", "build"], cwd=site, check=True, capture_output=True)
    return time.perf_counter() - started


def median(site: Path, runs: int, prepare: Callable[[int], None]) -> float:
    """The median of several builds, each after `prepare(number of the run)`."""
    times = []
    for run in range(runs):
        prepare(run)
        times.append(seconds_of_build(site))
    return statistics.median(times)


def main() -> None:
    """Make the site, build it in each way, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        write_site(site, arguments.size, seed=1)
        page = site / "content" / "briefing-000000.md"
        text = page.read_text(encoding="utf-8")
        cold = median(site, arguments.runs, lambda _: shutil.rmtree(site / "output", ignore_errors=True))
        same = median(site, arguments.runs, lambda _: None)
        edit = median(site, arguments.runs, lambda run: page.write_text(f"{text}\nEdit {run}.\n", encoding="utf-8") and None)
    print(f"{arguments.size} briefings, median of {arguments.runs} runs")
    for name, value in (("cold build", cold), ("nothing changed", same), ("one body edited", edit)):
        print(f"{name:<16} {value:6.2f} s  {value / cold:5.2f} × cold  {1000 * value / arguments.size:6.2f} ms a briefing")


if __name__ == "__main__":
    main()
