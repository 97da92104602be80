"""A crew on other machines: here places are gathered and results told in order, there articles are prepared.

Workers get bytes, never names of files or addresses: they need no files of ours, and go nowhere in their network for us.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import Final

from briefgen.cluster import Cluster, Lost
from briefgen.errors import Problem
from briefgen.importing.desk import Desk
from briefgen.importing.gathering import Gathered
from briefgen.importing.holdings import Holdings
from briefgen.importing.preparing import Prepared, Preparer
from briefgen.importing.sources import Place

_ARTICLES: Final = 16
"""Articles of a chunk: half a second of work, beside which the milliseconds of sending it count for nothing."""

_BYTES: Final = 1_000_000
"""Bytes from which on a chunk is full, so that memory stays flat where articles are large files."""

Numbered = tuple[int, Gathered]
"""An article with the number of its place in the run."""


def prepared_by_cluster(places: Sequence[Place], desk: Desk, cluster: Cluster) -> Generator[tuple[int, Prepared]]:
    """What is made of each place, with the number of the place, in order; gathered at the `desk`, prepared by a cluster.

    Workers know the site's holdings as they are now. Errors as those of `Cluster.mapped`.
    """
    chunks = _chunks((number, gathered) for number, place in enumerate(places) for gathered in desk.gather(place))
    for result in cluster.mapped(_prepared, (desk.preparer, desk.holdings), chunks):
        yield _told(result.item) if isinstance(result, Lost) else result


def _prepared(common: tuple[Preparer, Holdings], item: Numbered) -> tuple[int, Prepared]:
    """What a worker does with an article."""
    preparer, holdings = common
    number, gathered = item
    return number, preparer.prepare(gathered, holdings)


def _chunks(articles: Iterator[Numbered]) -> Iterator[list[Numbered]]:
    chunk: list[Numbered] = []
    size = 0
    for number, gathered in articles:
        chunk.append((number, gathered))
        size += len(gathered.source.data) if gathered.source else 0
        if len(chunk) == _ARTICLES or size >= _BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _told(item: Numbered) -> tuple[int, Prepared]:
    """What there is to say of an article at which workers died."""
    number, gathered = item
    what = "the workers of the cluster that read it died"
    problem = Problem(gathered.name, 0, 0, what, "perhaps it takes more memory than they have")
    return number, Prepared(gathered.name, gathered.identity, (*gathered.problems, problem))
