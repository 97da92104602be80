"""Packing: values come back as they were, hashes are those of values, and strangers' bytes run nothing."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from briefgen.cache.packing import Unreadable, digest, pack, unpack
from briefgen.errors import Problem
from briefgen.model.article import Article, Block, Harvest, Removed, Role, Trait
from briefgen.model.edtf import Edtf
from briefgen.model.evidence import Evidence
from briefgen.model.frontmatter import FrontMatter
from briefgen.rendering.prose import Prose

TEXTS = st.text(max_size=20)
PROBLEMS = st.builds(Problem, TEXTS, st.integers(0, 9), st.integers(0, 9), TEXTS, TEXTS, st.sampled_from(("error", "note")))
EVIDENCE = st.builds(
    lambda quote, start, rule: Evidence(start, start + len(quote), quote, rule),
    st.text(min_size=1, max_size=9),
    st.integers(0, 99),
    st.text(min_size=1, max_size=9),
)
DATES = st.dates().map(Edtf.of_day)
POSITIONS = st.dictionaries(st.tuples(TEXTS, st.integers(0, 9)), st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=3)
ARTICLES = st.builds(
    Article,
    id=TEXTS,
    file=TEXTS,
    raw=st.booleans(),
    text=TEXTS,
    stated=st.builds(FrontMatter, title=TEXTS, lang=TEXTS, date=st.none() | DATES, aliases=st.tuples(TEXTS)),
    positions=POSITIONS,
    blocks=st.tuples(st.builds(Block, st.integers(0, 9), st.integers(0, 9), st.sampled_from(Role))),
    removed=st.tuples(st.builds(Removed, TEXTS, TEXTS)),
    harvest=st.tuples(st.builds(Harvest, st.sampled_from(Trait), TEXTS, EVIDENCE)),
)
PROSE = st.builds(Prose, TEXTS, st.tuples(st.tuples(TEXTS, TEXTS)), st.tuples(PROBLEMS))


@given(st.one_of(ARTICLES, PROSE, PROBLEMS, st.binary(), st.tuples(ARTICLES, st.tuples(PROBLEMS))))
@settings(deadline=None)
def test_values_come_back_as_they_were(value: object) -> None:
    """A value that is read back equals the one kept, has its type, and its hash."""
    again = unpack(pack(value))
    assert again == value
    assert type(again) is type(value)
    assert digest(again) == digest(value)


@given(ARTICLES, ARTICLES)
@settings(deadline=None)
def test_hashes_are_equal_for_equal_values_only(one: Article, other: Article) -> None:
    """Two values have one hash if and only if they are equal and alike in the order of their mappings."""
    alike = one == other and list(one.positions) == list(other.positions)
    assert (digest(one) == digest(other)) == alike


def test_how_parts_are_shared_does_not_show() -> None:
    """A value with one part twice has the hash of a value with two equal parts."""
    part = Problem("a.md", 1, 1, "wrong")
    assert digest((part, part)) == digest((part, Problem("a.md", 1, 1, "wrong")))


@pytest.mark.parametrize(
    ("one", "other"), [(1, True), ("a", b"a"), ("a", Markup("a")), ((), []), ({}, ()), (("a", "b"), ("ab",))]
)
def test_values_of_other_types_have_other_hashes(one: object, other: object) -> None:
    """What templates or steps could tell apart has two hashes."""
    assert digest(one) != digest(other)


def test_hashes_are_the_same_in_every_process() -> None:
    """The hash of the shipped vocabulary does not depend on the seed of Python's own hashes."""
    program = (
        "from pathlib import Path; from briefgen.cache.packing import digest; from briefgen.config import load_vocabulary;"
        "print(digest(load_vocabulary(Path('/no/such/site'))).hex())"
    )

    def run(seed: str) -> str:
        env: Mapping[str, str] = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True).stdout

    assert run("1") == run("2") != ""


def test_functions_have_no_hash() -> None:
    """A value that holds a closure cannot be told from another one, and says so."""
    with pytest.raises((pickle.PicklingError, AttributeError)):
        digest(lambda: None)


class Evil:
    """Pickles as a call of a function."""

    def __init__(self, function: object, *arguments: object) -> None:
        """Take the function and what to call it with."""
        self.call = (function, arguments)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """The call."""
        return self.call


def dotted(module: str, name: str) -> bytes:
    """The pickle of a name that may have dots."""
    return (
        pickle.PROTO
        + b"\x04"
        + b"".join(pickle.SHORT_BINUNICODE + bytes([len(text)]) + text.encode() for text in (module, name))
        + pickle.STACK_GLOBAL
        + pickle.STOP
    )


@pytest.mark.parametrize(
    "foreign",
    [
        pickle.dumps(Evil(os.mkdir, "made-by-a-stranger")),
        pickle.dumps(Path("x")),
        dotted("briefgen.model.settings", "Path"),
        dotted("briefgen.model.settings", "Settings.__init__"),
        dotted("briefgen.model.memo", "FORGETFUL"),
        b"no pickle",
        b"",
    ],
)
def test_bytes_of_strangers_run_nothing(foreign: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else stands in a cache file is refused before anything is called."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Unreadable):
        unpack(zlib.compress(foreign))
    assert not list(tmp_path.iterdir())


@given(st.binary(max_size=40), st.integers(0, 10_000))
def test_damaged_bytes_are_noticed(noise: bytes, place: int) -> None:
    """A value whose bytes were damaged is refused, never another value."""
    kept = pack(("text", 1, "more text"))
    place %= len(kept)
    damaged = kept[:place] + noise + kept[place + len(noise) :]
    if damaged != kept:
        with suppress(Unreadable):
            assert unpack(damaged) == ("text", 1, "more text")
