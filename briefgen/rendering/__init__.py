"""Site → outputs, in memory: pages in every language of the interface, and the files for machines."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from briefgen.errors import Problem
from briefgen.model.memo import FORGETFUL, Later, Memo, Watch
from briefgen.model.mention import FindMentions
from briefgen.model.output import Output
from briefgen.model.site import Site
from briefgen.rendering.atlas import load_atlas
from briefgen.rendering.bodies import render_bodies
from briefgen.rendering.edition import Edition, Words
from briefgen.rendering.localize import localizer
from briefgen.rendering.machine_files import assets, sitemap
from briefgen.rendering.notebook import Answers, Notebook, tables_of, watched
from briefgen.rendering.pictures import picture_outputs
from briefgen.rendering.press import Press
from briefgen.rendering.templates import TEMPLATE, load_templates

__all__ = ["render"]

Told = Callable[[str, int, int], None]
"""Hears what is rendered, how much of it is done and how much there is: `("texts", 30, 1400)`."""


def render(
    site: Site,
    overrides: Path,
    find_mentions: FindMentions,
    memo: Memo = FORGETFUL,
    told: Told = lambda *_: None,
) -> tuple[tuple[Output, ...], tuple[Problem, ...]]:
    """Every output of the site, and the problems of links in texts; `overrides` holds the site's own templates.

    `memo` may know what was made before of the same parts of a site.
    Raises TemplatingError where a template is broken, AtlasError where the site's own map is.
    """
    bodies = render_bodies(site, find_mentions, memo, Watch(partial(told, "texts")))
    margins = [body.aside for body in bodies.values()]
    problems = [problem for margin in margins for problem in margin.problems]
    pictures, picture_problems = picture_outputs(site, {path for margin in margins for path in margin.pictures})
    templates, atlas, notebook = load_templates(overrides), load_atlas(overrides), Notebook()
    words: dict[str, Later[Words, None]] = {}
    tables = tables_of(site, bodies, words)
    seen = watched(site, tables, notebook)
    languages = [localizer(lang, site.vocabulary) for lang in site.settings.languages]
    editions = tuple(Edition(seen.site, language, seen.bodies, atlas, notebook, seen.words) for language in languages)
    press = Press(editions, templates, Answers(tables, memo.digest, {TEMPLATE: templates.answer}), notebook)
    memo = memo.knowing(site.settings, site.vocabulary, atlas)
    filed = memo.recall_later("words", list(press.words()), lambda _: None, Watch(partial(told, "words")))
    words |= {str(number): one for number, one in enumerate(filed)}
    made = memo.recall_all("pages", list(press.tasks()), Watch(partial(told, "pages and files"), templates.compile))
    outputs = [output for batch in made for output in batch]
    listed = (output.path for output in outputs if output.listed)
    return (*outputs, *sitemap(site.settings, listed), *assets(site, overrides), *pictures), (*problems, *picture_problems)
