"""The index of the search, written once for all languages of the interface, as scripts that need no server.

`search/index.js` (the catalog) has titles, bottom lines and names and is loaded with the page; `search/0.js` and on
(the shards) have the words of the texts, and each is loaded when a query needs it. See docs/search.md.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from briefgen.model.output import Output
from briefgen.rendering.batch import Batch, Editions
from briefgen.rendering.edition import Edition, Words
from briefgen.rendering.json_text import compact
from briefgen.rendering.search.catalog import Catalog, catalog
from briefgen.rendering.search.postings import shards
from briefgen.rendering.search.texts import plain, published_words
from briefgen.rendering.search.tokens import terms
from briefgen.urls import SEARCH_INDEX, search_shard

_VERSION_LENGTH: Final = 12
"""Hex digits that tell one index from another, so that a browser never reads shards of one with the catalog of another."""


_PORTION: Final = 100
"""Briefings whose words are filed, and remembered, together."""


def portions(edition: Edition) -> Iterator[tuple[str, ...]]:
    """The ids of the site's briefings in their order, some at a time."""
    keys = tuple(edition.site.briefings)
    yield from (keys[begin : begin + _PORTION] for begin in range(0, len(keys), _PORTION))


def words_of(edition: Edition, keys: Sequence[str]) -> Words:
    """The terms of the texts of some briefings, in order: sets have another one in each process."""
    site = edition.site
    filed: dict[str, list[str]] = defaultdict(list)
    for place, key in enumerate(keys):
        words = published_words(site.briefings[key], edition.bodies[key].html, site.settings.source_text)
        for term in terms(words):
            filed[term].append(chr(place))
    return {term: "".join(filed[term]) for term in sorted(filed)}


def batches(_: Editions) -> Iterator[Batch]:
    """All files of the search at once: each names the version of all."""
    yield Batch(SEARCH_INDEX, search_files)


def search_files(editions: Sequence[Edition]) -> Iterator[Output]:
    """The catalog and its shards; `editions` are those of all languages of the site, the default one first."""
    listed = catalog(editions)
    parts = shards(_filed(editions[0], listed), len(listed.briefings) + len(listed.things))
    data = {"shards": len(parts), **listed.data()}
    version = hashlib.blake2b(compact([data, parts]).encode()).hexdigest()[:_VERSION_LENGTH]
    yield _script(SEARCH_INDEX, "index", version, data)
    for number, part in enumerate(parts):
        yield _script(search_shard(number), number, version, part)


def _filed(edition: Edition, listed: Catalog) -> dict[str, list[int]]:
    """The numbers of the briefings, and of the site's own pages, whose texts have each term."""
    filed: dict[str, list[int]] = defaultdict(list)
    for portion in range(len(edition.words)):
        begin = portion * _PORTION
        for term, places in edition.words[str(portion)].items():
            filed[term] += [begin + ord(place) for place in places]
    for name, number in listed.texts.items():
        versions = "\n".join(plain(edition.bodies[text.id].html) for text in edition.site.texts[name].values())
        for term in terms(versions):
            filed[term].append(number)
    return filed


def _script(path: str, part: str | int, version: str, data: object) -> Output:
    """Data as a script: what a page may load from disk, where it may not fetch."""
    return Output(path, f"briefgenSearch({compact(part)},{compact(version)},{compact(data)});\n".encode())
