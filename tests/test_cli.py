"""The command line: sentences, exit codes, streams and options."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from briefgen import __version__, build
from briefgen.cli import main
from tests.command import run, stand_in_new_site

ROOT = Path(__file__).parents[1]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site; the test stands in its folder."""
    return stand_in_new_site(tmp_path, monkeypatch)


def briefing(site: Path, front_matter: str, name: str = "note") -> None:
    """Put a Markdown briefing into a site."""
    (site / "content" / f"{name}.md").write_text(f"---\ntitle: Note\nlang: en\n{front_matter}---\nText.\n", encoding="utf-8")


def test_build_writes_a_site_and_sums_up(site: Path) -> None:
    """A new site builds at once, with exit code 0 and a summary on standard error; standard output stays free."""
    result = run("build")
    assert result.exit_code == 0, result.stderr
    assert (site / "output" / "index.html").is_file()
    assert result.stdout == ""
    assert "2 briefings, " in result.stderr
    assert " written, 0 unchanged, 0 removed in " in result.stderr


def test_second_build_says_that_it_wrote_nothing(site: Path) -> None:
    """A build without a change leaves every file as it is and says so."""
    run("build")
    before = {path: path.stat().st_mtime_ns for path in (site / "output").rglob("*")}
    assert " 0 written, " in run("build").stderr
    assert {path: path.stat().st_mtime_ns for path in (site / "output").rglob("*")} == before


def test_output_goes_where_it_is_told(site: Path) -> None:
    """`--output` fills another folder and leaves `output/` alone."""
    assert run("build", "--output", "elsewhere").exit_code == 0
    assert (site / "elsewhere" / "index.html").is_file()
    assert not (site / "output").exists()


@pytest.mark.parametrize("folder", ["content", "content/pages", "templates", "."])
def test_output_inside_the_sources_is_refused(site: Path, folder: str) -> None:
    """Pages among the sources would be read as articles by the next build."""
    result = run("build", "--output", folder)
    assert result.exit_code == 2
    assert "cannot be built into" in result.stderr
    assert not list(site.rglob("index.html"))


@pytest.mark.parametrize("command", ["build", "check"])
def test_errors_in_content(site: Path, command: str) -> None:
    """An error has its place and a hint, the exit code is 1, and nothing is published."""
    briefing(site, "countires: [AT]\n")
    result = run(command)
    assert result.exit_code == 1
    assert "error: content/note.md:4:1: unknown key `countires`; did you mean `countries`?" in result.stderr
    assert not (site / "output").exists()


def test_all_problems_in_one_run(site: Path) -> None:
    """Every file's problems are printed together, sorted by place."""
    briefing(site, "date: 2025-10-32\ncolour: red\n", "b")
    briefing(site, "countries: Atlantis\n", "a")
    lines = [line for line in run("check").stderr.splitlines() if line.startswith("error: ")]
    assert [line.split(":")[1:3] for line in lines] == [[" content/a.md", "4"], [" content/b.md", "4"], [" content/b.md", "5"]]


def test_check_writes_nothing(site: Path) -> None:
    """`check` of a good site says so and leaves the folder as it was."""
    before = sorted(site.rglob("*"))
    result = run("check")
    assert (result.exit_code, "2 briefings, no errors" in result.stderr) == (0, True)
    assert sorted(site.rglob("*")) == before


def test_strict_makes_warnings_errors(site: Path) -> None:
    """A warning lets a build pass, unless it is strict."""
    (site / "content" / "raw.txt").write_text("Austria and Japan will exchange judges, their ministers said on Thursday.\n" * 3)
    assert run("build").exit_code == 0
    assert run("build", "--strict").exit_code == 1


def test_drafts_are_published_when_asked_for(site: Path) -> None:
    """A draft is left out and named, and published with `--drafts`."""
    briefing(site, "review: draft\n")
    assert "content/note.md: left out (draft" in run("build").stderr
    assert not (site / "output/briefings/note.html").exists()
    run("build", "--drafts")
    assert (site / "output/briefings/note.html").exists()


def test_audience_raises_the_ceiling(site: Path) -> None:
    """A briefing marked TLP:GREEN is published for that audience only."""
    briefing(site, "review: reviewed\nhandling: GREEN\n")
    run("build")
    assert not (site / "output/briefings/note.html").exists()
    run("build", "--audience", "GREEN")
    assert (site / "output/briefings/note.html").exists()


@pytest.mark.parametrize(
    ("options", "epoch", "published"),
    [
        (["--as-of", "2030-01-01"], None, True),
        (["--as-of", "2020-01-01T06:00"], None, False),
        ([], "1900000000", True),  # 17 March 2030
        ([], "1500000000", False),
        (["--as-of", "2020-01-01"], "1900000000", False),
    ],
)
def test_now(site: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], epoch: str | None, *, published: bool) -> None:
    """`--as-of` says what time it is, else SOURCE_DATE_EPOCH."""
    if epoch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    briefing(site, "review: reviewed\nembargo: 2025-11-01T06:00\n")
    assert run("build", *options).exit_code == 0
    assert (site / "output/briefings/note.html").exists() == published


@pytest.mark.parametrize("value", ["9" * 20, "noon", "99999999999999"])
def test_an_epoch_that_is_none(site: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """SOURCE_DATE_EPOCH outside of all calendars is told as such."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert run("build").exit_code == 2
    assert not (site / "output").exists()


@pytest.mark.parametrize("value", ["yesterday", "2025-02-30"])
def test_a_time_that_is_none(site: Path, value: str) -> None:
    """A date that does not exist is a wrong option, with an example of a right one."""
    result = run("build", "--as-of", value)
    assert (result.exit_code, f"`{value}` is no date or time" in result.stderr) == (2, True)
    assert not (site / "output").exists()


def test_base_url_overrides_the_settings(site: Path) -> None:
    """`--base-url` is where absolute addresses begin."""
    run("build", "--base-url", "https://example.net/desk/")
    assert "https://example.net/desk/index.html" in (site / "output/sitemap.xml").read_text(encoding="utf-8")


def test_a_base_url_that_is_none(site: Path) -> None:
    """A base URL on the command line obeys the rule of the one in site.yaml."""
    result = run("build", "--base-url", "example.net")
    assert (result.exit_code, "`example.net` is no base URL" in result.stderr) == (2, True)
    assert not (site / "output").exists()


def test_wrong_settings(site: Path) -> None:
    """An unknown key of site.yaml has its place, and the exit code is 2."""
    (site / "site.yaml").write_text("titel: Desk\n", encoding="utf-8")
    result = run("build")
    assert result.exit_code == 2
    assert "site.yaml:1:1: unknown key `titel`; did you mean `title`?" in result.stderr


def test_outside_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no site, the message says how to make one."""
    monkeypatch.chdir(tmp_path)
    result = run("build")
    assert (result.exit_code, "briefgen init" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    "arguments", [["bild"], ["build", "--colour"], ["analyze"], ["analyze", "content"], ["build", "--audience", "PUBLIC"]]
)
def test_wrong_usage(site: Path, arguments: list[str]) -> None:
    """Unknown commands and options have exit code 2."""
    assert run(*arguments).exit_code == 2
    assert not (site / "output").exists()


def test_analyze_prints_one_object_a_line(site: Path) -> None:
    """`analyze --json` prints findings whose spans hold their quotes, and writes nothing."""
    before = sorted(site.rglob("*"))
    result = run("analyze", "--json", "content/raw-article.txt", "content/raw-article.txt")
    first, second = map(json.loads, result.stdout.splitlines())
    assert first == second
    assert {country["code"] for country in first["countries"]} == {"DK", "KE", "TZ"}
    evidence = [proof for country in first["countries"] for proof in country["evidence"]]
    assert all(first["text"][proof["start"] : proof["end"]] == proof["quote"] for proof in evidence)
    assert sorted(site.rglob("*")) == before


def test_analyze_for_a_person(site: Path) -> None:
    """Without `--json` a person reads the title and the countries."""
    result = run("analyze", "content/raw-article.txt")
    assert "coast guards of Denmark and Kenya compare notes on smuggling" in result.stdout
    assert result.exit_code == 0
    assert (site / "content").is_dir()


def test_a_pipe_that_closes_early(site: Path) -> None:
    """`briefgen analyze … | head` ends without a word."""
    command = f"{sys.executable} -m briefgen analyze --json {'content/raw-article.txt ' * 40} | head -c 1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, env=environment, cwd=site, check=True)
    assert (result.stdout, result.stderr) == ("{", "")


def test_analyze_tells_what_it_cannot_read(site: Path) -> None:
    """A missing file is a sentence and exit code 1; the others are analyzed all the same."""
    result = run("analyze", "--json", "content/missing.txt", "content/raw-article.txt")
    assert result.exit_code == 1
    assert "content/missing.txt" in result.stderr
    assert len(result.stdout.splitlines()) == 1
    assert site.is_dir()


def test_init_refuses_a_folder_in_use(site: Path) -> None:
    """`init` makes a site in a new folder only."""
    assert run("init", "new").exit_code == 0
    result = run("init", "new")
    assert (result.exit_code, "not empty" in result.stderr) == (2, True)
    assert (site / "new/site.yaml").is_file()


def test_unexpected_errors(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of ours is one sentence that asks for a report; `--debug` shows the traceback."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(build, "build", fail)
    result = run("build")
    assert (result.exit_code, isinstance(result.exception, SystemExit)) == (1, True)
    assert "briefgen made a mistake: ZeroDivisionError" in result.stderr
    assert "Traceback" not in result.stderr
    assert isinstance(run("--debug", "build").exception, ZeroDivisionError)
    assert site.is_dir()


def test_every_option_and_command_has_help() -> None:
    """`--help` leaves nothing unexplained."""
    assert isinstance(main, click.Group)
    assert set(main.commands) == {"analyze", "build", "check", "explain", "import", "init", "serve"}
    for command in main.commands.values():
        assert command.help
        assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_version_and_help_are_quick() -> None:
    """`--help` loads neither the analysis nor the templates."""
    assert __version__ in run("--version").stdout
    probe = "import sys, briefgen.cli; print(*{'jinja2', 'babel', 'yaml', 'pydantic', 'rich'}.intersection(sys.modules))"
    result = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, cwd=ROOT, check=True)
    assert result.stdout.strip() == ""


def test_a_pipe_gets_plain_lines(site: Path) -> None:
    """No escape sequences reach a pipe, and paths are not broken at the edge of a terminal."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "20"}
    briefing(site, "countires: [AT]\n")
    command = [sys.executable, "-m", "briefgen", "build"]
    result = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=site, check=False)
    assert "\x1b" not in result.stderr
    assert "content/note.md:4:1: unknown key `countires`; did you mean `countries`?\n" in result.stderr


def test_analyze_with_a_guessed_encoding(site: Path) -> None:
    """A warning about an article does not make its analysis a failure."""
    (site / "a.txt").write_bytes("日本の外務大臣はウィーンで会談した。".encode("cp932") * 3)
    result = run("analyze", "--json", "a.txt")
    assert result.exit_code == 0
    assert "which is a guess" in result.stderr
