"""The register: which names mean the same person, body or instrument."""

from __future__ import annotations

from briefgen.indexing.register import register
from briefgen.kinds import AGREEMENT, ORGANIZATION, PERSON
from briefgen.model.briefing import Body, Briefing
from briefgen.model.frontmatter import AgreementRef, FrontMatter, OrganizationRef, PersonRef
from briefgen.model.register import Register, Spot
from briefgen.model.vocabulary import Agreement, Organization, Person, Vocabulary

VOCABULARY = Vocabulary(
    countries={},
    topics={},
    people={
        "luong-tam-quang": Person("luong-tam-quang", {"vi": "Lương Tam Quang"}, ("ルオン・タム・クアン",), "VN"),
        "nobody": Person("nobody", {"en": "A Private Witness"}, private=True),
    },
    organizations={
        "mps": Organization("mps", {"en": "Ministry of Public Security"}, {"en": ("MPS",)}, ("公安省",), "VN"),
        "mps-cn": Organization("mps-cn", {"en": "Ministry of Public Security of China"}, {"en": ("MPS",)}, (), "CN"),
    },
    agreements={"hanoi": Agreement("hanoi", {"en": "UN Convention against Cybercrime"}, ("ハノイ条約",))},
)


def briefing(key: str, lang: str = "en", **facts: object) -> Briefing:
    """A briefing in a language with these facts."""
    stated = FrontMatter(title=key, lang=lang, **facts)  # type: ignore[arg-type]
    return Briefing(key, f"content/{key}.md", key, raw=False, facts=stated, body=Body(""))


def registered(*briefings: Briefing, mentions_for_a_page: int = 1) -> Register:
    """The register of briefings, the newest first."""
    return register(briefings, VOCABULARY, mentions_for_a_page)


def test_the_vocabulary_joins_spellings_in_all_languages() -> None:
    """A Japanese spelling, one without diacritics and the canonical one are one person under the vocabulary's id."""
    found = registered(
        briefing("a", "ja", people=(PersonRef("ルオン・タム・クアン", "大臣"),)),
        briefing("b", people=(PersonRef("Luong Tam Quang", "Minister", "VN"),)),
    )
    record = found.of(PERSON)["luong-tam-quang"]
    assert record.briefings == ("a", "b")
    assert record.written == ("ルオン・タム・クアン", "Luong Tam Quang")
    assert record.name("ja") == ("Lương Tam Quang", "vi")


def test_unknown_names_join_by_spelling() -> None:
    """Case, width and diacritics do not divide a person; the first spelling of each language is shown."""
    found = registered(
        briefing("a", people=(PersonRef("LE VAN AN", "Mayor"),)),
        briefing("b", "vi", people=(PersonRef("Lê Văn An", "Chủ tịch"),)),
    )
    record = found.of(PERSON)["le-van-an"]
    assert dict(record.names) == {"en": "LE VAN AN", "vi": "Lê Văn An"}
    assert found.at(PERSON, "b", 0) is record


def test_ministries_of_two_countries_are_two() -> None:
    """Bodies of the same name in different countries stay apart; without country a name is a third one then."""
    found = registered(
        briefing("a", organizations=(OrganizationRef("Ministry of the Interior", country="AT"),)),
        briefing("b", organizations=(OrganizationRef("Ministry of the Interior", country="KH"),)),
        briefing("c", organizations=(OrganizationRef("Ministry of the Interior"),)),
    )
    assert list(found.of(ORGANIZATION)) == [
        "ministry-of-the-interior",
        "ministry-of-the-interior-at",
        "ministry-of-the-interior-kh",
    ]


def test_a_name_without_country_joins_its_only_namesake() -> None:
    """Where all that state a country state the same one, those without it are the same body."""
    found = registered(
        briefing("a", organizations=(OrganizationRef("Coast Guard", country="JP"),)),
        briefing("b", organizations=(OrganizationRef("Coast guard"),)),
    )
    assert found.of(ORGANIZATION)["coast-guard-jp"].briefings == ("a", "b")


def test_an_ambiguous_acronym_takes_its_country() -> None:
    """An acronym of two known bodies is the one of the country stated, and neither where none is."""
    found = registered(
        briefing("a", organizations=(OrganizationRef("MPS", country="VN"), OrganizationRef("公安省"))),
        briefing("b", organizations=(OrganizationRef("MPS"),)),
    )
    assert found.of(ORGANIZATION)["mps"].spots == (Spot("a", 0), Spot("a", 1))
    assert not found.of(ORGANIZATION)["mps-2"].known


def test_instruments_are_told_apart_by_their_parties() -> None:
    """Extradition treaties of two pairs of countries are two; a known convention is one in every language."""
    found = registered(
        briefing(
            "a",
            agreements=(
                AgreementRef("Extradition treaty", parties=("VN", "AT")),
                AgreementRef("extradition treaty", parties=("KR", "VN")),
                AgreementRef("ハノイ条約"),
            ),
        )
    )
    assert list(found.of(AGREEMENT)) == ["extradition-treaty-at-vn", "extradition-treaty-kr-vn", "hanoi"]


def test_who_has_no_page() -> None:
    """Private people, people without any office, and those named too rarely have a record but no page."""
    found = registered(
        briefing(
            "a", people=(PersonRef("A Private Witness", "Witness"), PersonRef("Jane Roe"), PersonRef("John Poe", "Minister"))
        ),
        briefing("b", people=(PersonRef("Ann Lee", "Mayor"),)),
        briefing("c", people=(PersonRef("Ann Lee", "Mayor"),)),
        mentions_for_a_page=2,
    )
    assert {key for key, record in found.of(PERSON).items() if record.has_page} == {"ann-lee"}


def test_names_with_one_slug_are_numbered() -> None:
    """Names that differ only behind the length of a slug get the next number that is free, in their order."""
    long = "Memorandum on the exchange of experts between the academies of both ministries and their libraries"
    refs = tuple(AgreementRef(f"{long} {word}") for word in ("first", "second", "third"))
    slug = "memorandum-on-the-exchange-of-experts-between-the-academies-of-both-ministries"
    assert registered(briefing("a", agreements=refs)).ids["agreement"]["a"] == (slug, f"{slug}-2", f"{slug}-3")


def test_a_number_that_is_part_of_another_name_is_passed_over() -> None:
    """No two names have one id, even if one ends in the number that the other would get."""
    refs = tuple(AgreementRef(name) for name in ("Ab 2", "Ab", "A'b"))
    assert registered(briefing("a", agreements=refs)).ids["agreement"]["a"] == ("ab-2", "ab", "ab-3")
