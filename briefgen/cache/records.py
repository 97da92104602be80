"""What the last build read and wrote, by size and times, so that one in which nothing changed has nothing to do.

**What is trusted.** A file counts as unchanged when its size, its time of modification, its number (inode) and its time
of change (`ctime`) are those of the record. Programs can set the time of modification back, as archives and some editors
do, but not the time of change: whatever touches a file, by writing, renaming or linking, moves that on. Two changes
within one tick of the clock look alike; so a file that was changed less than two seconds before it was looked at
(git calls that "racy") is compared by its hash. Where a system has no time of change (Windows) every file is.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from briefgen.cache.packing import Unreadable, digest, pack, unpack
from briefgen.cache.store import Store
from briefgen.errors import Problem

Stamp = tuple[int, int, int, int]
"""Size in bytes, time of modification and of change in nanoseconds, inode."""

_RACY: Final = 2_000_000_000
"""Nanoseconds; the coarsest clock of a file system in use ticks every two seconds (FAT)."""

_HAS_TIME_OF_CHANGE: Final = os.name == "posix"


_MISSING: Final[Stamp] = (-1, 0, 0, 0)
"""The stamp of a name with no file behind it, as a link that leads nowhere."""


class _Unwatchable(Exception):  # noqa: N818  not shown to anybody
    """A folder that is a link, behind which may be anything, or one that cannot be read."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a build had to say: the number of briefings, every problem, what was left out and why, the number of files."""

    briefings: int
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]
    files: int


@dataclass(frozen=True, slots=True)
class Request:
    """A build that was asked for: where the site is, further folders that it reads, where it is written, and how."""

    root: Path
    shipped: Path
    output: Path
    options: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Files as they were at a moment (`taken`, nanoseconds since 1970), each by its path."""

    taken: int
    stamps: Mapping[str, Stamp]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build made: hashes of its files by their path in the output folder, and what it told.

    `begun` is when it began to look at these files (nanoseconds since 1970); `turns` are the moments at which other
    briefings become due, seen from `now` (both seconds since 1970).
    """

    hashes: Mapping[str, str]
    begun: int
    turns: tuple[float, ...]
    now: float
    told: Told


@dataclass(frozen=True, slots=True)
class Record:
    """A build that was made: its files, hashes of the doubtful ones, and between which moments another finds the same due.

    Moments are seconds since 1970.
    """

    files: Mapping[str, Stamp]
    hashes: Mapping[str, str]
    since: float | None
    until: float | None
    told: Told


def snapshot(request: Request) -> Snapshot | None:
    """Everything that a build reads, as it is now; None where that cannot be told, because of a folder that is a link."""
    taken = time.time_ns()
    folders = (request.root / "content", request.root / "templates", request.shipped)
    try:
        files = [request.root / "site.yaml", *(path for folder in folders for path in _walk(folder))]
    except _Unwatchable:
        return None
    return Snapshot(taken, _stamps(map(str, files)))


def record(request: Request, before: Snapshot | None, outcome: Outcome) -> Record | None:
    """The record of a build; None when something changed while it went on. `before` was taken before it read anything."""
    after = snapshot(request)
    if before is None or after is None or before.stamps != after.stamps:
        return None
    outputs = {str(request.output / path): told for path, told in outcome.hashes.items()}
    written = _stamps(outputs)
    if _MISSING in written.values():
        return None
    hashes = {path: _hash(path) for path in _racy(before.stamps, before.taken)}
    hashes |= {path: outputs[path] for path in _racy(written, outcome.begun)}
    since = max((turn for turn in outcome.turns if turn <= outcome.now), default=None)
    until = min((turn for turn in outcome.turns if turn > outcome.now), default=None)
    return Record({**before.stamps, **written}, hashes, since, until, outcome.told)


def keep_record(store: Store, version: bytes, request: Request, made: Record) -> None:
    """Keep the record of the last build of its kind."""
    store.put(_key(version, request), pack(made))


def unchanged(store: Store, version: bytes, request: Request, now: float | None) -> Told | None:
    """What the last such build told, if another would do the same now and its output stands as it was written; else None.

    `now` is None when the request itself says what moment counts.
    """
    kept = _kept(store, version, request)
    if kept is None or not _is_due(kept, now):
        return None
    current = snapshot(request)
    if current is None:
        return None
    outputs = [path for path in kept.files if path not in current.stamps]
    files = {**current.stamps, **_stamps(outputs)}
    if files.keys() != kept.files.keys():
        return None
    doubtful = {*kept.hashes, *(path for path, stamp in files.items() if stamp != kept.files[path])}
    if any(path not in kept.hashes or _hash(path) != kept.hashes[path] for path in doubtful):
        return None
    if doubtful:
        again = {path: kept.hashes[path] for path in _racy(files, current.taken) if path in kept.hashes}
        keep_record(store, version, request, replace(kept, files=files, hashes=again))
    return kept.told


def _kept(store: Store, version: bytes, request: Request) -> Record | None:
    data = store.get(_key(version, request))
    try:
        found = unpack(data) if data is not None else None
    except Unreadable:
        return None
    return found if isinstance(found, Record) else None


def _key(version: bytes, request: Request) -> bytes:
    return digest(version, "record", str(request.root), str(request.shipped), str(request.output), request.options)


def _is_due(kept: Record, now: float | None) -> bool:
    """Whether the same briefings are due at a moment as when the record was made."""
    return now is None or ((kept.since is None or kept.since <= now) and (kept.until is None or now < kept.until))


def _walk(folder: Path) -> Iterator[str]:
    """Every file below a folder, which need not exist."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise _Unwatchable from error
    for entry in entries:
        if not entry.is_dir():
            yield entry.path
        elif entry.is_symlink():
            raise _Unwatchable
        else:
            yield from _walk(Path(entry.path))


def _stamps(paths: Iterable[str]) -> dict[str, Stamp]:
    """The stamp of each file."""
    found: dict[str, Stamp] = {}
    for path in paths:
        try:
            state = os.stat(path)  # noqa: PTH116  a Path for each of many thousands of files takes longer than this
        except OSError:
            found[path] = _MISSING
        else:
            found[path] = (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)
    return found


def _racy(stamps: Mapping[str, Stamp], taken: int) -> Iterator[str]:
    """Files that may have been changed once more without another stamp."""
    for path, (_, modified, changed, _) in stamps.items():
        if not _HAS_TIME_OF_CHANGE or max(modified, changed) >= taken - _RACY:
            yield path


def _hash(path: str) -> str:
    """The hash of a file's bytes, as publishing makes it; empty for one that cannot be read."""
    try:
        return hashlib.blake2b(Path(path).read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""
