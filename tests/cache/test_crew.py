"""Work shared out among forked processes."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from briefgen.cache import remembering
from briefgen.cache.crew import done_by_crew, is_worth_a_crew
from briefgen.model.memo import Ask, Task, Watch

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork, and does without a crew")

MANY = 300


def told(number: int) -> bytes:
    """The work: a number and who did it."""
    return f"{number} {os.getpid()}".encode()


@pytest.mark.parametrize("jobs", [2, 4])
def test_every_piece_is_done_once_and_by_others(jobs: int) -> None:
    """Each number has one result, made in another process than ours."""
    done = [data.split() for _, data in done_by_crew(told, MANY, jobs)]
    assert sorted(int(number) for number, _ in done) == list(range(MANY))
    makers = {int(maker) for _, maker in done}
    assert os.getpid() not in makers
    assert 1 <= len(makers) <= jobs


def test_few_tasks_are_not_worth_it() -> None:
    """A small site, or a single process, forks nothing."""
    assert is_worth_a_crew(MANY, 2)
    assert not is_worth_a_crew(MANY, 1)
    assert not is_worth_a_crew(3, 8)


def task(number: int, trouble: int = -1) -> Task[int]:
    """A task that squares its number; in a fork, that of number `trouble` kills its process."""
    ours = os.getpid()

    def make(ask: Ask) -> int:
        if number == trouble and os.getpid() != ours:
            os.kill(os.getpid(), signal.SIGKILL)
        ask(("square", str(number)))
        return number * number

    return Task(f"number {number}", number, make, lambda question: question[1])


def test_a_killed_process_loses_nothing(tmp_path: Path) -> None:
    """What a process had not sent when it died is made by us."""
    with remembering(tmp_path, jobs=2) as memo:
        made = memo.recall_all("squares", [task(number, trouble=7) for number in range(MANY)])
    assert made == [number * number for number in range(MANY)]


def test_what_a_crew_made_is_remembered(tmp_path: Path) -> None:
    """The next build finds the results of all processes, whatever their number; `prepare` is for those who share work."""
    prepared: list[str] = []
    tasks = [task(number) for number in range(MANY)]
    watch = Watch(prepare=lambda: prepared.append("prepared"))
    with remembering(tmp_path, jobs=4) as memo:
        first = memo.recall_all("squares", tasks, watch)
        assert memo.tally.misses["squares"] == MANY
    with remembering(tmp_path, jobs=1) as memo:
        assert memo.recall_all("squares", tasks, watch) == first
        assert memo.tally.hits["squares"] == MANY
    assert prepared == ["prepared"]


def test_an_error_is_raised_as_without_a_crew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error of a task reaches whoever asked, with what it says, and the processes are gone."""
    forked: list[int] = []
    fork = os.fork

    def noted() -> int:
        forked.append(fork())
        return forked[-1]

    monkeypatch.setattr(os, "fork", noted)

    def fail(_: Ask) -> int:
        message = "this article cannot be rendered"
        raise ValueError(message)

    tasks = [*(task(number) for number in range(MANY)), Task("the last", "last", fail)]
    with remembering(tmp_path, jobs=2) as memo, pytest.raises(ValueError, match="this article cannot be rendered"):
        memo.recall_all("squares", tasks)
    assert len(forked) == 2
    for process in forked:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_a_result_that_has_no_bytes_is_given_nevertheless(tmp_path: Path) -> None:
    """It is made by us, and counted as not kept."""
    odd = Task("odd", "odd", lambda _: (number for number in (1, 2)))
    with remembering(tmp_path, jobs=2) as memo:
        made = memo.recall_all("odd", [odd for _ in range(MANY)])
        assert [list(one) for one in made] == [[1, 2]] * MANY
        assert memo.tally.unkept["odd"] == MANY
