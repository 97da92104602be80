"""The record of the last build: what is trusted, and what is looked at again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefgen.cache import records
from briefgen.cache.records import Outcome, Request, Told, keep_record, record, snapshot, unchanged
from briefgen.cache.store import Store

TOLD = Told(1, (), ("content/b.md: left out (draft)",), 1)
PAGE = b"<p>page</p>"


class Site:
    """A site with one briefing and one page, and the record of its build."""

    def __init__(self, root: Path) -> None:
        """Write it, without a record."""
        self.root = root
        self.request = Request(root, root / "shipped", root / "output", (("drafts", False),))
        self.briefing = root / "content" / "a.md"
        self.page = root / "output" / "a.html"
        for path, data in ((self.briefing, b"text"), (self.page, PAGE), (root / "site.yaml", b"title: A\n")):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        self.store = Store(root / "cache.sqlite")

    def build(self, begun: int = 0, turns: tuple[float, ...] = ()) -> bool:
        """Record a build; tell whether there was anything to record."""
        before = snapshot(self.request)
        hashes = {"a.html": records._hash(str(self.page))}
        made = record(self.request, before, Outcome(hashes, begun, turns, 100.0, TOLD))
        if made is not None:
            keep_record(self.store, b"version", self.request, made)
        return made is not None

    def is_unchanged(self, now: float | None = 100.0, version: bytes = b"version") -> bool:
        """Whether another build has nothing to do."""
        return unchanged(self.store, version, self.request, now) == TOLD


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site that was built."""
    site = Site(tmp_path)
    assert site.build()
    return site


def test_nothing_changed(site: Site) -> None:
    """A second build finds nothing to do and tells what the first one told."""
    assert site.is_unchanged()
    assert site.is_unchanged()


def test_a_touch_without_change_is_no_change_while_the_hash_is_known(site: Site) -> None:
    """A file that was new when the build began is compared by its hash, so that a touch costs nothing."""
    os.utime(site.briefing, (1, 1))
    assert site.is_unchanged()


def test_a_change_of_the_same_size_and_time(site: Site) -> None:
    """Bytes that change behind an unchanged size and time of modification are seen."""
    before = site.briefing.stat()
    site.briefing.write_bytes(b"TEXT")
    os.utime(site.briefing, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not site.is_unchanged()


def test_the_time_of_change_is_what_cannot_be_set_back(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same where no file is new any more and none is compared by its hash: the time of change tells."""
    monkeypatch.setattr(records, "_RACY", -(10**12))
    assert site.build(begun=0)
    assert site.is_unchanged()
    before = site.briefing.stat()
    while site.briefing.stat().st_ctime_ns == before.st_ctime_ns:
        site.briefing.write_bytes(b"TEXT")
        os.utime(site.briefing, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not site.is_unchanged()


def test_a_file_that_changed_within_one_tick_is_seen(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change that leaves every part of the stamp alike is seen as long as the file is new ("racy", in git's words)."""
    same = {str(path): records._stamps([str(path)]) for path in (site.briefing, site.page, site.root / "site.yaml")}
    monkeypatch.setattr(records, "_stamps", lambda paths: b"".join(same[path] for path in paths))
    assert site.is_unchanged()
    site.briefing.write_bytes(b"TEXT")
    assert not site.is_unchanged()


@pytest.mark.parametrize("name", ["content/b.md", "content/folder/.hidden", "templates/base.html", "shipped/base.html"])
def test_a_new_file_is_a_change(site: Site, name: str) -> None:
    """Whatever appears where a build reads makes it build."""
    (site.root / name).parent.mkdir(exist_ok=True)
    (site.root / name).write_text("new")
    assert not site.is_unchanged()


def test_what_is_gone_is_a_change(site: Site) -> None:
    """So does a file of content that disappears, and a page."""
    site.page.unlink()
    assert not site.is_unchanged()
    site.page.write_bytes(PAGE)
    assert site.build()
    site.briefing.unlink()
    assert not site.is_unchanged()


def test_a_changed_page_is_a_change(site: Site) -> None:
    """A page that somebody edited in the output is not what was built."""
    site.page.write_bytes(b"<p>edit</p>")
    assert not site.is_unchanged()


def test_another_version_or_another_request(site: Site) -> None:
    """A record holds for the version of briefgen and the options that it was made with."""
    assert not site.is_unchanged(version=b"other")
    other = Request(site.root, site.root / "shipped", site.root / "output", (("drafts", True),))
    assert unchanged(site.store, b"version", other, 100.0) is None


def test_embargoes_end(site: Site) -> None:
    """A record holds until a briefing becomes due or expires, and not before the last that did."""
    assert site.build(turns=(50.0, 150.0))
    assert [site.is_unchanged(now) for now in (49.0, 50.0, 149.0, 150.0, None)] == [False, True, True, False, True]


def test_a_change_during_the_build_is_not_recorded(site: Site) -> None:
    """What changes while a build goes on may or may not be in it: there is no record of such a build."""
    before = snapshot(site.request)
    site.briefing.write_bytes(b"other text")
    outcome = Outcome({"a.html": records._hash(str(site.page))}, 0, (), 100.0, TOLD)
    assert record(site.request, before, outcome) is None


def test_linked_folders_are_not_watched(site: Site) -> None:
    """Behind a link to a folder may be anything, so such a site is always built."""
    (site.root / "templates").symlink_to(site.root / "content")
    assert site.build()
    (site.root / "content" / "linked").symlink_to(site.root)
    assert not site.build()
    assert not site.is_unchanged()


def test_a_link_that_leads_nowhere_is_a_file_like_others(site: Site) -> None:
    """What a broken link leads to is not there and stays so; once it is there, that is a change."""
    (site.root / "content" / "b.md").symlink_to(site.root / "gone.md")
    assert site.build()
    assert site.is_unchanged()
    (site.root / "gone.md").write_bytes(b"text")
    assert not site.is_unchanged()


def test_inodes_of_any_length(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """File systems that number their files beyond 63 bits are watched as well."""

    def numbered(first: int) -> None:
        monkeypatch.setattr(records, "_STAMP", lambda state: (state.st_size, state.st_mtime_ns, state.st_ctime_ns, first))

    monkeypatch.setattr(records, "_RACY", -(10**12))
    numbered(2**64 - 2)
    assert site.build()
    assert site.is_unchanged()
    numbered(2**64 - 3)
    assert not site.is_unchanged()


@pytest.mark.parametrize("name", ["b\nc.md", "東京.md", "Đà Nẵng.md", "b\udcff.md"])
def test_names_of_any_kind(site: Site, name: str) -> None:
    """Paths are kept as they are, with line ends, in any script, and such as are no text at all."""
    (site.root / "content" / name).write_bytes(b"text")
    assert site.build()
    assert site.is_unchanged()
    (site.root / "content" / name).rename(site.root / "content" / "c.md")
    assert not site.is_unchanged()


def test_files_that_are_not_new_are_not_read(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """New files are compared by their hash until they are new no more; from then on their stamps are enough."""
    read: list[str] = []
    before = records._hash

    def noted(path: str) -> str:
        read.append(path)
        return before(path)

    monkeypatch.setattr(records, "_hash", noted)
    assert site.is_unchanged()
    assert len(read) == 3
    monkeypatch.setattr(records, "_RACY", -(10**12))
    assert site.is_unchanged()
    read.clear()
    assert site.is_unchanged()
    assert read == []
