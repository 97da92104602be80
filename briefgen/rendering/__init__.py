"""Site → outputs, in memory: pages in every language of the interface, and the files for machines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefgen.errors import Problem
from briefgen.kinds import Kind
from briefgen.model.briefing import Briefing
from briefgen.model.mention import FindMentions
from briefgen.model.output import Output
from briefgen.model.site import Site
from briefgen.rendering.atlas import load_atlas
from briefgen.rendering.calendar import calendar
from briefgen.rendering.crosslinks import Linker
from briefgen.rendering.data_files import data_files
from briefgen.rendering.edition import Edition
from briefgen.rendering.feeds import feed, feed_outputs
from briefgen.rendering.localize import localizer
from briefgen.rendering.machine_files import assets, redirects, sitemap
from briefgen.rendering.page import Page, frame
from briefgen.rendering.pages import pages_of
from briefgen.rendering.pictures import picture_outputs
from briefgen.rendering.prose import Prose, render_body
from briefgen.rendering.search import search_files
from briefgen.rendering.templates import Templates, load_templates
from briefgen.urls import HOME, briefing_path, entry_path, relative

__all__ = ["render"]


def render(site: Site, overrides: Path, find_mentions: FindMentions) -> tuple[tuple[Output, ...], tuple[Problem, ...]]:
    """Every output of the site, and the problems of links in texts; `overrides` holds the site's own templates.

    Raises TemplatingError where a template is broken, AtlasError where the site's own map is.
    """
    texts = [text for versions in site.texts.values() for text in versions.values()]
    bodies = {text.id: _body(site, text, find_mentions) for text in (*site.briefings.values(), *texts)}
    problems = [problem for body in bodies.values() for problem in body.problems]
    pictures, picture_problems = picture_outputs(site, (body.html for body in bodies.values()))
    templates = load_templates(overrides, {})
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


def _body(site: Site, briefing: Briefing, find_mentions: FindMentions) -> Prose:
    """The text of a briefing. Its links are the same in every language's tree, so it is rendered once."""
    is_briefing = briefing.id in site.briefings
    page = briefing_path(briefing, site.settings) if is_briefing else HOME

    def address(kind: Kind, key: str) -> str | None:
        entry = site.entries[kind.name].get(key)
        return relative(entry_path(kind, entry.slug), page) if entry else None

    def resolve(key: str) -> str | None:
        other = site.briefings.get(key)
        return relative(briefing_path(other, site.settings), page) if other else None

    return render_body(briefing, Linker(find_mentions, briefing.lang, address), resolve, site.pictures)


def _outputs(edition: Edition, page: Page, templates: Templates) -> Iterator[Output]:
    """A page in its language, and its feeds."""
    path, around = edition.at(page.path), frame(edition, page)
    say = {"_": edition.localizer.text, "count": edition.localizer.count}
    data = templates.render(page.template, path, frame=around, title=page.title, **say, **page.values)
    yield Output(path, data, page.origin, page.listed)
    if told := feed(edition, page.path, around.title, page.feed):
        yield from feed_outputs(edition, told)
