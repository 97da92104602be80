"""A Dask scheduler and its workers on loopback, as processes that are started as the documentation says."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.tools import ROOT, miss

ALLOWED_FAILURES: Final = 1
"""Workers that may die of a task before it counts as deadly, less one; Dask's own number is 3, which takes longer."""

_START: Final = 60
"""Seconds in which a scheduler or a worker has started, however busy the machine is."""


@contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    """The address of a scheduler without workers, which keeps its notes in a folder."""
    if importlib.util.find_spec("distributed") is None:
        miss("distributed, of the extra [dask]")
    notes = folder / "scheduler.json"
    options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show", "--scheduler-file", str(notes))
    with _process(folder, "scheduler", *options):
        yield _address(notes)


@contextmanager
def workers(address: str, folder: Path, number: int = 1, *, nanny: bool = True, code: Path = ROOT) -> Iterator[None]:
    """So many worker processes, which a nanny starts anew when they die, with the package in the folder `code`."""
    options = ("--host", "127.0.0.1", "--nworkers", str(number), "--nthreads", "1", "--no-dashboard")
    kept = ("--local-directory", str(folder), "--nanny" if nanny else "--no-nanny")
    with _process(folder, "worker", address, *options, *kept, code=code):
        yield


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    with scheduler(folder) as address, workers(address, folder, 2):
        yield address


@contextmanager
def _process(folder: Path, *command: str, code: Path = ROOT) -> Iterator[None]:
    """A command of Dask's that runs; it and all that it started are killed in the end."""
    env = {**os.environ, "PYTHONPATH": str(code), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(ALLOWED_FAILURES)}
    line = [sys.executable, "-m", "dask", *command]
    with (
        (folder / f"{command[0]}.log").open("wb") as log,
        subprocess.Popen(line, cwd=folder, env=env, stdout=log, stderr=log, start_new_session=True) as process,
    ):
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def _address(notes: Path) -> str:
    until = time.monotonic() + _START
    while time.monotonic() < until:
        try:
            return str(json.loads(notes.read_text(encoding="utf-8"))["address"])
        except (OSError, ValueError):  # not there, or half written
            time.sleep(0.02)
    raise TimeoutError((notes.parent / "scheduler.log").read_text(encoding="utf-8"))
