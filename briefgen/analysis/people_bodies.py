"""The bodies for which people act: named beside their title, or as the ministry of their office."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import regex

from briefgen.analysis.document import Document
from briefgen.analysis.person_mention import PersonMention
from briefgen.model.finding import RefFinding
from briefgen.model.frontmatter import OrganizationRef
from briefgen.text import fold

_BEFORE: Final = regex.compile(r"(?:'s|’s)?[ の]?|の[^、。のはがを]{0,6}")
"""Between a body and a title that follows: "AFP commissioner", 公安省の次官."""

_BEHIND: Final = regex.compile(r"(?:,)?(?: (?:of|at|from|for|with|của|thuộc|tại))?(?: the)? ")
"""Between a title or name and a body that follows: "X of the Kalahari Trust"."""

_FIELD: Final = regex.compile(r"(?:minister (?:of|for)|bo truong(?: bo)?|thu truong(?: bo)?) (?:the )?(.+)")

Bodies = Sequence[RefFinding[OrganizationRef]]


def beside(text: str, bodies: Bodies, mentions: Iterable[PersonMention]) -> OrganizationRef | None:
    """The body named in, right before or right behind the words that name a person and the role; None without one."""
    for mention in mentions:
        for body in bodies:
            if any(_is_beside(text, proof.start, proof.end, mention) for proof in body.evidence):
                return body.value
    return None


def _is_beside(text: str, start: int, end: int, mention: PersonMention) -> bool:
    if mention.first <= start and end <= mention.last:
        return True
    if end <= mention.first and mention.role:
        return mention.first - end <= len(" の担当する") + 2 and bool(_BEFORE.fullmatch(text, end, mention.first))
    behind = text[mention.last : start] if mention.last <= start else ""
    return len(behind) > 1 and bool(_BEHIND.fullmatch(behind)) and ("," not in behind or bool(mention.role))


def of_ministry(document: Document, bodies: Bodies, mention: PersonMention) -> str:
    """The country of the one ministry in the same paragraph whose minister somebody is; "" without one."""
    match = _FIELD.search(fold(mention.role))
    block = next((b for b in document.blocks if b.start <= mention.start < b.end), None)
    if not match:
        return ""
    codes = set()
    for body in bodies:
        near = block is None or any(block.start <= proof.start < block.end for proof in body.evidence)
        names = {fold(name) for name in (body.value.name, *body.also)}
        if near and body.value.country and any(name.endswith((f"ministry of {match[1]}", f"bo {match[1]}")) for name in names):
            codes.add(body.value.country)
    return codes.pop() if len(codes) == 1 else ""
