"""Time an import on a Dask cluster beside the processes of one machine: `python benchmarks/cluster.py --workers 1 2 4` (Linux).

All workers run on this machine, so no more of them help than it has processors; what each article costs beside its analysis
(sending, scheduling, storing) is what this shows. Prints wall seconds, the processor seconds of everybody who takes part, and
articles per processor second, which other programs on the machine disturb least. Workers are fresh for each row.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from importing import article, resident

TICKS = os.sysconf("SC_CLK_TCK")
"""Units of processor time in a second, as /proc counts them."""


@dataclass(frozen=True)
class Group:
    """A command that runs with all the processes that it started."""

    leader: int

    @property
    def pids(self) -> list[int]:
        """Its processes."""
        return [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/stat") if self._owns(path)]

    @property
    def seconds(self) -> float:
        """Processor time of all of them so far."""
        fields = [_fields(Path(f"/proc/{pid}/stat")) for pid in self.pids]
        return sum(int(of[11]) + int(of[12]) for of in fields if of) / TICKS

    def _owns(self, path: Path) -> bool:
        fields = _fields(path)
        return bool(fields) and int(fields[2]) == self.leader


def _fields(path: Path) -> list[str]:
    """The fields of a process behind its name; none when it has ended."""
    try:
        return path.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


@contextmanager
def dask(folder: Path, *command: str) -> Iterator[Group]:
    """A command of Dask's that runs until this is left."""
    line = [sys.executable, "-m", "dask", *command, "--no-dashboard"]
    silent = subprocess.DEVNULL
    with subprocess.Popen(line, cwd=folder, stdout=silent, stderr=silent, start_new_session=True) as process:
        try:
            yield Group(process.pid)
        finally:
            os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, Group, Group]]:
    """The address of a scheduler with so many workers that are ready, and the processes of both."""
    from distributed import Client  # noqa: PLC0415  of the extra

    notes = folder / f"scheduler-{workers}.json"
    options = ("--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(notes))
    with dask(folder, "scheduler", *options) as scheduler:
        while not notes.exists() or not notes.read_text(encoding="utf-8").endswith("}"):
            time.sleep(0.05)
        address = json.loads(notes.read_text(encoding="utf-8"))["address"]
        command = ("worker", address, "--host", "127.0.0.1", "--nworkers", str(workers), "--nthreads", "1")
        with dask(folder, *command, "--local-directory", str(folder)) as crew:
            with Client(address) as client:
                client.wait_for_workers(workers)
            yield address, scheduler, crew


def imported(site: Path, *options: str) -> tuple[float, float, int]:
    """Import ../in into a site anew: wall seconds, processor seconds of it and its helpers, and its largest memory in MB."""
    shutil.rmtree(site / "content", ignore_errors=True)
    (site / "content").mkdir()
    before, started, largest = _children_seconds(), time.perf_counter(), 0
    command = [sys.executable, "-m", "briefgen", "import", *options, "../in"]
    with subprocess.Popen(command, cwd=site, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            largest = max(largest, resident(process.pid))
            time.sleep(0.1)
    return time.perf_counter() - started, _children_seconds() - before, largest


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def row(name: str, size: int, wall: float, processor: Sequence[float], memory: Sequence[int]) -> str:
    """One line of the table; `processor` and `memory` of the import, the scheduler and the workers, as far as there are any."""
    shown = " + ".join(f"{seconds:.1f}" for seconds in processor)
    total = sum(processor)
    return (
        f"| {name} | {wall:.1f} | {size / wall:.1f} | {shown} | {size / total:.1f} | {' + '.join(str(mb) for mb in memory)} |"
    )


def on_cluster(site: Path, size: int, workers: int) -> str:
    """The row of an import on so many workers."""
    with cluster(site.parent, workers) as (address, scheduler, crew):
        before = scheduler.seconds, crew.seconds
        wall, own, memory = imported(site, "--cluster", address)
        spent = (own, scheduler.seconds - before[0], crew.seconds - before[1])
        largest = max(resident(pid) for pid in crew.pids)
        return row(f"cluster, {workers} workers", size, wall, spent, (memory, resident(scheduler.leader), largest))


def main() -> None:
    """Make the articles and an empty site; import in each way; print a row of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    arguments = parser.parse_args()
    chance = random.Random(1)  # noqa: S311  made-up texts, no secrets
    with tempfile.TemporaryDirectory() as folder:
        site, inbox = Path(folder, "site"), Path(folder, "in")
        for path in (site, inbox):
            path.mkdir()
        (site / "site.yaml").write_text("title: Benchmark\n", encoding="utf-8")
        for number in range(arguments.size):
            (inbox / f"{number:06}.txt").write_text(article(number, chance), encoding="utf-8")
        print("| who | wall s | articles/s | processor s | articles a processor second | MB |")
        print("|---|--:|--:|--:|--:|--:|")
        for jobs in arguments.jobs:
            wall, own, memory = imported(site, "--jobs", str(jobs))
            print(row(f"this machine, {jobs} processes", arguments.size, wall, (own,), (memory,)), flush=True)
        for workers in arguments.workers:
            print(on_cluster(site, arguments.size, workers), flush=True)


if __name__ == "__main__":
    main()
