"""The front matter of a briefing: what people type, `import` writes and the data export publishes.

The one home of its keys, meanings and allowed values; `docs/front-matter.md` is checked against it. Plain dataclasses,
so that the model needs no library; `reading.frontmatter` validates YAML into them with pydantic.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Final, Literal

from briefgen.model.edtf import Edtf
from briefgen.model.handling import Handling

BriefingType = Literal["meeting", "visit", "agreement", "conference", "statement", "background"]
CountryRole = Literal["primary", "mentioned"]
AgreementKind = Literal["treaty", "agreement", "convention", "memorandum", "plan", "statement"]
AgreementStatus = Literal["proposed", "drafting", "negotiating", "agreed", "signed", "ratified", "in-force", "ended"]
EventKind = Literal["meeting", "visit", "conference", "signing", "call", "agreement", "statement"]
Act = Literal["agreed", "proposed", "requested", "offered", "invited", "stated", "pledged"]
Review = Literal["draft", "reviewed", "published", "superseded", "withdrawn"]
Translation = Literal["machine", "human"]

_STRICT: Final = {"extra": "forbid", "str_strip_whitespace": True}
"""For pydantic: an unknown key is an error, and white space around a value is no part of it."""


@dataclass(frozen=True, slots=True)
class CountryRef:
    """A country by ISO 3166-1 alpha-2 code; `primary` when the briefing is about it, `mentioned` otherwise."""

    code: str
    role: CountryRole = "primary"
    quote: str = ""


@dataclass(frozen=True, slots=True)
class TopicRef:
    """A topic by its id in the vocabulary."""

    id: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person as acting in this briefing: the office held then, the country or organization acted for."""

    name: str
    role: str = ""
    country: str = ""
    organization: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class OrganizationRef:
    """A body: its name, acronym and country."""

    name: str
    acronym: str = ""
    country: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class AgreementRef:
    """An instrument (treaty, memorandum …), where it stands, its parties (country codes) and date."""

    name: str
    kind: AgreementKind | None = None
    status: AgreementStatus | None = None
    parties: tuple[str, ...] = ()
    date: Edtf | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Who agreed, proposed, requested, offered, invited, stated or pledged what."""

    who: str
    act: Act
    what: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class EventRef:
    """Something that happened: its kind, date, place, parties, people (names) and what was said."""

    kind: EventKind
    date: Edtf | None = None
    place: str = ""
    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    said: tuple[Statement, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A whole sentence that carries the news."""

    text: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written and what it counts."""

    value: str
    what: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class MediaRef:
    """A picture: file or address, caption and credit."""

    file: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where the news was reported. `file` names the archived source text, relative to `content/`."""

    publisher: str = ""
    agency: str = ""
    author: str = ""
    url: str = ""
    date: Edtf | None = None
    lang: str = ""
    original_lang: str = ""
    translation: Translation | None = None
    file: str = ""
    license: str = ""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Everything that can be stated about a briefing; only `title` is required, and only of a Markdown briefing.

    `lang` is BCP 47. `embargo` and `expires` are local times of the site's time zone (`2025-11-01` or `2025-11-01T06:00`).
    `aliases` are old addresses, each of which becomes a redirect. `translation_of` and `superseded_by` are ids of briefings.
    `crosslinks: false` turns automatic links off.
    """

    title: str = ""
    summary: str = ""
    date: Edtf | None = None
    lang: str = ""
    type: BriefingType | None = None
    countries: tuple[CountryRef, ...] = ()
    topics: tuple[TopicRef, ...] = ()
    people: tuple[PersonRef, ...] = ()
    organizations: tuple[OrganizationRef, ...] = ()
    agreements: tuple[AgreementRef, ...] = ()
    events: tuple[EventRef, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    figures: tuple[Figure, ...] = ()
    media: tuple[MediaRef, ...] = ()
    source: SourceRef = SourceRef()
    review: Review | None = None
    handling: Handling = "CLEAR"
    embargo: str = ""
    expires: str = ""
    aliases: tuple[str, ...] = ()
    translation_of: str = ""
    superseded_by: str = ""
    crosslinks: bool = True


def quotes_in(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every `quote` within a value of the front matter (an entry, a list, the whole), with its path below `path`."""
    if isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from quotes_in(item, (*path, place))
    elif is_dataclass(value):
        for item in fields(value):
            inner = getattr(value, item.name)
            if item.name == "quote" and inner:
                yield (*path, "quote"), inner
            elif not isinstance(inner, str):
                yield from quotes_in(inner, (*path, item.name))


for _schema in (
    CountryRef,
    TopicRef,
    PersonRef,
    OrganizationRef,
    AgreementRef,
    Statement,
    EventRef,
    KeyPoint,
    Figure,
    MediaRef,
    SourceRef,
    FrontMatter,
):
    _schema.__pydantic_config__ = _STRICT  # type: ignore[union-attr]
