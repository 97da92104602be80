"""Hears of saves in what a site is built from: `content/`, `templates/` and `site.yaml`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path
from typing import Final

from watchfiles import Change, DefaultFilter, awatch
from watchfiles.main import FileChange

_FOLDERS: Final = ("content", "templates")
_FILE: Final = "site.yaml"


async def watch(root: Path, saved: asyncio.Event) -> None:
    """Set `saved` at every save, until canceled; saves within a few hundredths of a second count as one.

    The site's folder itself is watched without what lies in it: a virtual environment there may hold more folders than
    a system can watch. Editors that save by renaming, and folders that come and go, are heard of through it.
    """
    changed = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(_watch_folders(root, saved, changed))
        async for changes in _changes((root,), _is_input, changed=asyncio.Event(), recursive=False):
            saved.set()
            if any(Path(path).name in _FOLDERS for _, path in changes):
                changed.set()


def _is_input(_: Change, path: str) -> bool:
    """Whether a name in the site's folder belongs to what it is built from."""
    return Path(path).name in {*_FOLDERS, _FILE}


async def _watch_folders(root: Path, saved: asyncio.Event, changed: asyncio.Event) -> None:
    """Watch the folders that there are, anew whenever one came or went."""
    while True:
        folders = [root / name for name in _FOLDERS if (root / name).is_dir()]
        if folders:
            async for _ in _changes(folders, DefaultFilter(), changed=changed, recursive=True):
                saved.set()
        await changed.wait()
        changed.clear()
        saved.set()


async def _changes(
    paths: Iterable[Path], wanted: Callable[[Change, str], bool], *, changed: asyncio.Event, recursive: bool
) -> AsyncIterator[set[FileChange]]:
    """Changes below some paths until `changed` is set; by polling where the system has no more watches to give."""
    for polling in (None, True):
        try:
            async for changes in awatch(
                *paths, watch_filter=wanted, stop_event=changed, recursive=recursive, force_polling=polling
            ):
                yield changes
        except OSError:
            if polling:
                raise
        else:
            return
