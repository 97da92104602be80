"""The whole site before rendering: every briefing, indexed by every kind, with its relations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.kinds import Kind
from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.instrument import Instrument
from briefgen.model.register import Register
from briefgen.model.settings import Settings
from briefgen.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Entry:
    """One member of a kind and the ids of the briefings about it, newest first; `mentions` only name it in passing."""

    kind: Kind
    id: str
    slug: str
    briefings: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two briefings are related: the ids they share of one kind."""

    kind: Kind
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another briefing worth reading, with the reasons."""

    briefing: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Encounter:
    """A dated occasion at which two countries were: the id of the briefing that tells of it, and the place in its events.

    No place for a briefing that tells of no events, and is the occasion itself.
    """

    briefing: str
    place: int | None
    date: Edtf


@dataclass(frozen=True, slots=True)
class Pair:
    """Two countries that met, by their codes in alphabetical order, and the ids of the briefings that say so, newest first.

    `encounters` are in those and in their translations, newest first.
    """

    codes: tuple[str, str]
    briefings: tuple[str, ...]
    encounters: tuple[Encounter, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A briefing that this build does not publish, and why ("draft", "embargoed until …", "withdrawn")."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What a site has beside its briefings: those left out, pictures by their path under `content/`, and its own pages."""

    left_out: tuple[LeftOut, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    texts: tuple[Briefing, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that pages are made of.

    `briefings` are by id, newest first (undated last, by title); `entries` by kind name and id, in order of ids;
    `related` by briefing id; `translations` by briefing id: the ids of the same briefing in other languages; `pictures` by
    their path under `content/`; `register` tells which names mean the same;
    `instruments` by the id of their record, and `parties` the ids of those of each country, in the same order;
    `pairs` by their codes; `same_day` has the ids of briefings, newest first, by what `day_and_countries` says of them;
    `texts` are the site's own pages (about, method …) by name and language.
    """

    settings: Settings
    vocabulary: Vocabulary
    briefings: Mapping[str, Briefing]
    entries: Mapping[str, Mapping[str, Entry]]
    related: Mapping[str, tuple[Related, ...]] = field(default_factory=dict)
    translations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    register: Register = field(default_factory=Register)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    parties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str], Pair] = field(default_factory=dict)
    same_day: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    texts: Mapping[str, Mapping[str, Briefing]] = field(default_factory=dict)


def day_and_countries(briefing: Briefing) -> tuple[str, ...]:
    """The exact day of a briefing and the countries that it is about, in order; empty where one of them is missing."""
    date, codes = briefing.facts.date, sorted(set(briefing.countries("primary")))
    return (str(date), *codes) if date and date.start.day and codes else ()
