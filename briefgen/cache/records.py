"""What the last build read and wrote, by size and times, so that one in which nothing changed has nothing to do.

**What is trusted.** A file counts as unchanged when its size, its time of modification, its number (inode) and its time
of change (`ctime`) are those of the record. Programs can set the time of modification back, as archives and some editors
do, but not the time of change: whatever touches a file, by writing, renaming or linking, moves that on. Two changes
within one tick of the clock look alike; so a file that was changed less than two seconds before it was looked at
(git calls that "racy") is compared by its hash. Where a system has no time of change (Windows) every file is.
"""

from __future__ import annotations

import os
import time
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Final

from briefgen.cache.packing import Unreadable, digest, pack, unpack
from briefgen.cache.store import Store
from briefgen.errors import Problem
from briefgen.model.output import hash_of

_STAMP: Final = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")
"""A file's stamp: size in bytes, time of modification and of change in nanoseconds, inode."""

_NUMBER: Final = "q"
"""How each of these is packed: 64 bits with sign, in the byte order of the machine."""

_LENGTH: Final = 4 * array(_NUMBER).itemsize
"""Bytes of a packed stamp. Stamps of many thousands of files are kept and compared as one string of bytes."""

_MISSING: Final = (-1, 0, 0, 0)
"""The stamp of a name with no file behind it, as a link that leads nowhere."""

_BETWEEN: Final = "\0"
"""Between the paths of a record: no path has it."""

_RACY: Final = 2_000_000_000
"""Nanoseconds; the coarsest clock of a file system in use ticks every two seconds (FAT)."""

_HAS_TIME_OF_CHANGE: Final = os.name == "posix"


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
    """Files as they were at a moment (`taken`, nanoseconds since 1970): their paths, and their stamps in that order."""

    taken: int
    paths: Sequence[str]
    stamps: bytes


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

    `paths`, in one string, are first the files that were read, as many as `sources`, then those that were written; `stamps`
    are in the same order. Moments are seconds since 1970.
    """

    paths: str
    sources: int
    stamps: bytes
    hashes: Mapping[str, str]
    since: float | None
    until: float | None
    told: Told


def snapshot(request: Request) -> Snapshot | None:
    """Everything that a build reads, as it is now; None where that cannot be told, because of a folder that is a link."""
    taken = time.time_ns()
    folders = (request.root / "content", request.root / "templates", request.shipped)
    try:
        paths = [str(request.root / "site.yaml"), *(path for folder in folders for path in _walk(str(folder)))]
    except _Unwatchable:
        return None
    return Snapshot(taken, paths, _stamps(paths))


def record(request: Request, before: Snapshot | None, outcome: Outcome) -> Record | None:
    """The record of a build; None when something changed while it went on. `before` was taken before it read anything."""
    after = snapshot(request)
    if before is None or after is None or (before.paths, before.stamps) != (after.paths, after.stamps):
        return None
    outputs = {str(request.output / path): told for path, told in outcome.hashes.items()}
    written = _stamps(outputs)
    if array(_NUMBER, _MISSING).tobytes() in _each(written):
        return None
    hashes = {path: _hash(path) for path in _racy(before.paths, before.stamps, before.taken)}
    hashes |= {path: outputs[path] for path in _racy(outputs, written, outcome.begun)}
    since = max((turn for turn in outcome.turns if turn <= outcome.now), default=None)
    until = min((turn for turn in outcome.turns if turn > outcome.now), default=None)
    paths = _BETWEEN.join([*before.paths, *outputs])
    return Record(paths, len(before.paths), before.stamps + written, hashes, since, until, outcome.told)


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
    paths = kept.paths.split(_BETWEEN)
    current = snapshot(request)
    if current is None or current.paths != paths[: kept.sources]:
        return None
    stamps = current.stamps + _stamps(paths[kept.sources :])
    moved = [] if stamps == kept.stamps else _moved(paths, kept.stamps, stamps)
    doubtful = {*kept.hashes, *moved}
    if any(path not in kept.hashes or _hash(path) != kept.hashes[path] for path in doubtful):
        return None
    if doubtful:
        again = {path: kept.hashes[path] for path in _racy(paths, stamps, current.taken) if path in kept.hashes}
        keep_record(store, version, request, replace(kept, stamps=stamps, hashes=again))
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


def _walk(folder: str) -> Iterator[str]:
    """Every file below a folder, which need not exist, in an order that does not depend on the disk."""
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise _Unwatchable from error
    yield from sorted([entry.path for entry in found if not entry.is_dir()])
    for entry in sorted((entry for entry in found if entry.is_dir()), key=lambda entry: entry.name):
        if entry.is_symlink():
            raise _Unwatchable
        yield from _walk(entry.path)


def _stamps(paths: Iterable[str]) -> bytes:
    """The stamps of files, packed one behind the other."""
    several = list(paths)
    try:
        return array(_NUMBER, chain.from_iterable(map(_STAMP, map(os.stat, several)))).tobytes()
    except (OSError, OverflowError):
        return array(_NUMBER, chain.from_iterable(map(_stamp, several))).tobytes()


def _stamp(path: str) -> tuple[int, ...]:
    """The stamp of a file that may not be there; of a longer inode (some file systems have such) the last 64 bits."""
    try:
        size, modified, changed, inode = _STAMP(Path(path).stat())
    except OSError:
        return _MISSING
    return size, modified, changed, (inode + 2**63) % 2**64 - 2**63


def _each(stamps: bytes) -> list[bytes]:
    return [stamps[at : at + _LENGTH] for at in range(0, len(stamps), _LENGTH)]


def _moved(paths: Iterable[str], before: bytes, after: bytes) -> Iterator[str]:
    """The files whose stamp is another one."""
    for path, one, other in zip(paths, _each(before), _each(after), strict=True):
        if one != other:
            yield path


def _racy(paths: Iterable[str], stamps: bytes, taken: int) -> Iterator[str]:
    """Files that may have been changed once more without another stamp."""
    numbers = iter(array(_NUMBER, stamps))
    for path, _, modified, changed, _ in zip(paths, numbers, numbers, numbers, numbers, strict=True):
        if not _HAS_TIME_OF_CHANGE or max(modified, changed) >= taken - _RACY:
            yield path


def _hash(path: str) -> str:
    """The hash of a file's bytes, as publishing makes it; empty for one that cannot be read."""
    try:
        return hash_of(Path(path).read_bytes())
    except OSError:
        return ""
