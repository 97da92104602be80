"""The calendar: what is announced with a day, as calendar programs read it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import EventRef, SourceRef
from briefgen.model.settings import Settings
from briefgen.rendering.calendar import announced, calendar, lies_ahead
from tests.rendering.sample_site import edition, raw, site, written

SETTINGS = Settings(title="Desk; people, places", languages=("en", "ja", "vi"), base_url="https://example.org/")


def report(key: str, *dates: str, title: str = "Talks", place: str = "", **facts: object) -> Briefing:
    """A report of 20 October 2025 about meetings of these dates."""
    events = tuple(EventRef("meeting", Edtf.parse(date), place, ("VN", "AT")) for date in dates)
    values = {"source": SourceRef(date=Edtf.parse("2025-10-20")), "events": events, **facts}
    return written(key, title, **values)


def lines(*briefings: Briefing, lang: str = "en") -> list[str]:
    """The lines of a calendar, unfolded as RFC 5545 says; each is checked to be short enough."""
    (made,) = calendar(edition(site(*briefings, settings=SETTINGS), lang))
    assert all(len(line) <= 75 for line in made.data.split(b"\r\n"))
    text = made.data.decode()
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def value(found: list[str], name: str) -> list[str]:
    """The values of every property of a name, with parameters as they stand."""
    return [line.partition(":")[2] for line in found if line.partition(":")[0].partition(";")[0] == name]


@pytest.mark.parametrize(
    ("date", "ahead"),
    [
        ("2025-10-21", True),
        ("2025-10-20", False),
        ("2025-10-19/2025-10-25", False),
        ("2026", True),
        ("2025", False),
        ("XXXX-12-01", False),
    ],
)
def test_what_lies_ahead(date: str, ahead: bool) -> None:  # noqa: FBT001  a parameter of a test
    """What begins after the day of the report; a day without a year might be any year's."""
    assert lies_ahead(Edtf.parse(date), report("a")) is ahead


def test_a_report_without_a_date_announces_nothing() -> None:
    """Nothing is ahead of an unknown day; the date of a raw article is that of its publication."""
    undated = report("a", source=SourceRef())
    assert not lies_ahead(Edtf.parse("2099-01-01"), undated)
    assert lies_ahead(Edtf.parse("2025-10-27"), raw())


def test_events_by_day() -> None:
    """Whole days, the end not included, the earliest first; without a day there is no place in a calendar."""
    found = lines(report("a", "2025-12-30/2026-01-01", "2025-11", "2025-11-03"))
    assert value(found, "DTSTART") == ["20251103", "20251230"]
    assert value(found, "DTEND") == ["20251104", "20260102"]
    assert value(found, "UID") == ["a-3@briefgen", "a-1@briefgen"]
    assert value(found, "DTSTAMP") == ["20251020T000000Z"] * 2
    assert value(found, "URL") == ["https://example.org/briefings/a.html"] * 2


@pytest.mark.parametrize(
    ("lang", "summary"),
    [("en", "Meeting: Vietnam and Austria"), ("ja", "会談: ベトナム、オーストリア"), ("vi", "Cuộc gặp: Việt Nam và Áo")],
)
def test_in_the_language_of_the_interface(lang: str, summary: str) -> None:
    """A calendar a language, each briefing in one language only."""
    translated = report("a-ja", "2025-11-03", title="会談", lang="ja", translation_of="a")
    found = lines(report("a", "2025-11-03"), translated, lang=lang)
    assert value(found, "DESCRIPTION") == ["会談" if lang == "ja" else "Talks"]
    assert value(found, "SUMMARY") == [summary]


def test_nothing_announced() -> None:
    """An empty calendar is not valid, so there is none."""
    made = site(report("a", "2024-01-01"))
    assert (announced(made), tuple(calendar(edition(made)))) == ((), ())


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1).filter(str.strip))
def test_any_title_parses_back(title: str) -> None:
    """Folding and escaping lose nothing."""
    briefing = replace(report("a", "2025-11-03"), facts=replace(report("a", "2025-11-03").facts, title=title))
    (told,) = value(lines(briefing), "DESCRIPTION")
    assert told.replace("\\\\", "\0").replace("\\;", ";").replace("\\,", ",").replace("\\n", "\n").replace("\0", "\\") == title
