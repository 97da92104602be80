"""A plugin that gives every article its related ones."""

from __future__ import annotations

from nearest import nearest
from pelican import signals
from pelican.generators import ArticlesGenerator


def relate(generator: ArticlesGenerator) -> None:
    """Set `related` on every article once all are read; Pelican has sorted them, newest first."""
    every = {article.slug: article for article in generator.articles}
    terms = ((slug, [term.slug for term in (*article.authors, *article.tags)]) for slug, article in every.items())
    for slug, names in nearest(terms).items():
        every[slug].related = [every[name] for name in names]


def register() -> None:
    """Pelican calls this once."""
    signals.article_generator_finalized.connect(relate)
