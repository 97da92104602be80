"""Tests of `briefgen init`: a new site that builds at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefgen.errors import UsageError
from briefgen.starter import start
from tests.command import briefgen


def test_a_new_site_builds_without_a_complaint(tmp_path: Path) -> None:
    """From nothing to pages in two commands, even when warnings count as errors."""
    made = briefgen("init", "desk", cwd=tmp_path)
    assert (made.returncode, made.stdout) == (0, "made desk; next: cd desk && briefgen build\n")
    built = briefgen("build", "--strict", cwd=tmp_path / "desk")
    assert built.returncode == 0, built.stderr
    output = tmp_path / "desk/output"
    assert (output / "briefings/first-briefing.html").is_file()
    assert (output / "briefings/raw-article.html").is_file()
    assert (output / "countries/ke.html").is_file()
    assert (tmp_path / "desk/.gitignore").read_text() == "/output/\n/.briefgen-cache.sqlite*\n"


def test_the_raw_article_shows_what_analysis_does(tmp_path: Path) -> None:
    """Its page has the article without the menu and the list around it."""
    start(tmp_path / "desk")
    analyzed = briefgen("analyze", "--json", "content/raw-article.txt", cwd=tmp_path / "desk")
    found = json.loads(analyzed.stdout)
    assert found["title"]["value"] == "Example: coast guards of Denmark and Kenya compare notes on smuggling"
    assert found["date"]["value"] == "2025-10-20"
    assert "This article is invented." in found["text"]
    assert found["text"].endswith("a spokesperson in Nairobi said.")
    assert {"Home > World > Security", "- Harbor opens a new pier"} <= {cut["text"] for cut in found["removed"]}


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    """A folder may be made beforehand, by hand or by git hosting."""
    start(tmp_path)
    assert (tmp_path / "site.yaml").is_file()


def test_a_folder_with_files_is_refused(tmp_path: Path) -> None:
    """Nothing of anybody is written over."""
    (tmp_path / "mine.txt").write_text("mine")
    refused = briefgen("init", ".", cwd=tmp_path)
    assert (refused.returncode, refused.stderr) == (2, ". is not empty; name a new or empty folder\n")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    """A file is no folder."""
    (tmp_path / "desk").write_text("a file")
    with pytest.raises(UsageError, match="desk is not empty"):
        start(tmp_path / "desk")
    with pytest.raises(UsageError, match="cannot be made: Not a directory"):
        start(tmp_path / "desk" / "inside")


def test_the_new_site_can_be_written_to(tmp_path: Path) -> None:
    """Files of a read-only installation become writable ones."""
    start(tmp_path / "desk")
    assert all(path.stat().st_mode & 0o200 for path in (tmp_path / "desk").rglob("*"))
