"""Agreements that several briefings report, as lists on pages about something else."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.briefing import Briefing
from briefgen.model.frontmatter import AgreementRef
from briefgen.rendering import facts
from briefgen.rendering.edition import Edition
from briefgen.rendering.views.common import AgreementView, Link
from briefgen.text import fold


def agreements(
    edition: Edition, keys: Iterable[str], page: str, party: str = "", most: int | None = None
) -> tuple[tuple[AgreementView, Link], ...]:
    """Agreements of briefings (of one party, if given) that stand somewhere, each with the newest briefing that says where.

    What a person wrote comes before what was found in raw articles, and counts where both speak of one agreement.
    """
    reviewed_first = sorted((edition.site.briefings[key] for key in keys), key=lambda briefing: briefing.raw)
    reported = ((briefing, ref) for briefing in reviewed_first for ref in briefing.facts.agreements)
    newest: dict[tuple[str, tuple[str, ...]], tuple[Briefing, AgreementRef]] = {}
    for briefing, ref in reported:
        if ref.status and (not party or party in ref.parties):
            newest.setdefault(instrument(edition, ref), (briefing, ref))
    return tuple(
        (facts.agreement(edition, briefing, ref, page), edition.briefing_link(briefing.id, page))
        for briefing, ref in [*newest.values()][:most]
    )


def instrument(edition: Edition, ref: AgreementRef) -> tuple[str, tuple[str, ...]]:
    """What makes two mentions one agreement: its id in the vocabulary, else its folded name and its parties."""
    name = fold(ref.name)
    for key, agreement in edition.site.vocabulary.agreements.items():
        if name in map(fold, (*agreement.names.values(), *agreement.aliases)):
            return key, ()
    return name, tuple(sorted(ref.parties))
