"""A draft → two files below `content/`, each whole or not there; nothing is overwritten."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from briefgen.errors import UsageError
from briefgen.importing.draft import Draft
from briefgen.importing.sources import NotImportable
from briefgen.reading import SOURCES

_TEMPORARY: Final = ".briefgen-"
"""How the names of files begin that are being written; `build` does not see hidden files."""


@contextmanager
def alone(content: Path) -> Iterator[None]:
    """Be the only import into a site, so that names and duplicates are right; clear what a killed import was writing.

    The lock is the system's (flock), on the folder itself: it ends with the process, however that ends. Raises UsageError
    when another import holds it. Where a file system knows no locks there is none, and nothing is cleared.
    """
    try:
        content.mkdir(parents=True, exist_ok=True)
        handle = os.open(content, os.O_RDONLY)
    except OSError:  # told when the first file is written; Windows does not open folders
        yield
        return
    try:
        if _locked(handle):
            for folder in (content, content / SOURCES):
                for path in folder.glob(f"{_TEMPORARY}*.tmp"):
                    path.unlink(missing_ok=True)
        yield
    finally:
        os.close(handle)


def store(draft: Draft, content: Path) -> None:
    """Write the archived source and then the briefing that quotes it; raises NotImportable when one cannot be written.

    In this order a killed import leaves no briefing without its source; an archive that it left is the one that the next
    import of the same article needs.
    """
    archive, path = content / draft.archive, content / draft.path
    left = _is_left(archive, draft.source_text)
    if not left:
        _write(archive, draft.source_text, content)
    try:
        _write(path, draft.text, content)
    except NotImportable:
        if not left:
            archive.unlink(missing_ok=True)
        raise
    except BaseException:  # ctrl-C
        if not left and not path.exists():
            archive.unlink(missing_ok=True)
        raise


def _locked(handle: int) -> bool:
    """Whether the folder behind a handle is ours now; False where there are no locks."""
    try:
        import fcntl  # noqa: PLC0415  POSIX only

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sentence = "another import into this site is running; wait until it is done"
        raise UsageError(sentence) from None
    except (ImportError, OSError):
        return False
    return True


def _is_left(archive: Path, text: str) -> bool:
    """Whether an earlier import has written this archive."""
    try:
        return archive.read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def _write(path: Path, text: str, content: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.resolve().is_relative_to(content.resolve()):
            raise NotImportable(str(path), "it leads out of content/", "replace the link by a folder")
        handle, name = tempfile.mkstemp(prefix=_TEMPORARY, suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8"))
            temporary.chmod(0o644)  # mkstemp's 0600 would keep the site's other authors from reading it
            _place(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise NotImportable(str(path), f"it cannot be written: {error.strerror or error}") from None


def _place(temporary: Path, path: Path) -> None:
    """Give the file its name: by a link, which never replaces a file; by renaming where there are no links."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        if path.exists():
            raise FileExistsError(errno.EEXIST, "File exists") from None
        temporary.replace(path)
