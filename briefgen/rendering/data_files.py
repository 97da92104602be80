"""Briefings as data: the facts of each in JSON, in the shape of its front matter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Final

from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.output import Output
from briefgen.model.site import Site
from briefgen.urls import briefing_path, data_path

VERSION: Final = "1"
"""Of the format; it changes when a key goes or changes its meaning, not when one is added."""


def data_files(site: Site) -> Iterator[Output]:
    """A JSON file for each briefing (UTF-8, keys in the order of docs/front-matter.md, empty values left out)."""
    for briefing in site.briefings.values():
        data = {
            "version": VERSION,
            "id": briefing.id,
            "page": briefing_path(briefing, site.settings),
            "drafted_by": "machine" if briefing.raw else "person",
            **_facts(briefing),
        }
        yield Output(data_path(briefing), (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode(), briefing.file)


def _facts(briefing: Briefing) -> dict[str, object]:
    plain = _plain(briefing.facts)
    return plain if isinstance(plain, dict) else {}


def _plain(value: object) -> object:
    """A value of the front matter as JSON has it: dates in EDTF, nothing for what is empty."""
    if isinstance(value, Edtf):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        named = ((field.name, _plain(getattr(value, field.name))) for field in fields(value))
        return {name: item for name, item in named if item not in ("", None, [], {})}
    return value
