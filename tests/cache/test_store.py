"""The store: bounded, shared, and never in the way, whatever happens to its file."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefgen.cache.store import Store


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a store may keep its file."""
    return tmp_path / "cache.sqlite"


def fill(place: Path, *keys: bytes, data: bytes = b"data", limit: int = 10**9) -> None:
    """Keep the same bytes under some keys, in a build of its own."""
    store = Store(place, limit)
    for key in keys:
        store.put(key, data)
    store.close()


def test_a_value_is_kept(place: Path) -> None:
    """What one build keeps the next one finds, and a new value takes the place of an old one."""
    fill(place, b"a", b"b")
    fill(place, b"a", data=b"new")
    store = Store(place)
    assert [store.get(key) for key in (b"a", b"b", b"c")] == [b"new", b"data", None]
    store.close()


def test_nothing_to_keep_makes_no_file(place: Path) -> None:
    """A build that fails before it made anything leaves nothing behind."""
    store = Store(place)
    assert store.get(b"a") is None
    store.close()
    assert not place.exists()


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, b"SQLite format 3\0 but cut off"])
def test_a_damaged_file_is_begun_anew(place: Path, damage: bytes) -> None:
    """Whatever stands in the file, the build goes on and the next one has a cache again."""
    place.write_bytes(damage)
    fill(place, b"a")
    fill(place, b"b")
    store = Store(place)
    assert store.get(b"b") == b"data"
    store.close()


def test_damage_inside_is_survived(place: Path) -> None:
    """A file with pages overwritten in its middle answers nothing wrong and is begun anew in the end."""
    fill(place, *(bytes([n]) for n in range(200)), data=os.urandom(3000))
    with place.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 20_000)
    store = Store(place)
    found = [store.get(bytes([n])) for n in range(200)]
    assert None in found
    store.put(b"new", b"data")
    store.close()
    fill(place, b"newer")
    again = Store(place)
    assert again.get(b"newer") == b"data"
    again.close()


def test_another_layout_is_begun_anew(place: Path) -> None:
    """A file of another version of briefgen with other tables is no error."""
    with sqlite3.connect(place) as file:
        file.execute("CREATE TABLE other (x)")
        file.execute("PRAGMA user_version = 99")
    file.close()
    fill(place, b"a")
    store = Store(place)
    assert store.get(b"a") == b"data"
    store.close()


def test_the_file_is_bounded_and_the_oldest_go(place: Path) -> None:
    """Past the limit the values go that were not used for longest; what is used in every build stays."""
    for build in range(30):
        store = Store(place, limit=1_000_000)
        store.get(b"used")
        store.put(b"used" if build == 0 else f"{build}".encode(), os.urandom(100_000))
        store.close()
        assert place.stat().st_size < 1_200_000
    store = Store(place)
    assert store.get(b"used")
    assert store.get(b"29")
    assert store.get(b"1") is None
    store.close()


def test_a_file_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """Where no file can be made, nothing is kept and nothing fails."""
    fill(tmp_path / "no" / "such" / "folder" / "cache.sqlite", b"a")
    (tmp_path / "folder").mkdir()
    fill(tmp_path / "folder", b"a")
    assert (tmp_path / "folder").is_dir()


def test_a_build_that_is_not_to_write_does_not(place: Path) -> None:
    """Without leave to write the store finds and keeps nothing."""
    fill(place, b"a")
    before = place.read_bytes()
    store = Store(place, may_write=lambda: False)
    assert store.get(b"a") == b"data"
    store.put(b"b", b"data")
    store.close()
    assert place.read_bytes() == before


def test_two_builds_at_once(place: Path) -> None:
    """Two stores on one file keep what each of them made."""
    one, other = Store(place), Store(place)
    one.put(b"one", b"1")
    other.put(b"other", b"2")
    one.flush()
    other.flush()
    assert (one.get(b"other"), other.get(b"one")) == (b"2", b"1")
    one.close()
    other.close()


def test_a_killed_build_leaves_a_good_file(place: Path) -> None:
    """After kill -9 in the middle of writing the file is whole, and what was committed is there."""
    program = (
        "import os, sys; from pathlib import Path; from briefgen.cache.store import Store\n"
        "store = Store(Path(sys.argv[1])); store.put(b'first', b'data'); store.flush(); print('go', flush=True)\n"
        "while True:\n    for n in range(50): store.put(os.urandom(8), os.urandom(20000))\n    store.flush()\n"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(place)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.3)
        process.send_signal(signal.SIGKILL)
    store = Store(place)
    assert store.get(b"first") == b"data"
    store.close()
    with sqlite3.connect(place) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    file.close()
