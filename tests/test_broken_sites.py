"""Broken sites must fail with exactly the messages that stand beside them, all problems in one run."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli import main

PROGRESS = re.compile(r"(analyzing raw articles|rendering (texts|words|pages and files)): \d+")

SITES = Path(__file__).parent / "sites" / "broken"


@pytest.mark.parametrize("site", sorted(path.name for path in SITES.iterdir()))
def test_broken_site(site: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """The build of a broken site prints these lines, exits with this code and writes nothing."""
    monkeypatch.chdir(shutil.copytree(SITES / site, tmp_path / "site"))
    output = tmp_path / "output"
    result = CliRunner().invoke(main, ["build", "--output", str(output)])
    said = "".join(f"{line}\n" for line in result.stderr.splitlines() if not PROGRESS.fullmatch(line))
    said += f"exit {result.exit_code}\n"
    expected = SITES / site / "expected.txt"
    if request.config.getoption("--update-golden"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert not output.exists()
