"""Outputs → `output/`: the only door. It writes what changed, each file whole, and removes only what it wrote itself.

What it owns is written down in a manifest inside the folder. The manifest names a file, with the bytes it has and those
it will have, before the file is written and until after it is removed: a build killed at any moment leaves nothing that
the next one does not know.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from briefgen.errors import BriefgenError
from briefgen.model.output import Output, hash_of

MANIFEST: Final = ".briefgen.json"
"""The list of published files with their hashes, at the root of the folder."""

_TEMPORARY: Final = ".briefgen-*.tmp"
"""Files on their way to their place; a killed build may leave one behind."""

Owned = Mapping[str, frozenset[str]]
"""Path of each own file and the hashes it may have: one, or two while a build is under way."""

_RESERVED: Final = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that Windows does not allow, whatever the suffix."""

_NAMES: Final = 200_000
"""Names of files and folders that are remembered as good: each is looked at twice, in what is wanted and what is there."""

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""How a file on its way is opened: it must not be there, so that nothing else is written over."""

_READABLE: Final = 0o644
"""What may be done with a published file: web servers read it."""

_LAST: Final = ("index.html", "sitemap.xml")
"""Names of pages that list other pages: written after these, so that no list runs ahead of what it lists."""


class PublishingError(BriefgenError):
    """The outputs cannot be published as they are; the folder is as it was."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did, each a sorted list of paths; `kept` are own files that somebody changed and that stay."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to write and what to remove; of the latter, `first` stand in the way of what is to be written."""

    changed: tuple[str, ...]
    first: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    after: Owned


def publish(outputs: Iterable[Output], folder: Path) -> Published:
    """Make `folder` hold these outputs and no other file that an earlier build wrote; touch nothing else in it.

    Raises PublishingError, before anything is written, for two outputs on one address, a path outside the folder, or an
    address that is taken by a file which is not ours; and when the system does not let us write.
    """
    wanted = _addressed(outputs)
    try:
        owned = _owned(folder)
        plan = _plan(folder, wanted, owned)
        if plan.changed or owned != plan.after:
            _carry_out(plan, folder, wanted, owned)
    except OSError as error:
        message = f"{error.filename or folder} cannot be written: {error.strerror}"
        raise PublishingError(message) from error
    unchanged = sorted(wanted.keys() - set(plan.changed))
    return Published(tuple(sorted(plan.changed)), tuple(unchanged), plan.removed, plan.kept)


def published_hashes(folder: Path) -> dict[str, str]:
    """The files that the last build wrote into `folder`, by path, with the hash of each (BLAKE2b of 16 bytes, in hex)."""
    return {path: " ".join(sorted(digests)) for path, digests in _owned(folder).items()}


def _addressed(outputs: Iterable[Output]) -> dict[str, Output]:
    """The outputs by address; refuses bad addresses and two outputs on one, even if they differ only in case."""
    wanted: dict[str, Output] = {}
    folded: dict[str, Output] = {}
    for output in outputs:
        if not _is_safe(output.path):
            message = f"`{output.path}`, made from {output.origin or 'the site'}, is no address inside the output folder"
            raise PublishingError(message)
        other = folded.setdefault(output.path.casefold(), output)
        if other is not output:
            message = f"{_origin(other)} and {_origin(output)} would both be written to `{output.path}`"
            raise PublishingError(message)
        wanted[output.path] = output
    for parent in sorted(_parents(wanted)):
        if above := folded.get(parent.casefold()):
            output = next(wanted[path] for path in sorted(wanted) if path.startswith(f"{parent}/"))
            message = f"`{above.path}` would be a file for {_origin(above)} and a folder for {_origin(output)}"
            raise PublishingError(message)
    return dict(sorted(wanted.items()))


def _origin(output: Output) -> str:
    return output.origin or f"`{output.path}`"


def _is_safe(path: str) -> bool:
    """Whether a path is relative, stays inside, and is a file name on every system."""
    return path != MANIFEST and all(map(_is_name, path.split("/")))


@lru_cache(maxsize=_NAMES)
def _is_name(part: str) -> bool:
    """Whether a part of a path is a name on every system."""
    return (
        part not in {"", ".", ".."}
        and part.split(".", maxsplit=1)[0].casefold() not in _RESERVED
        and not set(part) & set('\\:*?"<>|')
        and part.isprintable()
        and not part.endswith((".", " "))
    )


def _owned(folder: Path) -> Owned:
    """The files that the last build wrote, with their hashes; nothing when there is no manifest or it is damaged."""
    try:
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {path: frozenset(digests.split()) for path, digests in listed.items() if _is_safe(path)}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}


def _plan(folder: Path, wanted: Mapping[str, Output], owned: Owned) -> _Plan:
    """Compare what is wanted, what was written and what stands in the folder; refuse to touch what is not ours."""
    _refuse_ways_out(folder, {*wanted, *owned})
    hashes = {path: output.hash for path, output in wanted.items()}
    current = {path: _current(folder, path) for path in {*wanted, *owned}}
    stale = sorted(owned.keys() - wanted.keys())
    removed = tuple(path for path in stale if current[path] in owned[path])
    first = _in_the_way(removed, wanted)
    taken = {path for path in wanted if path not in owned and current[path] not in {None, hashes[path]}}
    taken |= {parent for parent in _parents(wanted) - set(first) if (folder / parent).is_file()}
    _refuse_foreign(folder, taken, first)
    renamed = {path.casefold() for path in first}
    return _Plan(
        changed=tuple(path for path in wanted if current[path] != hashes[path] or path.casefold() in renamed),
        first=first,
        removed=removed,
        kept=tuple(path for path in stale if current[path] not in {*owned[path], None}),
        after={path: frozenset({digest}) for path, digest in hashes.items()},
    )


def _current(folder: Path, path: str) -> str | None:
    """The hash of the file that stands on an address, or None when none does."""
    try:
        with open(f"{folder}/{path}", "rb") as file:  # noqa: PTH123  a Path for each of many thousands takes longer than this
            return hash_of(file.read())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except IsADirectoryError:
        return "folder"


def _in_the_way(removed: Iterable[str], wanted: Mapping[str, Output]) -> tuple[str, ...]:
    """The old files that must go before new ones come.

    One must when it is to become a folder, when its folder is to become a file, and when only the case of its name changes,
    since on some disks both names are one file.
    """
    folded = {path.casefold() for path in {*wanted, *_parents(wanted)}}
    return tuple(path for path in removed if path.casefold() in folded or not _parents([path]).isdisjoint(wanted))


def _parents(paths: Iterable[str]) -> set[str]:
    """The folders above some files, without the output folder itself."""
    found: set[str] = set()
    for path in paths:
        parent = path.rpartition("/")[0]
        while parent and parent not in found:
            found.add(parent)
            parent = parent.rpartition("/")[0]
    return found


def _refuse_ways_out(folder: Path, paths: Iterable[str]) -> None:
    """Refuse to write or remove through a link that leads outside."""
    inside = folder.resolve()
    for parent in (folder, *(folder / name for name in sorted(_parents(paths)))):
        if not parent.resolve().is_relative_to(inside):
            message = f"{parent} leads outside the output folder"
            raise PublishingError(message)


def _refuse_foreign(folder: Path, taken: Iterable[str], leaving: Iterable[str]) -> None:
    """Refuse to write over what we did not write: `taken` addresses, unless a folder there holds `leaving` files only."""
    own = {folder / path for path in leaving}
    for path in sorted(taken):
        target = folder / path
        if target.is_dir() and own.issuperset(one for one in target.rglob("*") if not one.is_dir()):
            continue
        message = f"{target} was not written by briefgen; move it away or build into another folder"
        raise PublishingError(message)


def _carry_out(plan: _Plan, folder: Path, wanted: Mapping[str, Output], owned: Owned) -> None:
    """Write down what will be ours, clear the way, write the files, lists after what they list, and remove the rest."""
    _sweep(folder, {*owned, *wanted})
    _write(folder, MANIFEST, _manifest(_either(owned, plan.after)))
    for path in plan.first:
        _remove(folder, path)
    for path in sorted(plan.changed, key=lambda path: (path.endswith(_LAST), path)):
        _write(folder, path, wanted[path].data)
    for path in plan.removed:
        if path not in plan.first:
            _remove(folder, path)
    _write(folder, MANIFEST, _manifest(plan.after))


def _write(folder: Path, path: str, data: bytes) -> None:
    """Write a file whole: beside its place first, then moved there in one step."""
    target = f"{folder}/{path}"
    parent = target.rpartition("/")[0]
    temporary = f"{parent}/.briefgen-{os.getpid()}.tmp"
    try:
        handle = os.open(temporary, _NEW, _READABLE)
    except FileNotFoundError:
        Path(parent).mkdir(parents=True, exist_ok=True)
        handle = os.open(temporary, _NEW, _READABLE)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123  a handle
            file.write(data)
        os.chmod(temporary, _READABLE)  # noqa: PTH101  a Path for each of many thousands takes longer than this
        os.replace(temporary, target)  # noqa: PTH105
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _remove(folder: Path, path: str) -> None:
    """Remove a file, and the folders above it that it leaves empty."""
    target = folder / path
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()


def _sweep(folder: Path, paths: Iterable[str]) -> None:
    """Remove what a killed build left half-written beside our files."""
    for parent in (folder, *(folder / name for name in sorted(_parents(paths)))):
        for leftover in parent.glob(_TEMPORARY):
            leftover.unlink(missing_ok=True)


def _either(before: Owned, after: Owned) -> Owned:
    """What is owned while files change from `before` to `after`."""
    return {path: before.get(path, frozenset()) | after.get(path, frozenset()) for path in {*before, *after}}


def _manifest(owned: Owned) -> bytes:
    files = {path: " ".join(sorted(owned[path])) for path in sorted(owned)}
    return (json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=0) + "\n").encode()
