"""The name of an imported briefing: its file under `content/` and the last part of its address."""

from __future__ import annotations

import hashlib

from briefgen.model.frontmatter import FrontMatter
from briefgen.text import is_unspaced
from briefgen.urls import HASH_LENGTH, slugify


def base_name(facts: FrontMatter, text: str) -> str:
    """The slug of the title; for a script without spaces its date, if it has one, and a short hash (see urls.slugify).

    `text` names what has no title.
    """
    if facts.title and not any(is_unspaced(char) for char in facts.title):
        return slugify(facts.title)
    digest = hashlib.blake2b((facts.title or text).encode(), digest_size=HASH_LENGTH // 2).hexdigest()
    return f"{facts.date.start}-{digest}" if facts.date and facts.date.is_dated else digest
