"""The topics of an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.model.finding import Findings, TopicFinding
from briefgen.model.frontmatter import AgreementRef, OrganizationRef

_MINISTRY: Final = regex.compile(r"^(?:the )?(?:ministry|department|bộ|sở)\b|(?:ministry|省)$", regex.IGNORECASE)
_SEVERAL: Final = regex.compile("[,、・]| and | và ")
"""Names of bodies that list what they are for: the Ministry of Environment and Tourism may not speak of tourism."""


def detect(document: Document, knowledge: Knowledge, found: Findings) -> tuple[TopicFinding, ...]:
    """The topics of an article, strongest first; what its instruments are about counts more, names of ministries less."""
    return knowledge.topics.find(document.text, document.lang, tuple(_instruments(found)), tuple(_ministries(found)))


def _instruments(found: Findings) -> Iterator[tuple[int, int]]:
    for finding in found.refs(AgreementRef):
        yield from ((proof.start, proof.end) for proof in finding.evidence)


def _ministries(found: Findings) -> Iterator[tuple[int, int]]:
    for finding in found.refs(OrganizationRef):
        if _MINISTRY.search(finding.value.name) and _SEVERAL.search(finding.value.name):
            yield from ((proof.start, proof.end) for proof in finding.evidence)
