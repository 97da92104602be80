"""The command line as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def briefgen(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`briefgen("build", cwd=folder)`: what it printed and its exit code; further keywords are environment variables."""
    line = [sys.executable, "-m", "briefgen", *arguments]
    env = {**os.environ, **environment}
    return subprocess.run(line, cwd=cwd, env=env, capture_output=True, encoding="utf-8", timeout=120, check=False)
