"""A new site: the least that builds at once and shows both ways in, a briefing and a raw article."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from briefgen.errors import UsageError

_FILES: Final[Mapping[str, str]] = {
    "site.yaml": """\
title: My briefings
description: One line about this site
languages: [en]            # of the interface: en, ja, vi
# base_url: https://example.org/briefings/
""",
    ".gitignore": "/output/\n",
    "content/first-briefing.md": """\
---
title: A first briefing, taken as written
summary: Markdown files are published as they are, with the facts of their front matter.
lang: en
type: background
countries: [AT, JP]
topics: [diplomacy]
review: reviewed
---
## How this works

Write the bottom line into `summary` and what you know into the front matter; leave the rest out. Names of countries
such as Austria and Japan become links by themselves.
""",
    "content/raw-article.txt": """\
Home
World
Subscribe

Austria and Japan to exchange visiting judges

Published: 14 March 2024

VIENNA – Austria and Japan will let judges spend six months at courts of the other country, their justice ministers
said in Vienna on Thursday.

The first four judges are to travel to Tokyo in September.

Share this article
Comments (0)
""",
}
"""The files of a new site. The texts are made up for the purpose."""


def start(folder: Path) -> None:
    """Make a new site in `folder`; raise UsageError if something is there already or the folder cannot be made."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            sentence = f"{folder} is not empty; name a new folder"
            raise UsageError(sentence)
        for name, text in _FILES.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        sentence = f"{folder} cannot be made: {error.strerror}"
        raise UsageError(sentence) from None
