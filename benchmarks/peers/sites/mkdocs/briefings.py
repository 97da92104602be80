"""A hook that gives MkDocs home, term pages, related briefings and feed: it has none of them.

The front matter of all pages is needed before the first is made, so it is read ahead here, as Material's own plugins do, but
with the quicker of PyYAML's loaders.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from nearest import nearest

KINDS = ("countries", "topics")
_items: list[dict[str, Any]] = []
_related: dict[str, list[dict[str, Any]]] = {}
_terms: dict[str, list[dict[str, Any]]] = {}


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Read all front matter, relate the briefings, add a page for every term, for each taxonomy and home."""
    _items.extend(_item(page) for page in files.documentation_pages())
    _items.sort(key=lambda item: item["name"])
    _items.sort(key=lambda item: item["date"], reverse=True)
    by_name = {item["name"]: item for item in _items}
    for name, names in nearest((item["name"], item["terms"]) for item in _items).items():
        _related[name] = [by_name[other] for other in names]
    for item in _items:
        for term in item["terms"]:
            _terms.setdefault(term, []).append(item)
    for path, template in _pages().items():
        files.append(File.generated(config, path, content=f"---\ntemplate: {template}\n---\n"))
    return files


def on_page_context(context: dict[str, Any], *, page: Page, **_: object) -> dict[str, Any]:
    """What the templates need beside the page."""
    key = page.file.src_uri.removesuffix(".md")
    context["related"] = _related.get(key.removeprefix("briefings/"), ())
    context["listed"] = _terms.get(key, ()) if key != "index" else _items[:20]
    context["below"] = sorted(term for term in _terms if term.startswith(key.removesuffix("index"))) if "/" in key else ()
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the feed."""
    source = Path("theme/feed.xml").read_text(encoding="utf-8")
    feed = Environment(autoescape=True).from_string(source).render(items=_items[:20], dated=format_datetime, config=config)
    Path(config.site_dir, "feed.xml").write_text(feed, encoding="utf-8")


def _item(file: File) -> dict[str, Any]:
    meta = yaml.load(file.content_string.split("---\n", 2)[1], yaml.CSafeLoader)
    terms = [f"{kind}/{term}" for kind in KINDS for term in meta[kind]]
    date = datetime.combine(meta["date"], time(), UTC)
    return {"name": Path(file.src_uri).stem, "url": file.url, "title": meta["title"], "date": date, "terms": terms}


def _pages() -> dict[str, str]:
    """Source paths of the pages without a file, and their templates."""
    terms = {f"{term}.md": "term.html" for term in _terms}
    return {"index.md": "term.html", **{f"{kind}/index.md": "terms.html" for kind in KINDS}, **terms}
