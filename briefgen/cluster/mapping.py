"""A function over chunks, on the workers of a cluster: in order, with few chunks on the way, whatever happens to a worker."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from briefgen.cluster.labor import OtherCode, Raised, arrived, code, kept, pack, perform, unpack
from briefgen.errors import BriefgenError, UsageError

Common = TypeVar("Common")
Item = TypeVar("Item")
Result = TypeVar("Result")

_LEAD: Final = 4
"""Chunks on the way for each worker: at hand, waiting there, and done before their turn; more would only fill memory."""

_GLANCES: Final = 12
"""Times that one looks for workers, and finds none, before one gives up."""


class ClusterLost(BriefgenError):  # noqa: N818  says what happened
    """The cluster went away in the middle of the work."""

    def __init__(self, why: str) -> None:
        """Take what is missing."""
        super().__init__(f"the cluster is lost: {why}; what is done is kept, and the same command goes on from there")


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait: for the scheduler's answer, for the first worker, and for another one when all have died.

    A worker needs about two seconds to start, on another machine perhaps a minute.
    """

    answer: float = 5
    first_worker: float = 10
    another_worker: float = 60


@dataclass(frozen=True, slots=True)
class Lost(Generic[Item]):
    """An item at which one worker after the other died."""

    item: Item


@dataclass(frozen=True, slots=True)
class _Flight(Generic[Item]):
    """A chunk on its way, and what will come of it: a future of `distributed`, whose types are not for others."""

    chunk: Sequence[Item]
    future: Any


class Cluster:
    """The workers of a Dask cluster, reached through its client."""

    def __init__(self, client: Any, patience: Patience) -> None:  # noqa: ANN401  distributed's client, which is not typed
        """Take a client that is connected, and how long to wait for workers."""
        self._client = client
        self._glance = patience.another_worker / _GLANCES

    def mapped(
        self, function: Callable[[Common, Item], Result], common: Common, chunks: Iterable[Sequence[Item]]
    ) -> Generator[Result | Lost[Item]]:
        """`function(common, item)` for each item of the chunks, in order; chunks are taken as they can be sent.

        `function` must be pure and one that workers can import: what was at a worker that dies, another does again. An item
        that kills several is `Lost`, and no other. What `function` raises is raised here in its turn. Raises ClusterLost
        when no worker is left or the scheduler is gone, and UsageError when a worker with another code has joined.
        """
        job = self._kept(pack((function, common)))
        waiting, flights = iter(chunks), deque[_Flight[Item]]()
        while True:
            lead = _LEAD * max(1, self._workers())
            while len(flights) < lead and (chunk := next(waiting, None)) is not None:
                flights.append(self._sent(job, chunk))
            if not flights:
                return
            yield from self._landed(job, flights)

    def _kept(self, job: bytes) -> Any:  # noqa: ANN401  a future
        """A job that every worker has by now, but for those that come later, which get it from these.

        A worker that first asks for it when one that had it has just died would wait half a minute for the dead.
        """
        with _reached():
            future = self._client.submit(kept, job, pure=False)
            there = {"pure": False, "allow_other_workers": True}  # if it dies before
            arrivals = [self._client.submit(arrived, future, workers=[at], **there) for at in self._client.nthreads()]
        for arrival in arrivals:
            self._outcome(arrival)
        return future

    def _sent(self, job: Any, chunk: Sequence[Item]) -> _Flight[Item]:  # noqa: ANN401  a future
        task = self._client.submit(
            perform, code(), job, pack(chunk), pure=False, fifo_timeout="0 ms"
        )  # first come, first served
        return _Flight(chunk, task)

    def _landed(self, job: Any, flights: deque[_Flight[Item]]) -> Iterator[Any]:  # noqa: ANN401  a future
        """The results of the first chunk on the way; if workers died of it, of one item after the other."""
        flight = flights.popleft()
        packed = self._outcome(flight.future)
        if packed is not None:
            yield from _opened(packed)
            return
        for other in flights:  # what is on the way beside it could be to blame, or be blamed
            self._outcome(other.future)
        for item in flight.chunk:
            packed = self._outcome(self._sent(job, [item]).future)
            yield from [Lost(item)] if packed is None else _opened(packed)

    def _outcome(self, future: Any) -> bytes | None:  # noqa: ANN401  a future
        """What a worker answers, waited for; None if workers died of it."""
        from distributed import KilledWorker  # noqa: PLC0415  who has a client has it loaded

        absent = 0
        while True:
            try:
                with _reached():
                    return bytes(future.result(timeout=self._glance))
            except TimeoutError:
                absent = 0 if self._workers() else absent + 1
                if absent == _GLANCES:
                    why = "it has no worker any more"
                    raise ClusterLost(why) from None
            except KilledWorker:
                return None
            except OtherCode as error:
                sentence = f"a worker has joined with briefgen {error}, this machine has briefgen {code()}"
                raise UsageError(sentence) from None

    def _workers(self) -> int:
        with _reached():
            return len(self._client.nthreads())


@contextmanager
def _reached() -> Iterator[None]:
    """Tell in a sentence that the scheduler does not answer."""
    from distributed.client import ClosedClientError, FutureCancelledError  # noqa: PLC0415  who has a client has it loaded

    try:
        yield
    except TimeoutError:
        raise
    except (OSError, ClosedClientError, FutureCancelledError):
        why = "its scheduler is gone"
        raise ClusterLost(why) from None


def _opened(packed: bytes) -> Iterator[Any]:
    for result in unpack(packed):
        if isinstance(result, Raised):
            raise result.error
        yield result
