"""The table that is printed, and the same as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from benchmarks.peers.measure import Result
from benchmarks.peers.scenarios import COLD, SCENARIOS


def as_lines(results: Iterable[Result]) -> Iterator[str]:
    """A row a tool in Markdown: seconds of wall / processor for each way of building, processor time a page, memory."""
    yield f"| tool | {' | '.join(scenario.name for scenario in SCENARIOS)} | pages | µs a page | MB | remarks |"
    yield f"|---|{'--:|' * (len(SCENARIOS) + 3)}---|"
    for result in results:
        cells = [
            f"{result.peer.name} {result.version}".strip(),
            *(_seconds(result, scenario.name) for scenario in SCENARIOS),
            _number(result.pages or None),
            _number(microseconds(result)),
            _number(result.median(COLD.name, "memory")),
            "; ".join(result.remarks),
        ]
        yield f"| {' | '.join(cells)} |"


def microseconds(result: Result) -> float | None:
    """Processor time of a cold build by the pages it wrote."""
    spent = result.median(COLD.name, "cpu")
    return None if spent is None or not result.pages else 1_000_000 * spent / result.pages


def as_data(result: Result) -> dict[str, Any]:
    """All that was measured of a tool, for the file of results."""
    return {
        "tool": result.peer.name,
        "version": result.version,
        "pages": result.pages,
        "work": asdict(result.work) if result.work else None,
        "costs": {name: [_figures(asdict(cost)) for cost in costs] for name, costs in result.costs.items()},
        "remarks": result.remarks,
    }


def _figures(cost: dict[str, Any]) -> dict[str, float]:
    return {name: round(cost[name], 3) for name in ("wall", "cpu", "memory")}


def _seconds(result: Result, scenario: str) -> str:
    wall, cpu = result.median(scenario, "wall"), result.median(scenario, "cpu")
    return "–" if wall is None or cpu is None else f"{wall:.2f} / {cpu:.2f}"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.0f}"
