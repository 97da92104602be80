"""Pairs of countries: who met whom."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.indexing.pairs import TOGETHER, pairs_of
from briefgen.model.briefing import Briefing
from briefgen.model.frontmatter import CountryRef, EventKind, EventRef
from briefgen.model.site import Pair
from tests.rendering.sample_site import written

CODES = ("AT", "AZ", "GE", "JP", "MZ", "VN")


def met(key: str, *tables: Sequence[str], kind: EventKind = "meeting") -> Briefing:
    """A briefing about events at these tables."""
    return written(key, key, events=tuple(EventRef(kind, countries=tuple(codes)) for codes in tables))


def paired(briefings: Sequence[Briefing]) -> dict[tuple[str, str], Pair]:
    """The pairs of briefings without translations."""
    return pairs_of({briefing.id: briefing for briefing in briefings}, {})


def test_each_meeting_of_an_article_pairs_its_own_countries() -> None:
    """Viet Nam met both; the other two did not meet each other."""
    found = paired([met("b", ("VN", "AT"), ("MZ", "VN")), met("a", ("AT", "VN"))])
    assert {codes: pair.briefings for codes, pair in found.items()} == {("AT", "VN"): ("b", "a"), ("MZ", "VN"): ("b",)}


def test_a_statement_is_no_encounter() -> None:
    """A country that speaks about another did not meet it."""
    assert paired([met("a", ("AT", "VN"), kind="statement")]) == {}


def test_without_events_the_type_decides() -> None:
    """A visit without listed events is a meeting of its main countries; background is none, a mention is none."""
    countries = (CountryRef("VN"), CountryRef("AT"), CountryRef("JP", "mentioned"))
    assert [*paired([written("a", "a", type="visit", countries=countries)])] == [("AT", "VN")]
    assert paired([written("a", "a", type="background", countries=countries), written("b", "b", countries=countries)]) == {}


def test_a_conference_pairs_nobody() -> None:
    """At a table of five nobody is said to have met anybody in particular."""
    assert len(paired([met("a", CODES[:TOGETHER])])) == 6
    assert paired([met("a", CODES[: TOGETHER + 1])]) == {}


@given(st.lists(st.lists(st.sampled_from(CODES), max_size=6), max_size=6))
def test_a_pair_has_exactly_the_briefings_where_both_sat(tables: list[list[str]]) -> None:
    """Every pair at a small table is found, once for each briefing, in alphabetical order."""
    briefings = [met(f"b{place}", table, table) for place, table in enumerate(tables)]
    found = paired(briefings)
    for codes in combinations(CODES, 2):
        both = tuple(f"b{n}" for n, table in enumerate(tables) if set(codes) <= set(table) and len(set(table)) <= TOGETHER)
        assert (found[codes].briefings if codes in found else ()) == both
