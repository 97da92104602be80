"""A plugin that gives every post its related ones."""

from __future__ import annotations

from blinker import signal
from nearest import nearest
from nikola.nikola import Nikola
from nikola.plugin_categories import SignalHandler
from nikola.utils import config_changed


class Related(SignalHandler):
    """Relates all posts once they are read; a page is made again when its list changes."""

    name = "related"

    def set_site(self, site: Nikola) -> None:
        """Nikola calls this once; the method is kept here, as signals hold no strong reference to it."""
        super().set_site(site)
        signal("scanned").connect(self.relate)

    def relate(self, site: Nikola) -> None:
        """Set `related` on every post; Nikola has sorted them, newest first. No peer writes feeds of terms: none here."""
        for kind in ("tag", "author"):
            site.taxonomy_plugins[kind].always_disable_rss = True
        every = {post.meta("slug", lang="en"): post for post in site.timeline}
        terms = ((slug, [*post.authors("en"), *post.tags_for_language("en")]) for slug, post in every.items())
        for slug, names in nearest(terms).items():
            every[slug].related = [every[name] for name in names]
            listed = {name: every[name].title("en") for name in names}
            every[slug].add_dependency_uptodate(config_changed(listed, "related"), add="page", lang="en")
