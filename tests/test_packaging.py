"""The wheel: alone in an empty environment it builds a site of two files, and carries all that it needs."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.tools import ROOT, miss

BRIEFING = "---\ntitle: Judges for Tokyo\nlang: en\ncountries: [AT, JP]\ntopics: [extradition]\nreview: reviewed\n---\nText.\n"


def call(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command away from the repository; fail with what it says."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this repository."""
    if importlib.util.find_spec("hatchling") is None:
        miss("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    return next(folder.glob("briefgen-*.whl"))


def test_the_wheel_carries_all_files(wheel: Path) -> None:
    """Templates, assets, data, catalogs and the mark of types are inside, tests and content are not."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    wanted = {f"briefgen/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "templates").rglob("*") if path.is_file()}
    wanted |= {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "briefgen").rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".mo"} and path.suffix
    }
    assert wanted - names == set()
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"briefgen"}


def test_the_wheel_builds_a_site_by_itself(wheel: Path, tmp_path: Path) -> None:
    """Installed without extras into an empty environment, away from the repository, `briefgen build` makes a site."""
    call(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    commands = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    call(commands / "python", "-m", "pip", "install", "-q", wheel, cwd=tmp_path)
    (tmp_path / "site" / "content").mkdir(parents=True)
    (tmp_path / "site" / "site.yaml").write_text("title: Desk\nlanguages: [en, ja]\n", encoding="utf-8")
    (tmp_path / "site" / "content" / "judges.md").write_text(BRIEFING, encoding="utf-8")
    call(commands / "briefgen", "build", "--strict", cwd=tmp_path / "site")
    output = tmp_path / "site" / "output"
    assert "Judges for Tokyo" in (output / "ja" / "countries" / "jp.html").read_text(encoding="utf-8")
    assert (output / "assets" / "style.css").is_file()
    (tmp_path / "site" / "content" / "raw.html").write_text("<p>Austria and Japan signed a treaty.</p>", encoding="utf-8")
    done = subprocess.run([commands / "briefgen", "build"], cwd=tmp_path / "site", capture_output=True, text=True, check=False)
    assert done.returncode in {1, 2}
    assert "pip install 'briefgen[import]'" in done.stderr
