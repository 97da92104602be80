"""Which pages there are: one function a kind of page, each giving addresses, templates and views."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from briefgen.kinds import COUNTRY, KINDS, TOPIC
from briefgen.rendering.briefing_view import briefing_view
from briefgen.rendering.edition import Edition
from briefgen.rendering.entry_view import entry_view, home_view, letter_groups, topic_tree
from briefgen.rendering.localize import language_name
from briefgen.rendering.pictures import picture_href
from briefgen.rendering.views import Frame, Link
from briefgen.urls import absolute, briefing_path, entry_path, index_path, localized, relative

STYLE: Final = "assets/style.css"
ICON: Final = "assets/icon.svg"
ACCENT_STYLE: Final = "assets/accent.css"

HOME: Final = "index.html"
NOT_FOUND: Final = "404.html"


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: its path in the default tree, template, heading, what it was made from, and its values."""

    path: str
    template: str
    title: str
    description: str
    origin: str
    values: dict[str, object]


def _home(edition: Edition) -> Iterator[Page]:
    settings = edition.site.settings
    yield Page(HOME, "home.html", settings.title, settings.description, "", {"view": home_view(edition)})


def _briefings(edition: Edition) -> Iterator[Page]:
    for briefing in edition.site.briefings.values():
        path = briefing_path(briefing, edition.site.settings)
        facts = briefing.facts
        yield Page(path, "briefing.html", facts.title, facts.summary, briefing.file, {"view": briefing_view(edition, briefing)})


def _entries(edition: Edition) -> Iterator[Page]:
    for kind in KINDS:
        for entry in edition.site.entries[kind.name].values():
            path = entry_path(kind, entry.slug)
            view = entry_view(edition, entry)
            yield Page(path, f"{kind.name}.html", view.name, view.definition, "", {"view": view})


def _lists(edition: Edition) -> Iterator[Page]:
    say = edition.localizer.text
    countries = index_path(COUNTRY)
    groups = letter_groups(edition, COUNTRY, countries)
    yield Page(countries, "countries.html", say("Countries"), "", "", {"groups": groups})
    topics = index_path(TOPIC)
    values: dict[str, object] = {"groups": letter_groups(edition, TOPIC, topics), "tree": topic_tree(edition, topics)}
    yield Page(topics, "topics.html", say("Topics"), "", "", values)


def _not_found(edition: Edition) -> Iterator[Page]:
    latest = edition.cards(list(edition.site.briefings)[:5], NOT_FOUND)
    yield Page(NOT_FOUND, "404.html", edition.localizer.text("Page not found"), "", "", {"cards": latest})


PAGES: Final[tuple[Callable[[Edition], Iterator[Page]], ...]] = (_home, _briefings, _entries, _lists, _not_found)
"""Every kind of page; adding one begins with a function here."""


def pages_of(edition: Edition) -> Iterator[Page]:
    """Every page of an edition."""
    for kind in PAGES:
        yield from kind(edition)


def frame(edition: Edition, page: Page) -> Frame:
    """What stands around a page; all links are relative to where the page stands in its language's tree."""
    settings = edition.site.settings
    here = edition.at(page.path)
    title = settings.title if page.path == HOME else f"{page.title} · {settings.title}"
    return Frame(
        site_title=settings.title,
        site_description=settings.description,
        lang=edition.lang,
        page_lang=edition.lang,
        title=title,
        description=page.description,
        style=relative(STYLE, here),
        icon=relative(ICON, here),
        logo=picture_href(logo, here) if (logo := settings.theme.logo) in edition.site.pictures else "",
        home=relative(HOME, page.path),
        sections=_sections(edition, page),
        languages=_languages(edition, page, here),
        canonical=absolute(here, settings.base_url) if settings.base_url else "",
        alternates=_alternates(edition, page),
        handling=settings.handling if settings.handling != "CLEAR" else "",
        accent_style=relative(ACCENT_STYLE, here) if settings.theme.accent else "",
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
    targets = ((HOME, "Latest"), (index_path(COUNTRY), "Countries"), (index_path(TOPIC), "Topics"))
    return tuple(Link(relative(path, page.path), say(label), current=path == page.path) for path, label in targets)


def _languages(edition: Edition, page: Page, here: str) -> tuple[Link, ...]:
    settings = edition.site.settings
    if len(settings.languages) == 1:
        return ()
    return tuple(
        Link(relative(localized(page.path, lang, settings), here), language_name(lang), lang=lang, current=lang == edition.lang)
        for lang in settings.languages
    )
