"""The command line with its cache: the short cut, `--verify` and `--profile`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefgen.cache.packing import pack, sealed, unpack
from briefgen.cache.sealed import Sealed
from briefgen.cache.store import CACHE, Store
from briefgen.checking.links import Anchors
from briefgen.rendering.prose import Prose
from tests.command import run, stand_in_new_site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site, built; the test stands in its folder."""
    folder = stand_in_new_site(tmp_path, monkeypatch)
    assert run("build").exit_code == 0
    return folder


def spoil(site: Path, kind: type, change: Callable[[Any], object]) -> None:
    """Change every value of a type in the cache."""
    store = Store(site / CACHE)
    assert store._file
    for (key,) in store._file.execute("SELECT key FROM names").fetchall():
        found = unpack(store.get(key) or b"")
        if isinstance(found, tuple) and isinstance(found[-1], kind):
            store.put(key, pack((*found[:-1], change(found[-1]))))
    store.close()


def wrong_paragraph(body: Sealed[Any]) -> Sealed[Any]:
    """The body of a briefing with a paragraph that is not in its text."""
    prose = unpack(body.data)
    return sealed(replace(prose, html=f"{prose.html}<p>wrong</p>"), body.aside) if isinstance(prose, Prose) else body


def test_verify_confirms_what_is_right(site: Path) -> None:
    """After a build and after one with nothing to do every file is as a clean build makes it."""
    result = run("build", "--verify")
    assert result.exit_code == 0, result.stderr
    assert "files are what a clean build makes" in result.stderr
    (site / "content" / "new.md").write_text("---\ntitle: New\ncountries: [AT]\n---\nText on Austria.\n")
    assert run("build", "--verify").exit_code == 0


def test_verify_tells_the_page_and_the_step(site: Path) -> None:
    """A wrong value in the cache ends in exit code 1 and a sentence with the page, the line and the step behind it."""
    spoil(site, Sealed, wrong_paragraph)
    (site / "output" / "index.html").unlink()
    result = run("build", "--verify")
    assert result.exit_code == 1
    assert "is not what a clean build makes: line" in result.stderr
    assert "the cache holds something else than the step `bodies` makes of content/" in result.stderr


def test_verify_sees_what_no_page_shows(site: Path) -> None:
    """A value that is wrong and not used, as no build ran, is found as well."""
    spoil(site, dict, lambda anchors: dict.fromkeys(anchors, Anchors(("wrong",), ())))
    result = run("build", "--verify")
    assert (result.exit_code, "the pages are right, but the cache holds" in result.stderr) == (1, True)


def test_profile_tells_stages_and_hits(site: Path) -> None:
    """Each stage has a line with its time, each remembered step one with its hits."""
    (site / "content" / "new.md").write_text("---\ntitle: New\ncountries: [AT]\n---\nText on Austria.\n")
    lines = run("build", "--profile").stderr.splitlines()
    first = [line.split("  ")[0] for line in lines]
    assert {"reading", "indexing", "rendering texts", "rendering pages and files", "checking", "publishing"} <= set(first)
    (bodies,) = [line.split() for line in lines if line.startswith("bodies ")]
    assert int(bodies[1]) > 0
    assert bodies[2:] == ["1", "0"]


def test_everything_can_be_kept(site: Path) -> None:
    """No step has inputs or a value that the cache cannot keep, so that each runs once."""
    (site / CACHE).unlink()
    (site / "site.yaml").write_text("title: Two\nlanguages: [en, ja, vi]\n")
    lines = run("build", "--profile").stderr.splitlines()
    table = lines[[line.split()[0] for line in lines].index("step") + 1 :]
    assert table
    assert [line for line in table if line.split()[-1] != "0"] == []


def test_check_recalls_and_keeps_nothing(site: Path) -> None:
    """`check` reads the cache of builds and leaves it as it is."""
    before = (site / CACHE).read_bytes()
    assert run("check").exit_code == 0
    assert (site / CACHE).read_bytes() == before


def test_a_build_with_nothing_to_do_loads_nothing_heavy(site: Path) -> None:
    """Where nothing changed, no stage and none of its libraries is imported."""
    program = (
        "import sys; from briefgen.cli import main\n"
        "try: main(['build'])\n"
        "except SystemExit: pass\n"
        "heavy = {'jinja2', 'markdown_it', 'pydantic', 'babel', 'yaml', 'rich', 'briefgen.build', 'briefgen.rendering'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=site, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n", done.stderr


def test_a_build_without_raw_articles_loads_nothing_that_reads_them(tmp_path: Path) -> None:
    """Where every text is a briefing, neither the cleaning of raw text nor any detector is imported."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("---\ntitle: A\ncountries: [AT]\n---\nTalks in Wien.\n", encoding="utf-8")
    (tmp_path / "site.yaml").write_text("title: A\n", encoding="utf-8")
    program = (
        "import sys; from briefgen.cli import main\n"
        "try: main(['build'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('briefgen.reading.cleaning', 'briefgen.analysis.detectors') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert (done.stdout, "1 briefings" in done.stderr) == ("[]\n", True)
