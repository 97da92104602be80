"""The command line as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.starter import start


def briefgen(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`briefgen("build", cwd=folder)`: what it printed and its exit code; further keywords are environment variables."""
    line = [sys.executable, "-m", "briefgen", *arguments]
    env = {**os.environ, **environment}
    return subprocess.run(line, cwd=cwd, env=env, capture_output=True, encoding="utf-8", timeout=120, check=False)


def run(*arguments: str) -> Result:
    """Run the command line inside this process."""
    return CliRunner().invoke(main, arguments)


def stand_in_new_site(parent: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site below a folder; the test stands in it, and no date is set from outside."""
    folder = parent / "site"
    start(folder)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return folder
