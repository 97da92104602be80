"""Who published an article, where and under which name: what reading harvested, as findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from briefgen.analysis.document import Document
from briefgen.analysis.harvested import host_of, trimmed
from briefgen.analysis.knowledge import Knowledge
from briefgen.model.article import Harvest, Trait
from briefgen.model.evidence import Evidence, Proof
from briefgen.model.finding import Findings, TraitFinding

_LEGAL_FORM: Final = re.compile(
    r",?\s(?:Sdn\.?\s?Bhd|Pty\.?(?:\sLtd)?|\(?Pvt\)?\.?\sLtd|Co\.,?\sLtd|Ltd|Limited|Inc|LLC|LLP|PLC|plc|GmbH|S\.A)\.?$"
)
"""The legal form of a publishing house, which is no part of the paper's name."""

_TRAITS: Final = (Trait.DATELINE, Trait.PUBLISHER, Trait.AGENCY, Trait.AUTHOR, Trait.SOURCE_URL)


def detect(document: Document, knowledge: Knowledge, found: Findings) -> Iterator[TraitFinding]:  # noqa: ARG001  the protocol of detectors
    """Yield the dateline, publisher, agency, author and source URL that the article states, each the first harvested.

    A publisher that nobody names is the host of the source URL, as readers know it: `baotintuc.vn`.
    """
    for trait in _TRAITS:
        stated = next((item for item in document.harvested(trait) if trimmed(item.value)), None)
        if stated:
            value = trimmed(stated.value)
            named = _LEGAL_FORM.sub("", value) if trait is Trait.PUBLISHER else value
            yield TraitFinding(trait, named, "stated", (stated.proof,))
        elif trait is Trait.PUBLISHER:
            yield from _publisher_of_url(document)


def _publisher_of_url(document: Document) -> Iterator[TraitFinding]:
    for item in document.harvested(Trait.SOURCE_URL):
        host = host_of(trimmed(item.value))
        if host:
            yield TraitFinding(Trait.PUBLISHER, host, "stated", (_proof_of_host(item, host),))
            return


def _proof_of_host(item: Harvest, host: str) -> Proof:
    """The host where it stands in the words that prove the URL."""
    found = re.search(re.escape(host), item.proof.quote, re.IGNORECASE)
    if isinstance(item.proof, Evidence) and found:
        start = item.proof.start + found.start()
        return Evidence(start, start + len(found[0]), found[0], _HOST_RULE)
    return replace(item.proof, rule=_HOST_RULE)


_HOST_RULE: Final = "publication/host"
