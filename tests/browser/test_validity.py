"""Every page is valid HTML: the Nu checker of the W3C finds nothing, not even to warn of."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

from tests.browser.test_kinds import TREES
from tests.tools import NU, miss

LOOKED_AT: Final = "ja"
"""The tree of a further language that is checked beside the default one."""

NO_PROBLEMS: Final = (
    # Nu takes 'self' of a page on disk for nothing at all; browsers do not, and tests in a browser see a real refusal.
    r".*Resource violates Content Security Policy .*: external \w+ “[^:”]*” blocked by .*",
    # Nu takes JSON-LD for a script; browsers never run data (HTML, "prepare the script element") and ask no policy. Scripts
    # inside a page are refused by test_weight.py.
    r"Inline script violates Content Security Policy .*: blocked by “script-src” directive .*",
)
"""What Nu may find, with the reason: patterns of whole messages."""


def problems(*paths: Path) -> list[str]:
    """What Nu finds in pages and in folders of pages, as `path:line: message`."""
    java = shutil.which("java")
    if java is None or not NU.is_file():
        miss("Java and vnu-jar")
    line = [java, "-Xss1m", "-XX:+UseSerialGC", "-jar", str(NU), "--format", "json", "--exit-zero-always", "--stdout"]
    line += ["--skip-non-html", "--filterpattern", "|".join(NO_PROBLEMS), *map(str, paths)]
    ran = subprocess.run(line, capture_output=True, encoding="utf-8", timeout=120, check=True)
    found: list[dict[str, Any]] = json.loads(ran.stdout)["messages"]
    return [f"{one['url']}:{one.get('lastLine', 0)}: {one['message']}" for one in found]


def test_every_page_is_valid(example: Path) -> None:
    """Zero errors and zero warnings on every page in English and Japanese, in one run over the whole folder."""
    unseen = set(TREES) - {LOOKED_AT}
    assert problems(*(path for path in sorted(example.iterdir()) if path.name not in unseen)) == []


def test_nu_sees_what_is_wrong(tmp_path: Path) -> None:
    """The check itself works: a picture without words is an error, a heading left out a warning."""
    page = '<!doctype html><html lang="en"><title>x</title><h1>x</h1><section><p>x</p></section><img src="x.png">'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    warning, error = (one.partition(": ")[2] for one in problems(tmp_path))
    assert warning.startswith("Section lacks heading")
    assert error.startswith("An “img” element must have an “alt” attribute")
