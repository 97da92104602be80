"""A function over chunks on two workers: results in order, whoever dies."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from briefgen.cluster import Cluster, ClusterLost, Lost, Patience, cluster_at
from briefgen.cluster.mapping import _LEAD
from tests.cluster.machines import cluster, scheduler, workers
from tests.cluster.tasks import measured, obey

PATIENT = Patience(first_worker=60)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    with cluster(tmp_path_factory.mktemp("cluster")) as found:
        yield found


@pytest.fixture(scope="module")
def running(address: str) -> Iterator[Cluster]:
    """A cluster of two workers."""
    with cluster_at(address, PATIENT) as found:
        yield found


def chunks(*orders: str, size: int = 3) -> list[Sequence[str]]:
    """Orders in chunks."""
    return [orders[start : start + size] for start in range(0, len(orders), size)]


def test_results_come_in_order(running: Cluster, tmp_path: Path) -> None:
    """Every item of every chunk gets its result, in order; without chunks there is none."""
    orders = [f"do:{number}" for number in range(50)]
    assert list(running.mapped(obey, tmp_path, chunks(*orders))) == [f"did {number}" for number in range(50)]
    assert list(running.mapped(obey, tmp_path, [])) == []


def test_a_worker_killed_in_the_middle_loses_nothing(running: Cluster, tmp_path: Path) -> None:
    """What was at a worker when it died is done by another; nothing is missing and nothing comes twice."""
    orders = [f"do:{number}" for number in range(50)]
    orders[4] = "die once:4"
    assert list(running.mapped(obey, tmp_path, chunks(*orders))) == [f"did {number}" for number in range(50)]
    assert (tmp_path / "4").exists()


def test_an_item_that_kills_costs_itself_alone(running: Cluster, tmp_path: Path) -> None:
    """An item of which several workers die is lost; those of its chunk and of the chunks beside it are done."""
    orders = ["do:0", "do:1", "die:2", "do:3", "do:4", "do:5", "do:6"]
    found = list(running.mapped(obey, tmp_path, chunks(*orders)))
    assert found == ["did 0", "did 1", Lost("die:2"), "did 3", "did 4", "did 5", "did 6"]


def test_an_unforeseen_error_is_raised_in_its_turn(running: Cluster, tmp_path: Path) -> None:
    """What a function raises is raised after the results before it, with the traceback of the worker."""
    stream = running.mapped(obey, tmp_path, chunks("do:0", "do:1", "do:2", "do:3", "raise:4", "do:5"))
    assert [next(stream) for _ in range(4)] == ["did 0", "did 1", "did 2", "did 3"]
    with pytest.raises(ZeroDivisionError) as raised:
        next(stream)
    assert "in obey" in "".join(raised.value.__notes__)


def test_few_chunks_are_on_the_way(running: Cluster, tmp_path: Path) -> None:
    """Chunks are taken as results are: however many there are, only a few for each worker are in memory."""
    taken = []

    def endless() -> Iterator[Sequence[str]]:
        while True:
            taken.append(1)
            yield ["do:it"]

    stream = running.mapped(obey, tmp_path, endless())
    for count in range(1, 20):
        next(stream)
        assert len(taken) < count + 2 * _LEAD
    stream.close()


def test_what_is_common_may_be_large(address: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Ten megabytes, as the holdings of a large site, are sent without a word."""
    common = random.Random(1).randbytes(12_000_000)  # noqa: S311  nothing that packs well
    with cluster_at(address, PATIENT) as found:
        assert list(found.mapped(measured, common, [["a", "bc"], ["d"]])) == [12_000_001, 12_000_002, 12_000_001]
    assert capfd.readouterr().err == ""


def test_no_worker_left(tmp_path: Path) -> None:
    """When the last worker has died and none comes, it is told; the scheduler alone does nothing."""
    patience = Patience(first_worker=60, another_worker=0.5)
    with (
        scheduler(tmp_path) as address,
        workers(address, tmp_path, nanny=False),
        cluster_at(address, patience) as found,
        pytest.raises(ClusterLost, match="it has no worker any more; what is done is kept, and the same command goes on"),
    ):
        list(found.mapped(obey, tmp_path, [["die:0"]]))


def test_no_scheduler_left(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """When the scheduler has gone, it is told, in this sentence alone."""
    with ExitStack() as running:
        address = running.enter_context(scheduler(tmp_path))
        with workers(address, tmp_path), cluster_at(address, Patience(answer=0.5, first_worker=60)) as found:
            stream = found.mapped(obey, tmp_path, [["do:it"]] * 30)
            assert next(stream) == "did it"
            running.close()
            with pytest.raises(ClusterLost, match="its scheduler is gone"):
                list(stream)
    assert caplog.text == ""
