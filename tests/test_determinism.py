"""The same content gives the same bytes, whatever the machine, the folder, the clock's zone and the seed of hashes."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.command import briefgen
from tests.tools import ROOT

SOURCES = ("site.yaml", "content")


def build_elsewhere(folder: Path, jobs: int, **environment: str) -> dict[str, bytes]:
    """Build a copy of the example site in a folder of its own; every file with its bytes, the manifest included."""
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        folder.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, folder / name)
    built = briefgen("build", "--as-of", "2026-01-01T12:00+00:00", "--jobs", str(jobs), cwd=folder, **environment)
    assert built.returncode == 0, built.stderr
    output = folder / "output"
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_same_bytes_on_any_machine(tmp_path: Path) -> None:
    """Two builds that differ in folder, hash seed, time zone, locale and number of processes agree in every byte."""
    one = build_elsewhere(tmp_path / "a", 1, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    other = build_elsewhere(
        tmp_path / "somewhere else" / "Ü",
        4,
        PYTHONHASHSEED="2",
        TZ="America/Los_Angeles",
        LC_ALL="C.UTF-8",
        LANG="vi_VN.UTF-8",
    )
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []


def test_order_of_files_on_disk_does_not_matter(tmp_path: Path) -> None:
    """Files that were made in another order, at another time, give the same bytes."""
    one = build_elsewhere(tmp_path / "a", 2)
    folder = tmp_path / "b"
    for path in sorted((path for path in (ROOT / "content").rglob("*") if path.is_file()), reverse=True):
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    shutil.copy(ROOT / "site.yaml", folder)
    built = briefgen("build", "--as-of", "2026-01-01T12:00+00:00", cwd=folder)
    assert built.returncode == 0, built.stderr
    assert {path: (folder / "output" / path).read_bytes() for path in one} == one


def test_what_is_remembered_does_not_depend_on_the_seed(tmp_path: Path) -> None:
    """Another process, with another hash seed, makes every value anew that the cache holds, and finds the same."""
    build_elsewhere(tmp_path / "a", 1, PYTHONHASHSEED="1")
    again = briefgen("build", "--as-of", "2026-01-01T12:00+00:00", "--verify", cwd=tmp_path / "a", PYTHONHASHSEED="2")
    assert again.returncode == 0, again.stderr
    assert "verified: " in again.stderr
