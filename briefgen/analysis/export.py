"""Findings as data: the format of `briefgen analyze --json`, one object an article (DESIGN.md, section 5).

Every key is always there, in this order; a kind of fact that is not detected yet is an empty list.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefgen.model.article import Article, Trait
from briefgen.model.evidence import Evidence, Proof
from briefgen.model.finding import DateFinding, Findings, TraitFinding

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
        "countries": [{"code": c.code, "role": c.role, "evidence": _evidence(c.evidence)} for c in findings.countries],
        "topics": [{"id": t.id, "evidence": _evidence(t.evidence)} for t in findings.topics],
        "people": [],
        "organizations": [],
        "agreements": [],
        "events": [],
        "key_points": [],
        "figures": [],
        "media": [{"caption": item.caption, "credit": item.credit} for item in article.media],
        "text": article.text,
        "removed": [{"text": item.text, "why": item.why} for item in article.removed],
        "problems": [{"what": problem.what, "hint": problem.hint} for problem in findings.problems],
    }


def _fact(finding: TraitFinding | DateFinding | None) -> dict[str, Any] | None:
    if finding is None:
        return None
    return {"value": str(finding.value), "origin": finding.origin, "evidence": _evidence(finding.evidence)}


def _evidence(proofs: Iterable[Proof]) -> list[dict[str, Any]]:
    """Words of the text by their span, words outside it by their place."""
    return [
        {"start": proof.start, "end": proof.end, "quote": proof.quote, "rule": proof.rule}
        if isinstance(proof, Evidence)
        else {"where": proof.where, "quote": proof.quote, "rule": proof.rule}
        for proof in proofs
    ]
