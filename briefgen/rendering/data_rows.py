"""What the data files hold: a row of each table, and what a briefing's file says beyond its front matter.

One home of their columns: CSV headers, keys in JSON and the schemas all follow from these fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefgen.model.briefing import FactOrigin
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import AgreementKind, AgreementStatus, BriefingType, EventKind

Drafter = Literal["machine", "person"]
"""Who drafted a briefing; what a machine drafted nobody has reviewed."""


@dataclass(frozen=True, slots=True)
class ProofRow:
    """Words behind a fact and the rule that read them: at `start` to `end` of the cleaned text, or outside of it, `where`."""

    quote: str
    rule: str
    start: int | None = None
    end: int | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class FactRow:
    """Where a fact comes from: the path of its key (`["countries", "AT"]`), and its evidence if analysis found it."""

    path: tuple[str | int, ...]
    origin: FactOrigin
    evidence: tuple[ProofRow, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefingHead:
    """What a briefing's file says beyond its front matter: `version` of the format, its page, who drafted it."""

    version: str
    id: str
    page: str
    drafted_by: Drafter


@dataclass(frozen=True, slots=True)
class BriefingProvenance:
    """Where the facts of a briefing come from."""

    provenance: tuple[FactRow, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefingRow:
    """A briefing in short; `data` leads to everything, `reported` is when its news came out."""

    id: str
    lang: str
    title: str
    summary: str = ""
    date: Edtf | None = None
    reported: Edtf | None = None
    type: BriefingType | None = None
    countries: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    translation_of: str = ""
    drafted_by: Drafter = "person"
    page: str = ""
    data: str = ""


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country by ISO 3166-1 alpha-2 code: how many briefings are about it and only mention it, and the newest date."""

    id: str
    name: str
    names: Mapping[str, str]
    briefings: int
    mentions: int
    newest: Edtf | None = None
    page: str = ""


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic of the vocabulary, with the ids of broader ones."""

    id: str
    name: str
    names: Mapping[str, str]
    briefings: int
    broader: tuple[str, ...] = ()
    newest: Edtf | None = None
    page: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person: spellings met in briefings (`written`), countries acted for, and offices as written, the newest first."""

    id: str
    name: str
    names: Mapping[str, str]
    briefings: int
    written: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    newest: Edtf | None = None
    page: str = ""


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """A body: spellings met in briefings (`written`), and countries whose it is."""

    id: str
    name: str
    names: Mapping[str, str]
    briefings: int
    written: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    newest: Edtf | None = None
    page: str = ""


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An instrument as it stands over all briefings: its `status`, `since` when, and its parties (country codes)."""

    id: str
    name: str
    names: Mapping[str, str]
    briefings: int
    kind: AgreementKind | None = None
    status: AgreementStatus | None = None
    since: Edtf | None = None
    parties: tuple[str, ...] = ()
    url: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class MovementRow:
    """A report of where an instrument stands.

    `dated_by` says whose date it is; `briefing` is the id of the one that says so, else `source` and `url` tell from where.
    """

    agreement: str
    status: AgreementStatus
    dated_by: Literal["agreement", "report"]
    date: Edtf | None = None
    parties: tuple[str, ...] = ()
    briefing: str = ""
    source: str = ""
    url: str = ""
    drafted_by: Drafter = "person"


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something that happened, as a briefing tells it: parties by code, people by name as written."""

    briefing: str
    number: int
    kind: EventKind
    date: Edtf | None = None
    place: str = ""
    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    drafted_by: Drafter = "person"
    page: str = ""
