"""Versions of machines are compared, and the first difference is told with the machine and both versions."""

from __future__ import annotations

from importlib import metadata

import pytest

from briefgen.cluster.versions import difference, libraries

OURS = {"python": "3.11.7.final.0", "briefgen": "0.1.0", "lxml": "6.1.3"}


@pytest.mark.parametrize(
    ("theirs", "sentence"),
    [
        (OURS, ""),
        ({**OURS, "python": "3.11.2.final.0", "numpy": "1.0"}, ""),
        ({**OURS, "python": "3.12.7.final.0"}, "worker a has Python 3.12, this machine Python 3.11"),
        ({**OURS, "briefgen": "0.2.0"}, "worker a has briefgen 0.2.0, this machine briefgen 0.1.0"),
        ({**OURS, "lxml": None}, "worker a has no lxml, this machine lxml 6.1.3"),
        ({**OURS, "briefgen": ModuleNotFoundError("briefgen")}, "worker a has no briefgen, this machine briefgen 0.1.0"),
    ],
)
def test_a_difference_is_told(theirs: dict[str, object], sentence: str) -> None:
    """Of Python the first two numbers count, of packages all; what a machine has beside them does not matter."""
    told = difference(OURS, {"worker z": OURS, "worker a": theirs})
    assert told == (sentence and f"{sentence}; install the same versions on all machines")


def test_what_is_missing_here_counts_too() -> None:
    """A library that only another machine has is a difference as well."""
    told = difference({**OURS, "lxml": None}, {"the scheduler": OURS})
    assert told.startswith("the scheduler has lxml 6.1.3, this machine no lxml")


def test_libraries_are_those_of_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """What briefgen and its extras need is compared, the tools of its developers are not."""
    needs = [
        "pyyaml<7,>=6",
        "python-docx<2,>=1.1; extra == 'import'",
        'distributed>=2026.3; extra == "dask"',
        "ruff; extra == 'dev'",
    ]
    monkeypatch.setattr("briefgen.cluster.versions.requires", lambda _: needs)
    assert libraries() == ("distributed", "python-docx", "pyyaml")


def test_a_package_that_is_not_installed_names_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run from its sources alone, briefgen compares Python and its own code."""

    def missing(name: str) -> list[str]:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr("briefgen.cluster.versions.requires", missing)
    assert libraries() == ()
