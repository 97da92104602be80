"""briefgen and its peers are judged alike; a peer that is missing, or better, is shown as that."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from benchmarks.libraries import __main__ as command
from benchmarks.libraries.peer import Finder, Given, Peer
from benchmarks.libraries.table import OURS, SHOWN, Row, as_lines, defeats, measure
from tests.quality.corpus import Labelled, load
from tests.quality.scoring import Count

TEXT: Final = "Ports\n\nNorway and Chile agreed on ports in Oslo on Monday, officials said.\n\nShare\n"
LABEL: Final[dict[str, Any]] = {
    "countries": {"primary": ["NO"], "mentioned": ["CL"], "may": []},
    "people": [],
    "organizations": {"must": ["Port Authority"], "may": []},
    "captions": [],
    "debris": ["Share"],
    "keep": [["Norway and Chile", "officials said."]],
}


@pytest.fixture
def corpus(tmp_path: Path) -> tuple[Labelled, ...]:
    """One article in English."""
    path = tmp_path / "ports.txt"
    path.write_text(TEXT, encoding="utf-8")
    return (Labelled("en/ports", "en", path, LABEL),)


def absent() -> Finder:
    """A peer that is not installed."""
    raise ImportError


def body() -> Finder:
    """A peer that always finds the one body of the label."""
    return lambda _: {"organizations": [{"name": "Port Authority"}]}


def row(rows: list[Row], kind: str, tool: str) -> Row:
    """The row of a tool."""
    return next(row for row in rows if (row.kind, row.tool) == (kind, tool))


def test_all_are_judged_by_the_same_label(corpus: tuple[Labelled, ...]) -> None:
    """A peer that finds one of two countries and one too many has half of each; ours stands beside it in its kinds."""
    peer = Peer("half", ("countries",), ("en",), "", lambda: lambda _: {"countries": [{"code": "NO"}, {"code": "SE"}]})
    rows = measure(corpus, [peer])
    assert [(row.kind, row.tool) for row in rows] == [("countries", OURS), ("countries", "half")]
    assert row(rows, "countries", "half").counts == {"en": Count(1, ("CL",), ("SE",))}
    assert row(rows, "countries", OURS).counts["en"].tp == 2
    assert row(rows, "countries", "half").milliseconds.keys() == {"en"}


def test_a_peer_that_is_not_installed_has_a_row(corpus: tuple[Labelled, ...]) -> None:
    """The row says how to install it; nothing fails."""
    rows = measure(corpus, [Peer("gone", ("countries", "date"), ("en",), "pip install gone", absent)])
    lines = [line for line in as_lines(rows) if "gone" in line]
    assert len(lines) == 2
    assert all("not installed (`pip install gone`)" in line and line.endswith("| – / – / – |") for line in lines)


def test_every_line_has_the_same_cells(corpus: tuple[Labelled, ...]) -> None:
    """The time of an article stands in a column of its own."""
    lines = list(
        as_lines(measure(corpus, [Peer("gone", ("date",), ("en",), "", absent), Peer("b", SHOWN[2:3], ("en",), "", body)]))
    )
    assert len({line.count("|") for line in lines}) == 1
    assert lines[0].endswith("ms: en / ja / vi |")


def test_a_better_peer_is_named(corpus: tuple[Labelled, ...]) -> None:
    """Whatever finds more than we do in a kind and language is listed with both figures; an equal one is not."""
    equal = Peer("equal", ("people",), ("en",), "", lambda: lambda _: {"people": []})
    found = list(defeats(measure(corpus, [Peer("bodies", ("organizations",), ("en",), "", body), equal])))
    assert found == ["- organizations (en): bodies 1.000, briefgen 0.000"]


def test_a_peer_sees_only_its_languages(corpus: tuple[Labelled, ...]) -> None:
    """An English article is no miss of a tool for Japanese."""
    rows = measure(corpus, [Peer("ja", ("organizations",), ("ja",), "", body)])
    assert row(rows, "organizations", "ja").counts == {}


@pytest.mark.parametrize("raw", [False, True])
def test_peers_get_cleaned_text_unless_asked(corpus: tuple[Labelled, ...], *, raw: bool) -> None:
    """Debris would be held against tools that never promised to see it; `--raw` shows that, too."""
    seen: list[Given] = []

    def start() -> Finder:
        def find(given: Given) -> dict[str, Any]:
            seen.append(given)
            return {"people": []}

        return find

    measure(corpus, [Peer("reader", ("people",), ("en",), "", start)], raw=raw)
    assert seen[0].raw == TEXT
    assert ("Share" in seen[0].text) is raw


def test_an_unknown_set_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """A set without articles is no table of nothing."""
    assert command.main(["--set", "none"]) == 1
    assert capsys.readouterr().err == "there is no article in set none\n"


def test_a_set_is_measured_alone(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Only its articles are given to peers, as with the gate."""
    seen: list[str] = []

    def start() -> Finder:
        def find(given: Given) -> dict[str, Any]:
            seen.append(given.raw)
            return {"people": []}

        return find

    monkeypatch.setattr(command, "PEERS", (Peer("reader", ("people",), ("en",), "", start),))
    assert command.main(["--set", "2"]) == 0
    wanted = {item.raw for item in load() if item.lang == "en" and str(item.label.get("set")) == "2"}
    assert set(seen) == wanted
    out = capsys.readouterr().out
    assert "| people · reader |" in out
    assert "Another tool is better:\n\n- nowhere\n" in out


def test_pages_get_a_table_of_their_own(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--pages` the readers of pages get HTML, and are judged apart from those of text."""
    seen: list[str] = []

    def start() -> Finder:
        def find(given: Given) -> dict[str, Any]:
            seen.append(given.raw)
            return {"title": None}

        return find

    monkeypatch.setattr(command, "PEERS", ())
    monkeypatch.setattr(command, "PAGE_PEERS", (Peer("pager", ("title",), ("vi",), "", start),))
    assert command.main(["--set", "2", "--pages"]) == 0
    assert seen
    assert all(page.startswith("<!doctype html>") for page in seen)
    text, pages = capsys.readouterr().out.split("On pages of a well-made site:")
    assert "pager" not in text
    assert "| title · pager |" in pages
