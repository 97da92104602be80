"""Which versions decide what a machine makes of an article, and where two machines differ in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, requires

Versions = Mapping[str, object]
"""The version of each package by its name; what is no text is none."""


def libraries() -> tuple[str, ...]:
    """The names of the packages that briefgen and its extras need, but for developers' tools; none if it is not installed."""
    try:
        needs = requires("briefgen") or []
    except PackageNotFoundError:
        return ()
    names = (re.match(r"[\w.-]+", need) for need in needs if not re.search(r"extra == ['\"]dev['\"]", need))
    return tuple(sorted({name[0] for name in names if name}))


def difference(ours: Versions, theirs: Mapping[str, Versions]) -> str:
    """A sentence about the first machine that has another version of something than this one; an empty text if none has.

    `theirs` are the versions of machines by what to call them. Of Python (`python`) the first two numbers count.
    """
    for machine, versions in theirs.items():
        for name, version in ours.items():
            mine, its = _shown(name, version), _shown(name, versions.get(name))
            if mine != its:
                return f"{machine} has {its}, this machine {mine}; install the same versions on all machines"
    return ""


def _shown(name: str, version: object) -> str:
    if not isinstance(version, str):
        return f"no {name}"
    return f"Python {'.'.join(version.split('.')[:2])}" if name == "python" else f"{name} {version}"
