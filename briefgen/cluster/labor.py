"""What runs on a worker: a function over the items of a chunk. All that travels is packed bytes, which nobody between opens."""

from __future__ import annotations

import pickle
import threading
import traceback
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from briefgen import __version__
from briefgen.cache.version import sources_version

_TURN: Final = threading.Lock()
"""A worker may have several threads; knowledge of articles is made for one, and Python runs one at a time anyway."""

_JOBS: Final = 2
"""Jobs that a worker keeps unpacked, with what it has learned for them: that of the run, and one of a neighbor's."""


class OtherCode(Exception):  # noqa: N818  says what a worker has
    """A worker has another code than the client; its text is that code's version."""


@dataclass(frozen=True, slots=True)
class Raised:
    """An error that a function raised, with its traceback as a note."""

    error: Exception


def pack(value: object) -> bytes:
    """A value as bytes. Drafts of articles shrink to a seventh by the quickest level of zlib, in a fifth of a millisecond."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)


def unpack(packed: bytes) -> Any:  # noqa: ANN401  whatever was packed
    """The value that `pack` has made bytes of."""
    return pickle.loads(zlib.decompress(packed))  # noqa: S301  who can send us this can run anything on the cluster


@lru_cache(1)
def code() -> str:
    """The version of briefgen in this process and the hash of its sources, as they were when it was first asked for."""
    return f"{__version__} ({sources_version()})"


def kept(job: bytes) -> bytes:
    """A job as a task of the cluster: its result goes to each worker once, and is made anew if all that had it die."""
    return job


def arrived(job: bytes) -> bytes:  # noqa: ARG001  that it came is all
    """Nothing, once a job is at the worker."""
    return b""


def perform(wanted: str, job: bytes, chunk: bytes) -> bytes:
    """The packed results of a job for each item of a chunk; after an item that raises an error come no more.

    A job is a function and what is common to all its calls. Raises OtherCode unless our `code` is the one that is wanted.
    """
    if code() != wanted:
        raise OtherCode(code())
    with _TURN:
        function, common = _opened(job)
        results = []
        for item in unpack(chunk):
            results.append(_result(function, common, item))
            if isinstance(results[-1], Raised):
                break
        return pack(results)


@lru_cache(_JOBS)
def _opened(job: bytes) -> tuple[Callable[[Any, Any], Any], Any]:
    function, common = unpack(job)
    return function, common


def _result(function: Callable[[Any, Any], Any], common: Any, item: Any) -> Any:  # noqa: ANN401  a worker knows no types
    try:
        return function(common, item)
    except Exception as error:  # noqa: BLE001  it is raised again where the user is
        error.add_note("".join(traceback.format_exception(error)))
        return Raised(error)
