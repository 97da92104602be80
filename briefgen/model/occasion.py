"""What happened, as briefings tell it: event by event, each with when and whose it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import EventRef


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event of a briefing, or (`event` None) a briefing that tells of none; `date` is the event's, else the briefing's."""

    briefing: Briefing
    place: int
    event: EventRef | None
    date: Edtf | None

    @property
    def is_dated(self) -> bool:
        """Whether it has a place on a timeline."""
        return self.date is not None and self.date.is_dated

    def has_begun(self, day: tuple[int, int, int]) -> bool:
        """Whether it had begun on a day: what is announced for later has not happened."""
        return self.date is not None and self.is_dated and self.date.start.first <= day

    @property
    def countries(self) -> tuple[str, ...]:
        """Whose it was: the parties of the event, else the countries the briefing is about."""
        return (self.event.countries if self.event else ()) or self.briefing.countries("primary")

    @property
    def kind(self) -> str | None:
        """The kind of the event, else the type of the briefing."""
        return self.event.kind if self.event else self.briefing.facts.type


def occasions_of(briefing: Briefing) -> Iterator[Occasion]:
    """The events of a briefing, or the briefing itself; an event without a date happened when the briefing says it did."""
    for place in range(len(briefing.facts.events)) or (None,):
        yield occasion_of(briefing, place)


def occasion_of(briefing: Briefing, place: int | None) -> Occasion:
    """The occasion in a place of a briefing's events; without a place the briefing itself."""
    if place is None:
        return Occasion(briefing, 0, None, briefing.facts.date)
    event = briefing.facts.events[place]
    return Occasion(briefing, place, event, event.date or briefing.facts.date)


def newest_first(one: Occasion) -> tuple[bool, int, int, int, str, int]:
    """The order of occasions: the newest first, undated ones last, those of a day by their briefing and their place in it."""
    year, month, day = one.date.sort_key if one.date else (0, 0, 0)
    return (not one.is_dated, -year, -month, -day, one.briefing.id, one.place)
