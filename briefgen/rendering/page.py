"""A page to be rendered, and the frame around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from briefgen.kinds import AGREEMENT, COUNTRY, ORGANIZATION, PERSON, TOPIC
from briefgen.rendering.edition import Edition
from briefgen.rendering.feeds import Feed, feed, feed_links
from briefgen.rendering.labels import translatable
from briefgen.rendering.localize import language_name
from briefgen.rendering.pictures import picture_href
from briefgen.rendering.views.common import Link
from briefgen.rendering.views.frame import Frame
from briefgen.urls import (
    CHANGES,
    DATA,
    GLOSSARY,
    HOME,
    MAP,
    SEARCH,
    SOURCES,
    TABLE_FORMATS,
    TIMELINE,
    absolute,
    index_path,
    localized,
    relative,
    table_path,
    text_path,
)

ASSETS: Final = "assets"
STYLE: Final = "assets/style.css"
ICON: Final = "assets/icon.svg"
ACCENT_STYLE: Final = "assets/accent.css"

SECTIONS: Final = (
    (HOME, translatable("Latest")),
    (index_path(COUNTRY), translatable("Countries")),
    (index_path(TOPIC), translatable("Topics")),
    (index_path(PERSON), translatable("People")),
    (index_path(ORGANIZATION), translatable("Organizations")),
    (index_path(AGREEMENT), translatable("Agreements")),
    (TIMELINE, translatable("Timeline")),
    (MAP, translatable("Map")),
)
"""The menu: where each section begins, and its name."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: its path in the default tree, template, heading, what it was made from, and its values.

    `listed` pages stand in the sitemap. `feed` has the ids of the briefings that its feeds tell; empty for a page without.
    `table` is the name of the table in `data/` that has the same in numbers, empty for none.
    """

    path: str
    template: str
    title: str
    values: dict[str, object]
    description: str = ""
    origin: str = ""
    listed: bool = True
    feed: tuple[str, ...] = ()
    table: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that there is: its path in the default tree, and what makes it of an edition and of these keys.

    The page follows from what it reads of the edition and from the keys, which tell pages apart that are made alike.
    """

    path: str
    make: Callable[..., Page]
    keys: tuple[str, ...] = ()


def told_by(edition: Edition, page: Page) -> Feed | None:
    """What the feeds of a page tell; None for a page without."""
    return feed(edition, page.path, title_of(edition, page), page.feed)


def title_of(edition: Edition, page: Page) -> str:
    """The title of a page: its heading and the site's."""
    site = edition.site.settings.title
    return site if page.path == HOME else f"{page.title} · {site}"


def frame(edition: Edition, page: Page, told: Feed | None) -> Frame:
    """What stands around a page, whose feeds are `told`; all links are relative to where it stands in its language's tree."""
    settings = edition.site.settings
    here = edition.at(page.path)
    return Frame(
        site_title=settings.title,
        site_description=settings.description,
        lang=edition.lang,
        page_lang=edition.lang,
        title=title_of(edition, page),
        description=page.description,
        assets=relative(ASSETS, here),
        style=relative(STYLE, here),
        icon=relative(ICON, here),
        logo=picture_href(logo, here) if (logo := settings.theme.logo) in edition.site.pictures else "",
        home=relative(HOME, page.path),
        search=relative(SEARCH, page.path),
        sections=_sections(edition, page),
        more=_more(edition, page),
        languages=_languages(edition, page, here),
        canonical=absolute(here, settings.base_url) if settings.base_url else "",
        alternates=_alternates(edition, page),
        handling=settings.handling if settings.handling != "CLEAR" else "",
        accent_style=relative(ACCENT_STYLE, here) if settings.theme.accent else "",
        feeds=tuple(feed_links(told)) if told else (),
        tables=tuple(Link(relative(table_path(page.table, end), here), end.upper()) for end in TABLE_FORMATS if page.table),
    )


def _alternates(edition: Edition, page: Page) -> tuple[Link, ...]:
    """The page in each language, and in the default one for all others (`x-default`); needs full addresses."""
    settings = edition.site.settings
    if not settings.base_url or len(settings.languages) == 1:
        return ()
    marks = [*((lang, lang) for lang in settings.languages), ("x-default", settings.languages[0])]
    return tuple(
        Link(absolute(localized(page.path, lang, settings), settings.base_url), mark, lang=mark) for mark, lang in marks
    )


def _sections(edition: Edition, page: Page) -> tuple[Link, ...]:
    say = edition.localizer.text
    return tuple(Link(relative(path, page.path), say(label), current=path == page.path) for path, label in SECTIONS)


def _more(edition: Edition, page: Page) -> tuple[Link, ...]:
    """The foot of a page: lists that are looked up, and the site's own pages."""
    say = edition.localizer.text
    lists = [(SEARCH, say("Search")), (SOURCES, say("Sources")), (CHANGES, say("What changed"))]
    if len(edition.site.settings.languages) > 1:
        lists.append((GLOSSARY, say("Glossary")))
    lists.append((DATA, say("Data")))
    own = [(text_path(name), edition.text(name).facts.title) for name in edition.site.texts]
    langs = {text_path(name): edition.foreign(edition.text(name).lang) for name in edition.site.texts}
    return tuple(
        Link(relative(path, page.path), label, langs.get(path, ""), current=path == page.path) for path, label in (*lists, *own)
    )


def _languages(edition: Edition, page: Page, here: str) -> tuple[Link, ...]:
    settings = edition.site.settings
    if len(settings.languages) == 1:
        return ()
    return tuple(
        Link(relative(localized(page.path, lang, settings), here), language_name(lang), lang=lang, current=lang == edition.lang)
        for lang in settings.languages
    )
