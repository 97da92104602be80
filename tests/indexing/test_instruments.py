"""Instruments: where each stands, from every report of it, and reports that cannot all be true."""

from __future__ import annotations

from typing import Any

import pytest

from briefgen.errors import Problem
from briefgen.indexing import index
from briefgen.model.briefing import Body, Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import AgreementRef, EventRef, FrontMatter
from briefgen.model.instrument import Instrument
from briefgen.model.settings import Settings
from briefgen.model.vocabulary import Agreement, KnownMovement, Vocabulary

VOCABULARY = Vocabulary(countries={}, topics={})


def report(key: str, status: str | None, date: str = "", *, raw: bool = False, **facts: object) -> Briefing:
    """A briefing of a date that reports one treaty between Austria and Viet Nam at a status."""
    values: dict[str, Any] = {
        "title": key,
        "lang": "en",
        "date": Edtf.parse(date) if date else None,
        "agreements": (AgreementRef("Extradition treaty", "treaty", status, ("AT", "VN")),),  # type: ignore[arg-type]
        **facts,
    }
    stated = FrontMatter(**values)
    positions = {("agreements", 0): (7, 5), ("agreements", 0, "status"): (9, 13)}
    return Briefing(key, f"content/{key}.md", key, raw=raw, facts=stated, body=Body(""), positions=positions)


def standing(*briefings: Briefing, known: Agreement | None = None) -> tuple[Instrument, tuple[Problem, ...]]:
    """The only instrument of these briefings, and the problems of indexing them."""
    vocabulary = Vocabulary({}, {}, agreements={known.id: known} if known else {})
    site, problems = index(briefings, vocabulary, Settings())
    (instrument,) = site.instruments.values()
    return instrument, problems


def test_the_furthest_report_says_where_it_stands() -> None:
    """Status and the date since when follow from the reports, in the order of their dates."""
    instrument, problems = standing(
        report("c", "signed", "2025-05"), report("a", "drafting", "2023-01-10"), report("b", "negotiating", "2024")
    )
    assert [movement.status for movement in instrument.movements] == ["drafting", "negotiating", "signed"]
    assert (instrument.status, str(instrument.since)) == ("signed", "2025-05")
    assert problems == ()


def test_its_own_date_comes_before_that_of_the_report() -> None:
    """A treaty that a report of 2025 calls signed in 2019 has been signed since 2019."""
    signed = AgreementRef("Extradition treaty", "treaty", "signed", ("AT", "VN"), Edtf.parse("2019"))
    instrument, _ = standing(report("a", "signed", "2025-10-26", agreements=(signed,)))
    assert (str(instrument.since), instrument.movements[0].dated_by) == ("2019", "agreement")


def test_the_event_of_its_parties_dates_a_report() -> None:
    """Without a date of its own it was where the report has it when its parties met."""
    met = EventRef("meeting", Edtf.parse("2024-03-02"), countries=("VN", "AT"))
    instrument, _ = standing(report("a", "negotiating", "2024-03-05", events=(met,)))
    assert (str(instrument.since), instrument.movements[0].dated_by) == ("2024-03-02", "report")


def test_a_year_that_is_not_stated_dates_nothing() -> None:
    """Reports without a year stand last and leave the date open."""
    instrument, _ = standing(report("a", "drafting", "XXXX-10-16"), report("b", "proposed", "2020"))
    assert (instrument.status, instrument.since) == ("drafting", None)


def test_people_count_before_machines() -> None:
    """What was found in a raw article does not move an agreement that people have written about."""
    instrument, problems = standing(report("a", "drafting", "2024"), report("b", "in-force", "2025", raw=True))
    assert (instrument.status, instrument.is_raw, problems) == ("drafting", False, ())
    assert standing(report("b", "signed", "2025", raw=True))[0].is_raw


def test_a_translation_reports_nothing_new() -> None:
    """A briefing and its translation are one report."""
    instrument, _ = standing(report("a", "signed", "2025"), report("a-ja", "signed", "2025", translation_of="a"))
    assert len(instrument.movements) == 1


def test_a_mention_without_status_is_no_report() -> None:
    """An agreement that is only named stands nowhere."""
    instrument, _ = standing(report("a", None, "2025"))
    assert (instrument.status, instrument.stage, instrument.movements) == (None, 0, ())


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        ("signed", "negotiating", "`negotiating` is a step back: the agreement was reported as signed (2023)"),
        ("negotiating", "in-force", "`in-force` skips a stage: no report says that the agreement was signed"),
        ("drafting", "ratified", "`ratified` skips a stage: no report says that the agreement was signed"),
    ],
)
def test_reports_that_cannot_be_true_together(first: str, second: str, sentence: str) -> None:
    """A step back and a skipped stage are warnings at the later report, with a way out."""
    _, problems = standing(report("a", first, "2023"), report("b", second, "2025"))
    hint = "correct it, or set `status` and `reason` of the agreement in content/_vocabulary/agreements.yaml"
    assert problems == (Problem("content/b.md", 9, 13, sentence, hint, "warning"),)


def test_a_first_report_may_stand_anywhere() -> None:
    """Nothing is skipped where nothing earlier was reported."""
    assert standing(report("a", "in-force", "2025"))[1] == ()


def test_the_editor_decides() -> None:
    """A status of the vocabulary wins with its reason, and contradictions are settled; its own movements stand in the track."""
    known = Agreement(
        "treaty",
        {"en": "Extradition treaty"},
        status="ended",
        reason="Denounced, see the gazette.",
        movements=(KnownMovement("signed", "Gazette 3/2018", Edtf.parse("2018-02-01")),),
    )
    instrument, problems = standing(report("a", "ratified", "2019"), report("b", "drafting", "2020"), known=known)
    assert (instrument.status, instrument.reason, problems) == ("ended", "Denounced, see the gazette.", ())
    assert next((m.status, m.source) for m in instrument.movements) == ("signed", "Gazette 3/2018")
