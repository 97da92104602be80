"""Hears of saves in what a site is built from: `content/`, `templates/` and `site.yaml`."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

from watchfiles import Change, DefaultFilter, awatch

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
        async for changes in awatch(root, recursive=False, watch_filter=_is_input):
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
            async for _ in awatch(*folders, watch_filter=DefaultFilter(), stop_event=changed):
                saved.set()
        await changed.wait()
        changed.clear()
        saved.set()
