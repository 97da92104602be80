"""The register: which names in which briefings mean the same person, body or instrument (libraries: authority control)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from briefgen.kinds import Kind


class Spot(NamedTuple):
    """Where a briefing names something: its id and the place in its list of that kind (`facts.people[2]`)."""

    briefing: str
    place: int


@dataclass(frozen=True, slots=True)
class Record:
    """One person, body or instrument over all briefings.

    `names` by language (BCP 47), for display; `written` holds every spelling met in briefings and `spots` where, both newest
    first; `countries` whose it is, or the parties of an instrument. `known` records stand in the vocabulary under their id;
    `has_page` says whether they are shown on a page of their own.
    """

    kind: Kind
    id: str
    names: Mapping[str, str]
    written: tuple[str, ...] = ()
    spots: tuple[Spot, ...] = ()
    countries: tuple[str, ...] = ()
    known: bool = False
    has_page: bool = True

    def name(self, lang: str) -> tuple[str, str]:
        """Its name for readers of a language and the language of that name: theirs, else English, else the first there is."""
        for tag in (lang, "en", *self.names):
            if tag in self.names:
                return self.names[tag], tag
        msg = f"{self.id} has no name"
        raise ValueError(msg)

    @property
    def briefings(self) -> tuple[str, ...]:
        """Ids of the briefings that name it, newest first, each once."""
        return tuple(dict.fromkeys(spot.briefing for spot in self.spots))


@dataclass(frozen=True, slots=True)
class Register:
    """Every record by kind name and id, in the order of ids, and for each kind and briefing the ids behind its list."""

    records: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    ids: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def of(self, kind: Kind) -> Mapping[str, Record]:
        """The records of a kind by id."""
        return self.records.get(kind.name, {})

    def at(self, kind: Kind, briefing: str, place: int) -> Record:
        """The record of what stands in a place of a briefing's list of a kind; raises LookupError where nothing stands."""
        return self.records[kind.name][self.ids[kind.name][briefing][place]]

    def named_in(self, kind: Kind, briefing: str) -> tuple[Record, ...]:
        """The records of a kind that a briefing names, in its order, each once."""
        named = self.ids.get(kind.name, {}).get(briefing, ())
        return tuple(self.records[kind.name][key] for key in dict.fromkeys(named))
