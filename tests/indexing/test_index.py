"""Indexing: order, entries of every kind, relations and clashes."""

from __future__ import annotations

import pytest

from briefgen.indexing import index
from briefgen.indexing.related import MOST
from briefgen.model.briefing import Body, Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import CountryRef, FrontMatter, TopicRef
from briefgen.model.settings import Settings
from briefgen.model.site import Reason, Site
from briefgen.model.vocabulary import Topic, Vocabulary

VOCABULARY = Vocabulary(
    countries={},
    topics={
        "crime": Topic("crime", {"en": "Crime"}),
        "cybercrime": Topic("cybercrime", {"en": "Cybercrime"}, broader=("crime",)),
        "migration": Topic("migration", {"en": "Migration"}),
    },
)


def briefing(
    name: str,
    countries: str = "",
    topics: str = "",
    date: str = "",
    mentioned: str = "",
    **facts: object,
) -> Briefing:
    """A briefing in shorthand: codes and ids divided by spaces."""
    refs = [*(CountryRef(c) for c in countries.split()), *(CountryRef(c, "mentioned") for c in mentioned.split())]
    front = FrontMatter(
        title=f"Title {name}",
        countries=tuple(refs),
        topics=tuple(TopicRef(t) for t in topics.split()),
        date=Edtf.parse(date) if date else None,
        **facts,  # type: ignore[arg-type]
    )
    return Briefing(name, f"content/{name}.md", name.rpartition("/")[2], raw=False, facts=front, body=Body(""))


def site_of(*briefings: Briefing, focus: str = "") -> Site:
    """The site of these briefings, which must have no problems."""
    site, problems = index(briefings, VOCABULARY, Settings(focus_country=focus))
    assert problems == ()
    return site


def test_newest_first_and_undated_last() -> None:
    """A month counts as its last day, a date without a year as undated; ties go by title."""
    site = site_of(
        briefing("undated"),
        briefing("no-year", date="XXXX-10-16"),
        briefing("day", date="2025-10-19"),
        briefing("month", date="2025-10"),
        briefing("range", date="2025-10-16/2025-10-20"),
    )
    assert list(site.briefings) == ["month", "range", "day", "no-year", "undated"]


def test_the_order_of_files_changes_nothing() -> None:
    """The same briefings in another order make the same site."""
    some = [briefing("a", "AT VN", "migration"), briefing("b", "VN", "cybercrime"), briefing("c", "AT", date="2025")]
    assert site_of(*some) == site_of(*reversed(some))


def test_entries_keep_main_and_passing_countries_apart() -> None:
    """A country page knows which briefings are about it and which only name it."""
    site = site_of(briefing("a", "AT", mentioned="KH"), briefing("b", "KH", date="2025"))
    entry = site.entries["country"]["KH"]
    assert (entry.briefings, entry.mentions, entry.slug) == (("b",), ("a",), "kh")


def test_broader_topics_have_entries() -> None:
    """The topic above a used one has a page too, even without briefings of its own."""
    site = site_of(briefing("a", topics="cybercrime"))
    assert set(site.entries["topic"]) == {"crime", "cybercrime"}
    assert site.entries["topic"]["crime"].briefings == ()


def test_related_says_why_and_rare_things_count_more() -> None:
    """A shared rare topic beats the focus country that everybody shares; the reasons name what is shared."""
    site = site_of(
        briefing("a", "VN AT", "migration"),
        briefing("b", "VN", date="2025"),
        briefing("c", "VN", "migration"),
        briefing("d", "VN AT"),
        focus="VN",
    )
    first = site.related["a"][0]
    assert first.briefing in {"c", "d"}
    assert [r.briefing for r in site.related["a"]][-1] == "b"
    reasons = {r.briefing: r.reasons for r in site.related["a"]}
    assert reasons["c"] == (
        Reason(site.entries["country"]["VN"].kind, ("VN",)),
        Reason(site.entries["topic"]["migration"].kind, ("migration",)),
    )


def test_related_is_bounded_and_never_itself() -> None:
    """At most the set number of related briefings, none of them the briefing itself."""
    site = site_of(*(briefing(f"n{i}", "AT") for i in range(MOST + 3)))
    assert all(len(related) == MOST for related in site.related.values())
    assert all(one not in {r.briefing for r in related} for one, related in site.related.items())


def test_nothing_shared_is_not_related() -> None:
    """Briefings without a common country or topic are not offered, whatever else they are."""
    assert site_of(briefing("a", "AT"), briefing("b", "JP")).related["a"] == ()


def test_translations_find_each_other() -> None:
    """Every language of a briefing knows all the others, and they are not "related" to each other."""
    site = site_of(
        briefing("a", "AT"),
        briefing("a-ja", "AT", translation_of="a", lang="ja"),
        briefing("a-vi", "AT", translation_of="a", lang="vi"),
    )
    assert site.translations == {"a": ("a-ja", "a-vi"), "a-ja": ("a", "a-vi"), "a-vi": ("a", "a-ja")}
    assert site.related["a"] == ()


@pytest.mark.parametrize("second", [briefing("2024/talks"), briefing("other", aliases=("briefings/TALKS.html",))])
def test_two_briefings_on_one_address(second: Briefing) -> None:
    """Two files of one name, or an alias on a taken address, are one problem that names both files."""
    _, problems = index([briefing("2025/talks"), second], VOCABULARY, Settings())
    assert len(problems) == 1
    assert "its address `briefings/talks.html` is taken by content/" in problems[0].what


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("translation_of", "it translates `b`, which is not published"),
        ("superseded_by", "it is superseded by `b`, which is not published"),
    ],
)
def test_a_briefing_that_is_not_there(key: str, sentence: str) -> None:
    """A translation or forerunner of a briefing that is not there is a warning at its place."""
    _, problems = index([briefing("a-ja", **{key: "b"})], VOCABULARY, Settings())
    assert [(p.file, p.what, p.severity) for p in problems] == [("content/a-ja.md", sentence, "warning")]
