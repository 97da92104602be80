"""Alphabetical lists of links, in the order of the page's language."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.kinds import Kind
from briefgen.rendering.edition import Edition
from briefgen.rendering.views.common import LetterGroup, Link


def letter_groups(edition: Edition, kind: Kind, page: str) -> tuple[LetterGroup, ...]:
    """All countries or topics with briefings or mentions, under their letters in the language's order."""
    links = in_order(edition, (edition.link(kind, key, page, count=True) for key in edition.site.entries[kind.name]))
    groups: dict[str, list[Link]] = {}
    for link in links:
        groups.setdefault(edition.localizer.order.initial(link.text), []).append(link)
    return tuple(LetterGroup(letter, tuple(members)) for letter, members in groups.items())


def in_order(edition: Edition, links: Iterable[Link]) -> tuple[Link, ...]:
    """Links by their texts."""
    return tuple(sorted(links, key=lambda link: edition.localizer.order.key(link.text)))
