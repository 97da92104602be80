"""Several processes that prepare places side by side; what they prepare comes in the order of the places.

Each process is fed by a pipe of its own. So it ends when we end, however that is (the pipe breaks), and one that dies,
as of too little memory, costs the place it was at and no other; a pool of the standard library would be broken, or wait.
"""

from __future__ import annotations

import signal
import traceback
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Final, cast

from briefgen.errors import Problem
from briefgen.importing.desk import Desk
from briefgen.importing.preparing import Prepared
from briefgen.importing.sources import Place

_CONTEXT: Final = get_context("spawn")
"""Fresh processes: a forked one would inherit our locks, threads and pipes, and not every system can fork."""

_AHEAD: Final = 2
"""Places that a process has at a time: the one it is at and the next, so that it never waits for us."""

_LEAD: Final = 16
"""Places for each process that may be done before their turn, so that a slow one keeps nobody waiting and memory flat."""

_PATIENCE: Final = 5
"""Seconds in which a process has to end when it is told to."""


def prepared_by_crew(places: Sequence[Place], desk: Desk, jobs: int) -> Generator[tuple[int, Prepared]]:
    """What is made of each place at a `desk`, with the number of the place, in order; `jobs` processes have such a desk each.

    They know the site's holdings as they are now. An error that nobody foresaw is raised here as it was there.
    """
    crew = [_Member(desk) for _ in range(min(jobs, len(places)))]
    try:
        yield from _in_order(places, crew)
    finally:
        for member in crew:
            member.end()


def _in_order(places: Sequence[Place], crew: list[_Member]) -> Iterator[tuple[int, Prepared]]:
    done: dict[int, deque[Prepared | None]] = {}
    turn = given = 0
    while turn < len(places):
        ready = done.get(turn)
        if ready:
            prepared = ready.popleft()
            if prepared is not None:
                yield turn, prepared
            else:
                del done[turn]
                turn += 1
            continue
        for member in sorted(crew, key=lambda member: len(member.busy)):
            while len(member.busy) < _AHEAD and given < min(len(places), turn + _LEAD * len(crew)):
                member.give(given, places[given])
                given += 1
        for member in _heard(crew):
            for number, prepared in member.receive():
                done.setdefault(number, deque()).append(prepared)


def _heard(crew: Sequence[_Member]) -> Iterator[_Member]:
    """The members that have something to say, or have died; waits for the first."""
    by_connection = {member.connection: member for member in crew if member.busy}
    return iter([by_connection[cast("Connection", connection)] for connection in wait(list(by_connection))])


class _Member:
    """One process of the crew and the places that it has, by their numbers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.busy: dict[int, Place] = {}
        self._start()

    def give(self, number: int, place: Place) -> None:
        """Hand it a place."""
        self.busy[number] = place
        with suppress(OSError):  # it has died, which `receive` will tell
            self.connection.send(place)

    def receive(self) -> tuple[tuple[int, Prepared | None], ...]:
        """What it says of the place it is at: an article, or None when the place is done."""
        number, place = next(iter(self.busy.items()))
        try:
            prepared = self.connection.recv()
        except (EOFError, OSError):
            return (number, self._lost(place)), (number, None)
        if isinstance(prepared, Exception):
            raise prepared
        if prepared is None:
            del self.busy[number]
        return ((number, prepared),)

    def end(self) -> None:
        """End it, whatever it is doing."""
        self.connection.close()
        self._process.terminate()
        self._process.join(_PATIENCE)

    def _start(self) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(theirs, self._desk), daemon=True)
        with _uninterrupted():
            self._process.start()
        theirs.close()

    def _lost(self, place: Place) -> Prepared:
        """What there is to say of the place at which the process died; a new one takes up the next."""
        self.end()
        what = f"the process that read it died (exit code {self._process.exitcode})"
        _, *waiting = self.busy.items()
        self.busy = {}
        self._start()
        for number, other in waiting:
            self.give(number, other)
        return Prepared(place.name, problems=(Problem(place.name, 0, 0, what, "perhaps it took more memory than there is"),))


def _serve(connection: Connection, desk: Desk) -> None:
    """What a process does: prepare what it is given, until the other end of the pipe is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl-C reaches all processes of a terminal; the first one tells the others
    with suppress(EOFError, OSError):
        while True:
            place = connection.recv()
            try:
                for prepared in desk.prepare(place):
                    connection.send(prepared)
            except OSError:
                raise
            except Exception as error:  # noqa: BLE001  it is raised again where the user is
                connection.send(_told(error))
            connection.send(None)


def _told(error: Exception) -> Exception:
    """An error with its traceback, which does not travel by itself."""
    error.add_note("".join(traceback.format_exception(error)))
    return error


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep ctrl-C for later; a process that is started meanwhile never gets it, where the system has masks of signals."""
    mask: Any = getattr(signal, "pthread_sigmask", None)
    if mask is None:
        yield
        return
    before = mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)
