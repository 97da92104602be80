"""What changed: day by day, what the reports brought."""

from __future__ import annotations

import pytest

from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import AgreementRef, AgreementStatus, CountryRef, SourceRef
from briefgen.rendering.pages.changes import MOST_DAYS, pages
from briefgen.rendering.views.lists import ChangeDay
from tests.rendering.sample_site import edition, raw, site, written


def report(key: str, date: str | None, status: AgreementStatus | None = None, **facts: object) -> Briefing:
    """A briefing about Austria that came out on a day, perhaps with a treaty at a status."""
    refs = (AgreementRef("Pact", status=status, parties=("AT", "VN")),) if status else ()
    day = Edtf.parse(date) if date else None
    values: dict[str, object] = {"countries": (CountryRef("AT"),), "agreements": refs, "source": SourceRef(date=day), **facts}
    return written(key, f"Report {key}", **values)


def days(*briefings: Briefing, lang: str = "en") -> list[ChangeDay]:
    """The days of the page."""
    shown = edition(site(*briefings), lang)
    (plan,) = pages(shown)
    page = plan.make(shown)
    found = page.values["days"]
    assert isinstance(found, tuple)
    return list(found)


def test_the_day_of_the_source_else_of_the_briefing() -> None:
    """News came out when its source did; without either year there is no day, and the briefing is not told."""
    own = Edtf.parse("2025-01-01")
    assert str(written("a", "A", date=own, source=SourceRef(date=Edtf.parse("2025-02-02"))).reported) == "2025-02-02"
    assert str(written("a", "A", date=own).reported) == "2025-01-01"
    assert report("a", "XXXX-02-02").reported is None
    assert days(report("a", None)) == []


def test_what_each_day_brought() -> None:
    """Newest first; a pact moves when a report takes it further than all before, a country is new in its first report."""
    found = days(
        report("c", "2025-03-01", "signed"),
        report("b", "2025-02-01", "signed", countries=(CountryRef("AT"), CountryRef("GE"))),
        report("a", "2025-01-01", "drafting"),
    )
    assert [day.date for day in found] == ["1 March 2025", "1 February 2025", "1 January 2025"]
    assert [len(day.moved) for day in found] == [0, 1, 1]
    assert [[link.text for link in day.first] for day in found] == [[], ["Georgia"], ["Austria"]]


def test_a_machine_moves_nothing_that_people_wrote_about() -> None:
    """A status found in a raw article is no movement of an agreement that a person reports."""
    found = AgreementRef("Pact", status="in-force", parties=("AT", "VN"))
    drafted = raw()
    facts = report("raw", "2025-04-01", agreements=(found,)).facts
    machine = Briefing("raw", drafted.file, "raw", raw=True, facts=facts, body=drafted.body)
    assert [len(day.moved) for day in days(machine, report("a", "2025-01-01", "drafting"))] == [0, 1]
    assert [len(day.moved) for day in days(machine)] == [1]


def test_undated_briefings_take_the_first_place() -> None:
    """Whoever an undated briefing names may have been met before, so nobody is told as new after it."""
    found = days(report("b", "2025-02-01"), report("a", None))
    assert [day.first for day in found] == [()]


@pytest.mark.parametrize(("lang", "date"), [("en", "1 May 2025"), ("ja", "2025年5月1日"), ("vi", "1 tháng 5, 2025")])
def test_in_the_language_of_the_page(lang: str, date: str) -> None:
    """A translation is no second report, and days are written as the language writes them."""
    (day,) = days(report("a", "2025-05-01"), report("a-ja", "2025-05-01", lang="ja", translation_of="a"), lang=lang)
    assert (day.date, len(day.cards)) == (date, 1)


def test_only_so_many_days() -> None:
    """The page ends after a quarter of a year of a busy desk."""
    many = [report(f"b{n}", f"2025-{1 + n // 28:02}-{1 + n % 28:02}") for n in range(MOST_DAYS + 5)]
    assert len(days(*many)) == MOST_DAYS
