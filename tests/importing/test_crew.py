"""Several processes: the same files as one makes, in the same order; one that dies costs one source."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefgen.analysis import Analyst
from briefgen.importing import Place, jobs_for
from briefgen.importing.crew import prepared_by_crew
from briefgen.importing.desk import Desk
from briefgen.importing.gathering import Gatherer
from briefgen.importing.holdings import Holdings
from briefgen.importing.preparing import Prepared, Preparer
from briefgen.importing.sources import Terms
from briefgen.model.vocabulary import Vocabulary
from tests.importing.sites import empty_site, files, run


@dataclass(frozen=True)
class Echo(Desk):
    """Prepares a place by what its name says: so many articles, an error that nobody foresaw, or the end of its process."""

    def prepare(self, place: Place) -> Iterator[Prepared]:
        """Do what the name says."""
        kind, _, number = place.name.partition(":")
        if kind == "raise":
            raise ZeroDivisionError(number)
        for part in range(int(number)):
            yield Prepared(f"{place.name}/{part}")
        if kind == "die":
            os.kill(os.getpid(), signal.SIGKILL)


ECHO = Echo(Gatherer(Path("content"), Terms()), Preparer(Analyst(Vocabulary(countries={}, topics={})), "en"), Holdings())


def prepared(*names: str, jobs: int = 2) -> list[tuple[int, str]]:
    """The numbers and names of what a crew prepares, with the problems of what failed."""
    stream = prepared_by_crew([Place(name) for name in names], ECHO, jobs)
    return [(number, one.name + "".join(f" ({problem.what})" for problem in one.problems)) for number, one in stream]


def test_results_come_in_order() -> None:
    """Places that give no, one or many articles come in their order, whoever is done first."""
    chance = random.Random(1)  # noqa: S311  no secrets
    names = [f"give:{chance.choice((0, 1, 1, 1, 30))}" for _ in range(60)]
    expected = [(number, f"{name}/{part}") for number, name in enumerate(names) for part in range(int(name[5:]))]
    assert prepared(*names) == expected
    assert prepared(*names[:2], jobs=8) == [one for one in expected if one[0] < 2]
    assert prepared() == []


def test_a_process_that_dies() -> None:
    """What was said before stands, the place is told as a problem, and all others are prepared."""
    found = prepared(*["give:1"] * 5, "die:1", *["give:1"] * 5, "die:0")
    names = dict(found)
    assert [number for number, _ in found] == [0, 1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 11]
    assert (5, "die:1/0") in found
    assert names[5] == "die:1 (the process that read it died (exit code -9))"
    assert names[11] == "die:0 (the process that read it died (exit code -9))"


def test_an_unforeseen_error_is_raised_here() -> None:
    """A mistake of ours is raised in its turn, with the traceback of the process that made it."""
    with pytest.raises(ZeroDivisionError) as raised:
        prepared("give:1", "raise:7")
    assert "in prepare" in "".join(raised.value.__notes__)


def test_any_number_of_processes_writes_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Equal titles are numbered and equal articles found in the order of the sources, not in that of the processes."""
    inbox = tmp_path / "in"
    inbox.mkdir()
    for number in range(12):
        text = (
            f"Ministers meet in Nairobi\n\nThe minister of Kenya met {number // 2} ministers of Denmark and spoke about fish.\n"
        )
        (inbox / f"{number:02}.txt").write_text(text if number != 7 else "", encoding="utf-8")
    made = {}
    for jobs in ("1", "2"):
        site = empty_site(tmp_path / jobs, monkeypatch)
        done = run("import", "--json", "--jobs", jobs, str(inbox))
        assert done.exit_code == 1
        made[jobs] = (done.stdout, done.stderr, files(site))
    assert made["1"] == made["2"]
    assert sorted(name for name in made["1"][2] if "/" not in name) == [
        "ministers-meet-in-nairobi-2.md",
        "ministers-meet-in-nairobi-3.md",
        "ministers-meet-in-nairobi-4.md",
        "ministers-meet-in-nairobi-5.md",
        "ministers-meet-in-nairobi-6.md",
        "ministers-meet-in-nairobi.md",
    ]


def test_few_sources_start_no_process() -> None:
    """One process imports a handful; many sources get every processor that we may use."""
    assert jobs_for([Place("a")] * 99) == 1
    assert jobs_for([Place("a")] * 100) == len(os.sched_getaffinity(0))
