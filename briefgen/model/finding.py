"""What analysis claims about an article, each claim with its evidence. A claim without evidence cannot be made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from briefgen.errors import Problem
from briefgen.model.article import Trait
from briefgen.model.edtf import Edtf
from briefgen.model.evidence import Evidence, Proof
from briefgen.model.frontmatter import (
    AgreementRef,
    CountryRole,
    EventRef,
    Figure,
    KeyPoint,
    OrganizationRef,
    PersonRef,
    Statement,
)

Origin = Literal["stated", "derived"]
"""`stated`: the article (or its front matter) says so; `derived`: made from its words, as a title from the lead."""


def _require(evidence: tuple[Proof, ...], claim: object) -> None:
    if not evidence:
        msg = f"{claim} is claimed without evidence"
        raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class TraitFinding:
    """A single fact of publication: each `Trait` but the date, which is a `DateFinding`."""

    trait: Trait
    value: str
    origin: Origin
    evidence: tuple[Proof, ...]

    def __post_init__(self) -> None:
        """Refuse a claim without evidence."""
        _require(self.evidence, self.trait)


@dataclass(frozen=True, slots=True)
class DateFinding:
    """When the article was published."""

    value: Edtf
    origin: Origin
    evidence: tuple[Proof, ...]

    def __post_init__(self) -> None:
        """Refuse a claim without evidence."""
        _require(self.evidence, self.value)


@dataclass(frozen=True, slots=True)
class SummaryFinding:
    """The bottom line in whole sentences of the article; each is an evidence."""

    value: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        """Refuse a claim without evidence."""
        _require(self.evidence, self.value)


@dataclass(frozen=True, slots=True)
class CountryFinding:
    """A country the article is about (`primary`) or names in passing (`mentioned`)."""

    code: str
    role: CountryRole
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        """Refuse a claim without evidence."""
        _require(self.evidence, self.code)


@dataclass(frozen=True, slots=True)
class TopicFinding:
    """A topic the article is about."""

    id: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        """Refuse a claim without evidence."""
        _require(self.evidence, self.id)


Ref = TypeVar("Ref", PersonRef, OrganizationRef, AgreementRef, Statement, KeyPoint, Figure)


@dataclass(frozen=True, slots=True)
class RefFinding(Generic[Ref]):
    """A person, organization, agreement, statement, key point or figure, in the form that the front matter has for it.

    `also` are other spellings of its name in the text.
    """

    value: Ref
    evidence: tuple[Evidence, ...]
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a claim without evidence."""
        _require(self.evidence, self.value)


@dataclass(frozen=True, slots=True)
class EventFinding:
    """Something that happened; `value.said` stays empty, `said` holds the statements with their evidence."""

    value: EventRef
    evidence: tuple[Evidence, ...]
    said: tuple[RefFinding[Statement], ...] = ()

    def __post_init__(self) -> None:
        """Refuse a claim without evidence."""
        _require(self.evidence, self.value)


Finding = (
    TraitFinding
    | DateFinding
    | SummaryFinding
    | CountryFinding
    | TopicFinding
    | RefFinding[PersonRef]
    | RefFinding[OrganizationRef]
    | RefFinding[AgreementRef]
    | RefFinding[Statement]
    | RefFinding[KeyPoint]
    | RefFinding[Figure]
    | EventFinding
)


@dataclass(frozen=True, slots=True)
class Findings:
    """All that analysis found in one article, in the order of its detectors; grows by making a new one."""

    lang: str
    items: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()

    def plus(self, items: Iterable[Finding]) -> Findings:
        """These findings and more."""
        return Findings(self.lang, (*self.items, *items), self.problems)

    def trait(self, trait: Trait) -> TraitFinding | None:
        """The first finding of a trait, or None."""
        return next((i for i in self.items if isinstance(i, TraitFinding) and i.trait is trait), None)

    @property
    def date(self) -> DateFinding | None:
        """The publication date, or None when the article does not state it."""
        return next((i for i in self.items if isinstance(i, DateFinding)), None)

    @property
    def summary(self) -> SummaryFinding | None:
        """The bottom line, or None where no sentence carries it."""
        return next((i for i in self.items if isinstance(i, SummaryFinding)), None)

    @property
    def countries(self) -> tuple[CountryFinding, ...]:
        """The countries, primary ones first."""
        return tuple(i for i in self.items if isinstance(i, CountryFinding))

    @property
    def topics(self) -> tuple[TopicFinding, ...]:
        """The topics, strongest first."""
        return tuple(i for i in self.items if isinstance(i, TopicFinding))

    @property
    def events(self) -> tuple[EventFinding, ...]:
        """The events, in reading order."""
        return tuple(i for i in self.items if isinstance(i, EventFinding))

    def refs(self, kind: type[Ref]) -> tuple[RefFinding[Ref], ...]:
        """The findings of one kind of front-matter entry: `refs(PersonRef)`."""
        return tuple(i for i in self.items if isinstance(i, RefFinding) and isinstance(i.value, kind))
