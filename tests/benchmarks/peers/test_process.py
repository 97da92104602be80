"""The cost of a command is that of all its processes, and a command that fails or is late ends nothing but itself."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from benchmarks.peers.process import cost

CHILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"


def test_children_count(tmp_path: Path) -> None:
    """Time and memory of a process that the command starts are the command's."""
    busy = "import time\nheld = b'x' * 60_000_000\nend = time.process_time() + 0.3\nwhile time.process_time() < end: pass"
    spent = cost((sys.executable, "-c", CHILD, busy), tmp_path, {}, 60)
    assert spent.failure == ""
    assert spent.cpu >= 0.3
    assert spent.wall >= 0.3
    assert spent.memory >= 60


def test_the_reason_of_a_failure_is_kept(tmp_path: Path) -> None:
    """The last line that was said, as tools put the error last; the environment is passed on."""
    spent = cost((sys.executable, "-c", "import os, sys; print('x'); sys.exit(os.environ['WHY'])"), tmp_path, {"WHY": "no"}, 60)
    assert spent.failure == "no"


def test_an_interruption_ends_the_command(tmp_path: Path) -> None:
    """A build in its own session does not hear control-C, so it is ended; none goes on unseen."""
    told = "import os, signal, sys, time; open('pid', 'w').write(str(os.getpid()))"
    program = f"{told}; os.kill(int(sys.argv[1]), signal.SIGINT); time.sleep(60)"
    with pytest.raises(KeyboardInterrupt):
        cost((sys.executable, "-c", program, str(os.getpid())), tmp_path, {}, 60)
    stopped = int((tmp_path / "pid").read_text(encoding="ascii"))
    with pytest.raises(ProcessLookupError):
        os.kill(stopped, 0)


def test_a_late_command_is_ended_with_its_children(tmp_path: Path) -> None:
    """A tool that takes too long is given up."""
    spent = cost((sys.executable, "-c", CHILD, "import time; time.sleep(60)"), tmp_path, {}, 0.2)
    assert spent.failure == "more than 0 s"
    assert spent.wall < 30
