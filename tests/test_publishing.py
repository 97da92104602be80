"""Publishing: the one door to `output/` writes what changed, whole, and touches nothing that is not its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.model.output import Output
from briefgen.publishing import MANIFEST, PublishingError, publish


def outputs(**files: str) -> list[Output]:
    """Outputs in shorthand: `a_b="x"` is `a/b.html` holding x."""
    return [Output(f"{name.replace('_', '/')}.html", text.encode(), f"content/{name}.md") for name, text in files.items()]


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder but the manifest."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def test_first_build_writes_everything(tmp_path: Path) -> None:
    """A new folder gets every output, in folders as needed."""
    published = publish(outputs(index="home", countries_at="Austria"), tmp_path / "output")
    assert published.written == ("countries/at.html", "index.html")
    assert tree(tmp_path / "output") == {"index.html": "home", "countries/at.html": "Austria"}


def test_second_build_writes_nothing(tmp_path: Path) -> None:
    """The same outputs again leave every file as it was, down to its time stamp."""
    publish(outputs(index="home", a="x"), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    published = publish(outputs(index="home", a="x"), tmp_path)
    assert (published.written, published.removed) == ((), ())
    assert published.unchanged == ("a.html", "index.html")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_only_changed_bytes_are_written(tmp_path: Path) -> None:
    """One changed page is one written file."""
    publish(outputs(index="home", a="x", b="y"), tmp_path)
    assert publish(outputs(index="home", a="new", b="y"), tmp_path).written == ("a.html",)


def test_pages_of_removed_sources_go(tmp_path: Path) -> None:
    """A page that is no longer made is removed with the folders it leaves empty."""
    publish(outputs(index="home", countries_at="Austria"), tmp_path)
    assert publish(outputs(index="home"), tmp_path).removed == ("countries/at.html",)
    assert tree(tmp_path) == {"index.html": "home"}
    assert not (tmp_path / "countries").exists()


def test_foreign_files_are_never_touched(tmp_path: Path) -> None:
    """Files that briefgen did not write survive every build, also in its own folders."""
    publish(outputs(index="home", countries_at="Austria"), tmp_path)
    (tmp_path / "CNAME").write_text("example.org")
    (tmp_path / "countries" / "notes.txt").write_text("mine")
    publish(outputs(index="new"), tmp_path)
    assert tree(tmp_path) == {"index.html": "new", "CNAME": "example.org", "countries/notes.txt": "mine"}


def test_a_foreign_file_on_an_address_is_refused(tmp_path: Path) -> None:
    """A file of somebody else is not overwritten; nothing at all is written then."""
    (tmp_path / "index.html").write_text("by hand")
    with pytest.raises(PublishingError, match=r"index\.html was not written by briefgen"):
        publish(outputs(a="x", index="home"), tmp_path)
    assert tree(tmp_path) == {"index.html": "by hand"}


def test_an_equal_foreign_file_is_adopted(tmp_path: Path) -> None:
    """A file with the very bytes wanted is no conflict, as after a lost manifest."""
    publish(outputs(index="home", a="x"), tmp_path)
    (tmp_path / MANIFEST).unlink()
    assert publish(outputs(index="home", a="x"), tmp_path).written == ()
    assert publish(outputs(index="home"), tmp_path).removed == ("a.html",)


def test_own_files_changed_by_hand(tmp_path: Path) -> None:
    """A page edited in place is restored when still wanted, and left and reported when no longer wanted."""
    publish(outputs(index="home", a="x"), tmp_path)
    (tmp_path / "a.html").write_text("edited")
    assert publish(outputs(index="home", a="x"), tmp_path).written == ("a.html",)
    (tmp_path / "a.html").write_text("edited")
    published = publish(outputs(index="home"), tmp_path)
    assert (published.removed, published.kept) == ((), ("a.html",))
    assert (tmp_path / "a.html").read_text() == "edited"


@pytest.mark.parametrize(("one", "other"), [("a.html", "a.html"), ("Talks.html", "talks.html"), ("Đ.html", "đ.html")])
def test_two_outputs_on_one_address(tmp_path: Path, one: str, other: str) -> None:
    """Two outputs on one address are refused by the names of their sources, also where only a careless disk sees one."""
    with pytest.raises(PublishingError, match=r"x\.md and y\.md would both be written"):
        publish([Output(one, b"1", "x.md"), Output(other, b"2", "y.md")], tmp_path)
    assert tree(tmp_path) == {}


def test_file_and_folder_on_one_address(tmp_path: Path) -> None:
    """An address cannot be a page and a folder of pages."""
    with pytest.raises(PublishingError, match="would be a file for x and a folder for y"):
        publish([Output("a", b"1", "x"), Output("a/b.html", b"2", "y")], tmp_path)


@pytest.mark.parametrize(
    "path",
    [
        "../x.html",
        "/etc/x.html",
        "a/../../x.html",
        "a//b.html",
        "",
        "a/",
        "C:/x.html",
        "a\\b.html",
        "con.html",
        "a/nul",
        MANIFEST,
    ],
)
def test_addresses_outside_are_refused(tmp_path: Path, path: str) -> None:
    """Nothing is written outside the folder, over the manifest, or under a name that some system does not have."""
    with pytest.raises(PublishingError, match="no address inside the output folder"):
        publish([Output(path, b"x", "x.md")], tmp_path / "output")
    assert tree(tmp_path) == {}


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    """A symbolic link inside the folder is no way out of it."""
    outside = tmp_path / "outside"
    outside.mkdir()
    output = tmp_path / "output"
    output.mkdir()
    (output / "countries").symlink_to(outside)
    with pytest.raises(PublishingError, match="leads outside the output folder"):
        publish(outputs(countries_at="Austria"), output)
    assert tree(outside) == {}


def test_a_link_that_leads_outside_is_not_followed_to_remove(tmp_path: Path) -> None:
    """A folder that was replaced by a link keeps publishing from removing what the link leads to."""
    output, outside = tmp_path / "output", tmp_path / "outside"
    publish(outputs(countries_at="Austria"), output)
    (output / "countries").rename(outside)
    (output / "countries").symlink_to(outside)
    with pytest.raises(PublishingError, match="leads outside the output folder"):
        publish(outputs(index="home"), output)
    assert tree(outside) == {"at.html": "Austria"}


@pytest.mark.parametrize(
    ("before", "after"),
    [("a", "a/b.html"), ("a/b.html", "a"), ("a/b/c.html", "a"), ("Talks.html", "talks.html"), ("A/b.html", "a/b.html")],
)
def test_addresses_may_change_kind_and_case(tmp_path: Path, before: str, after: str) -> None:
    """A page may become a folder, a folder a page, and a name may change its case, on any disk."""
    publish([Output(before, b"x", "x.md")], tmp_path)
    publish([Output(after, b"x", "x.md")], tmp_path)
    assert tree(tmp_path) == {after: "x"}


@pytest.mark.parametrize("path", ["a/notes.txt", "a/b/notes.txt"])
def test_a_folder_with_foreign_files_does_not_become_a_page(tmp_path: Path, path: str) -> None:
    """A page never takes the place of a folder that holds somebody's files; nothing is written then."""
    publish(outputs(a_b_c="x"), tmp_path)
    (tmp_path / path).write_text("mine")
    with pytest.raises(PublishingError, match="was not written by briefgen"):
        publish([Output("a", b"y", "y.md"), Output("index.html", b"home")], tmp_path)
    assert tree(tmp_path) == {"a/b/c.html": "x", path: "mine"}


def test_a_foreign_file_where_a_folder_belongs_is_refused(tmp_path: Path) -> None:
    """A file named as a folder of ours is named before anything is written."""
    (tmp_path / "countries").write_text("mine")
    with pytest.raises(PublishingError, match="countries was not written by briefgen"):
        publish(outputs(a="x", countries_at="Austria"), tmp_path)
    assert tree(tmp_path) == {"countries": "mine"}


def test_what_the_system_refuses_is_one_sentence(tmp_path: Path) -> None:
    """A file in place of the output folder is told as a sentence, not a traceback."""
    (tmp_path / "output").write_text("a file")
    with pytest.raises(PublishingError, match="cannot be written"):
        publish(outputs(index="home"), tmp_path / "output")


def test_a_damaged_manifest_owns_nothing(tmp_path: Path) -> None:
    """Without a readable manifest every file counts as foreign, so nothing can be removed by mistake."""
    publish(outputs(index="home", a="x"), tmp_path)
    (tmp_path / MANIFEST).write_text('{"files": [')
    assert publish(outputs(index="home"), tmp_path).removed == ()
    assert (tmp_path / "a.html").exists()


def test_a_manifest_cannot_name_files_outside(tmp_path: Path) -> None:
    """A forged manifest does not make publishing remove what lies outside the folder."""
    precious = tmp_path / "precious.txt"
    precious.write_text("x")
    output = tmp_path / "output"
    publish(outputs(index="home"), output)
    (output / MANIFEST).write_text('{"files": {"../precious.txt": "0"}}')
    publish(outputs(index="home"), output)
    assert precious.exists()


def test_a_failed_write_leaves_no_temporary_file(tmp_path: Path) -> None:
    """A folder where a page should stand stops publishing without a trace of half a file."""
    (tmp_path / "a.html").mkdir()
    with pytest.raises(PublishingError):
        publish(outputs(a="x"), tmp_path)
    assert not list(tmp_path.rglob("*.tmp"))


_sites = st.dictionaries(st.sampled_from(["index", "a", "b_c", "b_d", "e_f_g", "E_h"]), st.sampled_from("xyz"), max_size=5)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_sites, max_size=5))
def test_any_sequence_of_builds_ends_like_a_clean_one(tmp_path: Path, sites: list[dict[str, str]]) -> None:
    """After any sequence of builds the folder holds exactly the last site and what others put there."""
    folder = tmp_path / str(time.monotonic_ns())
    folder.mkdir()
    (folder / "CNAME").write_text("mine")
    for site in sites:
        publish(outputs(**site), folder)
    last = {f"{name.replace('_', '/')}.html": text for name, text in (sites[-1] if sites else {}).items()}
    assert tree(folder) == {**last, "CNAME": "mine"}


_KILLED = """
import sys
from pathlib import Path
from briefgen.model.output import Output
from briefgen.publishing import publish
for generation in range(1000):
    publish([Output(f"p/{n}.html", str(generation).encode() * 4000) for n in range(30)], Path(sys.argv[1]))
"""


@pytest.mark.parametrize("delay", [0.3, 0.45, 0.6])
def test_killed_at_any_moment_every_file_is_whole(tmp_path: Path, delay: float) -> None:
    """After kill -9 each page is one generation from end to end, and the next build knows all of them."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    process = subprocess.Popen([sys.executable, "-c", _KILLED, str(tmp_path)], env=environment)
    time.sleep(delay)
    process.kill()
    process.wait()
    pages = [path.read_bytes() for path in tmp_path.rglob("*.html")]
    assert all(page == page[: len(page) // 4000] * 4000 for page in pages)
    published = publish([], tmp_path)
    assert published.kept == ()
    assert [path.name for path in tmp_path.rglob("*")] == [MANIFEST]
