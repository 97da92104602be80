"""What stands around a briefing: what went before, what comes, who else reported it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import AgreementRef, CountryRef, EventRef, SourceRef
from briefgen.rendering.context import MOST_EARLIER, also_reported, background, glance, watch
from briefgen.rendering.edition import Edition
from tests.rendering.sample_site import edition, site, written

PAGE = "briefings/now.html"
BOTH = (CountryRef("VN"), CountryRef("AT"))


def report(key: str, date: str | None, publisher: str = "Example News", **facts: object) -> Briefing:
    """A briefing about a meeting of Viet Nam and Austria, as one publisher has it."""
    values: dict[str, object] = {
        "date": Edtf.parse(date) if date else None,
        "type": "meeting",
        "countries": BOTH,
        "source": SourceRef(publisher=publisher),
        **facts,
    }
    return written(key, f"Talks {key}", **values)


def earlier(shown: Edition, key: str = "now") -> list[str]:
    """The addresses of the encounters that stand on the page of a briefing as having gone before."""
    found = background(shown, shown.site.briefings[key], PAGE)
    return [row.href for one in found for row in one.earlier]


def test_the_last_encounters_before() -> None:
    """The last few, newest first; neither later ones, nor those of the same day, nor those without a year."""
    dates = {"now": "2025-05-02", "later": "2025-06-01", "same": "2025-05-02", "undated": "XXXX-01-01"}
    past = {f"past-{year}": str(year) for year in range(2020, 2025)}
    shown = edition(site(*(report(key, date) for key, date in {**dates, **past}.items())))
    assert earlier(shown) == ["past-2024.html", "past-2023.html", "past-2022.html"]
    assert len(earlier(shown)) == MOST_EARLIER
    assert earlier(shown, "past-2020") == []


@pytest.mark.parametrize("date", [None, "XXXX-05-02"])
def test_nothing_is_known_to_be_before_an_unknown_day(date: str | None) -> None:
    """Without a year on the briefing there is no before."""
    assert earlier(edition(site(report("now", date), report("past", "2020")))) == []


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(("2024", "2025", "2025-05", "2025-05-02", "2025-05-01", "XXXX-05-01"))))
def test_what_went_before_is_over(dates: list[str]) -> None:
    """The dated encounters that had ended before the day of the briefing, and no others, as far as there is room."""
    shown = edition(site(report("now", "2025-05-02"), *(report(f"b{n}", date) for n, date in enumerate(dates))))
    over = [n for n, date in enumerate(dates) if date in {"2024", "2025-05-01"}]
    found = earlier(shown)
    assert len(found) == min(MOST_EARLIER, len(over))
    assert set(found) <= {f"b{n}.html" for n in over}


@pytest.mark.parametrize(("lang", "key"), [("en", "past"), ("ja", "past-ja")])
def test_a_translation_is_not_what_went_before(lang: str, key: str) -> None:
    """Neither the briefing's own translation nor both of another one."""
    own = report("now", "2025-05-02"), report("now-ja", "2025-05-01", lang="ja", translation_of="now")
    past = report("past", "2024"), report("past-ja", "2024", lang="ja", translation_of="past")
    assert earlier(edition(site(*own, *past), lang)) == [f"{key}.html"]


def also(*others: Briefing) -> list[str]:
    """The addresses of other reports of what the first briefing tells."""
    shown = edition(site(report("now", "2025-05-02"), *others))
    return [link.href for link in also_reported(shown, shown.site.briefings["now"], PAGE)]


def test_other_publishers_of_the_same_day_and_countries() -> None:
    """Another day, other countries, the same publisher are not the same news from another source."""
    assert also(
        report("b", "2025-05-02", "Second"),
        report("c", "2025-05-02"),
        report("d", "2025-05-03", "Second"),
        report("e", "2025-05-02", "Second", countries=(*BOTH, CountryRef("JP"))),
    ) == ["b.html"]


def test_what_to_watch() -> None:
    """Dates that lie ahead of the report, and agreements that are not signed, with the date since which nothing moved them."""
    parties = ("AT", "VN")
    refs = (
        AgreementRef("Open pact", status="drafting", parties=parties),
        AgreementRef("Signed pact", status="signed", parties=parties),
    )
    events = EventRef("signing", Edtf.parse("2025-12-01"), "Vienna"), EventRef("meeting", Edtf.parse("2025-05-02"))
    source = SourceRef(date=Edtf.parse("2025-05-03"))
    shown = edition(site(report("now", "2025-05-02", agreements=refs, events=events, source=source)))
    rows = [(row.link.text, row.text) for row in watch(shown, shown.site.briefings["now"], PAGE)]
    assert rows == [
        ("Signing · Vienna · Vietnam and Austria", "1 December 2025"),
        ("Open pact", "Drafting, no movement reported since 2 May 2025"),
    ]
    box = glance(shown, shown.site.briefings["now"], PAGE)
    assert (box.next_date, box.place, box.format) == ("1 December 2025", "Vienna", "Signing and Meeting")


@pytest.mark.parametrize(("lang", "parties"), [("en", "Austria"), ("ja", "オーストリア"), ("vi", "Áo")])
def test_parties_in_the_language_of_the_page(lang: str, parties: str) -> None:
    """The box names the main countries, each with the words of the source that make it one."""
    countries = (CountryRef("AT", quote="The Austrian minister"), CountryRef("JP", "mentioned"))
    shown = edition(site(report("now", "2025-05-02", countries=countries)), lang)
    (party,) = glance(shown, shown.site.briefings["now"], PAGE).parties
    assert (party.text, party.quote and party.quote.text) == (parties, "The Austrian minister")
