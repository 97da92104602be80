"""The bodies for which people act: named beside their title, or as the ministry of their office."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import regex

from briefgen.analysis.document import Document
from briefgen.analysis.gazetteer import Mention, within
from briefgen.analysis.person_mention import PersonMention
from briefgen.model.finding import RefFinding
from briefgen.model.frontmatter import OrganizationRef
from briefgen.text import fold

_BEFORE: Final = regex.compile(
    r"(?:'s|’s)?[ の]?|,? (?:whose|and its|with its)(?: [a-z]+)?,? |(?: delegation)?,? (?:led|headed|chaired) by (?:the |its )?"
    r"| do "
    r"|の[^、。のはがを]{0,6}"
)
"""Between a body and a title that follows: "AFP commissioner", 公安省の次官."""

_GAP: Final = 24
"""Characters between a body and a title at most."""

_BEHIND: Final = regex.compile(
    r"(?:,)?(?: (?:of|at|from|for|with|của|thuộc|tại|who (?:heads|leads|runs|chairs|directs)(?: the [\w ]{3,40} of)?"
    r"|has (?:headed|run|chaired|directed|managed)|heads|directs|chairs))?(?: the| \p{Lu}\p{L}+['’]s)? "
)
"""Between a title or name and a body that follows: "X of the Kalahari Trust"."""

_FIELDS: Final = tuple(
    regex.compile(pattern)
    for pattern in (
        r"(?:.*\b)?(?:minister|secretary|undersecretary|adviser) (?:of|for) (?:the )?(?P<field>.+)",
        r"(?:(?:deputy|vice|first|acting|then|former) )*(?P<field>.+?) (?:(?:deputy|vice|cabinet) )?(?:minister|secretary)",
        r"(?:.*\b)?(?:bo|thu) truong (?:bo )?(?P<field>.+)",
        r"(?:当時|元|前)?(?P<field>.+?)(?:副大臣|大臣政務官|大臣|事務次官|次官|政務官|相)",
    )
)
"""The field of a minister, in folded words: "minister of …", "… minister", "bộ trưởng …", …大臣."""

_BARE: Final = {
    *("minister", "deputy minister", "vice minister", "permanent secretary", "state secretary", "cabinet secretary"),
    *("bo truong", "thu truong", "thu truong thuong truc", "大臣", "副大臣", "次官", "事務次官"),
}
"""Offices, folded, of the only ministry that an article names."""

_MINISTRY: Final = regex.compile(r"\bministry\b|^bo |省$")
"""What shows a folded name to be a ministry's."""

_MINISTRIES: Final = (
    "ministry of {}",
    "ministry of the {}",
    "ministry for {}",
    "department of {}",
    "{} ministry",
    "bo {}",
    "{}省",
)
"""The names that a ministry of a field may end with."""

_WHOSE: Final = {"countries/name", "countries/demonym", "countries/stem"}
"""Rules of mentions that say whose a body is."""

Bodies = Sequence[RefFinding[OrganizationRef]]


def beside(
    text: str, bodies: Bodies, mentions: Iterable[PersonMention], called: str = ""
) -> RefFinding[OrganizationRef] | None:
    """The body named in, right before or right behind the words that name a person and the role; None without one.

    Where the title names a body itself, `called`, only that one counts: not every body of "X, member of the Y, head of the Z".
    """
    for mention in mentions:
        for body in bodies:
            if called and not any(_is_called(name, called) for name in (body.value.name, *body.also)):
                continue
            if any(_is_beside(text, proof.start, proof.end, mention) for proof in body.evidence):
                return body
    return None


def country_named_in(body: RefFinding[OrganizationRef], mentions: Sequence[Mention]) -> str:
    """The country of a body: known, or the only one that its names in the text hold ("Australian Federal Police"); or ""."""
    if body.value.country:
        return body.value.country
    spans = [(proof.start, proof.end) for proof in body.evidence]
    codes = {m.code for start, end in spans for m in within(mentions, start, end) if m.rule in _WHOSE}
    return codes.pop() if len(codes) == 1 else ""


def _is_called(name: str, called: str) -> bool:
    one, other = fold(name), fold(called)
    return one in other or other in one


def _is_beside(text: str, start: int, end: int, mention: PersonMention) -> bool:
    if mention.first <= start and end <= mention.last:
        return True
    if end <= mention.first and mention.role:
        return mention.first - end <= _GAP and bool(_BEFORE.fullmatch(text, end, mention.first))
    behind = text[mention.last : start] if mention.last <= start else ""
    return len(behind) > 1 and bool(_BEHIND.fullmatch(behind)) and ("," not in behind or bool(mention.role))


def ministry_of(document: Document, bodies: Bodies, mention: PersonMention, country: str) -> OrganizationRef | None:
    """The one ministry of a minister's field, in the same paragraph or else in the text; None without one.

    A ministry of another country than the minister's is another one.
    """
    if fold(mention.role) in _BARE:
        ministries = [b for b in bodies if _MINISTRY.search(fold(b.value.name)) and b.value.country in {"", country}]
        return ministries[0].value if len(ministries) == 1 else None
    names = _names_of(mention.role)
    block = next((b for b in document.blocks if b.start <= mention.start < b.end), None)
    fitting = (
        [
            body
            for body in bodies
            if body.value.country in {"", country} or not country
            if any(fold(name).endswith(names) for name in (body.value.name, *body.also))
        ]
        if names
        else []
    )
    near = [body for body in fitting if block is None or any(block.start <= p.start < block.end for p in body.evidence)]
    if not fitting:
        fitting = [body for body in bodies if body.value.country in {"", country} and _begins(body, names)]
    found = near or fitting
    return found[0].value if len(found) == 1 else None


def _begins(body: RefFinding[OrganizationRef], names: tuple[str, ...]) -> bool:
    """Whether a ministry has this field and more: the trade minister's is the Ministry of Trade and Industry."""
    called = [fold(name) for name in (body.value.name, *body.also)]
    return any(
        name.startswith(f"{start} and ") or (start.endswith("省") and name.endswith("省") and _is_short_for(start, name))
        for name in called
        for start in names
    )


def _is_short_for(short: str, name: str) -> bool:
    """Whether characters stand in a name in their order, from the first on: 厚労省, 厚生労働省."""
    rest = iter(name)
    return short[0] == name[0] and all(sign in rest for sign in short)


def _names_of(role: str) -> tuple[str, ...]:
    """How the names of the ministry of a minister may end, folded."""
    folded = fold(role)
    fields = [match["field"] for pattern in _FIELDS if (match := pattern.fullmatch(folded))]
    return tuple(name.format(field) for field in fields[:1] for name in _MINISTRIES if field)
