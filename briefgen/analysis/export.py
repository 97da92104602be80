"""Findings as data: the format of `briefgen analyze --json`, one object an article (DESIGN.md, section 5).

Every key is always there, in this order; a kind of fact that is not detected yet is an empty list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from briefgen.model.article import Article, Trait
from briefgen.model.edtf import Edtf
from briefgen.model.evidence import Evidence, Proof
from briefgen.model.finding import DateFinding, EventFinding, Findings, RefFinding, SummaryFinding, TraitFinding
from briefgen.model.frontmatter import AgreementRef, Figure, KeyPoint, OrganizationRef, PersonRef

UNKNOWN_LANGUAGE = "und"
"""BCP 47 for a text whose language nobody knows."""


def as_json(article: Article, findings: Findings) -> dict[str, Any]:
    """The findings of an article as plain data, ready for `json.dumps`."""
    return {
        "file": article.file,
        "lang": findings.lang or UNKNOWN_LANGUAGE,
        "title": _fact(findings.trait(Trait.TITLE)),
        "date": _fact(findings.date),
        "dateline": _fact(findings.trait(Trait.DATELINE)),
        "publisher": _fact(findings.trait(Trait.PUBLISHER)),
        "agency": _fact(findings.trait(Trait.AGENCY)),
        "author": _fact(findings.trait(Trait.AUTHOR)),
        "source_url": _fact(findings.trait(Trait.SOURCE_URL)),
        "original_lang": _fact(findings.trait(Trait.ORIGINAL_LANG)),
        "translation": _fact(findings.trait(Trait.TRANSLATION)),
        "summary": _summary(findings.summary),
        "countries": [{"code": c.code, "role": c.role, "evidence": _evidence(c.evidence)} for c in findings.countries],
        "topics": [{"id": t.id, "evidence": _evidence(t.evidence)} for t in findings.topics],
        "people": [_ref(f) for f in findings.refs(PersonRef)],
        "organizations": [_ref(f) for f in findings.refs(OrganizationRef)],
        "agreements": [_ref(f) for f in findings.refs(AgreementRef)],
        "events": [_event(f) for f in findings.events],
        "key_points": [_ref(f) for f in findings.refs(KeyPoint)],
        "figures": [_ref(f) for f in findings.refs(Figure)],
        "media": [{"caption": item.caption, "credit": item.credit} for item in article.media],
        "text": article.text,
        "removed": [{"text": item.text, "why": item.why} for item in article.removed],
        "problems": [{"what": problem.what, "hint": problem.hint} for problem in findings.problems],
    }


def _fact(finding: TraitFinding | DateFinding | None) -> dict[str, Any] | None:
    if finding is None:
        return None
    return {"value": str(finding.value), "origin": finding.origin, "evidence": _evidence(finding.evidence)}


def _summary(finding: SummaryFinding | None) -> dict[str, Any] | None:
    """The summary as a fact: derived, as no article states its own."""
    return {"value": finding.value, "origin": "derived", "evidence": _evidence(finding.evidence)} if finding else None


def _ref(finding: RefFinding[Any]) -> dict[str, Any]:
    """A front-matter entry with its evidence in place of its quote."""
    return {**_plain(finding.value), "evidence": _evidence(finding.evidence)}


def _event(finding: EventFinding) -> dict[str, Any]:
    """An event with what was said at it."""
    return {
        **_plain(finding.value),
        "said": [_ref(statement) for statement in finding.said],
        "evidence": _evidence(finding.evidence),
    }


def _plain(value: Any) -> dict[str, Any]:  # noqa: ANN401  any entry of the front matter
    """The keys of an entry as plain data, without its quote: dates as EDTF text, tuples as lists."""
    entries = ((item.name, getattr(value, item.name)) for item in fields(value) if item.name != "quote")
    return {
        name: str(inner) if isinstance(inner, Edtf) else list(inner) if isinstance(inner, tuple) else inner
        for name, inner in entries
    }


def _evidence(proofs: Iterable[Proof]) -> list[dict[str, Any]]:
    """Words of the text by their span, words outside it by their place."""
    return [
        {"start": proof.start, "end": proof.end, "quote": proof.quote, "rule": proof.rule}
        if isinstance(proof, Evidence)
        else {"where": proof.where, "quote": proof.quote, "rule": proof.rule}
        for proof in proofs
    ]
