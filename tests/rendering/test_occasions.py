"""Occasions: what happened, as rows of any page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import CountryRef, EventRef, PersonRef
from briefgen.rendering.occasions import event_name, occasion_row, occasions, participants, sections
from tests.rendering.sample_site import edition, site, written

DATES = st.sampled_from((None, "2024", "2024-11", "2025-10-16", "2025-10-16/2025-10-19", "XXXX-10-16"))


def talks(key: str, *dates: str | None, date: str | None = "2025-10-20", **facts: object) -> Briefing:
    """A briefing of a date about meetings of their own dates, held by Viet Nam and Austria."""
    events = tuple(EventRef("meeting", Edtf.parse(own) if own else None, "Hà Nội", ("VN", "AT")) for own in dates)
    return written(key, f"Talks {key}", date=Edtf.parse(date) if date else None, events=events, **facts)


def test_an_event_has_its_own_date_else_that_of_its_briefing() -> None:
    """The newest comes first; a day without a year comes last."""
    shown = edition(site(talks("a", "2025-10-16", None, "XXXX-05-01"), talks("b", date="2025-10-18")))
    found = occasions(shown, shown.site.briefings)
    assert [(one.briefing.id, one.place, str(one.date)) for one in found] == [
        ("a", 1, "2025-10-20"),
        ("b", 0, "2025-10-18"),
        ("a", 0, "2025-10-16"),
        ("a", 2, "XXXX-05-01"),
    ]


@given(st.lists(st.lists(DATES, max_size=3), min_size=1, max_size=4))
def test_every_event_once(tables: list[list[str | None]]) -> None:
    """Whatever the dates, no event is lost or told twice, and a briefing without events stands for itself."""
    shown = edition(site(*(talks(f"b{n}", *dates) for n, dates in enumerate(tables))))
    found = [(one.briefing.id, one.place) for one in occasions(shown, shown.site.briefings)]
    assert sorted(found) == [(f"b{n}", place) for n, dates in enumerate(tables) for place in range(max(1, len(dates)))]
    dated = [one.date.sort_key for one in occasions(shown, shown.site.briefings) if one.date]
    assert dated == sorted(dated, reverse=True)


@pytest.mark.parametrize("lang", ["en", "ja", "vi"])
def test_a_translation_tells_nothing_new(lang: str) -> None:
    """Of a briefing and its translation the one in the page's language is told."""
    shown = edition(site(talks("a", None), talks("a-ja", None, lang="ja", translation_of="a")), lang)
    (one,) = occasions(shown, shown.site.briefings)
    assert one.briefing.id == ("a-ja" if lang == "ja" else "a")


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("en", "Meeting · Hà Nội · Vietnam and Austria"),
        ("ja", "会談 · Hà Nội · ベトナム、オーストリア"),
        ("vi", "Cuộc gặp · Hà Nội · Việt Nam và Áo"),
    ],
)
def test_names_of_events(lang: str, name: str) -> None:
    """Kind, place and parties in the language of the page; the place as it is written."""
    shown = edition(site(talks("a", None)), lang)
    (one,) = occasions(shown, ["a"])
    assert event_name(shown, one) == name


def test_several_meetings_have_sections() -> None:
    """Rows lead to the section of a meeting; of one meeting to the page. A country's page links its own meetings only."""
    two = EventRef("meeting", countries=("VN", "AT")), EventRef("signing", countries=("VN", "JP"))
    shown = edition(site(written("a", "Talks", date=Edtf.parse("2025"), events=two), talks("b", None)))
    page = "countries/at.html"
    hrefs = [occasion_row(shown, one, page).href for one in occasions(shown, ["a", "b"])]
    assert sorted(hrefs) == ["../briefings/a.html#event-1", "../briefings/a.html#event-2", "../briefings/b.html"]
    assert [link.href for link in sections(shown, "a", page, lambda one: "AT" in one.countries)] == [
        "../briefings/a.html#event-1"
    ]
    assert sections(shown, "b", page, lambda _: True) == ()


def test_participants_are_listed_people() -> None:
    """Names of an event are people of its briefing however spelled; a name that the briefing does not list is nobody."""
    people = (PersonRef("Lê Quốc Hùng", country="VN"), PersonRef("Peter Webinger", country="AT"))
    event = EventRef("meeting", people=("Peter Webinger", "LE QUOC HUNG", "Somebody Else"))
    shown = edition(site(written("a", "Talks", people=people, events=(event,))))
    (one,) = occasions(shown, ["a"])
    assert [record.name("en")[0] for record in participants(shown, one)] == ["Peter Webinger", "Lê Quốc Hùng"]


@pytest.mark.parametrize(("day", "begun"), [((2025, 10, 15), False), ((2025, 10, 16), True), ((2025, 10, 30), True)])
def test_what_has_begun(day: tuple[int, int, int], begun: bool) -> None:  # noqa: FBT001  a parameter of a test
    """An event has begun on its first day; one without a year never surely has."""
    shown = edition(site(talks("a", "2025-10-16/2025-10-19", "XXXX-10-16")))
    dated, undated = occasions(shown, ["a"])
    assert dated.has_begun(day) is begun
    assert not undated.has_begun(day)


def test_countries_of_a_briefing_without_events() -> None:
    """It concerns the countries that it is about, not those it mentions."""
    countries = (CountryRef("VN"), CountryRef("JP", "mentioned"))
    shown = edition(site(written("a", "News", countries=countries)))
    assert occasions(shown, ["a"])[0].countries == ("VN",)
