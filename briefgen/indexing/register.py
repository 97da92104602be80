"""Who is who: names of people, bodies and instruments in all briefings → the register.

A name that the vocabulary knows is its record. All others are joined where they are spelled alike (but for case, width and
diacritics) and belong to the same countries: "Ministry of the Interior" of Austria is not that of Cambodia. A spelling
without countries joins its namesake if there is only one. Nothing else is guessed; `checking` lists possible duplicates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Protocol

from briefgen.kinds import AGREEMENT, ORGANIZATION, PERSON, Kind
from briefgen.model.briefing import Briefing
from briefgen.model.frontmatter import AgreementRef, OrganizationRef, PersonRef
from briefgen.model.register import Record, Register, Spot
from briefgen.model.vocabulary import Agreement, Organization, Person, Vocabulary
from briefgen.text import fold
from briefgen.urls import slugify


class _Term(Protocol):
    """What terms of the vocabulary have in common."""

    @property
    def names(self) -> Mapping[str, str]: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in a briefing: where, how it is spelled there, in which language and whether by machine, and whose it is."""

    spot: Spot
    name: str
    lang: str
    is_raw: bool
    countries: tuple[str, ...]
    is_public: bool


def register(briefings: Iterable[Briefing], vocabulary: Vocabulary, mentions_for_a_page: int) -> Register:
    """The register of these briefings, which come newest first; a term of the vocabulary that none names has no record."""
    ordered = tuple(briefings)
    records: dict[str, Mapping[str, Record]] = {}
    ids: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for kind, names_in, terms_of in _SOURCES:
        terms = terms_of(vocabulary)
        groups = _groups(tuple(name for briefing in ordered for name in names_in(briefing)), terms)
        made = {key: _record(kind, key, named, terms.get(key), mentions_for_a_page) for key, named in sorted(groups.items())}
        records[kind.name] = made
        ids[kind.name] = _ids_by_briefing(made)
    return Register(records, ids)


def _ids_by_briefing(records: Mapping[str, Record]) -> dict[str, tuple[str, ...]]:
    behind = sorted((spot, key) for key, record in records.items() for spot in record.spots)
    return {briefing: tuple(key for _, key in spots) for briefing, spots in groupby(behind, lambda item: item[0].briefing)}


def _people(briefing: Briefing) -> Iterator[_Named]:
    for place, ref in enumerate(briefing.facts.people):
        has_office = bool(ref.role or ref.organization)
        yield _named(briefing, place, ref, ref.country, is_public=has_office)


def _organizations(briefing: Briefing) -> Iterator[_Named]:
    for place, ref in enumerate(briefing.facts.organizations):
        yield _named(briefing, place, ref, ref.country, is_public=True)


def _agreements(briefing: Briefing) -> Iterator[_Named]:
    for place, ref in enumerate(briefing.facts.agreements):
        yield _named(briefing, place, ref, *sorted(set(ref.parties)), is_public=True)


def _named(
    briefing: Briefing, place: int, ref: PersonRef | OrganizationRef | AgreementRef, *countries: str, is_public: bool
) -> _Named:
    return _Named(Spot(briefing.id, place), ref.name, briefing.lang, briefing.raw, tuple(filter(None, countries)), is_public)


_Source = tuple[Kind, Callable[[Briefing], Iterator[_Named]], Callable[[Vocabulary], Mapping[str, _Term]]]

_SOURCES: Final[tuple[_Source, ...]] = (
    (PERSON, _people, lambda vocabulary: vocabulary.people),
    (ORGANIZATION, _organizations, lambda vocabulary: vocabulary.organizations),
    (AGREEMENT, _agreements, lambda vocabulary: vocabulary.agreements),
)
"""For each kind: its names in a briefing, and its terms in the vocabulary."""


def _groups(names: tuple[_Named, ...], terms: Mapping[str, _Term]) -> dict[str, list[_Named]]:
    """Names by the id of their record."""
    spellings = _spellings(terms)
    unknown: dict[str, list[_Named]] = defaultdict(list)
    groups: dict[str, list[_Named]] = defaultdict(list)
    for named in names:
        folded = fold(named.name)
        known = [key for key in spellings.get(folded, ()) if _fits(terms[key], named)]
        if len(known) == 1:
            groups[known[0]].append(named)
        else:
            unknown[folded].append(named)
    numbers: dict[str, int] = {}
    for namesakes in unknown.values():
        for countries, members in _by_countries(namesakes).items():
            slug = "-".join([slugify(members[0].name), *(code.lower() for code in countries)])
            groups[_free(slug, groups, numbers)] += members
    return groups


def _spellings(terms: Mapping[str, _Term]) -> dict[str, tuple[str, ...]]:
    """The ids of the terms behind each folded name, alias and acronym."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for key, term in terms.items():
        acronyms = term.acronyms.values() if isinstance(term, Organization) else ()
        for name in (*term.names.values(), *term.aliases, *(one for listed in acronyms for one in listed)):
            found[fold(name)][key] = None
    return {name: tuple(keys) for name, keys in found.items()}


def _fits(term: _Term, named: _Named) -> bool:
    """Whether a term may be what is named, by its countries; what either side leaves open fits."""
    own = _countries(term)
    return not own or not named.countries or not set(own).isdisjoint(named.countries)


def _by_countries(namesakes: list[_Named]) -> dict[tuple[str, ...], list[_Named]]:
    """Namesakes by their countries; those without join the only ones that have some."""
    stated = {named.countries: None for named in namesakes if named.countries}
    only = next(iter(stated)) if len(stated) == 1 else ()
    found: dict[tuple[str, ...], list[_Named]] = defaultdict(list)
    for named in namesakes:
        found[named.countries or only].append(named)
    return found


def _free(slug: str, taken: Mapping[str, object], numbers: dict[str, int]) -> str:
    """`slug`, or with the first number from 2 on that is free: two names may fold apart and have one slug.

    `numbers` has the next to try for each slug, so that a slug of thousands, as of long names that begin alike, costs no
    more than others; `taken` must only grow.
    """
    free = slug
    while free in taken:
        numbers[slug] = numbers.get(slug, 1) + 1
        free = f"{slug}-{numbers[slug]}"
    return free


def _record(kind: Kind, key: str, named: list[_Named], term: _Term | None, least: int) -> Record:
    """The record of names that mean the same; how people spell it is shown before what was found."""
    names: dict[str, str] = dict(term.names) if term else {}
    for one in sorted(named, key=lambda one: one.is_raw) if not term else ():
        names.setdefault(one.lang, one.name)
    stated = dict.fromkeys(code for one in named for code in one.countries)
    return Record(
        kind=kind,
        id=key,
        names=names,
        written=tuple(dict.fromkeys(one.name for one in named)),
        spots=tuple(one.spot for one in named),
        countries=(_countries(term) if term else ()) or tuple(stated),
        known=term is not None,
        has_page=_has_page(kind, named, term, least),
    )


def _countries(term: _Term) -> tuple[str, ...]:
    """Whose a person or body is, or the parties of an instrument, as far as the vocabulary says."""
    if isinstance(term, (Person, Organization)):
        return (term.country,) if term.country else ()
    return term.parties if isinstance(term, Agreement) else ()


def _has_page(kind: Kind, named: list[_Named], term: _Term | None, least: int) -> bool:
    """Whether it is shown on a page of its own: people without any office are taken for private persons."""
    if term is not None:
        return not (isinstance(term, Person) and term.private)
    often = len({one.spot.briefing for one in named}) >= least
    return kind is AGREEMENT or (often and any(one.is_public for one in named))
