"""A new site: the files in `site/` beside this module, which build at once."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from briefgen.errors import UsageError

_RENAMED: Final = {"gitignore": ".gitignore"}
"""Names that a file has in the new site; under its own, git and packaging would obey it here."""


def start(folder: Path) -> None:
    """Make a site in `folder`, which may exist if it is empty; raises UsageError when it is not, or cannot be made."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            sentence = f"{folder} is not empty; name a new or empty folder"
            raise UsageError(sentence)
        with as_file(files("briefgen.starter") / "site") as site:
            shutil.copytree(site, folder, dirs_exist_ok=True, copy_function=_copy)
    except OSError as error:
        sentence = f"{folder} cannot be made: {error.strerror or error}"
        raise UsageError(sentence) from None


def _copy(source: str, target: str) -> None:
    """Copy the bytes alone: an installed package may be read-only, the new site is not."""
    place = Path(target)
    shutil.copyfile(source, place.with_name(_RENAMED.get(place.name, place.name)))
