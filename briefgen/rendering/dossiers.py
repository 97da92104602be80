"""What the dossiers of a country and of a pair of countries share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from briefgen.kinds import COUNTRY, PERSON
from briefgen.model.edtf import Edtf
from briefgen.model.instrument import STAGES, Instrument
from briefgen.model.occasion import Occasion
from briefgen.rendering.edition import Edition
from briefgen.rendering.instruments import agreements, staged
from briefgen.rendering.views.common import Row, StageGroup
from briefgen.rendering.views.dossier import SideView, TrendView

LATEST: Final = 5
"""Briefings with their bottom lines on a dossier; all others stand in its timeline."""

MOST_PEOPLE: Final = 12
"""People of one side: those whom briefings show most often."""


_NEVER: Final = (0, 0, 0)
"""Before every day: a site without any date knows of no contact that is over."""


def by_stage(edition: Edition, page: str, among: Iterable[Instrument]) -> tuple[StageGroup, ...]:
    """Agreements under their stages, the furthest stage first."""
    groups = staged(edition, agreements(edition, page, among))
    return tuple(group for group in reversed(groups) if group.agreements)


def sides(edition: Edition, codes: Iterable[str], keys: Iterable[str], page: str) -> tuple[SideView, ...]:
    """Who acted for each of these countries in briefings, those shown most often first, with the office held then."""
    briefings = [edition.site.briefings[key] for key in keys]
    seen: dict[str, dict[str, list[str]]] = {code: {} for code in codes}
    for briefing in briefings:
        for place, person in enumerate(briefing.facts.people):
            record = edition.site.register.at(PERSON, briefing.id, place)
            for code in record.countries:
                if code in seen:
                    seen[code].setdefault(record.id, []).append(person.role)
    return tuple(_side(edition, code, roles, page) for code, roles in seen.items() if roles)


def _side(edition: Edition, code: str, roles: dict[str, list[str]], page: str) -> SideView:
    order = edition.localizer.order
    ranked = sorted(roles, key=lambda key: (-len(roles[key]), order.key(edition.name(PERSON, key)[0])))[:MOST_PEOPLE]
    people = (edition.link(PERSON, key, page) for key in ranked)
    rows = (Row(link.text, next(filter(None, roles[key]), ""), link.href) for key, link in zip(ranked, people, strict=True))
    return SideView(edition.link(COUNTRY, code, page), tuple(rows))


def trend(edition: Edition, happened: Iterable[Occasion]) -> TrendView | None:
    """Events in the year up to the newest date of the site and in the year before it; nothing where none is dated.

    What is announced for later is not counted; what was going on that day is.
    """
    told = [one for one in happened if one.event]
    as_of = edition.as_of
    if as_of is None or not any(one.is_dated for one in told):
        return None
    year, month, day = as_of.sort_key
    now, before, earlier = ((year - back, month, day) for back in range(3))
    days = [min(one.date.sort_key, now) for one in told if one.date and one.has_begun(now)]
    recent = sum(before < one <= now for one in days)
    previous = sum(earlier < one <= before for one in days)
    say = edition.localizer
    return TrendView(
        direction="more" if recent > previous else "less" if recent < previous else "same",
        sentence=say.text(
            "{recent} in the year to {date}, {previous} in the year before",
            recent=say.count("{n} event", "{n} events", recent),
            previous=say.number(previous),
            date=say.date(as_of),
        ),
        undated=say.count("{n} undated event is not counted", "{n} undated events are not counted", undated)
        if (undated := sum(not one.is_dated for one in told))
        else "",
    )


def numbers(
    edition: Edition, keys: Iterable[str], happened: Iterable[Occasion], instruments: Iterable[Instrument]
) -> Iterator[Row]:
    """A dossier in numbers: briefings, events, the last contact, agreements that are open and those concluded."""
    say = edition.localizer
    told = [one for one in happened if one.event]
    today = edition.as_of.sort_key if edition.as_of else _NEVER
    last = next((one.date for one in told if one.has_begun(today)), None)
    stages = [one.stage for one in instruments if one.stage]
    signed = STAGES.index("signed") + 1
    counted = (
        ("Briefings", len(tuple(keys))),
        ("Events", len(told)),
        ("Agreements signed or in force", sum(signed <= stage < len(STAGES) for stage in stages)),
        ("Agreements under way", sum(stage < signed for stage in stages)),
    )
    yield from (Row(say.text(label), say.number(number)) for label, number in counted if number)
    if last:
        yield Row(say.text("Last contact"), say.date(last))


def newest_date(edition: Edition, dates: Iterable[Edtf | None]) -> str:
    """The newest of several dates, in words; empty where none has a year."""
    dated = [date for date in dates if date and date.is_dated]
    return edition.localizer.date(max(dated, key=lambda date: date.sort_key)) if dated else ""
