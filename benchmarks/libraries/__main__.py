"""Measure what a user would pick instead: `python -m benchmarks.libraries [--set N] [--raw] [--pages]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.libraries.countries import COUNTRY_PEERS
from benchmarks.libraries.names import NAME_PEERS
from benchmarks.libraries.pages import PAGE_PEERS, pages
from benchmarks.libraries.publication import PUBLICATION_PEERS
from benchmarks.libraries.table import Row, as_lines, defeats, measure
from tests.quality.corpus import load
from tests.quality.gate import FIRST

PEERS = (*COUNTRY_PEERS, *NAME_PEERS, *PUBLICATION_PEERS)


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table and every kind in which a peer is better; 0 unless there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.libraries", description=__doc__)
    parser.add_argument("--set", help="only the articles of this set")
    parser.add_argument("--raw", action="store_true", help="let the peers look for names in the articles as they came")
    parser.add_argument("--pages", action="store_true", help="print a second table: the articles as pages of a well-made site")
    options = parser.parse_args(arguments)
    corpus = tuple(item for item in load() if options.set in {None, str(item.label.get("set", FIRST))})
    if not corpus:
        sys.stderr.write(f"there is no article in set {options.set}\n")
        return 1
    _show(measure(corpus, PEERS, raw=options.raw))
    if options.pages:
        sys.stdout.write("\nOn pages of a well-made site:\n\n")
        with tempfile.TemporaryDirectory() as folder:
            _show(measure(pages(corpus, Path(folder)), PAGE_PEERS))
    return 0


def _show(rows: list[Row]) -> None:
    """The table, and below it where briefgen is not the best."""
    better = [*defeats(rows)] or ["- nowhere"]
    sys.stdout.write("\n".join([*as_lines(rows), "", "Another tool is better:", "", *better]) + "\n")


if __name__ == "__main__":
    sys.exit(main())
