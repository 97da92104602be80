"""The name of an imported briefing: its file under `content/` and the last part of its address."""

from __future__ import annotations

import hashlib
import re
from typing import Final
from urllib.parse import unquote, urlsplit

from briefgen.model.frontmatter import FrontMatter
from briefgen.text import is_unspaced
from briefgen.urls import HASH_LENGTH, slugify

_WORDS: Final = 3
"""Words that make the last part of an address a title: `news-2025` is none, `ministers-meet-in-nairobi` is one."""


def base_name(facts: FrontMatter, text: str) -> str:
    """The slug of the title; in a script without spaces that of the title in its address, if that has one in Latin letters.

    Else its date, if it has one, and a short hash (see urls.slugify). `text` names what has no title.
    """
    if facts.title and not any(is_unspaced(char) for char in facts.title):
        return slugify(facts.title)
    latin = _title_in_address(facts.source.url)
    if latin:
        return slugify(latin)
    digest = hashlib.blake2b((facts.title or text).encode(), digest_size=HASH_LENGTH // 2).hexdigest()
    return f"{facts.date.start}-{digest}" if facts.date and facts.date.is_dated else digest


def _title_in_address(url: str) -> str:
    """The words of a title that its publisher has put into the address of an article, in Latin letters; else nothing."""
    try:
        path = unquote(urlsplit(url).path).rstrip("/")
    except ValueError:
        return ""
    name = re.sub(r"\.\w{1,5}$", "", path.rpartition("/")[2])
    words = [word for word in re.split(r"[-_]", name) if re.fullmatch(r"[A-Za-z]{1,20}|\d{1,4}", word)]  # longer ones are ids
    return " ".join(words) if sum(word.isalpha() for word in words) >= _WORDS else ""
