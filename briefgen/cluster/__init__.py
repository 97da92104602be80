"""Many machines: a pure function mapped over chunks on a Dask cluster, with the results in the order of the chunks.

This is the home of the library `distributed`. It knows nothing of articles: whoever has chunks and a function that workers
can import may use it.
"""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, Final

from briefgen.cluster.labor import code
from briefgen.cluster.mapping import Cluster, ClusterLost, Lost, Patience
from briefgen.cluster.versions import difference, libraries
from briefgen.errors import MissingExtra, UsageError

__all__ = ["Cluster", "ClusterLost", "Lost", "Patience", "cluster_at", "helpers_at"]

_PATIENCE: Final = Patience()

_CHUNK: Final = 16
"""Items that are sent together: half a second of work for articles, beside which sending them counts for nothing."""


@contextmanager
def cluster_at(address: str, patience: Patience = _PATIENCE) -> Iterator[Cluster]:
    """The cluster whose Dask scheduler listens at an address such as `tcp://10.0.0.5:8786`; let go of in the end.

    Raises MissingExtra without `distributed`, and UsageError when nobody answers at the address, there is no worker, or a
    machine has other versions than this one.
    """
    try:
        import distributed  # noqa: PLC0415  half a second, for who has a cluster
    except ImportError:
        purpose = "working on a cluster"
        raise MissingExtra(purpose, "dask") from None
    connect: Any = distributed.Client  # which is not typed
    with _quiet():
        with ThreadPoolExecutor(1) as aside:  # whoever calls may have an event loop that runs, as in a notebook
            aside.submit(lambda: asyncio.run(_refuse_silent(address, patience.answer))).result()
        client = connect(address, timeout=patience.answer, set_as_default=False)
        try:
            _refuse_empty(client, address, patience)
            _refuse_strange(client)
            yield Cluster(client, patience)
        finally:
            client.close()


def helpers_at(address: str) -> Callable[[Callable[[Any, Any], Any], object, Sequence[object]], Iterator[tuple[int, Any]]]:
    """What does errands on the cluster at an address: it connects when there are any, and raises what `cluster_at` does.

    It takes a function that workers can import, what is common to all items, and these; it gives the number of each item with
    its result, but not of items at which workers died.
    """

    def help_with(function: Callable[[Any, Any], Any], common: object, items: Sequence[object]) -> Iterator[tuple[int, Any]]:
        chunks = (items[begin : begin + _CHUNK] for begin in range(0, len(items), _CHUNK))
        with cluster_at(address) as cluster:
            for number, result in enumerate(cluster.mapped(function, common, chunks)):
                if not isinstance(result, Lost):
                    yield number, result

    return help_with


async def _refuse_silent(address: str, seconds: float) -> None:
    """Refuse an address at which no scheduler answers.

    The client itself would wait for ever for the greeting of a server that is no scheduler, and does not end neatly either.
    """
    from distributed.comm.core import connect  # noqa: PLC0415  there, as `cluster_at` knows
    from distributed.security import Security  # noqa: PLC0415

    greet: Any = connect  # neither is typed
    configured: Any = Security
    try:
        greeting = greet(address, timeout=seconds, **configured().get_connection_args("client"))
        comm = await asyncio.wait_for(greeting, seconds + 1)
        await comm.close()
    except (ValueError, TypeError) as error:  # no address, or TLS without certificates
        sentence = f"a cluster cannot be reached at {address}: {error}; write the address as tcp://HOST:8786"
        raise UsageError(sentence) from None
    except (OSError, MemoryError, OverflowError):  # the latter of a greeting that is none, read as a length
        sentence = f"no Dask scheduler answers at {address}; start one with `dask scheduler`"
        raise UsageError(sentence) from None


def _refuse_empty(client: Any, address: str, patience: Patience) -> None:  # noqa: ANN401  distributed's client
    try:
        client.wait_for_workers(1, timeout=patience.first_worker)
    except TimeoutError:
        sentence = f"the scheduler at {address} has no worker; start one with `dask worker {address} --nthreads 1`"
        raise UsageError(sentence) from None


def _refuse_strange(client: Any) -> None:  # noqa: ANN401  distributed's client
    """Refuse machines that might make something else of an article than this one.

    Versions of packages are asked for by their names, which works with any Python; only then a function of ours is sent.
    """
    told = client.get_versions(packages=["briefgen", *libraries()])
    machines = {"the scheduler": told["scheduler"]} | _named(told["workers"])
    sentence = difference(told["client"]["packages"], {name: machine["packages"] for name, machine in machines.items()})
    if not sentence:
        codes = {"the scheduler": _code_of_scheduler(client)} | _named(client.run(code, on_error="return"))
        sentence = difference({"briefgen": code()}, {name: {"briefgen": told} for name, told in codes.items()})
    if sentence:
        raise UsageError(sentence)


def _named(workers: dict[str, Any]) -> dict[str, Any]:
    return {f"worker {address}": told for address, told in workers.items()}


def _code_of_scheduler(client: Any) -> object:  # noqa: ANN401  distributed's client
    try:
        return client.run_on_scheduler(code)
    except Exception as error:  # noqa: BLE001  whatever keeps it from running our code
        return error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the library says of its connections to itself: what matters is told in sentences of ours."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]  # all others ask the first
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"distributed\b")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
