"""Measure what a user would pick instead: `python -m benchmarks.libraries [--set N] [--raw]` (benchmarks/README.md)."""

from __future__ import annotations

import argparse
import sys

from benchmarks.libraries.countries import COUNTRY_PEERS
from benchmarks.libraries.names import NAME_PEERS
from benchmarks.libraries.publication import PUBLICATION_PEERS
from benchmarks.libraries.table import as_lines, defeats, measure
from tests.quality.corpus import load
from tests.quality.gate import FIRST

PEERS = (*COUNTRY_PEERS, *NAME_PEERS, *PUBLICATION_PEERS)


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table and every kind in which a peer is better; 0 unless there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.libraries", description=__doc__)
    parser.add_argument("--set", help="only the articles of this set")
    parser.add_argument("--raw", action="store_true", help="let the peers look for names in the articles as they came")
    options = parser.parse_args(arguments)
    corpus = tuple(item for item in load() if options.set in {None, str(item.label.get("set", FIRST))})
    if not corpus:
        sys.stderr.write(f"there is no article in set {options.set}\n")
        return 1
    rows = measure(corpus, PEERS, raw=options.raw)
    sys.stdout.write("\n".join([*as_lines(rows), "", "Another tool is better:", "", *defeats(rows)]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
