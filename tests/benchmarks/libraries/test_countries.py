"""Names of countries become ISO 3166-1 codes, however the libraries spell them."""

from __future__ import annotations

import pytest

from benchmarks.libraries.countries import OTHER_NAMES, as_countries, codes_of, country_names, iso_codes, with_synonyms


@pytest.mark.parametrize(
    ("lang", "names", "codes"),
    [
        ("en", ["Ivory Coast", "Bosnia and Herzegovina", "Nowhere", "the Netherlands", "Ivory Coast"], ("CI", "BA", "NL")),
        ("en", ["Saint Lucia", "Turkey", "Türkiye"], ("LC", "TR")),
        ("ja", ["モザンビーク", "日本", "東京"], ("MZ", "JP")),
        ("vi", ["Áo", "Nam Phi", "Hà Nội"], ("AT", "ZA")),
    ],
)
def test_names_become_codes(lang: str, names: list[str], codes: tuple[str, ...]) -> None:
    """By CLDR in each language and the other spellings of flashgeotext in English; what is no country has no code."""
    assert codes_of(names, lang) == codes


def test_no_union_is_a_country() -> None:
    """CLDR's territories hold the United Nations and the European Union as well; every other name has a country."""
    names = country_names("en")
    assert not {"UN", "EU"} & set(names)
    assert set(OTHER_NAMES.values()) <= set(names)


def test_geotext_says_uk() -> None:
    """Its own code for the United Kingdom is that of ISO, and is counted once."""
    assert iso_codes(["UK", "FR", "GB"]) == ("GB", "FR")


def test_synonyms_come_to_the_name() -> None:
    """A list of synonyms is looked up by its name, also by an older one; a name that is no country's adds nothing."""
    names = {"TR": "Türkiye", "FR": "France"}
    data = with_synonyms(names, {"Turkey": ["Republic of Turkey"], "Transnistria": ["PMR"]})
    assert data == {"TR": ["Türkiye", "Republic of Turkey"], "FR": ["France"]}


def test_no_peer_says_what_an_article_is_about() -> None:
    """Countries are mentioned, never primary."""
    assert as_countries(["VN"]) == {"countries": [{"code": "VN", "role": "mentioned"}]}
