"""Merging: one briefing out of what the front matter states and what analysis found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from posixpath import basename
from typing import Any, Final

from briefgen.model.article import Article, Path, Trait
from briefgen.model.briefing import Body, Briefing, Provenance
from briefgen.model.finding import DateFinding, EventFinding, Findings, RefFinding, TraitFinding
from briefgen.model.frontmatter import (
    AgreementRef,
    BriefingType,
    CountryRef,
    EventKind,
    Figure,
    FrontMatter,
    KeyPoint,
    MediaRef,
    OrganizationRef,
    PersonRef,
    SourceRef,
    TopicRef,
)
from briefgen.urls import slugify

WRITTEN = Provenance("written")

_SOURCE_TRAITS: Mapping[Trait, str] = {
    Trait.PUBLISHER: "publisher",
    Trait.AGENCY: "agency",
    Trait.AUTHOR: "author",
    Trait.SOURCE_URL: "url",
    Trait.ORIGINAL_LANG: "original_lang",
    Trait.TRANSLATION: "translation",
}
"""Which key of `source` each publication trait fills."""


def edit(article: Article, findings: Findings | None, *, default_lang: str, source_text: str = "") -> Briefing:
    """The briefing of an article.

    `findings` are None for a Markdown briefing, which is taken as written. `default_lang` is the language of a briefing
    that states none; `source_text` the archived source it names. Each key that the front matter states is taken from
    there alone; every other key from the findings.
    """
    facts, provenance = _stated(article.stated)
    if findings is not None:
        facts, provenance = _completed(article, facts, provenance, findings)
    if not facts.lang:
        facts = replace(facts, lang=default_lang)
        provenance[("lang",)] = Provenance("default")
    return Briefing(
        id=article.id,
        file=article.file,
        slug=slugify(basename(article.id)),
        raw=article.raw,
        facts=facts,
        body=Body(article.text, article.blocks if article.raw else (), article.body_line),
        provenance=provenance,
        positions=article.positions,
        source_text=source_text,
        removed=article.removed,
    )


_TYPES: Final[dict[EventKind, BriefingType]] = {
    "visit": "visit",
    "conference": "conference",
    "signing": "agreement",
    "agreement": "agreement",
    "meeting": "meeting",
    "call": "meeting",
    "statement": "statement",
}
"""The type of a briefing for each kind of event in it, the most telling kind first."""


def _stated(stated: FrontMatter) -> tuple[FrontMatter, dict[Path, Provenance]]:
    """The front matter and the provenance of every fact in it."""
    paths: list[Path] = [(key,) for key in ("title", "summary", "date", "lang", "type") if getattr(stated, key)]
    paths += [("countries", ref.code) for ref in stated.countries]
    paths += [("topics", ref.id) for ref in stated.topics]
    paths += [("source", key) for key in ("publisher", "agency", "author", "url", "date") if getattr(stated.source, key)]
    return stated, dict.fromkeys(paths, WRITTEN)


def _completed(
    article: Article, facts: FrontMatter, provenance: dict[Path, Provenance], findings: Findings
) -> tuple[FrontMatter, dict[Path, Provenance]]:
    """The facts with every key that nobody stated filled from the findings."""
    found: dict[str, Any] = {
        **_single_facts(findings, provenance, facts),
        "countries": tuple(CountryRef(c.code, c.role, c.evidence[0].quote) for c in findings.countries),
        "topics": tuple(TopicRef(t.id, t.evidence[0].quote) for t in findings.topics),
        **_entries(findings),
        "media": tuple(MediaRef(m.file, m.caption, m.credit) for m in article.media),
    }
    changes = {key: value for key, value in found.items() if value and not getattr(facts, key)}
    if "countries" in changes:
        provenance |= {("countries", c.code): Provenance("stated", c.evidence) for c in findings.countries}
    if "topics" in changes:
        provenance |= {("topics", t.id): Provenance("stated", t.evidence) for t in findings.topics}
    source = _source(facts.source, findings, provenance)
    return replace(facts, **changes, source=source), provenance


def _single_facts(findings: Findings, provenance: dict[Path, Provenance], facts: FrontMatter) -> dict[str, Any]:
    """Language, title, date, summary and type as found; notes the provenance of those that nobody stated."""
    language, title, date, summary = findings.trait(Trait.LANG), findings.trait(Trait.TITLE), findings.date, findings.summary
    for key, finding in (("lang", language), ("title", title), ("date", date)):
        if finding and not getattr(facts, key):
            provenance[(key,)] = _proven(finding)
    if summary and not facts.summary:
        provenance[("summary",)] = Provenance("derived", summary.evidence)
    telling = _telling_event(findings)
    if telling and not facts.type:
        provenance[("type",)] = Provenance("derived", telling.evidence)
    return {
        "lang": findings.lang,
        "title": title.value if title else "",
        "summary": summary.value if summary else "",
        "date": date.value if date else None,
        "type": _TYPES[telling.value.kind] if telling else None,
    }


def _telling_event(findings: Findings) -> EventFinding | None:
    """The event that says what an article is about: a visit more than the meetings during it, these more than what was said."""
    order = list(_TYPES)
    return min(findings.events, key=lambda event: order.index(event.value.kind), default=None)


def _entries(findings: Findings) -> dict[str, tuple[Any, ...]]:
    """The found entries of every list of the front matter, each quoting the words that show it."""
    kinds = {
        "people": PersonRef,
        "organizations": OrganizationRef,
        "agreements": AgreementRef,
        "key_points": KeyPoint,
        "figures": Figure,
    }
    events = (replace(f.value, said=tuple(_quoting(s) for s in f.said), quote=f.evidence[0].quote) for f in findings.events)
    found = {key: tuple(_quoting(f) for f in findings.refs(kind)) for key, kind in kinds.items()}
    return {**found, "events": tuple(events)}


def _quoting(finding: RefFinding[Any]) -> Any:  # noqa: ANN401  the entry's own type
    return replace(finding.value, quote=finding.evidence[0].quote)


def _source(stated: SourceRef, findings: Findings, provenance: dict[Path, Provenance]) -> SourceRef:
    """The source with every part that nobody stated filled from the findings; notes their provenance."""
    changes: dict[str, Any] = {}
    for trait, key in _SOURCE_TRAITS.items():
        found = findings.trait(trait)
        if found and not getattr(stated, key):
            changes[key] = found.value
            provenance[("source", key)] = _proven(found)
    if findings.date and not stated.date:
        changes["date"] = findings.date.value
        provenance[("source", "date")] = _proven(findings.date)
    return replace(stated, **changes)


def _proven(finding: TraitFinding | DateFinding) -> Provenance:
    return Provenance(finding.origin, finding.evidence)
