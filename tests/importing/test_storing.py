"""Writing a draft: both files or none, each whole, and never over another file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

from briefgen.importing.draft import Draft
from briefgen.importing.sources import NotImportable
from briefgen.importing.storing import store

DRAFT = Draft("a.md", "sources/a.txt", "---\ntitle: 会談\n---\n", "Nội dung\n", (), ())


def no_links(*_: object) -> NoReturn:
    """A file system without hard links."""
    raise PermissionError(1, "Operation not permitted")


@pytest.mark.parametrize("links", [True, False])
def test_both_files_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool) -> None:
    """The briefing and its archive stand below content/, readable for others, with nothing beside them."""
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    store(DRAFT, tmp_path)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")) == ["a.md", "sources/a.txt"]
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == DRAFT.text
    assert (tmp_path / "sources" / "a.txt").read_text(encoding="utf-8") == DRAFT.source_text
    assert (tmp_path / "a.md").stat().st_mode & 0o444 == 0o444


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("taken", ["a.md", "sources/a.txt"])
def test_nothing_is_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: str, *, links: bool) -> None:
    """If one of the names was taken in the meantime, its file stays as it is and the other is not left behind."""
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "sources").mkdir()
    (tmp_path / taken).write_text("mine", encoding="utf-8")
    with pytest.raises(NotImportable, match="it cannot be written: File exists"):
        store(DRAFT, tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")] == [taken]
    assert (tmp_path / taken).read_text(encoding="utf-8") == "mine"
