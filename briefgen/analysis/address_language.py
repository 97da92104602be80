"""The language of an article by its address: the words of its last part, the territory of its host."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from briefgen.analysis.provenance_words import ProvenanceWords

_FEWEST: Final = 4
"""Words of an address that tell a language: three may be a name."""

_SYLLABLE: Final = re.compile(
    r"(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE
)
"""A syllable as Vietnamese spells it, without its marks."""

_FOREIGN: Final = 0.85
"""Share of the words of a Vietnamese address that are syllables: foreign names may be among them."""


def slug_of(url: str) -> str:
    """The part of an address that is made of words, the longest: `…/bo-truong-tiep-dai-su-2025.htm`; "" without one."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    parts = [part for part in path.split("/") if len(_words(part)) >= _FEWEST]
    return max(parts, key=len, default="")


def language_of_slug(slug: str, words: ProvenanceWords) -> str:
    """The language of the words of an address, or "" where they do not tell."""
    written = _words(slug)
    if len(written) < _FEWEST:
        return ""
    counts = {lang: sum(word in small for word in written) for lang, small in words.slugs.items()}
    best = max(counts, key=lambda lang: counts[lang])
    clear = counts[best] > 1 and list(counts.values()).count(counts[best]) == 1
    syllables = sum(bool(_SYLLABLE.fullmatch(word)) for word in written)
    if syllables >= len(written) * _FOREIGN and not (clear and counts[best] * 3 >= len(written)):
        return "vi"
    return best if clear else ""


def is_edition(url: str, marks: frozenset[str]) -> bool:
    """Whether an address says that it is of the edition in a language: `en.example.vn`, `/ja/`, `?lang=en`."""
    return bool(marks & set(_MARKS.split(url.lower())))


def _words(slug: str) -> list[str]:
    bare = _SUFFIX.sub("", slug.lower())
    return [word for word in _DASHES.split(bare) if word.isascii() and word.isalpha()]


_MARKS: Final = re.compile(r"[/.?=&:]+")
_SUFFIX: Final = re.compile(r"\.\w{2,5}$")
_DASHES: Final = re.compile("[-_+]")
