"""Views of the pages of people and organizations, and of their lists."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.rendering.views.common import Bar, CardList, Link, OccasionList, StageGroup


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office as sources show it: title, body, the dates between which, and the briefings that say so."""

    title: str
    lang: str
    organization: Link | None
    seen: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HolderView:
    """Somebody who acts for a body: the person, the office, the dates between which, and the briefings that say so."""

    person: Link
    role: str
    lang: str
    seen: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person: `written` are the spellings of sources, `counterparts` people of other countries met at the same events."""

    link: Link
    other_names: tuple[Link, ...]
    country: Link | None
    offices: tuple[OfficeView, ...]
    occasions: OccasionList
    counterparts: tuple[Bar, ...]
    cards: CardList


@dataclass(frozen=True, slots=True)
class OrganizationPage:
    """A body: `people` act for it, `counterparts` are bodies of other countries in the same briefings."""

    link: Link
    other_names: tuple[Link, ...]
    country: Link | None
    parent: Link | None
    parts: tuple[Link, ...]
    people: tuple[HolderView, ...]
    counterparts: tuple[Bar, ...]
    agreements: tuple[StageGroup, ...]
    cards: CardList


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A person or body in a list, with its office or country."""

    link: Link
    note: str
    note_lang: str


@dataclass(frozen=True, slots=True)
class RosterGroup:
    """The people or bodies of one letter."""

    letter: str
    rows: tuple[RosterRow, ...]
