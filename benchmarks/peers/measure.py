"""The runs: every scenario for every tool before the next scenario, so that what is compared is close in time."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from benchmarks.corpus import Made
from benchmarks.peers.output import Work, done_in, pages_in, wanted
from benchmarks.peers.peer import Peer, Site, write_site
from benchmarks.peers.process import Cost, cost, said_version
from benchmarks.peers.scenarios import COLD, Scenario


@dataclass(frozen=True, slots=True)
class Plan:
    """The briefings, where tools are installed and sites are built, in which ways, how often, seconds of a build at most."""

    items: tuple[Made, ...]
    tools: Path
    folder: Path
    scenarios: tuple[Scenario, ...]
    runs: int
    limit: float


@dataclass(slots=True)
class Result:
    """What was measured of a tool so far: costs by scenario, HTML pages of a cold build, what they hold, what to say of it.

    A tool that failed has `ended`: it is built no more.
    """

    peer: Peer
    version: str = ""
    costs: dict[str, list[Cost]] = field(default_factory=dict)
    pages: int = 0
    work: Work | None = None
    remarks: list[str] = field(default_factory=list)
    ended: bool = False

    def median(self, scenario: str, figure: str) -> float | None:
        """The median of a figure of Cost over the runs, None where nothing was measured."""
        costs = self.costs.get(scenario)
        return statistics.median(getattr(cost, figure) for cost in costs) if costs else None


def measured(peers: Iterable[Peer], plan: Plan, tell: Callable[[str], None]) -> list[Result]:
    """Write each tool's site and build it in each way, as often as planned; `tell` hears of every build.

    An interruption (control-C) ends the runs: what was measured until then is returned.
    """
    results = [Result(peer) for peer in peers]
    sites = [(result, site) for result in results for site in _site(result, plan)]
    with suppress(KeyboardInterrupt):
        for run, scenario in product(range(plan.runs), plan.scenarios):
            for result, site in sites:
                if not result.ended:
                    _measure(result, site, plan, scenario, run)
                    tell(f"run {run + 1}, {scenario.name}, {result.peer.name}")
    return results


def _site(result: Result, plan: Plan) -> Iterator[Site]:
    """The tool's site; none if the tool is not installed."""
    peer = result.peer
    command = peer.command(plan.tools)
    if command:
        result.version = said_version((command[0], *peer.version), peer.environment)
        yield write_site(peer, command, plan.items, plan.folder / peer.name.replace(" ", "-"))
    else:
        result.remarks.append(f"not installed: `{peer.install}`")


def _measure(result: Result, site: Site, plan: Plan, scenario: Scenario, run: int) -> None:
    scenario.prepare(site, plan.items, run)
    spent = cost(site.command, site.folder, site.peer.environment, plan.limit)
    if spent.failure:
        result.remarks.append(f"{scenario.name}: {spent.failure}")
        result.ended = True
        return
    result.costs.setdefault(scenario.name, []).append(spent)
    stale = f"{scenario.name}: pages are not up to date"
    if not scenario.shows(site, plan.items, run) and stale not in result.remarks:
        result.remarks.append(stale)
    if scenario is COLD and run == 0:
        result.pages, result.work = pages_in(site.output), done_in(site.output)
        result.remarks += result.work.lacks(wanted(plan.items))
        result.remarks += [result.peer.note] if result.peer.note else []
