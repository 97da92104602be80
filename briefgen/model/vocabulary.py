"""The controlled vocabulary: countries, topics, people, organizations and agreements with their names per language.

What ships with the package, extended or overridden by `content/_vocabulary/*.yaml`. Languages are BCP 47 primary
subtags; names are for display, everything else is for matching.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import AgreementKind, AgreementStatus

PerLanguage = Mapping[str, tuple[str, ...]]
"""Words or names by language."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that a source reports of a country or an instrument: what (per language), the value as written, who says so."""

    what: Mapping[str, str]
    value: str
    source: str
    date: Edtf | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory by ISO 3166-1 alpha-2 code (`XK` for Kosovo, as in CLDR).

    `names` override CLDR's; `aliases` are further names; `demonyms` adjectives and people; a capital is a metonym of its
    country; `cities` stand for it only where the text gives no other hint; `ambiguous` names count only near a word of
    `context` and never beside one of `against`; a phrase of `excluded` is never the country (the YAML key is `not`).
    `claims` are facts for its dossier, each with its source: since when there are relations, the level of a partnership.
    """

    code: str
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: PerLanguage = field(default_factory=dict)
    demonyms: PerLanguage = field(default_factory=dict)
    capitals: PerLanguage = field(default_factory=dict)
    cities: PerLanguage = field(default_factory=dict)
    ambiguous: PerLanguage = field(default_factory=dict)
    context: PerLanguage = field(default_factory=dict)
    against: PerLanguage = field(default_factory=dict)
    excluded: PerLanguage = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: `words` show it, `weak` words only beside other signs of it, phrases of `excluded` (YAML `not`) never do.

    `bottom_line` is what the editor has to say of it, per language, as of the date `as_of`.
    """

    id: str
    names: Mapping[str, str]
    broader: tuple[str, ...] = ()
    definition: Mapping[str, str] = field(default_factory=dict)
    words: PerLanguage = field(default_factory=dict)
    weak: PerLanguage = field(default_factory=dict)
    excluded: PerLanguage = field(default_factory=dict)
    bottom_line: Mapping[str, str] = field(default_factory=dict)
    as_of: Edtf | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office a person was seen holding; the bounds are what sources show, not when it began or ended."""

    title: Mapping[str, str]
    organization: str = ""
    seen_from: Edtf | None = None
    seen_to: Edtf | None = None

    def covers(self, date: Edtf) -> bool:
        """Whether sources show the person in it at some time of `date`; without `seen_to` until today."""
        begun = self.seen_from is not None and self.seen_from.start.first <= (date.end or date.start).last
        return begun and (self.seen_to is None or date.start.first <= (self.seen_to.end or self.seen_to.start).last)


@dataclass(frozen=True, slots=True)
class Person:
    """A person: names per language, spellings as written in sources, and offices by date. `private` makes no page."""

    id: str
    names: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    country: str = ""
    offices: tuple[Office, ...] = ()
    private: bool = False

    def offices_at(self, date: Edtf) -> tuple[Office, ...]:
        """The offices in which sources show the person at a date with a year; none is guessed beyond what they show."""
        return tuple(office for office in self.offices if date.is_dated and office.covers(date))


@dataclass(frozen=True, slots=True)
class Organization:
    """A body: names and acronyms per language, spellings as written, country and parent body (an id)."""

    id: str
    names: Mapping[str, str]
    acronyms: PerLanguage = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    country: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class KnownMovement:
    """Where an instrument stood at a date, as a source outside the briefings says (a treaty collection, a gazette)."""

    status: AgreementStatus
    source: str
    date: Edtf | None = None
    parties: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A known instrument: names per language, spellings as written, kind and parties (country codes; empty if open).

    `status` sets by hand where it stands and needs a `reason`; `movements` and `claims` add what briefings do not report,
    `url` leads to the official text.
    """

    id: str
    names: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    kind: AgreementKind | None = None
    parties: tuple[str, ...] = ()
    status: AgreementStatus | None = None
    reason: str = ""
    movements: tuple[KnownMovement, ...] = ()
    claims: tuple[Claim, ...] = ()
    url: str = ""


for _schema in (Country, Topic, Office, Person, Organization, KnownMovement, Claim, Agreement):
    _schema.__pydantic_config__ = {"extra": "forbid", "str_strip_whitespace": True}  # type: ignore[union-attr]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every controlled term, by id (countries by code), each mapping in the order of its ids."""

    countries: Mapping[str, Country]
    topics: Mapping[str, Topic]
    people: Mapping[str, Person] = field(default_factory=dict)
    organizations: Mapping[str, Organization] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
