"""A draft → two files below `content/`, each whole or not there; nothing is overwritten."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from briefgen.importing.draft import Draft
from briefgen.importing.sources import NotImportable


def store(draft: Draft, content: Path) -> None:
    """Write the archived source and then the briefing that quotes it; raises NotImportable when one cannot be written.

    In this order a killed import leaves no briefing without its source.
    """
    _write(content / draft.archive, draft.source_text, content)
    try:
        _write(content / draft.path, draft.text, content)
    except NotImportable:
        (content / draft.archive).unlink(missing_ok=True)
        raise


def _write(path: Path, text: str, content: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.resolve().is_relative_to(content.resolve()):
            raise NotImportable(str(path), "it leads out of content/", "replace the link by a folder")
        handle, name = tempfile.mkstemp(prefix=".briefgen-", suffix=".tmp", dir=path.parent)
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
