"""The export: findings in the stable format of `analyze --json`."""

from __future__ import annotations

import json

from briefgen.analysis.export import as_json
from briefgen.errors import Problem
from briefgen.model.article import Article, Media, Removed, Trait
from briefgen.model.edtf import Edtf
from briefgen.model.evidence import Evidence, Trace
from briefgen.model.finding import CountryFinding, DateFinding, Findings, TopicFinding, TraitFinding

KEYS = [
    *("file", "lang", "title", "date", "dateline", "publisher", "agency", "author", "source_url"),
    *("original_lang", "translation", "summary"),
    *("countries", "topics", "people", "organizations", "agreements", "events", "key_points", "figures"),
    *("media", "text", "removed", "problems"),
]
LISTS = {
    "countries",
    "topics",
    "people",
    "organizations",
    "agreements",
    "events",
    "key_points",
    "figures",
    "media",
    "removed",
    "problems",
}
TEXT = "オーストリアで大臣が話した。"


def test_empty_article_has_every_key() -> None:
    """Every key is there in its order, also when nothing was found."""
    data = as_json(Article("a", "content/a.txt", raw=True, text=""), Findings(""))
    assert list(data) == KEYS
    assert data == {key: [] for key in LISTS} | {
        "file": "content/a.txt", "lang": "und", "text": "", "title": None, "date": None, "dateline": None,
        "publisher": None, "agency": None, "author": None, "source_url": None,
        "original_lang": None, "translation": None, "summary": None,
    }  # fmt: skip


def test_findings_are_exported() -> None:
    """Facts carry value, origin and evidence; evidence in the text its span, evidence outside it its place."""
    span = Evidence(0, 6, "オーストリア", "countries/name")
    trace = Trace("removed[0]", "https://example.org/20251026/a", "dates/url")
    article = Article(
        "a",
        "content/a.txt",
        raw=True,
        text=TEXT,
        removed=(Removed("シェア", "share line", 4),),
        media=(Media("写真説明", "VNA", "a.jpg"),),
    )
    findings = Findings(
        "ja",
        (
            TraitFinding(Trait.TITLE, "オーストリア", "derived", (span,)),
            DateFinding(Edtf.parse("2025-10-26"), "stated", (trace,)),
            CountryFinding("AT", "primary", (span,)),
            TopicFinding("diplomacy", (span,)),
        ),
        (Problem("content/a.txt", 1, 0, "no topic was found", "state it"),),
    )
    data = as_json(article, findings)
    place = {"start": 0, "end": 6, "quote": "オーストリア", "rule": "countries/name"}
    assert list(data) == KEYS
    assert data["title"] == {"value": "オーストリア", "origin": "derived", "evidence": [place]}
    assert data["date"] == {
        "value": "2025-10-26",
        "origin": "stated",
        "evidence": [{"where": "removed[0]", "quote": "https://example.org/20251026/a", "rule": "dates/url"}],
    }
    assert data["countries"] == [{"code": "AT", "role": "primary", "evidence": [place]}]
    assert data["topics"] == [{"id": "diplomacy", "evidence": [place]}]
    assert data["media"] == [{"caption": "写真説明", "credit": "VNA"}]
    assert data["removed"] == [{"text": "シェア", "why": "share line"}]
    assert data["problems"] == [{"what": "no topic was found", "hint": "state it"}]
    assert json.loads(json.dumps(data)) == data
