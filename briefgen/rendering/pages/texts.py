"""The site's own pages: about, method, corrections and whatever else lies in `content/_pages/`."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from briefgen.rendering.edition import Edition
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.pictures import with_pictures
from briefgen.urls import text_path


def pages(edition: Edition) -> Iterator[Plan]:
    """Each page, in the language of the edition, else in the site's default language, else in the one there is."""
    for name in edition.site.texts:
        yield Plan(text_path(name), _page, (name,))


def _page(edition: Edition, name: str) -> Page:
    text, path = edition.text(name), text_path(name)
    html = with_pictures(edition.bodies[text.id].html, edition.at(path))
    values: dict[str, object] = {
        "body_html": Markup(html),  # noqa: S704  sanitized by prose
        "lang": edition.foreign(text.lang),
    }
    return Page(path, "page.html", text.facts.title, values, text.facts.summary, text.file)
