"""The file that values are kept in: SQLite, hash → bytes, bounded in size.

It is a help and never a condition: a file that is damaged is begun anew, one that cannot be opened or is held by another
build is done without. Values are committed in small batches, so a killed build keeps most of what it made.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

CACHE: Final = ".briefgen-cache.sqlite"
"""Name of the file, in the site's folder."""

LIMIT: Final = 4_000_000_000
"""Bytes that the file may have after a build. A briefing takes about 20 KB of it, with its pages; an edit adds a few."""

_LAYOUT: Final = 1
"""Number of the tables' layout; a file with another one is begun anew."""

_TABLES: Final = """
CREATE TABLE names (key BLOB PRIMARY KEY, id INTEGER NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE contents (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE INDEX by_use ON names (used);
"""
"""Names lie apart from what they name, so that noting a use does not write the value again."""

_BATCH: Final = 4_000_000
"""Bytes of new values that wait for a commit."""

_PATIENCE: Final = 5
"""Seconds to wait for another build that is writing."""

_FRESH: Final = 8
"""Builds for which a noted use holds: only then it is noted again, so that most builds write nothing."""


class Store:
    """Keeps bytes under keys, in a file that is made with the first value. No method raises for what is wrong with the file."""

    def __init__(self, place: Path, limit: int = LIMIT, may_write: Callable[[], bool] = lambda: True) -> None:
        """Take where the file is, how large it may be in bytes, and what to ask before each writing."""
        self._place = place
        self._limit = limit
        self._may_write = may_write
        self._waiting: dict[bytes, bytes] = {}
        self._size = 0
        self._stale: list[bytes] = []
        self._used: list[bytes] = []
        self._file = _opened(place) if place.is_file() else None
        self._build = 1 + self._last_build()

    def get(self, key: bytes) -> bytes | None:
        """What is kept under a key."""
        if key in self._waiting or self._file is None:
            return self._waiting.get(key)
        try:
            query = "SELECT data, used FROM names JOIN contents USING (id) WHERE key = ?"
            row = self._file.execute(query, (key,)).fetchone()
        except sqlite3.Error:
            self._abandon()
            return None
        if row is None:
            return None
        self._used.append(key)
        if row[1] <= self._build - _FRESH:
            self._stale.append(key)
        data: bytes = row[0]
        return data

    def put(self, key: bytes, data: bytes) -> None:
        """Keep bytes under a key, instead of what may be there."""
        self._size += len(data) - len(self._waiting.get(key, b""))
        self._waiting[key] = data
        if self._size > _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting."""
        waiting, self._waiting, self._size = self._waiting, {}, 0
        stale, self._stale = self._stale, []
        if not (waiting or stale) or not self._may_write():
            return
        self._file = self._file or _opened(self._place)
        if self._file is None:
            return
        try:
            with self._file:
                self._file.execute("BEGIN IMMEDIATE")
                self._write(self._file, waiting)
                self._note(self._file, stale)
        except sqlite3.OperationalError:
            pass  # another build is writing, or the disk is full: these values are made again when they are needed
        except sqlite3.Error:
            self._abandon()

    def close(self) -> None:
        """Write what is waiting, push out what was not used for longest if there is too much, and let go of the file."""
        self.flush()
        if self._file is not None:
            with suppress(sqlite3.Error):
                if self._is_loose(self._file) and self._may_write():
                    self._shrink(self._file)
            self._file.close()
            self._file = None

    def _last_build(self) -> int:
        try:
            return _number(self._file, "SELECT max(used) FROM names") if self._file else 0
        except sqlite3.Error:
            self._abandon()
            return 0

    def _write(self, file: sqlite3.Connection, values: dict[bytes, bytes]) -> None:
        for key, data in values.items():
            file.execute("DELETE FROM contents WHERE id = (SELECT id FROM names WHERE key = ?)", (key,))
            number = file.execute("INSERT INTO contents (data) VALUES (?)", (data,)).lastrowid
            file.execute("INSERT OR REPLACE INTO names VALUES (?, ?, ?)", (key, number, self._build))

    def _note(self, file: sqlite3.Connection, keys: list[bytes]) -> None:
        """Note that values were used by this build."""
        file.executemany("UPDATE names SET used = ? WHERE key = ?", ((self._build, key) for key in keys))

    def _is_loose(self, file: sqlite3.Connection) -> bool:
        """Whether the file is larger than it may or need be."""
        free, pages, size = (_number(file, f"PRAGMA {name}") for name in ("freelist_count", "page_count", "page_size"))
        return free > 0 or pages * size > self._limit

    def _shrink(self, file: sqlite3.Connection) -> None:
        """Push out a quarter of the values, those that were not used for longest, until the file is within its limit."""
        page = _number(file, "PRAGMA page_size")
        if _number(file, "PRAGMA page_count") * page > self._limit:
            self._note(file, self._used)
        while (_number(file, "PRAGMA page_count") - _number(file, "PRAGMA freelist_count")) * page > self._limit:
            count = max(1, _number(file, "SELECT count(*) FROM names") // 4)
            with file:
                file.execute("BEGIN IMMEDIATE")
                oldest = file.execute("SELECT key, id FROM names ORDER BY used, id LIMIT ?", (count,)).fetchall()
                file.executemany("DELETE FROM contents WHERE id = ?", ((number,) for _, number in oldest))
                file.executemany("DELETE FROM names WHERE key = ?", ((key,) for key, _ in oldest))
            if not oldest:
                break
        file.execute("PRAGMA incremental_vacuum").fetchall()

    def _abandon(self) -> None:
        """Do without a damaged file; the next build begins it anew."""
        if self._file is not None:
            self._file.close()
            self._file = None
        _discard(self._place)


def _opened(place: Path) -> sqlite3.Connection | None:
    """The file, ready for use, begun anew where it is damaged or of another layout; None where that cannot be done."""
    for _ in range(2):
        try:
            return _connected(place)
        except sqlite3.OperationalError:
            return None  # no right to write here, or another build holds it
        except sqlite3.DatabaseError:
            _discard(place)
    return None


def _connected(place: Path) -> sqlite3.Connection:
    """The file, ready for use; raises DatabaseError when it is not one of ours."""
    file = sqlite3.connect(place, timeout=_PATIENCE, isolation_level=None)
    try:
        file.execute("PRAGMA synchronous = OFF")  # a lost cache is no loss, and a killed process loses nothing by it
        if _number(file, "SELECT count(*) FROM sqlite_master") == 0:
            file.execute("PRAGMA auto_vacuum = INCREMENTAL")
            file.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {_LAYOUT}; COMMIT;")
        _refuse_others(file)
    except BaseException:
        file.close()
        raise
    return file


def _refuse_others(file: sqlite3.Connection) -> None:
    if _number(file, "PRAGMA user_version") != _LAYOUT:
        message = "another layout"
        raise sqlite3.DatabaseError(message)


def _number(file: sqlite3.Connection, query: str) -> int:
    row = file.execute(query).fetchone()
    return int(row[0] or 0) if row else 0


def _discard(place: Path) -> None:
    """Delete a file that is no use, with its journal."""
    for path in (place, place.with_name(f"{place.name}-journal")):
        with suppress(OSError):
            path.unlink(missing_ok=True)
