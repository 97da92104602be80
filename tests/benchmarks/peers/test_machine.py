"""The results say what they were measured on."""

from __future__ import annotations

from pathlib import Path

from benchmarks.peers.machine import described, file_system


def test_the_longest_mount_point_counts(tmp_path: Path) -> None:
    """A memory disk below the root is told from the disk."""
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda / ext4 rw 0 0\ntmpfs /mem tmpfs rw 0 0\nother /me xfs rw 0 0\n", encoding="utf-8")
    assert file_system(Path("/mem/x"), mounts) == "tmpfs"
    assert file_system(Path("/home"), mounts) == "ext4"
    assert not file_system(Path("/home"), tmp_path / "none")


def test_the_machine_is_described(tmp_path: Path) -> None:
    """Cores and versions are there, and no path of the machine."""
    machine = described(tmp_path)
    assert int(machine["cores"]) > 0
    assert str(tmp_path) not in str(machine)
