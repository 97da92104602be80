"""An import that is stopped or killed: what is done is whole, and the next one goes on to what an undisturbed one makes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.command import briefgen
from tests.importing.sites import empty_site, files, run
from tests.tools import ROOT

ARTICLES = 24

WAIT = 60
"""Seconds within which an import has written something, however busy the machine is."""

DYING = """\
import os, signal, sys
from briefgen.cli import main
link, countdown = os.link, [int(sys.argv[1])]
def dying(*args):
    countdown[0] -= 1
    if countdown[0] == 0 and sys.argv[2] == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    link(*args)
    if countdown[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
os.link = dying
main(["import", "../in"])
"""
"""An import that is killed right before or after it gives the nth file its name."""


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles in three languages."""
    folder = tmp_path_factory.mktemp("inbox")
    for number in range(ARTICLES):
        text = (
            f"Ministers meet for the {number}th time\n\nThe minister of Kenya met {number} ministers of Denmark.\n",
            f"大臣が{number}回目の会談\n\nケニアの大臣はデンマークの大臣と{number}回会談し、協力を進めることで一致した。\n",
            f"Bộ trưởng gặp nhau lần {number}\n\nBộ trưởng Kenya đã gặp {number} bộ trưởng Đan Mạch tại Nairobi.\n",
        )[number % 3]
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files that an import without interruption makes."""
    with pytest.MonkeyPatch.context() as patch:
        site = empty_site(tmp_path_factory.mktemp("undisturbed"), patch)
        assert run("import", str(inbox)).exit_code == 0
    assert len(files(site)) == 2 * ARTICLES
    return files(site)


@pytest.fixture
def site(tmp_path: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site without content beside the folder `in` of articles."""
    (tmp_path / "in").symlink_to(inbox)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return empty_site(tmp_path, monkeypatch)


def importing(site: Path, jobs: int) -> subprocess.Popen[str]:
    """An import of all articles that runs, in a process group of its own as a terminal makes one."""
    command = [sys.executable, "-m", "briefgen", "import", "--jobs", str(jobs), "../in"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=site, stdout=subprocess.DEVNULL, stderr=pipe, text=True, start_new_session=True)


def wait_for(site: Path, count: int) -> None:
    """Wait until so many briefings are written."""
    until = time.monotonic() + WAIT
    while sum(1 for _ in (site / "content").glob("*.md")) < count and time.monotonic() < until:
        time.sleep(0.005)


def has_ended(group: int) -> bool:
    """Whether no process of a group is left, soon."""
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_leaves_what_is_done(site: Path, undisturbed: dict[str, bytes], jobs: int) -> None:
    """Ctrl-C ends with 130, says how far it came, leaves no half and no process; the next run makes the rest."""
    with importing(site, jobs) as process:
        wait_for(site, 3)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=WAIT)
    done = len(list((site / "content").glob("*.md")))
    assert process.returncode == 130
    assert (
        f"stopped; of {ARTICLES} sources {done} imported, 0 known already, 0 failed; the same command goes on from there"
        in told
    )
    assert "Traceback" not in told
    assert has_ended(process.pid)
    assert 3 <= done < ARTICLES
    assert files(site).items() <= undisturbed.items()
    assert len(files(site)) == 2 * done
    again = run("import", "../in")
    assert again.exit_code == 0
    assert f"{ARTICLES - done} imported, {done} known already" in again.stderr
    assert files(site) == undisturbed


def test_kill_at_any_moment(site: Path, undisturbed: dict[str, bytes]) -> None:
    """Killed again and again, an import leaves only whole files and no process, and is finished by the next."""
    chance = random.Random()  # noqa: S311  any moment will do
    for _ in range(4):
        before = len(list((site / "content").glob("*.md")))
        with importing(site, 2) as process:
            wait_for(site, before + 1)
            time.sleep(chance.uniform(0, 0.1))
            process.kill()
            process.communicate()
        seen = {name: data for name, data in files(site).items() if not name.rpartition("/")[2].startswith(".")}
        assert seen.items() <= undisturbed.items()
    assert run("import", "../in").exit_code == 0
    assert files(site) == undisturbed
    assert has_ended(process.pid)


@pytest.mark.parametrize(("link", "when"), [(1, "before"), (1, "after"), (4, "before"), (4, "after")])
def test_kill_around_each_write(site: Path, undisturbed: dict[str, bytes], link: int, when: str) -> None:
    """Killed before or after a file gets its name, archive or briefing, the next import finishes it under the same name."""
    killed = subprocess.run([sys.executable, "-c", DYING, str(link), when], cwd=site, check=False, stdout=subprocess.DEVNULL)
    assert killed.returncode == -signal.SIGKILL
    assert briefgen("check", cwd=site).returncode == 0
    assert run("import", "../in").exit_code == 0
    assert files(site) == undisturbed


def test_one_import_at_a_time(site: Path) -> None:
    """A second import into the same site is refused while the first one runs; looking (`--dry-run`) is not."""
    with importing(site, 1) as process:
        wait_for(site, 1)
        os.kill(process.pid, signal.SIGSTOP)
        refused, looked = run("import", "../in/00.txt"), run("import", "--dry-run", "../in/00.txt")
        os.kill(process.pid, signal.SIGCONT)
        process.communicate(timeout=WAIT)
    assert process.returncode == 0
    assert (refused.exit_code, looked.exit_code) == (2, 0)
    assert "another import into this site is running; wait until it is done" in refused.stderr
