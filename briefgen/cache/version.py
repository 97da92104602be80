"""The version of the code: the hash of whatever decides what a step makes of its inputs."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_PACKAGE: Final = str(Path(__file__).parents[1])

_INSTALLED: Final = (".dist-info", ".egg-info")
"""Folders that carry the name and version of an installed package (PyPA's core metadata)."""


def code_version() -> bytes:
    """A hash of briefgen's sources and data, of Python's version and of every installed package's name and version.

    All packages count, not those that briefgen needs today: a list of these would be forgotten one day. Edits inside of an
    installed library are not seen.
    """
    state = hashlib.blake2b(digest_size=16)
    state.update(f"{sys.version} {unicodedata.unidata_version} {sys.flags.optimize}\n".encode())
    for name in sorted(set(_packages())):
        state.update(f"{name}\n".encode())
    for part in _code():
        state.update(part)
    return state.digest()


def sources_version() -> str:
    """A hash of briefgen's sources and data alone, as hexadecimal digits: to compare machines, whose packages tell theirs."""
    state = hashlib.blake2b(digest_size=8)
    for part in _code():
        state.update(part)
    return state.hexdigest()


def _code() -> Iterator[bytes]:
    """Every file of the package, each after its name and length."""
    for path in sorted(_sources(_PACKAGE)):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  a Path for each of hundreds of files takes longer than this
            data = file.read()
        yield f"{path[len(_PACKAGE) :]} {len(data)}\n".encode()
        yield data


def _packages() -> Iterator[str]:
    """The names of installed packages with their versions, as their folders bear them."""
    for folder in filter(os.path.isdir, sys.path):
        yield from (entry.name for entry in os.scandir(folder) if entry.name.endswith(_INSTALLED))


def _sources(package: str) -> Iterator[str]:
    """Files of the package; its templates count as inputs, not as code."""
    for parent, folders, names in os.walk(package):
        folders[:] = [name for name in folders if name not in {"__pycache__", "templates"}]
        yield from (f"{parent}{os.sep}{name}" for name in names)
