"""What dossiers of a country and of a pair share: the trend, the numbers, who acted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.kinds import AGREEMENT
from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import AgreementRef, AgreementStatus, EventRef, PersonRef
from briefgen.model.instrument import STAGES
from briefgen.rendering.dossiers import MOST_PEOPLE, by_stage, newest_date, numbers, sides, trend
from briefgen.rendering.edition import Edition
from briefgen.rendering.occasions import occasions
from briefgen.rendering.views.dossier import TrendView
from tests.rendering.sample_site import edition, site, written

PAGE = "countries/at.html"


def met(*dates: str, key: str = "a", date: str = "2025-10-20") -> Briefing:
    """A briefing about meetings of these dates."""
    return written(key, "Talks", date=Edtf.parse(date), events=tuple(EventRef("meeting", Edtf.parse(one)) for one in dates))


def trend_of(*dates: str, lang: str = "en") -> TrendView | None:
    """The trend of these meetings, seen on 20 October 2025."""
    shown = edition(site(met(*dates)), lang)
    return trend(shown, occasions(shown, shown.site.briefings))


@pytest.mark.parametrize(
    ("dates", "direction", "sentence"),
    [
        (("2025-10-19", "2025-01-01", "2024-05-05"), "more", "2 events in the year to 20 October 2025, 1 in the year before"),
        (("2024-10-20",), "less", "0 events in the year to 20 October 2025, 1 in the year before"),
        (("2024-10-21", "2023-10-21"), "same", "1 event in the year to 20 October 2025, 1 in the year before"),
        (("2025-10-19/2025-10-22", "2026-01-01"), "more", "1 event in the year to 20 October 2025, 0 in the year before"),
    ],
)
def test_two_years_are_compared(dates: tuple[str, ...], direction: str, sentence: str) -> None:
    """What was going on that day counts, what is announced does not; a year begins the day after the one before ended."""
    view = trend_of(*dates)
    assert view is not None
    assert (view.direction, view.sentence, view.undated) == (direction, sentence, "")


@pytest.mark.parametrize(("lang", "undated"), [("en", "1 undated event is not counted"), ("ja", "1"), ("vi", "1")])
def test_undated_events_are_told(lang: str, undated: str) -> None:
    """An event without a year is not counted, and readers learn that."""
    view = trend_of("2025-10-19", "XXXX-03-01", lang=lang)
    assert view is not None
    assert undated in view.undated


def test_no_trend_without_dates() -> None:
    """Where no event has a year there is nothing to compare."""
    assert trend_of("XXXX-03-01") is None


@given(st.lists(st.sampled_from(("2025-06-01", "2024-06-01", "2025", "2025-10", "XXXX-10-16")), min_size=1))
def test_every_event_is_counted_or_told(dates: list[str]) -> None:
    """Of events within the two years none gets lost, however precise its date."""
    view = trend_of(*dates)
    if view is None:
        assert set(dates) == {"XXXX-10-16"}
        return
    recent, previous = view.sentence.split(" ")[0], view.sentence.split(", ")[1].split(" ")[0]
    undated = view.undated.split(" ")[0] or "0"
    assert int(recent) + int(previous) + int(undated) == len(dates)


def rows(shown: Edition) -> dict[str, str]:
    """The numbers of a dossier that has everything on the site."""
    keys = tuple(shown.site.briefings)
    made = numbers(shown, keys, occasions(shown, keys), shown.site.instruments.values())
    return {row.label: row.value for row in made}


def test_numbers_of_a_dossier() -> None:
    """Briefings, events, the last contact that was; agreements apart by whether they were concluded."""
    reports: tuple[tuple[str, AgreementStatus], ...] = (("A", "drafting"), ("B", "signed"), ("C", "in-force"), ("D", "ended"))
    refs = tuple(AgreementRef(name, status=status, parties=("AT", "VN")) for name, status in reports)
    shown = edition(site(met("2026-05-01", "2025-10-18"), written("b", "Pacts", agreements=refs)))
    assert rows(shown) == {
        "Briefings": "2",
        "Events": "2",
        "Agreements signed or in force": "2",
        "Agreements under way": "1",
        "Last contact": "18 October 2025",
    }
    assert [group.stage for group in by_stage(shown, PAGE, shown.site.instruments.values())] == [
        STAGES.index(status) + 1 for status in ("ended", "in-force", "signed", "drafting")
    ]
    assert len(shown.site.entries[AGREEMENT.name]) == len(refs)


def test_nothing_is_counted_as_nothing() -> None:
    """A number that is none is left out."""
    assert rows(edition(site(written("a", "News")))) == {"Briefings": "1"}


def test_who_acted() -> None:
    """Each side has those shown most often, with the newest office that a briefing gives; a side of nobody is left out."""

    def report(key: str, date: str, *people: PersonRef) -> Briefing:
        return written(key, key, date=Edtf.parse(date), people=people)

    anna = PersonRef("Anna", "Minister", "AT")
    many = [PersonRef(f"Person {letter}", country="AT") for letter in "BCDEFGHIJKLMN"]
    shown = edition(site(report("b", "2025", PersonRef("Anna", country="AT")), report("a", "2024", anna, *many)))
    (side,) = sides(shown, ("AT", "VN"), shown.site.briefings, PAGE)
    assert (side.country.text, side.people[0].label, side.people[0].value) == ("Austria", "Anna", "Minister")
    assert len(side.people) == MOST_PEOPLE


def test_the_newest_date() -> None:
    """In words; a date without a year is none."""
    shown = edition(site())
    dates = [Edtf.parse("2024-05"), None, Edtf.parse("2025-01-02"), Edtf.parse("XXXX-12-31")]
    assert (newest_date(shown, dates), newest_date(shown, dates[3:])) == ("2 January 2025", "")
