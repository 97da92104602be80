"""What a person sees of a large import: a bar with rate and remaining time, and a line of each source above it."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.importing.sites import empty_site, run
from tests.tools import ROOT

SOURCES = 30


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site without content, and a folder of articles beside it."""
    (tmp_path / "in").mkdir()
    for number in range(SOURCES):
        text = f"Ministers meet, round {number}\n\nThe minister of Kenya met {number} ministers of Denmark in Nairobi.\n"
        (tmp_path / "in" / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return empty_site(tmp_path, monkeypatch)


def at_a_terminal(site: Path, report: Path | None = None) -> str:
    """What an import prints on a terminal; its standard output goes into a file if one is named."""
    ours, theirs = pty.openpty()
    env = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "CI"}}
    env |= {"TERM": "xterm-256color", "COLUMNS": "100", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "briefgen", "import", "../in"]
    with report.open("wb") if report else contextlib.nullcontext(theirs) as output:
        process = subprocess.Popen(command, cwd=site, stdout=output, stderr=theirs, env=env)
        os.close(theirs)
        printed = b""
        with contextlib.suppress(OSError):  # Linux tells the end of a terminal so
            while part := os.read(ours, 4096):
                printed += part
        assert process.wait(timeout=60) == 0
    os.close(ours)
    return printed.decode()


def test_a_bar_below_the_lines(site: Path) -> None:
    """Each source is one line of its own, never on the line of the bar; the bar shows count, rate and remaining time."""
    printed = at_a_terminal(site)
    plain = re.sub(r"\x1b\[[?\d;]*[A-Za-z]", "", printed)
    for number in range(SOURCES):
        line = f"../in/{number:02}.txt → content/ministers-meet-round-{number}.md: 2 countries, "
        assert re.search(rf"[\r\n]{re.escape(line)}[^\r\n]* to check\r\n", plain)
    assert re.search(rf"importing sources +━[^\r\n]* \d+/{SOURCES} \d+/s \d:\d\d:\d\d", plain)
    assert plain.rstrip().endswith(f"{SOURCES} imported, 0 known already")


def test_a_pipe_gets_only_the_lines(site: Path) -> None:
    """Standard output that is a file holds a line of each source, whatever the terminal shows; without one there is no bar."""
    report = site.parent / "report"
    assert "━" in at_a_terminal(site, report)
    assert [line.partition(" → ")[0] for line in report.read_text(encoding="utf-8").splitlines()] == [
        f"../in/{number:02}.txt" for number in range(SOURCES)
    ]
    again = run("import", "../in")
    assert again.stderr == f"importing sources: {SOURCES}\n0 imported, {SOURCES} known already\n"
