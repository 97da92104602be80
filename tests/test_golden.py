"""The finished site, byte for byte: `tests/sites/full` uses everything once, `tests/golden/full` is what it becomes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.publishing import MANIFEST

SITE = Path(__file__).parent / "sites" / "full"
GOLDEN = Path(__file__).parent / "golden" / "full"


def build(site: Path, output: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> Result:
    """Build a site from inside its folder."""
    monkeypatch.chdir(site)
    return CliRunner().invoke(main, ["build", "--output", str(output), "--as-of", "2025-01-01", *options])


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a finished site, the manifest aside."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}


def test_the_golden_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Every file is as it was last agreed on; `--update-golden` agrees on what it has become."""
    result = build(SITE, tmp_path / "output", monkeypatch)
    assert result.exit_code == 0, result.stderr
    made = tree(tmp_path / "output")
    if request.config.getoption("--update-golden"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for path, data in made.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_bytes(data)
    golden = tree(GOLDEN)
    assert sorted(made) == sorted(golden)
    assert [path for path in made if made[path] != golden[path]] == []


def test_a_second_build_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same content again changes no file and says so."""
    build(SITE, tmp_path / "output", monkeypatch)
    result = build(SITE, tmp_path / "output", monkeypatch)
    assert " 0 written, " in result.stderr
    assert " 0 removed in " in result.stderr


def test_a_failing_build_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One error anywhere, and every file of the last good build stays as it is."""
    site = shutil.copytree(SITE, tmp_path / "site")
    build(site, tmp_path / "output", monkeypatch)
    before = tree(tmp_path / "output")
    (site / "content" / "ghi-chu.md").write_text("---\ntitle: a: b\n---\n")
    (site / "content" / "raw.txt").unlink()
    result = build(site, tmp_path / "output", monkeypatch)
    assert result.exit_code == 1
    assert tree(tmp_path / "output") == before


def test_drafts_only_on_demand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft stands nowhere in the site, not even by its title, until `--drafts` asks for it."""
    result = build(SITE, tmp_path / "output", monkeypatch)
    assert "content/draft.md: left out (draft)" in result.stderr
    assert not any(b"Not yet" in data for data in tree(tmp_path / "output").values())
    build(SITE, tmp_path / "output", monkeypatch, "--drafts")
    assert "briefings/draft.html" in tree(tmp_path / "output")
