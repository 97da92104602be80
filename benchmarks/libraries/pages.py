"""The labeled articles as pages of a well-made site: what trafilatura and htmldate are made for.

The labels tell what is navigation and what is article, and the head states what the article states. That is more than most
sites do, and leaves a reader of pages nothing to guess.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from benchmarks.libraries.peer import LANGUAGES, Finder, Peer
from benchmarks.libraries.publication import PageReader, facts_in, find_date_in
from briefgen.text import fold
from tests.quality.corpus import Labelled

_META: Final = {
    "title": 'property="og:title"',
    "publisher": 'property="og:site_name"',
    "author": 'name="author"',
    "date": 'property="article:published_time"',
}
"""Facts of the label and the attributes of the `meta` element that states each: Open Graph, and `author` of HTML."""


def pages(corpus: tuple[Labelled, ...], folder: Path) -> tuple[Labelled, ...]:
    """The corpus as HTML files, which are written below `folder`, with the same labels."""
    return tuple(Labelled(item.name, item.lang, _written(item, folder), item.label) for item in corpus)


def as_marked_up(raw: str, label: Mapping[str, Any]) -> str:
    """An article as a page: debris before it in `nav`, after it in `footer`, its title as heading, captions at figures."""
    lines = [line.strip() for line in raw.splitlines() if line.strip()]
    debris, captions = {fold(line) for line in label["debris"]}, {fold(line) for line in label["captions"]}
    article = [at for at, line in enumerate(lines) if fold(line) not in debris]
    first, last = (article[0], article[-1]) if article else (len(lines), len(lines))
    inner = [(line, _element(line, label, captions)) for at, line in enumerate(lines[: last + 1]) if at in article]
    return (
        f'<!doctype html><html lang="{label["lang"]}"><head><meta charset="utf-8">{"".join(_head(label))}</head><body>'
        f"<header><nav><ul>{_items(lines[:first])}</ul></nav></header>"
        f"<main><article>{''.join(_tagged(line, tag) for line, tag in inner)}</article>"
        f"<aside><ul>{_items([line for line in lines[first:last] if fold(line) in debris])}</ul></aside></main>"
        f"<footer><ul>{_items(lines[last + 1 :])}</ul></footer></body></html>"
    )


def _written(item: Labelled, folder: Path) -> Path:
    path = folder / f"{item.name}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_marked_up(item.raw, item.label), encoding="utf-8")
    return path


def _head(label: Mapping[str, Any]) -> Iterator[str]:
    """Elements of the head; a date without a year is on no page."""
    for key, attribute in _META.items():
        value = str(label.get(key) or "")
        if value and not value.startswith("X"):
            yield f'<meta {attribute} content="{html.escape(value)}">'


def _element(line: str, label: Mapping[str, Any], captions: set[str]) -> str:
    if label.get("title") and fold(line) == fold(label["title"]):
        return "h1"
    return "figcaption" if any(caption in fold(line) for caption in captions) else "p"


def _tagged(line: str, tag: str) -> str:
    element = f"<{tag}>{html.escape(line)}</{tag}>"
    return f'<figure><img src="picture.jpg" alt="">{element}</figure>' if tag == "figcaption" else element


def _items(lines: list[str]) -> str:
    return "".join(f'<li><a href="/{at}">{html.escape(line)}</a></li>' for at, line in enumerate(lines))


def _of_page(load: Callable[[], PageReader]) -> Callable[[], Finder]:
    """A reader of pages for the page as it is."""

    def start() -> Finder:
        find = load()
        return lambda given: find(given.raw, None)

    return start


PAGE_PEERS: Final = (
    Peer(
        "trafilatura",
        ("title", "date", "author", "publisher", "paragraphs", "debris"),
        LANGUAGES,
        "pip install trafilatura lxml_html_clean",
        _of_page(facts_in),
    ),
    Peer("htmldate", ("date",), LANGUAGES, "pip install htmldate", _of_page(find_date_in)),
)
"""What reads pages."""
