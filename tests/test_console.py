"""Tests of what a person at a terminal sees, through a terminal of the system's."""

from __future__ import annotations

import contextlib
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.console import Reporter
from briefgen.errors import Problem
from briefgen.starter import start

RED, ESCAPE = "\x1b[1;31m", "\x1b"


def at_a_terminal(root: Path, **environment: str) -> str:
    """What `briefgen build` prints on a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    env = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "CI"}}
    env |= {"TERM": "xterm-256color", "COLUMNS": "80", **environment}
    process = subprocess.Popen([sys.executable, "-m", "briefgen", "build"], cwd=root, stderr=theirs, env=env)
    os.close(theirs)
    printed = b""
    with contextlib.suppress(OSError):  # Linux tells the end of a terminal so
        while part := os.read(ours, 4096):
            printed += part
    os.close(ours)
    process.wait(timeout=60)
    return printed.decode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A new site with one mistake in it."""
    start(tmp_path / "desk")
    (tmp_path / "desk/content/wrong.md").write_text("---\ntitle: x\ncountires: [AT]\n---\n", encoding="utf-8")
    return tmp_path / "desk"


def test_errors_are_red_and_a_bar_moves(site: Path) -> None:
    """The word `error` is colored, the sentence is not; the bar is taken away at the end."""
    printed = at_a_terminal(site)
    assert f"{RED}error: " in printed
    assert "rendering texts" in printed
    assert printed.rstrip().endswith("1 error in content; nothing was published")
    assert "\x1b[?25h" in printed  # the cursor that the bar hid is back


def test_no_color_is_honored(site: Path) -> None:
    """NO_COLOR (no-color.org) leaves no color; places stay whole, so that a terminal can make links of them."""
    printed = at_a_terminal(site, NO_COLOR="1")
    assert "content/wrong.md:3:1: unknown key `countires`; did you mean `countries`?" in printed
    assert RED not in printed


def test_a_dumb_terminal_gets_no_escape_sequences(site: Path) -> None:
    """An editor's shell says that it is dumb; it gets lines."""
    printed = at_a_terminal(site, TERM="dumb")
    assert "content/wrong.md:3:1: unknown key" in printed
    assert ESCAPE not in printed


def test_a_pipe_gets_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """Where no terminal listens lines are as they are, in any script, without what moves a cursor."""
    reporter = Reporter()
    for done in (0, 1):
        reporter.progress("analyzing", done, 2)
    reporter.problems([Problem("content/東京.md", 3, 1, "unknown key `[bold]`", "did you mean :smile:?", "warning")])
    reporter.line("Hà Nội\b\r: left out")
    reporter.done()
    assert capsys.readouterr().err.splitlines() == [
        "analyzing: 2",
        "warning: content/東京.md:3:1: unknown key `[bold]`; did you mean :smile:?",
        "Hà Nội: left out",
    ]


def test_color_that_is_asked_for_is_given_to_a_pipe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """FORCE_COLOR (force-color.org) colors the word `error` where no terminal is found, as some CI systems want it."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    Reporter().problems([Problem("a.md", 1, 1, "wrong")])
    assert f"{RED}error: " in capsys.readouterr().err
