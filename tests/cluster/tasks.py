"""What workers do in tests; they import this module, so it needs nothing of pytest's."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def obey(folder: Path, order: str) -> str:
    """Answer an order, raise an error, or kill this process, always or the first time (a file in `folder` tells)."""
    kind, _, name = order.partition(":")
    if kind == "raise":
        raise ZeroDivisionError(name)
    if kind == "die":
        die()
    if kind == "die once":
        die_once(folder / name)
    return f"did {name}"


def measured(common: bytes, item: str) -> int:
    """How long what is common and an item are together."""
    return len(common) + len(item)


def die_once(mark: Path) -> None:
    """Kill this process, unless a process that died before left the file `mark`."""
    if not mark.exists():
        mark.touch()
        die()


def die() -> None:
    """End this process as a system does that has no memory left."""
    os.kill(os.getpid(), signal.SIGKILL)
