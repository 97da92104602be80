"""JSON for people to read, an item a line: as `json.dumps(…, indent=1)`, which leaves its quick encoder aside, but quicker."""

from __future__ import annotations

import json
from json.encoder import encode_basestring as quoted


def indented(value: object) -> str:
    """A value of dicts (with texts as keys), lists, tuples, texts, numbers, truths and None as JSON, each level a space deeper.

    Raises TypeError for what JSON cannot hold.
    """
    return _written(value, "\n")


def _written(value: object, edge: str) -> str:
    """A value whose lines begin with `edge`: the end of the line before, and the spaces of its level."""
    if isinstance(value, str):
        return quoted(value)
    inner = f"{edge} "
    if isinstance(value, dict):
        items = f",{inner}".join([f"{quoted(key)}: {_written(item, inner)}" for key, item in value.items()])
        return f"{{{inner}{items}{edge}}}" if value else "{}"
    if isinstance(value, list | tuple):
        items = f",{inner}".join([_written(item, inner) for item in value])
        return f"[{inner}{items}{edge}]" if value else "[]"
    return json.dumps(value)
