"""Site → outputs, in memory: pages in every language of the interface, and the files for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from briefgen.errors import Problem
from briefgen.model.memo import FORGETFUL, Memo
from briefgen.model.mention import FindMentions
from briefgen.model.output import Output
from briefgen.model.site import Site
from briefgen.rendering.atlas import load_atlas
from briefgen.rendering.bodies import render_bodies
from briefgen.rendering.calendar import calendar
from briefgen.rendering.data_files import data_files
from briefgen.rendering.edition import Edition
from briefgen.rendering.feeds import feed, feed_outputs
from briefgen.rendering.localize import localizer
from briefgen.rendering.machine_files import assets, redirects, sitemap
from briefgen.rendering.page import Page, frame
from briefgen.rendering.pages import pages_of
from briefgen.rendering.pictures import picture_outputs
from briefgen.rendering.search import search_files
from briefgen.rendering.templates import Speech, Templates, load_templates

__all__ = ["render"]


def render(
    site: Site,
    overrides: Path,
    find_mentions: FindMentions,
    memo: Memo = FORGETFUL,
    begin: Callable[[str], None] = lambda _: None,
) -> tuple[tuple[Output, ...], tuple[Problem, ...]]:
    """Every output of the site, and the problems of links in texts; `overrides` holds the site's own templates.

    `memo` may know what the same texts and views gave before; `begin` is told what is rendered next ("texts", "pages").
    Raises TemplatingError where a template is broken, AtlasError where the site's own map is.
    """
    begin("texts")
    bodies = render_bodies(site, find_mentions, memo)
    problems = [problem for body in bodies.values() for problem in body.problems]
    pictures, picture_problems = picture_outputs(site, (body.html for body in bodies.values()))
    begin("pages")
    templates = load_templates(overrides, memo)
    atlas = load_atlas(overrides)
    editions = tuple(Edition(site, localizer(lang, site.vocabulary), bodies, atlas) for lang in site.settings.languages)
    pages = [output for edition in editions for page in pages_of(edition) for output in _outputs(edition, page, templates)]
    outputs = [
        *pages,
        *(output for edition in editions for output in calendar(edition)),
        *redirects(site, templates),
        *data_files(editions),
        *search_files(editions),
        *sitemap(site.settings, (page.path for page in pages if page.listed)),
        *assets(site, overrides),
        *pictures,
    ]
    return tuple(outputs), (*problems, *picture_problems)


def _outputs(edition: Edition, page: Page, templates: Templates) -> Iterator[Output]:
    """A page in its language, and its feeds."""
    path, around = edition.at(page.path), frame(edition, page)
    say = Speech(edition.lang, {"_": edition.localizer.text, "count": edition.localizer.count})
    data = templates.render(page.template, path, say, frame=around, title=page.title, **page.values)
    yield Output(path, data, page.origin, page.listed)
    if told := feed(edition, page.path, around.title, page.feed):
        yield from feed_outputs(edition, told)
