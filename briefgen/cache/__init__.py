"""What expensive, pure steps made, kept between builds in one file of the site's folder.

Every value is kept under the hash of everything it was made from: the inputs of its step, briefgen's own code and data,
and the versions of the libraries installed. So nothing is ever out of date; what is no longer asked for is pushed out
by what is. The file may be deleted at any time, and a build that is killed leaves it usable.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from briefgen.cache.audit import Audit
from briefgen.cache.crew import jobs_by_default
from briefgen.cache.remembering import Helpers, Remembering, Tally
from briefgen.cache.store import CACHE, Store
from briefgen.cache.version import code_version

__all__ = ["CACHE", "Audit", "Helpers", "Remembering", "Tally", "jobs_by_default", "remembering"]


@contextmanager
def remembering(root: Path, *, keep: bool = True, jobs: int = 1, helpers: Helpers | None = None) -> Iterator[Remembering]:
    """The memo of the site in `root`, open until the end of the block; without `keep` it only recalls and writes nothing.

    What it does not remember is made by `jobs` processes, or by `helpers` if it can be done elsewhere.

    A preview may run for days, and briefgen be upgraded meanwhile: what the old code makes then is not kept, as nobody
    can say of which version it is.
    """
    version = _version_of_this_process()
    store = Store((root / CACHE).absolute(), may_write=lambda: keep and code_version() == version)
    try:
        yield Remembering(store, version, jobs, helpers)
    finally:
        store.close()


@cache
def _version_of_this_process() -> bytes:
    return code_version()
