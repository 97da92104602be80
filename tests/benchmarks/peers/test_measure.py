"""All tools are built in the same ways and judged by the same pages."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.corpus import TOPICS, briefings
from benchmarks.peers import __main__ as command
from benchmarks.peers.measure import Plan, Result, measured
from benchmarks.peers.output import RELATED, wanted
from benchmarks.peers.peer import Peer, installed
from benchmarks.peers.rivals import HUGO
from benchmarks.peers.scenarios import SCENARIOS
from benchmarks.peers.table import as_data, as_lines

ITEMS = tuple(briefings(40, 1))

GENERATOR = """
import re, sys
from pathlib import Path
out = Path("public")
every = {path.stem: path.read_text() for path in sorted(Path("content").glob("*.md"))}
edition = re.search("edition [0-9]+", Path("layouts/page.html").read_text())[0]
def listed(text, kind): return re.search(kind + r": .(.*).", text)[1].split(", ")
terms = {name: [f"{kind}/{term}" for kind in ("countries", "topics") for term in listed(text, kind)]
    for name, text in every.items()}
def write(path, links, text=""):
    (out / path).parent.mkdir(parents=True, exist_ok=True)
    (out / path).write_text("".join(f'<a href="/{link}/">x</a>' for link in links) + text)
for name, text in every.items():
    if len(sys.argv) > 1 and (out / name).exists(): continue
    near = [other for other in every if other != name][:8]
    write(f"{name}/index.html", near + terms[name], f"<p>{edition}</p>" + text)
for term in {term for some in terms.values() for term in some}:
    write(f"{term}/index.html", [name for name in every if term in terms[name]])
write("index.html", [])
write("feed.xml", [], "<rss>")
write("sitemap.xml", [], "<loc>" * 999)
"""
"""A whole generator of the kind that is measured; with an argument it never writes a page again."""


def peer(name: str, *arguments: str, code: str = GENERATOR) -> Peer:
    """A peer on Hugo's site."""
    build = (sys.executable, "-c", code, *arguments)
    base = replace(HUGO, name=name, command=lambda _: build, version=("-c", "print('tool 1.2.3 of 2026')"))
    return replace(base, environment={})


def results(tmp_path: Path, *peers: Peer) -> list[Result]:
    """One run of each."""
    return measured(peers, Plan(ITEMS, tmp_path, tmp_path / "sites", SCENARIOS, 1, 60), lambda _: None)


def test_one_that_does_all_has_no_remarks(tmp_path: Path) -> None:
    """Every way of building has its cost, every page and link was counted."""
    (result,) = results(tmp_path, peer("good"))
    assert result.remarks == []
    assert [*result.costs] == [scenario.name for scenario in SCENARIOS]
    assert result.work is not None
    assert result.work.related == RELATED * len(ITEMS)
    assert not result.work.lacks(wanted(ITEMS))


def test_stale_pages_are_told(tmp_path: Path) -> None:
    """Who is quick because a page stays as it was is marked, by each edit that does not show."""
    (result,) = results(tmp_path, peer("stale", "never again"))
    assert result.remarks == [f"{edit}: pages are not up to date" for edit in ("a body", "a topic", "a template")]


def test_less_work_is_told(tmp_path: Path) -> None:
    """Who links to seven is not compared without a word."""
    (result,) = results(tmp_path, peer("less", code=GENERATOR.replace("[:8]", "[:7]")))
    assert result.remarks == [f"{7 * len(ITEMS)} related links of {8 * len(ITEMS)}"]


def test_a_failure_ends_a_peer_alone(tmp_path: Path) -> None:
    """Its row says why; the others are measured."""
    bad, good = results(tmp_path, peer("bad", code="raise SystemExit('no theme')"), peer("good"))
    assert bad.remarks == ["cold: no theme"]
    assert not bad.costs
    assert not good.remarks


def test_an_interruption_keeps_what_was_measured(tmp_path: Path) -> None:
    """Hours of measuring are not lost with control-C; the process that was running is ended."""
    plan = Plan(ITEMS, tmp_path, tmp_path / "sites", SCENARIOS, 1, 60)

    def stop(said: str) -> None:
        if "output gone" in said:
            raise KeyboardInterrupt

    (result,) = measured([peer("good")], plan, stop)
    assert [*result.costs] == ["cold", "output gone"]


def test_what_is_not_installed_has_a_row(tmp_path: Path) -> None:
    """With the command that installs it, and as many cells as the others."""
    gone = replace(peer("gone"), command=installed("gone/bin/gone"), install="pip install gone")
    head, rule, *rows = as_lines(results(tmp_path, gone, peer("good")))
    assert len({line.count("|") for line in (head, rule, *rows)}) == 1
    assert rows[0].endswith("not installed: `pip install gone` |")
    assert "–" not in rows[1]


def test_an_installed_program_is_found(tmp_path: Path) -> None:
    """Below the folder of tools, whatever the version of Python."""
    program = tmp_path / "tool" / "lib" / "python3.99" / "tool"
    program.parent.mkdir(parents=True)
    program.touch()
    assert installed("tool/lib/python*/tool", "-q")(tmp_path) == (str(program), "-q")


def test_results_are_data(tmp_path: Path) -> None:
    """All runs are kept, not the medians alone."""
    (result,) = results(tmp_path, peer("good"))
    data = json.loads(json.dumps(as_data(result)))
    assert (data["tool"], data["version"]) == ("good", "1.2.3")
    assert data["costs"]["cold"][0].keys() == {"wall", "cpu", "memory"}


def test_the_command_prints_a_row_a_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--only` picks tools and `--ways` what is done, `--results` keeps what was printed and the machine."""
    monkeypatch.setattr(command, "PEERS", (peer("good"), peer("other")))
    file = tmp_path / "results" / "a.json"
    assert (
        command.main(
            [
                "--size",
                "40",
                "--runs",
                "1",
                "--only",
                "Go",
                "--ways",
                "a body",
                "--folder",
                str(tmp_path),
                "--results",
                str(file),
            ]
        )
        == 0
    )
    out = capsys.readouterr().out
    assert "| good 1.2.3 |" in out
    assert "| other" not in out
    assert out.count(" – |") == len(SCENARIOS) - 2
    assert json.loads(file.read_text(encoding="utf-8"))["machine"]["cores"] > 0


def test_an_unknown_name_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Not measured in silence."""
    assert command.main(["--only", "Jekyll"]) == 1
    assert "known are briefgen, Hugo" in capsys.readouterr().err


def test_topics_of_the_corpus_allow_an_edit() -> None:
    """A briefing must be able to move to a topic that it does not have."""
    assert len(TOPICS) > 2
