"""What a command costs: wall seconds, processor seconds, memory of all its processes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

INTERVAL: Final = 0.05
"""Seconds between two looks at memory: few enough to see the peak of a build, seldom enough not to slow it."""

_PROC: Final = Path("/proc")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took; `cpu` is user and system time with all children, `memory` in MB shared pages counted once."""

    wall: float
    cpu: float
    memory: float
    failure: str = ""


def cost(command: tuple[str, ...], folder: Path, environment: Mapping[str, str], limit: float) -> Cost:
    """Run a command in a folder, at most `limit` seconds; what it says is kept only as the reason of a failure."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=said, stderr=said, start_new_session=True
        )
        watch = _Watch(process.pid, limit)
        try:
            watch.start()
            _, status, used = os.wait4(process.pid, 0)
        except KeyboardInterrupt:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise
        finally:
            watch.done.set()
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.join()
        failure = "" if not status else f"more than {limit:.0f} s" if watch.late else _last_line(said)
    return Cost(wall, used.ru_utime + used.ru_stime, watch.peak, failure)


class _Watch(threading.Thread):
    """Looks at a process and its children until `done`: keeps the largest memory, ends their group when they are late."""

    def __init__(self, pid: int, limit: float) -> None:
        super().__init__(daemon=True)
        self.done = threading.Event()
        self.peak = 0.0
        self.late = False
        self._pid = pid
        self._end = time.monotonic() + limit

    def run(self) -> None:
        """Look until told."""
        while not self.done.wait(INTERVAL):
            self.peak = max(self.peak, sum(map(memory, family(self._pid))))
            if time.monotonic() > self._end and not self.late:
                self.late = True
                os.killpg(self._pid, signal.SIGKILL)


def said_version(command: tuple[str, ...], environment: Mapping[str, str]) -> str:
    """The first thing like a version that a command says; empty where there is none."""
    said = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    found = re.search(r"\d+\.\d+(?:\.\d+)*", said.stdout + said.stderr)
    return found[0] if found else ""


def family(pid: int) -> Iterator[int]:
    """A process and all that descend from it (Linux; elsewhere the process alone)."""
    yield pid
    for task in _PROC.glob(f"{pid}/task/*/children"):
        try:
            children = task.read_text(encoding="ascii").split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def memory(pid: int) -> float:
    """A process's proportional set size in MB: pages that several share are shared out among them; 0 where it can't be read."""
    try:
        rollup = (_PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    line = next((line for line in rollup.splitlines() if line.startswith("Pss:")), "Pss: 0")
    return int(line.split()[1]) / 1024


def _last_line(said: IO[bytes]) -> str:
    said.seek(0)
    lines = [line for line in said.read().decode(errors="replace").splitlines() if line.strip()]
    return lines[-1].strip() if lines else "failed without a word"
