"""Time whole builds beside other site generators: `python -m benchmarks.peers [--size N] [--runs K] [--only NAME …]`.

`--ways WAY …` takes some ways of building only.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from benchmarks.corpus import briefings
from benchmarks.peers.machine import described
from benchmarks.peers.measure import Plan, measured
from benchmarks.peers.rivals import PEERS
from benchmarks.peers.scenarios import COLD, SCENARIOS
from benchmarks.peers.table import as_data, as_lines


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table, write the results where `--results` says; 0 unless no tool has such a name."""
    options = _parser().parse_args(arguments)
    peers = [peer for peer in PEERS if not options.only or any(name.lower() in peer.name.lower() for name in options.only)]
    if not peers:
        sys.stderr.write(f"known are {', '.join(peer.name for peer in PEERS)}\n")
        return 1
    ways = tuple(way for way in SCENARIOS if way is COLD or not options.ways or way.name in options.ways)
    items = tuple(briefings(options.size, seed=1))
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        machine = described(Path(folder))
        plan = Plan(items, options.tools.resolve(), Path(folder), ways, options.runs, options.limit)
        results = measured(peers, plan, _tell)
    sys.stdout.write(f"{options.size} briefings, medians of {options.runs} runs, seconds of wall / processor time\n\n")
    sys.stdout.write("\n".join(as_lines(results)) + "\n")
    if options.results:
        data = {"briefings": options.size, "runs": options.runs, "machine": machine, "tools": [*map(as_data, results)]}
        options.results.parent.mkdir(parents=True, exist_ok=True)
        options.results.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("--size", type=int, default=1000, help="briefings (default: 1000)")
    parser.add_argument("--runs", type=int, default=3, help="runs of every way of building (default: 3)")
    parser.add_argument("--only", nargs="+", default=(), metavar="NAME", help="only tools whose name has one of these in it")
    ways = [way.name for way in SCENARIOS]
    parser.add_argument("--ways", nargs="+", default=(), metavar="WAY", choices=ways, help="only these beside cold builds")
    parser.add_argument("--tools", type=Path, default=Path("../peers-tools"), help="the folder in which tools are installed")
    parser.add_argument("--folder", type=Path, help="where sites are built, best on a memory disk (default: the system's)")
    parser.add_argument(
        "--limit", type=float, default=600, help="seconds of a build after which a tool is given up (default: 600)"
    )
    parser.add_argument("--results", type=Path, help="a file for all figures and the machine, in JSON")
    return parser


def _tell(text: str) -> None:
    """Say what was just done, on the terminal alone."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")


if __name__ == "__main__":
    sys.exit(main())
