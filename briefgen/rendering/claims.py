"""Values that sources report differently, side by side: nothing is averaged, nobody is overruled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.model.vocabulary import Claim
from briefgen.rendering.edition import Edition
from briefgen.rendering.views.common import ClaimGroup, ClaimValue, Link


def claim_groups(edition: Edition, claims: Iterable[Claim]) -> Iterator[ClaimGroup]:
    """Claims of the vocabulary by what they are about, in the order given."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(edition.said(claim.what)[0], []).append(claim)
    for what, members in groups.items():
        values = tuple(
            ClaimValue(one.value, Link(one.url, one.source), edition.localizer.date(one.date) if one.date else "")
            for one in members
        )
        yield ClaimGroup(what, values, differs=len({one.value for one in members}) > 1)
