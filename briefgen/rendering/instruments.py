"""Agreements as rows and cards of any page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.kinds import AGREEMENT, COUNTRY
from briefgen.model.instrument import STAGES, Instrument
from briefgen.rendering.dates import iso_range
from briefgen.rendering.edition import Edition
from briefgen.rendering.views.common import AgreementView, StageGroup


def agreement_view(edition: Edition, instrument: Instrument, page: str) -> AgreementView:
    """An instrument as it stands over all briefings; its date is since when."""
    say = edition.localizer
    return AgreementView(
        link=edition.link(AGREEMENT, instrument.id, page, count=True),
        kind=say.label(instrument.kind),
        status=say.label(instrument.status),
        stage=instrument.stage,
        parties=edition.links(COUNTRY, edition.without_focus(instrument.parties), page),
        date=say.date(instrument.since) if instrument.since else "",
        date_iso=iso_range(instrument.since) if instrument.since else "",
        is_raw=instrument.is_raw,
    )


def agreements(edition: Edition, page: str, among: Iterable[Instrument], most: int | None = None) -> tuple[AgreementView, ...]:
    """Those that stand somewhere: what people wrote before what was found, the last moved first, undated ones by name."""
    standing = [one for one in among if one.status]
    names = {one.id: edition.localizer.order.key(edition.name(AGREEMENT, one.id)[0]) for one in standing}
    ordered = sorted(standing, key=lambda one: (one.is_raw, tuple(-part for part in _moved(one)), names[one.id]))
    return tuple(agreement_view(edition, one, page) for one in ordered[:most])


def unplaced(edition: Edition, page: str) -> tuple[AgreementView, ...]:
    """Agreements of which no report says where they stand, by name."""
    links = {one.id: edition.name(AGREEMENT, one.id)[0] for one in edition.site.instruments.values() if not one.status}
    ordered = sorted(links, key=lambda key: (edition.localizer.order.key(links[key]), key))
    return tuple(agreement_view(edition, edition.site.instruments[key], page) for key in ordered)


def _moved(instrument: Instrument) -> tuple[int, int, int]:
    return instrument.since.sort_key if instrument.since else (0, 0, 0)


def staged(edition: Edition, standing: Sequence[AgreementView]) -> tuple[StageGroup, ...]:
    """Agreements under every stage there is, from proposed to ended, in the order given."""
    say = edition.localizer
    return tuple(
        StageGroup(number, say.label(stage), tuple(one for one in standing if one.stage == number))
        for number, stage in enumerate(STAGES, 1)
    )
