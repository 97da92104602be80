"""The timeline and its parts."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import EventKind, EventRef
from briefgen.rendering.pages.timeline import MOST, pages
from briefgen.rendering.views.timeline import TimelineView
from tests.rendering.sample_site import edition, site, written
from tests.rendering.sample_site import pages as rendered

DATES = ("2023", "2024-11", "2025-10-16", "XXXX-10-16")


def told(key: str, *dates: str, kind: EventKind = "meeting", **facts: object) -> Briefing:
    """A briefing about events of these dates."""
    return written(key, f"Talks {key}", events=tuple(EventRef(kind, Edtf.parse(date)) for date in dates), **facts)


def views(*briefings: Briefing, lang: str = "en") -> dict[str, TimelineView]:
    """The timeline and its parts by their addresses."""
    made: dict[str, TimelineView] = {}
    shown = edition(site(*briefings), lang)
    for plan in pages(shown):
        page = plan.make(shown, *plan.keys)
        view = page.values["view"]
        assert isinstance(view, TimelineView)
        made[page.path] = view
    return made


def hrefs(view: TimelineView) -> list[str]:
    """Where the rows of a timeline lead, in order."""
    return [row.href.rpartition("/")[2] for year in view.years for month in year.months for row in month.rows]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(st.sampled_from(DATES), min_size=2, max_size=4), min_size=1, max_size=4))
def test_every_event_once(tables: list[list[str]]) -> None:
    """Every event of every briefing stands on the timeline once, and once among the parts by year if it has one."""
    made = views(*(told(f"b{n}", *dates) for n, dates in enumerate(tables)))
    expected = Counter(f"b{n}.html#event-{place + 1}" for n, dates in enumerate(tables) for place in range(len(dates)))
    assert Counter(hrefs(made["timeline.html"])) == expected
    years = {path: view for path, view in made.items() if re.fullmatch(r"timeline/\d{4}\.html", path)}
    dated = sum(not date.startswith("XXXX") for dates in tables for date in dates)
    assert not years or sum(len(hrefs(view)) for view in years.values()) == dated


def test_years_and_months() -> None:
    """Newest first; a year without month comes before its months, undated events are in a group of their own."""
    view = views(told("a", "2025-10-16", "2025", "2024-11", "XXXX-10-16"))["timeline.html"]
    shown = [(year.title, [month.title for month in year.months]) for year in view.years]
    assert shown == [("2025", ["", "October 2025"]), ("2024", ["November 2024"]), ("", [""])]


@pytest.mark.parametrize(("lang", "month"), [("en", "October 2025"), ("ja", "2025年10月"), ("vi", "tháng 10 năm 2025")])
def test_months_in_the_language_of_the_page(lang: str, month: str) -> None:
    """A month is written as the language writes it."""
    view = views(told("a", "2025-10-16"), lang=lang)["timeline.html"]
    assert view.years[0].months[0].title == month


def test_parts_are_alike_in_every_language() -> None:
    """The addresses of parts do not depend on the language of the interface; a language has its own texts."""
    reports = told("a", "2025-01-01"), told("a-ja", "2025-01-01", lang="ja", translation_of="a"), told("b", "2024-01-01")
    english, japanese = views(*reports), views(*reports, lang="ja")
    assert set(english) == set(japanese)
    assert hrefs(english["timeline/ja.html"]) == hrefs(japanese["timeline/ja.html"]) == ["a-ja.html"]
    assert hrefs(english["timeline/2025.html"]) == ["a.html"]
    assert hrefs(japanese["timeline/2025.html"]) == ["a-ja.html"]


def test_one_year_is_no_part() -> None:
    """What would be the whole again is not offered as a filter."""
    assert not any(re.search(r"\d{4}", path) for path in views(told("a", "2025-01-01", "2025-02-01")))


def test_the_strip_counts_all_dated_events() -> None:
    """A bar a month, empty months between; bars stand on the highest."""
    strip = views(told("a", "2025-01-01", "2025-01-09", "2025-03-05"))["timeline.html"].strip
    assert [(bar.label, bar.height) for bar in strip] == [
        ("January 2025: 2 events", 100),
        ("February 2025: 0 events", 0),
        ("March 2025: 1 event", 50),
    ]


def test_a_long_timeline_goes_on_by_year() -> None:
    """What has no room on the timeline stands on the pages of its years, which are named."""
    many = [told(f"b{n:03}", f"{2020 + n % 2}-01-01") for n in range(MOST + 10)]
    made = views(*many)
    assert len(hrefs(made["timeline.html"])) == MOST
    assert [link.text for link in made["timeline.html"].more] == ["2020"]
    assert not made["timeline.html"].is_complete
    assert len(hrefs(made["timeline/2020.html"])) == len(many) // 2


def test_filters_without_script_lead_to_pages() -> None:
    """Every filter is a link to a page that there is, and the current part is marked."""
    made = rendered(site(told("a", "2025-01-01"), told("b", "2024-01-01", kind="signing")))
    page = made["timeline/signing.html"]
    assert re.findall(r'<a href="([^"]+)" data-key="[^"]*" aria-current="page">', page) == ["signing.html"]
    assert {"timeline/2024.html", "timeline/2025.html", "timeline/meeting.html"} <= set(made)
