"""The front page: what leads it, and the year in numbers."""

from __future__ import annotations

from dataclasses import replace

from briefgen.model.edtf import Edtf
from briefgen.rendering.pages.home import home_view
from tests.rendering.sample_site import edition, raw, site, visit, written


def test_what_a_person_wrote_leads() -> None:
    """A written briefing with a bottom line leads before a newer machine draft; without any, what there is does."""
    drafted = raw()
    drafted = replace(drafted, facts=replace(drafted.facts, summary="Drafted.", date=Edtf.parse("2026-01-01")))
    both = home_view(edition(site(drafted, visit(date=Edtf.parse("2025-05-05"), aliases=()))))
    assert both.lead is not None
    assert both.lead.href == "briefings/visit.html"
    alone = home_view(edition(site(drafted, written("bare", "No bottom line"))))
    assert alone.lead is not None
    assert alone.lead.is_raw


def test_the_year_up_to_the_newest_briefing() -> None:
    """Events, their countries and agreements that moved are counted from a year before the newest date of the site."""
    old = visit(date=Edtf.parse("2023-01-01"), aliases=())
    old = replace(old, id="old", slug="old")
    view = home_view(edition(site(visit(date=Edtf.parse("2025-05-05"), aliases=()), old)))
    assert view.period == "In the year to 5 May 2025"
    assert [(row.label, row.value) for row in view.recent][:2] == [("Events", "1"), ("Countries", "2")]
