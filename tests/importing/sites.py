"""A site to import into, and the command line inside this process."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.starter import start


def empty_site(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site without content in a folder; the test stands in it from now on."""
    site = folder / "site"
    start(site)
    for path in (site / "content").rglob("*.*"):
        path.unlink()
    monkeypatch.chdir(site)
    return site


def run(*arguments: str, stdin: bytes = b"") -> Result:
    """Run the command line inside this process."""
    return CliRunner().invoke(main, arguments, input=BytesIO(stdin))


def files(site: Path) -> dict[str, bytes]:
    """Every file below content/ and its bytes."""
    content = site / "content"
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}
