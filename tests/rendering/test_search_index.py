"""The index of the search: how text is cut, how lists are written, what is in it and what never is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.frontmatter import SourceRef
from briefgen.model.settings import Settings, SourceText
from briefgen.model.site import Site
from briefgen.rendering.search.postings import encoded, shard_of, shards
from briefgen.rendering.search.texts import plain, published_words
from briefgen.rendering.search.tokens import is_unspaced, pieces, terms
from tests.analysis.prose import Case, cases
from tests.rendering.sample_site import Tags, pages, site, visit, written

CALL: Final = re.compile(r'briefgenSearch\(("index"|\d+),"([0-9a-f]+)",(.*)\);\n', re.DOTALL)


def read(made: Mapping[str, str], path: str) -> tuple[str, Any]:
    """The build and the data that a file of the index hands over."""
    call = CALL.fullmatch(made[path])
    assert call, path
    return call[2], json.loads(call[3])


def decoded(text: str, size: int) -> list[int]:
    """What `encoded` wrote, read as search.js reads it."""
    numbers: list[int] = []
    last = -1
    for letter in text.removeprefix("!"):
        code = ord(letter)
        last += code - 34 - (0x800 if code > 0xDFFF else 0)
        numbers.append(last)
    return [number for number in range(size) if number not in numbers] if text.startswith("!") else numbers


def words(made: Mapping[str, str]) -> dict[str, list[int]]:
    """The whole inverted list of a site: each term with the numbers of its texts."""
    _, catalog = read(made, "search/index.js")
    size = len(catalog["briefings"]) + len(catalog["things"])
    lines = [line for part in range(catalog["shards"]) for line in read(made, f"search/{part}.js")[1].split("\n") if line]
    return {term: decoded(text, size) for term, text in (line.split(" ") for line in lines)}


def names(made: Mapping[str, str], kind: str, key: str) -> list[str]:
    """All that the catalog knows a country, topic … by."""
    _, catalog = read(made, "search/index.js")
    row = next(row for row in catalog["things"] if row[:2] == [kind, key])
    return [*row[3].values(), *row[4]]


@pytest.mark.parametrize("case", list(cases("search")))
def test_text_is_cut_as_the_cases_say(case: Case) -> None:
    """Words where words are spaced, runs elsewhere, both folded; tests/browser/test_search.py asks the script the same."""
    assert " | ".join(pieces(case.text)) == case.expected


@given(st.text())
def test_what_is_cut_is_cut_for_good(text: str) -> None:
    """Cutting the pieces again changes nothing: what a reader copies from a result finds it again."""
    found = list(pieces(text))
    assert [again for piece in found for again in pieces(piece)] == found


@given(st.lists(st.text("aBcđé 公安ハノイ・5Ｇก้")))
def test_a_text_is_filed_under_its_pieces(lines: list[str]) -> None:
    """The terms of a text are those of its words and runs one by one, wherever its lines break."""
    assert terms("\n".join(lines)) == {term for line in lines for piece in pieces(line) for term in terms(piece)}


@given(st.text(alphabet="公安省大臣ハノイ条約国", min_size=1))
def test_any_part_of_a_run_is_filed(run: str) -> None:
    """Each letter of a run begins a term, and each pair of neighbors is one, so that every part of a run can be found."""
    filed = terms(run)
    (whole,) = pieces(run)
    assert {whole[at : at + 2] for at in range(len(whole))} == filed
    assert is_unspaced(whole)


@given(st.sets(st.integers(0, 70_000)), st.integers(1, 1000))
def test_lists_are_read_as_they_were_written(numbers: set[int], more: int) -> None:
    """A list comes back whole, whether it is long or short, sparse or dense, and has no space or line end in it."""
    size = max(numbers, default=0) + more
    text = encoded(sorted(numbers), size)
    assert decoded(text, size) == sorted(numbers)
    assert not {" ", "\n", '"'} & set(text)


@given(st.dictionaries(st.text("abcđ公安大臣", min_size=1, max_size=4), st.just([0]), min_size=1))
def test_beginnings_stand_together(filed: dict[str, list[int]]) -> None:
    """Each term stands in one shard, and all that begin with the same two letters stand in the same."""
    parts = shards(filed, 1)
    listed = [line.split(" ")[0] for part in parts for line in part.split("\n")]
    assert sorted(listed) == sorted(filed)
    for count in (1, 7, 256):
        assert all(shard_of(term, count) == shard_of(f"{term}x"[:2], count) for term in filed if len(term) > 1)


BODIES: Final = st.lists(
    st.text("abcđéø 公安大臣ハノイ・条約ベ5Ｇ年月ก้", min_size=1, max_size=20).filter(str.strip), min_size=1, max_size=4
)


@settings(max_examples=20, deadline=None)  # each example is a whole site
@given(BODIES)
def test_every_word_of_a_text_finds_it(texts: list[str]) -> None:
    """Whatever briefings say, every word of one, and every part of a run, leads to it in the finished index."""
    made = pages(site(*(written(f"b{n}", "t", body=text.strip()) for n, text in enumerate(texts))))
    filed = words(made)
    _, catalog = read(made, "search/index.js")
    order = [row[0] for row in catalog["briefings"]]
    for place, text in enumerate(texts):
        for term in terms(text):
            assert order.index(f"briefings/b{place}.html") in filed[term]


def test_one_index_for_all_languages() -> None:
    """It stands at the root once, and pages of every language load it."""
    made = pages(site())
    assert sorted(path for path in made if "search/" in path) == ["search/0.js", "search/index.js"]
    assert 'src="../search/index.js"' in made["ja/search.html"]
    assert 'src="search/index.js"' in made["search.html"]
    assert read(made, "search/0.js")[0] == read(made, "search/index.js")[0]


def test_a_form_on_every_page() -> None:
    """The box in the masthead asks the search page of its language, wherever it stands, and the policy of pages lets it."""
    page = Tags(pages(site(visit()))["ja/countries/at.html"])
    assert [(form["action"], form["method"]) for form in page.all("form")] == [("../search.html", "get")]
    assert [field["name"] for field in page.all("input")] == ["q"]
    assert any("form-action 'self'" in meta.get("content", "") for meta in page.all("meta"))


def test_the_catalog_of_a_briefing() -> None:
    """A briefing has its title, language, date, type, plain bottom line, and the numbers of what it is about."""
    made = pages(site(visit()))
    _, catalog = read(made, "search/index.js")
    path, title, lang, date, kind, summary, about, aside, raw = catalog["briefings"][0]
    assert [path, title, lang, date, kind] == [
        "briefings/visit.html",
        "Delegation visits Vienna",
        "en",
        "XXXX-10-16/XXXX-10-19",
        "visit",
    ]
    assert summary == "A delegation asked for quicker talks."
    assert catalog["dates"][date] == [
        "16–19 October (year not stated)",
        "10月16日～19日（年の記載なし）",
        catalog["dates"][date][2],
    ]
    things = [f"{row[0]} {row[1]}" for row in catalog["things"]]
    assert [things[number - 1] for number in about][:4] == [
        "country VN",
        "country AT",
        "topic cybercrime",
        "topic migration",
    ]
    assert [things[number - 1] for number in aside] == ["country JP", "topic crime"]
    assert raw == 0


def test_names_in_every_language() -> None:
    """A country is known by its names in all languages and in Latin letters; a topic by its names."""
    made = pages(site(visit()))
    assert {"Austria", "オーストリア", "Áo", "osutoria"} <= {*names(made, "country", "AT")}
    assert {"Japan", "日本"} <= {*names(made, "country", "JP")}
    assert {"Cybercrime", "サイバー犯罪", "Tội phạm mạng"} <= {*names(made, "topic", "cybercrime")}


def sourced(policy: SourceText) -> Site:
    """A briefing whose archive says a word that nothing else says, on a site with a policy for archives."""
    briefing = replace(written("b", "Talks", source=SourceRef(publisher="Daily")), source_text="Opening.\n\nXylophone.")
    return site(briefing, settings=Settings(source_text=policy))


@pytest.mark.parametrize(("policy", "found"), [("none", False), ("excerpt", True), ("full", True)])
def test_archives_are_searched_as_far_as_they_are_shown(policy: SourceText, found: bool) -> None:  # noqa: FBT001  a case
    """What a site does not show of an archived source is nowhere in its index."""
    made = pages(sourced(policy))
    assert ("xylophone" in words(made)) is found
    assert any("Xylophone" in made[path] for path in made if path.endswith(".html")) is found


def test_what_is_searched_is_on_the_page() -> None:
    """Every word that a briefing is filed under stands on its page: the index tells nothing that the site does not."""
    one = visit()
    made = pages(site(one))
    searched = terms(published_words(one, "", "excerpt"))
    assert searched - terms(plain(made["briefings/visit.html"])) == set()


def test_links_leave_no_gap_in_a_word() -> None:
    """Links and emphasis inside a Japanese run do not part it; paragraphs do."""
    assert plain('<p>ハノイ<a href="x.html" title="a>b">条約</a>に<strong>署名</strong></p><p>次</p>').split() == [
        "ハノイ条約に署名",
        "次",
    ]
