"""Work shared out among forked processes: each takes the next piece when it is done with one, and sends back bytes.

Forked, not spawned: they have everything that we have in memory without a copy of it, so that a piece of work is a number.
They may not change anything but what they send. One that dies, as of too little memory, or in which an error arises,
loses nothing: what is missing at the end is for whoever asked, who meets the error as it would be without them.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Final, NoReturn, cast

_PIECES: Final = 24
"""Pieces of the work for each process: small enough that all end at about the same time."""

_MOST_PIECES: Final = 8_000
"""Pieces whose numbers fit into a pipe, which holds 64 KiB on Linux."""

_NUMBER: Final = 4
"""Bytes of the number of a piece: written and read at once, as pipes do not tear so few."""

Work = Callable[[int], bytes | None]
"""Makes the result of the task with this number, as bytes; None if it has none."""


def done_by_forks(work: Work, count: int, jobs: int) -> Iterator[tuple[int, bytes]]:
    """What `jobs` processes make of the numbers below `count`, in whatever order it is done."""
    size = -(-count // min(jobs * _PIECES, _MOST_PIECES))
    pieces = [range(begin, min(begin + size, count)) for begin in range(0, count, size)]
    queue = _queue(len(pieces))
    crew: list[_Member] = []
    gc.freeze()  # what is there stays there: collecting it in a fork would copy all of it
    try:
        for _ in range(min(jobs, len(pieces))):
            crew.append(_Member(work, pieces, queue, [member.connection for member in crew]))
        yield from _heard(crew)
    finally:
        gc.unfreeze()
        os.close(queue)
        for member in crew:
            member.end()


def _queue(pieces: int) -> int:
    """The end of a pipe from which every process takes the number of its next piece, until it is empty."""
    taking, giving = os.pipe()
    for number in range(pieces):
        os.write(giving, number.to_bytes(_NUMBER, "big"))
    os.close(giving)
    return taking


def _heard(crew: list[_Member]) -> Iterator[tuple[int, bytes]]:
    """What the members send, until each has closed its pipe."""
    speaking = [member.connection for member in crew]
    while speaking:
        for one in wait(speaking):
            connection = cast("Connection", one)
            try:
                done: list[tuple[int, bytes | None]] = pickle.loads(connection.recv_bytes())  # noqa: S301  of our own process
            except (EOFError, OSError, pickle.UnpicklingError):
                speaking.remove(connection)
                continue
            yield from ((number, data) for number, data in done if data is not None)


class _Member:
    """One process, and the pipe that it sends its results through."""

    def __init__(self, work: Work, pieces: list[range], queue: int, others: list[Connection]) -> None:
        hearing, saying = os.pipe()
        with warnings.catch_warnings():
            # Python warns of a fork beside threads (3.12). A fork of ours needs nothing that another thread may hold.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._process = os.fork()
        if self._process == 0:
            os.close(hearing)
            for other in others:
                other.close()  # else a pipe stays open when we, who read it, are gone
            _work(work, pieces, queue, Connection(saying, readable=False))
        os.close(saying)
        self.connection = Connection(hearing, writable=False)

    def end(self) -> None:
        """Stop it, if it has not ended by itself."""
        self.connection.close()
        with suppress(OSError):
            os.kill(self._process, signal.SIGTERM)
        with suppress(OSError):
            os.waitpid(self._process, 0)


def _work(work: Work, pieces: list[range], queue: int, saying: Connection) -> NoReturn:
    """What a forked process does; it ends at the first error, without a word and without anything of ours that runs at exit."""
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl-C reaches us all; who forked us stops us
        gc.disable()  # what is looked through again and again is nearly all needed until the piece is done
        while token := os.read(queue, _NUMBER):
            piece = pieces[int.from_bytes(token, "big")]
            saying.send_bytes(pickle.dumps([(number, work(number)) for number in piece]))
            gc.collect()
    finally:
        os._exit(0)
