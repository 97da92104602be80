"""Front matter: found at the head of a file, read as plain text, every mistake in its place with a hint."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.config import load_vocabulary
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import CountryRef, FrontMatter, KeyPoint, PersonRef, TopicRef
from briefgen.model.vocabulary import Vocabulary
from briefgen.reading.frontmatter import Head, read_head

TYPES = "allowed: meeting, visit, agreement, conference, statement, background"
STATES = "allowed: draft, reviewed, published, superseded, withdrawn"
MOMENT = "as `2025-11-01` or `2025-11-01T06:00`"
ALIAS = "an old address below the site's root, as `briefings/old-name.html`"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The shipped vocabulary."""
    return load_vocabulary(Path("/no/such/site"))[0]


def head(yaml: str, vocabulary: Vocabulary) -> Head:
    """The head of a briefing with this front matter, whose first line is line 2."""
    return read_head(f"---\n{yaml}\n---\nBody.\n", "a.md", vocabulary)


def test_shorthands(vocabulary: Vocabulary) -> None:
    """Bare text in a list is the code, id, name or sentence of its item; `NO` is Norway and `9000` a text."""
    stated = head("countries: [NO, {code: AT, role: mentioned}]\ntopics: [extradition]\nkey_points: [9000]", vocabulary).stated
    assert stated.countries == (CountryRef("NO"), CountryRef("AT", "mentioned"))
    assert stated.topics == (TopicRef("extradition"),)
    assert stated.key_points == (KeyPoint("9000"),)


@pytest.mark.parametrize("name", ["Lê Quốc Hùng", "楊茂晉", "Ngô Thị Mận"])
def test_names_in_any_script(name: str, vocabulary: Vocabulary) -> None:
    """Names stay letter by letter what was typed."""
    assert head(f"people: [{name}]", vocabulary).stated.people == (PersonRef(name),)


@pytest.mark.parametrize("date", ["2025", "2025-10", "2025-10-19", "2025-10-16/2025-10-19", "XXXX-10-16/XXXX-10-19"])
def test_dates_keep_their_precision(date: str, vocabulary: Vocabulary) -> None:
    """A date says as much as was typed."""
    assert head(f"date: {date}", vocabulary).stated.date == Edtf.parse(date)


def test_places_and_body(vocabulary: Vocabulary) -> None:
    """Values know their lines in the file, and so does the body; rulers in the body are no front matter."""
    found = read_head("---\ntitle: A\n---\nOne.\n\n---\n\ntwo: 2\n---\n", "a.md", vocabulary)
    assert found.positions["title",] == (2, 8)
    assert (found.body, found.body_line) == ("One.\n\n---\n\ntwo: 2\n---\n", 4)


def test_a_ruler_is_no_front_matter_in_a_raw_article(vocabulary: Vocabulary) -> None:
    """A raw article may begin with a line of `---`; it has a front matter only if a key follows."""
    assert read_head("---\nMinisters met.\n---\n", "a.txt", vocabulary, raw=True).body == "---\nMinisters met.\n---\n"
    assert read_head("---\nlang: vi\n---\nBộ trưởng.", "a.txt", vocabulary, raw=True).stated == FrontMatter(lang="vi")


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("countires: [AT]", "2:1: unknown key `countires`; did you mean `countries`?"),
        (
            "review: reviewd",
            f"2:9: `reviewd` is not allowed for `review`; did you mean `reviewed`? {STATES}",
        ),
        (
            "handling: red",
            "2:11: `red` is not allowed for `handling`; did you mean `RED`? allowed: CLEAR, GREEN, AMBER, AMBER+STRICT, RED",
        ),
        ("type: meetings", f"2:7: `meetings` is not allowed for `type`; did you mean `meeting`? {TYPES}"),
        ("date: 2025-10-32", "2:7: there is no day 32 in 2025-10"),
        ("date: 2025-13", "2:7: there is no month 13"),
        ("date: 19 October", "2:7: `19 October` is not a date like 2025, 2025-10, 2025-10-19 or XXXX-10-19"),
        ("date: 2025-10-19/2025-10-01", "2:7: `2025-10-19/2025-10-01` ends before it begins"),
        ("title: a: b", '2:9: a second `: ` in one line; put the value in quotes, as `title: "a: b"`'),
        ("title: A\ntitle: B", "3:1: the key `title` stands twice; it is already set on line 2"),
        ("source:\n\turl: x", "3:1: a tab stands where spaces belong; indent with spaces"),
        ("title: [A]", "2:8: a list stands where text belongs in `title`; write one text"),
        ("countries: AT", "2:12: `AT` stands where a list belongs in `countries`; write `countries: [AT]`"),
        ("countries: {code: AT}", "2:12: a mapping stands where a list belongs in `countries`; begin each item with `- `"),
        ("countries: [no]", "2:13: there is no country `no`; did you mean `NO`?"),
        ("countries: [Austria]", "2:13: there is no country `Austria`; did you mean `AT`?"),
        ("countries: [XX]", "2:13: there is no country `XX`; use ISO 3166-1 alpha-2, as `AT`"),
        ("countries: [~]", "2:13: nothing stands where `key: value` lines belong in `countries`"),
        ("agreements: [{name: A, parties: [VN, QQ]}]", "2:38: there is no country `QQ`; use ISO 3166-1 alpha-2, as `AT`"),
        ("events: [{kind: call, countries: [vn]}]", "2:35: there is no country `vn`; did you mean `VN`?"),
        ("people: [{name: A, country: jp}]", "2:29: there is no country `jp`; did you mean `JP`?"),
        ("topics: [extraditon]", "2:10: there is no topic `extraditon`; did you mean `extradition`?"),
        ("topics: [zzzz]", "2:10: there is no topic `zzzz`; add it to content/_vocabulary/topics.yaml"),
        ("lang: english", "2:7: `english` is no language; use BCP 47, as `en`, `ja` or `pt-BR`"),
        ("source: {lang: jp}", "2:16: `jp` is no language; use BCP 47, as `en`, `ja` or `pt-BR`"),
        ("source: {url: example.org}", "2:15: `example.org` is no web address; as `https://example.org/news`"),
        ("source: news.txt", "2:9: `news.txt` stands where `key: value` lines belong in `source`"),
        ("embargo: tomorrow", f"2:10: `tomorrow` is no local time; {MOMENT}"),
        ("embargo: 20251101", f"2:10: `20251101` is no local time; {MOMENT}"),
        ("expires: 2025-11-31", f"2:10: `2025-11-31` is no local time; {MOMENT}"),
        ("expires: 2025-11-01T06:00Z", f"2:10: `2025-11-01T06:00Z` is no local time; {MOMENT}"),
        ("aliases: [/x.html]", f"2:11: `/x.html` cannot be redirected; {ALIAS}"),
        ("aliases: [../x.html]", f"2:11: `../x.html` cannot be redirected; {ALIAS}"),
        ("aliases: [x]", f"2:11: `x` cannot be redirected; {ALIAS}"),
        ("crosslinks: maybe", "2:13: `maybe` is neither true nor false in `crosslinks`"),
        ("figures: [{value: 12:30}]", "2:11: `what` is missing"),
        ("- title", "2:1: a list of `key: value` lines is expected here; write one key a line, as `title: …`"),
    ],
)
def test_mistakes(yaml: str, message: str, vocabulary: Vocabulary) -> None:
    """Each mistake is one sentence in its place, with a hint where there is one."""
    assert [str(problem) for problem in head(yaml, vocabulary).problems] == [f"a.md:{message}"]


def test_a_front_matter_that_never_ends(vocabulary: Vocabulary) -> None:
    """What was opened must be closed; the rest of the file is not taken for a body."""
    found = read_head("---\ntitle: A\n\nText.\n", "a.md", vocabulary)
    assert [str(p) for p in found.problems] == [
        "a.md:1:1: the front matter that begins here never ends; close it with a line of `---`"
    ]
    assert found.body == ""


def test_one_mistake_hides_no_other(vocabulary: Vocabulary) -> None:
    """Mistakes of types and of rules come in one run, and the rest stays usable."""
    found = head("title: [A]\nlang: jp\nsummary: S\ntopics: [extraditon, extradition]", vocabulary)
    assert [problem.line for problem in found.problems] == [2, 5, 3]
    assert found.stated == FrontMatter(lang="jp", summary="S", topics=(TopicRef("extradition"),))


_keys = st.sampled_from(["title", "date", "countries", "topics", "people", "source", "events", "lang", "aliases", "embargo"])


@given(yaml=st.lists(st.tuples(_keys, st.text(max_size=20))), raw=st.booleans())
def test_nothing_makes_it_raise(yaml: list[tuple[str, str]], raw: bool, vocabulary: Vocabulary) -> None:  # noqa: FBT001  hypothesis
    """Whatever stands behind the keys, there is a front matter or a problem."""
    found = read_head("---\n" + "".join(f"{key}: {value}\n" for key, value in yaml) + "---\n", "a.md", vocabulary, raw=raw)
    assert isinstance(found.stated, FrontMatter)
