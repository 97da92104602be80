"""The list of kinds of page is complete: no kind of page goes to a reader without having been looked at."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from tests.browser.kinds import ADDRESSES, KINDS

TREES = ("ja", "vi")
"""Folders of further languages: the same pages again."""


def kind(address: str) -> str:
    """What an address tells of the kind of page: `countries/at.html` → `countries/*`, indexes and single pages themselves."""
    path = PurePosixPath(address)
    is_one_of_many = path.parent.name and path.name != "index.html"
    return str(path.parent / "*") if is_one_of_many else address


def test_every_kind_of_page_is_on_the_list(example: Path) -> None:
    """Each folder of pages, each index and each single page of the built site has a line in kinds.py, redirects aside."""
    pages = [path for path in example.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")]
    addresses = [path.relative_to(example).as_posix() for path in pages]
    built = {kind(address) for address in addresses if address.partition("/")[0] not in TREES}
    assert built - {kind(address) for address in KINDS} == set()


def test_every_page_on_the_list_is_built(example: Path) -> None:
    """No line of kinds.py has lost its page, in any language."""
    assert [address for address in ADDRESSES if not (example / address).is_file()] == []
