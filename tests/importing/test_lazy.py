"""Heavy libraries wait until they are needed, so that the command line answers at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.tools import ROOT

HEAVY = {
    "charset_normalizer",
    "docx",
    "feedparser",
    "lxml",
    "multiprocessing.connection",
    "numpy",
    "py3langid",
    "pypdf",
    "trafilatura",
}
"""What reads pages, documents and feeds, tells languages and runs processes: loaded by the first source that needs it."""


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh Python has loaded after some code."""
    probe = f"import atexit, sys\natexit.register(lambda: print(*sys.modules))\n{code}"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--help"], ["import", "--help"]])
def test_help_loads_little(arguments: list[str]) -> None:
    """Help costs little more than click, which alone loads a hundred modules; no stage of ours is among them."""
    loaded = loaded_by(f"from briefgen.cli import main; main({arguments})")
    assert len(loaded) < 180
    assert "click" in loaded
    assert not {name for name in loaded if name.startswith(("briefgen.analysis", "briefgen.reading", "briefgen.importing"))}


def test_importing_loads_no_reader() -> None:
    """Import is ready without any of the libraries that single kinds of sources need."""
    loaded = loaded_by("import briefgen.importing, briefgen.importing.telling")
    assert "briefgen.importing.feeds" in loaded
    assert loaded & HEAVY == set()
