"""The register of agreements, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefgen.kinds import AGREEMENT, COUNTRY, TOPIC
from briefgen.model.instrument import Instrument, Movement
from briefgen.rendering.claims import claim_groups
from briefgen.rendering.dates import iso_range
from briefgen.rendering.edition import Edition
from briefgen.rendering.instruments import agreement_view, agreements, staged, unplaced
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.quotes import quote
from briefgen.rendering.views.agreements import (
    AgreementsView,
    InstrumentView,
    PartyRow,
    StepView,
)
from briefgen.rendering.views.common import Link
from briefgen.urls import entry_path, index_path

_BINDING: Final = ("signed", "ratified", "in-force")
"""Stages that a party reaches on its own, the columns of a table of participants (as in the UN Treaty Collection)."""


def pages(edition: Edition) -> Iterator[Plan]:
    """The register and the page of every agreement."""
    yield Plan(index_path(AGREEMENT), _list)
    for key, entry in edition.site.entries[AGREEMENT.name].items():
        yield Plan(entry_path(AGREEMENT, entry.slug), _agreement, (key,))


def _list(edition: Edition) -> Page:
    register = index_path(AGREEMENT)
    title = edition.localizer.text("Agreements")
    return Page(register, "agreements.html", title, {"view": _register(edition, register)}, table="agreements")


def _agreement(edition: Edition, key: str) -> Page:
    entry = edition.site.entries[AGREEMENT.name][key]
    path = entry_path(AGREEMENT, entry.slug)
    view = _page(edition, edition.site.instruments[key], path)
    return Page(path, "agreement.html", view.agreement.link.text, {"view": view}, feed=entry.briefings)


def _register(edition: Edition, page: str) -> AgreementsView:
    standing = agreements(edition, page, edition.site.instruments.values())
    rows = (*standing, *unplaced(edition, page))
    parties = [code for one in edition.site.instruments.values() for code in one.parties]
    return AgreementsView(
        count=edition.localizer.count("{n} agreement", "{n} agreements", len(rows)),
        columns=staged(edition, standing),
        rows=rows,
        countries=edition.bars(COUNTRY, parties, page),
    )


def _page(edition: Edition, instrument: Instrument, page: str) -> InstrumentView:
    record = edition.site.register.of(AGREEMENT)[instrument.id]
    topics = [topic for key in edition.chosen(record.briefings) for topic in edition.site.briefings[key].topics]
    return InstrumentView(
        agreement=agreement_view(edition, instrument, page),
        other_names=edition.other_names(record),
        standing=_standing(edition, instrument),
        reason=instrument.reason,
        steps=tuple(_step(edition, movement, page) for movement in instrument.movements),
        party_stages=tuple(edition.localizer.label(stage) for stage in _BINDING),
        party_rows=tuple(_party_rows(edition, instrument, page)),
        claims=tuple(claim_groups(edition, instrument.claims)),
        topics=edition.bars(TOPIC, topics, page),
        cards=edition.card_list(record.briefings, page),
        official_text=instrument.url,
    )


def _standing(edition: Edition, instrument: Instrument) -> str:
    """Where it stands and since when nothing has been reported to move it."""
    say = edition.localizer
    if not instrument.status:
        return say.text("No report says where it stands.")
    if instrument.since is None or not instrument.since.is_dated:
        return say.text("The reports that say so have no date.")
    if instrument.status == "ended":
        return ""
    return say.text("No movement reported since {date}.", date=say.date(instrument.since))


def _step(edition: Edition, movement: Movement, page: str) -> StepView:
    say = edition.localizer
    words = None
    if movement.spot:
        briefing = edition.site.briefings[movement.spot.briefing]
        words = quote(edition, briefing, briefing.facts.agreements[movement.spot.place].quote, page)
        source = edition.briefing_link(briefing.id, page)
    else:
        source = Link(movement.url, movement.source)
    return StepView(
        status=say.label(movement.status),
        stage=movement.stage,
        date=say.date(movement.date),
        date_iso=iso_range(movement.date) if movement.date else "",
        note=say.text("date of the report") if movement.date and movement.dated_by == "report" else "",
        parties=edition.links(COUNTRY, edition.without_focus(movement.parties), page),
        source=source,
        quote=words,
        is_raw=movement.is_raw,
    )


def _party_rows(edition: Edition, instrument: Instrument, page: str) -> Iterator[PartyRow]:
    """Which party is reported to have signed, ratified or be bound, and when."""
    reports = [movement for movement in instrument.movements if movement.status in _BINDING and not movement.is_raw]
    parties = dict.fromkeys(code for movement in reports for code in movement.parties)
    for code in edition.without_focus(tuple(parties)):
        own = [movement for movement in reports if code in movement.parties]
        dates = (next((edition.localizer.date(one.date) for one in own if one.status == stage), "") for stage in _BINDING)
        yield PartyRow(edition.link(COUNTRY, code, page), tuple(dates))
