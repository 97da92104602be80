"""Files for machines: redirects of old addresses, sitemap, robots and assets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from briefgen.model.output import Output
from briefgen.model.settings import Settings
from briefgen.model.site import Site
from briefgen.rendering.accent import accent_style
from briefgen.rendering.page import ACCENT_STYLE
from briefgen.rendering.templates import Templates, shipped_templates
from briefgen.urls import absolute, briefing_path, relative

_ASSETS: Final = "assets"


def redirects(site: Site, templates: Templates) -> Iterator[Output]:
    """A page at each old address that leads to the briefing's present one."""
    for briefing in site.briefings.values():
        target = briefing_path(briefing, site.settings)
        for alias in briefing.facts.aliases:
            values = {"target": relative(target, alias), "title": briefing.facts.title, "lang": briefing.lang}
            yield Output(alias, templates.render("redirect.html", alias, values), briefing.file)


def sitemap(settings: Settings, paths: Iterable[str]) -> Iterator[Output]:
    """`sitemap.xml` of these paths (sitemaps.org 0.9), which needs full addresses and so a base URL, and `robots.txt`."""
    if settings.base_url:
        urls = "".join(f"<url><loc>{escape(absolute(path, settings.base_url))}</loc></url>\n" for path in sorted(paths))
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        yield Output("sitemap.xml", f"{head}{urls}</urlset>\n".encode())
    pointer = f"\nSitemap: {absolute('sitemap.xml', settings.base_url)}\n" if settings.base_url else ""
    yield Output("robots.txt", f"User-agent: *\nAllow: /\n{pointer}".encode())


def assets(site: Site, overrides: Path) -> Iterator[Output]:
    """The files of `templates/assets/`, the site's own first, unchanged; and the accent color if the site sets one."""
    found: dict[str, Path] = {}
    for folder in (shipped_templates() / _ASSETS, overrides / _ASSETS):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file():
                found[f"{_ASSETS}/{path.relative_to(folder).as_posix()}"] = path
    for address, path in sorted(found.items()):
        yield Output(address, path.read_bytes(), f"templates/{address}")
    accent = site.settings.theme.accent
    if accent:
        yield Output(ACCENT_STYLE, accent_style(accent).encode(), "site.yaml")
