"""Merging: one briefing out of what the front matter states and what analysis found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from posixpath import basename
from typing import Any

from briefgen.model.article import Article, Path, Trait
from briefgen.model.briefing import Body, Briefing, Provenance
from briefgen.model.finding import DateFinding, Findings, TraitFinding
from briefgen.model.frontmatter import CountryRef, FrontMatter, MediaRef, SourceRef, TopicRef
from briefgen.urls import slugify

WRITTEN = Provenance("written")

_SOURCE_TRAITS: Mapping[Trait, str] = {
    Trait.PUBLISHER: "publisher",
    Trait.AGENCY: "agency",
    Trait.AUTHOR: "author",
    Trait.SOURCE_URL: "url",
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
    changes: dict[str, Any] = {}
    if not facts.lang:
        changes["lang"] = findings.lang
        language = findings.trait(Trait.LANG)
        provenance[("lang",)] = _proven(language) if language else Provenance("default")
    title = findings.trait(Trait.TITLE)
    if title and not facts.title:
        changes["title"] = title.value
        provenance[("title",)] = _proven(title)
    if findings.date and not facts.date:
        changes["date"] = findings.date.value
        provenance[("date",)] = _proven(findings.date)
    if not facts.countries:
        changes["countries"] = tuple(CountryRef(c.code, c.role) for c in findings.countries)
        provenance |= {("countries", c.code): Provenance("stated", c.evidence) for c in findings.countries}
    if not facts.topics:
        changes["topics"] = tuple(TopicRef(t.id) for t in findings.topics)
        provenance |= {("topics", t.id): Provenance("stated", t.evidence) for t in findings.topics}
    if not facts.media:
        changes["media"] = tuple(MediaRef(m.file, m.caption, m.credit) for m in article.media)
    changes["source"] = _source(facts.source, findings, provenance)
    return replace(facts, **changes), provenance


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
