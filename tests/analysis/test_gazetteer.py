"""The gazetteer: where a text names a country, in every language of the prose fixtures."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from babel.core import Locale
from hypothesis import given
from hypothesis import strategies as st

from briefgen.analysis.countries import countries_in
from briefgen.analysis.gazetteer import Gazetteer
from briefgen.model.vocabulary import Country
from tests.analysis.gazetteers import gazetteer_of_package, table
from tests.analysis.prose import Case, cases

GAZETTEER = gazetteer_of_package()
CODES = frozenset(table("countries"))
LANGUAGES = (
    "en",
    "ja",
    "vi",
    "de",
    "fr",
    "es",
    "ru",
    "uk",
    "pl",
    "cs",
    "fi",
    "hu",
    "tr",
    "ar",
    "he",
    "el",
    "hi",
    "ko",
    "zh",
    "th",
    "id",
)


@pytest.mark.parametrize("case", list(cases("countries")))
def test_names_exactly_the_expected_countries(case: Case) -> None:
    """A text names the countries a careful reader finds in it, and no others."""
    assert {mention.code for mention in countries_in(case.text, case.lang, GAZETTEER)} == set(case.expected.split())


@pytest.mark.parametrize("case", list(cases("countries")))
def test_spans_do_not_overlap_and_point_into_the_text(case: Case) -> None:
    """Mentions stand in reading order, never overlap, and quote words of the text as it was given."""
    for form in ("NFC", "NFD"):
        given_text = unicodedata.normalize(form, case.text)
        mentions = GAZETTEER.mentions(given_text, case.lang)
        assert all(left.end <= right.start for left, right in pairwise(mentions))
        assert all(0 <= mention.start < mention.end <= len(given_text) for mention in mentions)
        assert set(case.expected.split()) <= {mention.code for mention in mentions}


@pytest.mark.parametrize(
    "lang",
    [
        "en",
        "ja",
        "vi",
        "de",
        "fr",
        "es",
        "ru",
        "uk",
        "pl",
        "cs",
        "fi",
        "hu",
        "tr",
        "ar",
        "he",
        "el",
        "hi",
        "ko",
        "zh",
        "th",
        "id",
    ],
)
def test_finds_every_country_by_the_name_cldr_gives_it(lang: str) -> None:
    """The plain name of nearly every country is found in a sentence of its own; names that need context may be left out."""
    names = {code: name for code, name in Locale(lang).territories.items() if code in CODES}
    missed = {code for code, name in names.items() if code not in {m.code for m in GAZETTEER.mentions(f"({name})", lang)}}
    assert len(missed) <= 8, sorted(missed)


def test_the_rule_says_how_a_country_was_named() -> None:
    """Each mention carries the rule that found it."""
    text = "An Austrian envoy flew from Hanoi to Vietnam; in Salzburg it rained."
    assert [(text[m.start : m.end], m.code, m.rule) for m in GAZETTEER.mentions(text, "en")] == [
        ("Austrian", "AT", "countries/demonym"),
        ("Hanoi", "VN", "countries/capital"),
        ("Vietnam", "VN", "countries/name"),
        ("Salzburg", "AT", "countries/city"),
    ]


def test_a_name_belongs_to_its_language() -> None:
    """Áo is Austria in Vietnamese alone, Viên its capital there alone."""
    assert {m.code for m in GAZETTEER.mentions("hợp tác với Áo", "vi")} == {"AT"}
    assert not GAZETTEER.mentions("hợp tác với Áo", "en")


def test_a_city_counts_only_where_nothing_else_names_a_country() -> None:
    """Osaka alone stands for Japan; beside Brazil it does not."""
    assert {m.code for m in countries_in("The fair in Osaka ended.", "en", GAZETTEER)} == {"JP"}
    assert {m.code for m in countries_in("The fair in Osaka ended; Brazil won.", "en", GAZETTEER)} == {"BR"}


def test_a_site_may_add_names() -> None:
    """A vocabulary with one country finds its aliases, also in a language no grammar is known for."""
    small = Gazetteer({"AT": Country("AT", aliases={"en": ("Ostarrichi",), "xx": ("Ostarrichi",)})}, {})
    assert [m.code for m in small.mentions("Old Ostarrichi was small.", "en")] == ["AT"]
    assert [m.code for m in small.mentions("Old Ostarrichi was small.", "xx")] == ["AT"]


@given(st.text(), st.sampled_from(["en", "ja", "vi", "ru", "ar", "ko", "zh", "fi", "xx", ""]))
def test_any_text_is_read_without_an_error(text: str, lang: str) -> None:
    """No text makes the gazetteer fail, whatever its language is said to be."""
    for mention in GAZETTEER.mentions(text, lang):
        assert text[mention.start : mention.end]
