"""The view of what stands around every page."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.rendering.views.common import Link


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A way to follow a page: `name` of the format, its media `type`, and the `title` under which readers list the feed."""

    href: str
    name: str
    type: str
    title: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: the site's names, navigation (`more` at the foot), languages and addresses."""

    site_title: str
    site_description: str
    lang: str
    page_lang: str
    title: str
    description: str
    assets: str
    style: str
    icon: str
    logo: str
    home: str
    search: str
    sections: tuple[Link, ...]
    more: tuple[Link, ...]
    languages: tuple[Link, ...]
    canonical: str
    alternates: tuple[Link, ...]
    handling: str
    accent_style: str
    feeds: tuple[FeedLink, ...] = ()
    tables: tuple[Link, ...] = ()
