"""Dates: the grammar of written ones, stamps in addresses, and which of them is the date of publication."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.analysis.dates import DateGrammar
from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.persian import common_day
from briefgen.analysis.publication_date import contradictions, detect
from briefgen.analysis.url_dates import date_in_url
from briefgen.model.article import Article, Harvest, Removed, Trait
from briefgen.model.evidence import Trace
from briefgen.model.finding import DateFinding, Findings
from briefgen.model.vocabulary import Vocabulary
from tests.analysis.prose import Case, cases

KNOWLEDGE = Knowledge(Vocabulary({}, {}))


def written(text: str, lang: str, territory: str = "") -> list[str]:
    """The dates that a text writes."""
    return [str(date.value) for date in DateGrammar(KNOWLEDGE.dates, lang, territory).find(text)]


@pytest.mark.parametrize("case", tuple(cases("dates")))
def test_prose(case: Case) -> None:
    """Each fixture writes exactly the dates that a reader sees in it, as precise as they are."""
    assert written(case.text, case.lang) == case.expected.split()


@pytest.mark.parametrize(("territory", "expected"), [("VN", "2025-06-05"), ("GB", "2025-06-05"), ("US", "2025-05-06")])
def test_territory_decides_the_order(territory: str, expected: str) -> None:
    """English dates in numbers are read as the territory of the site reads them."""
    assert written("05/06/2025", "en", territory) == [expected]


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2199, 12, 31)))
def test_numbers_in_the_order_of_the_language(day: dt.date) -> None:
    """Every day of three centuries is read back from the usual form in English, Japanese and Vietnamese."""
    forms = {
        "en": f"{day:%B} {day.day}, {day.year}",
        "ja": f"{day.year}年{day.month}月{day.day}日",
        "vi": f"{day.day}/{day.month}/{day.year}",
    }
    assert [written(text, lang) for lang, text in forms.items()] == [[day.isoformat()]] * len(forms)


@given(st.text(), st.sampled_from(["en", "ja", "vi", "th", "he", "xx"]))
def test_spans_hold_the_date(text: str, lang: str) -> None:
    """Dates stand in reading order, inside the text, and never overlap."""
    end = 0
    for date in DateGrammar(KNOWLEDGE.dates, lang).find(f"{text} 2025-10-26 {text}"):
        assert end <= date.start < date.end <= 2 * len(text) + len(" 2025-10-26 ")
        end = date.end


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://baotintuc.vn/thoi-su/hop-tac-20251026114315150.htm", "2025-10-26"),
        ("https://example.org/2025/10/26/slug", "2025-10-26"),
        ("https://example.org/world/2025/oct/26/slug", "2025-10-26"),
        ("https://example.org/2025-10/26/slug.html", "2025-10-26"),
        ("https://example.org/news/2023-10-28", "2023-10-28"),
        ("https://example.org/2023-10-28-title.html", "2023-10-28"),
        ("https://example.org/title-2023-10-28.html?x=1", "2023-10-28"),
        ("https://example.org/20251026/abc/c.html", "2025-10-26"),
        ("https://example.org/2025/10/slug", "2025-10"),
        ("https://en.example.vn/slug-post331225.vnp", None),
        ("https://example.com.vn/slug-371463.html", None),
        ("https://example.org/2025/13/40/slug", None),
        ("https://example.org/slug-20251399.html", None),
        ("https://example.org/slug-20253112114315150.htm", None),
        ("https://example.org/slug-20251026994315150.htm", None),
        ("https://example.org/id/120251026114315150", None),
        ("https://example.org/summit-2025-10-26-preview.html", None),
        ("https://example.org/slug?date=2025-10-26", None),
        ("https://example.org/18900101/slug", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_date_in_url(url: str, expected: str | None) -> None:
    """A stamp in the path is a date; running numbers, impossible days, parameters and broken addresses are none."""
    found = date_in_url(url)
    assert (str(found.value) if found else None) == expected


def test_date_in_url_knows_its_place() -> None:
    """The span of a stamp holds the whole stamp."""
    url = "https://example.org/hop-tac-20251026114315150.htm"
    found = date_in_url(url)
    assert found
    assert url[found.start : found.end] == "20251026114315150"


def document(*harvest: Harvest, lang: str = "en", removed: tuple[str, ...] = ()) -> Document:
    """A document with harvested traits and cut lines."""
    cut = tuple(Removed(line, "date line") for line in removed)
    return Document(
        Article("a", "content/a.txt", raw=True, text="The talks ran from October 16 to 19.", removed=cut, harvest=harvest), lang
    )


def line(value: str, where: str = "removed[0]") -> Harvest:
    """A date that reading harvested."""
    return Harvest(Trait.DATE, value, Trace(where, value, "cleaning/date-line"))


def address(url: str) -> Harvest:
    """A source URL that reading harvested."""
    return Harvest(Trait.SOURCE_URL, url, Trace("removed[9]", url, "cleaning/source-line"))


def published(*harvest: Harvest, lang: str = "en", removed: tuple[str, ...] = ()) -> str | None:
    """The date of publication that is found."""
    found = tuple(detect(document(*harvest, lang=lang, removed=removed), KNOWLEDGE, Findings(lang)))
    return str(found[0].value) if found else None


def test_dates_of_the_story_do_not_count() -> None:
    """Without a harvested date there is none, whatever the story says."""
    assert published() is None


def test_stated_date_with_its_proof() -> None:
    """A harvested line is the evidence of the date, which is stated."""
    (finding,) = detect(document(line("26 October 2025")), KNOWLEDGE, Findings("en"))
    assert finding == DateFinding(finding.value, "stated", (Trace("removed[0]", "26 October 2025", "cleaning/date-line"),))
    assert str(finding.value) == "2025-10-26"


def test_published_before_updated() -> None:
    """Of two dates the one of publication counts, even if the one of the change comes first."""
    lines = ("Updated: 28 October 2025", "Published: 26 October 2025")
    harvest = (line("28 October 2025"), line("26 October 2025", "removed[1]"))
    assert published(*harvest, removed=lines) == "2025-10-26"


def test_published_and_updated_in_one_line() -> None:
    """The label right before a date is the one that counts."""
    assert published(line("Cập nhật 28/10/2025 | Xuất bản 26/10/2025"), lang="vi") == "2025-10-26"


def test_updated_alone() -> None:
    """A page that only says when it was changed has no better date."""
    assert published(line("更新 2025年10月26日"), lang="ja") == "2025-10-26"


def test_metadata_before_url() -> None:
    """Metadata beats the stamp in the address."""
    assert published(address("https://example.org/2025/10/27/slug"), line("2025-10-26", "html date")) == "2025-10-26"


def test_url_before_change() -> None:
    """The stamp in the address beats a date of change in metadata."""
    changed = line("2025-11-20", "html meta[property=article:modified_time]")
    assert published(address("https://example.org/2025/10/27/slug"), changed) == "2025-10-27"


def test_stamp_in_the_url_alone() -> None:
    """A stamp in the source URL dates an article that says no date; the rule tells where it comes from."""
    (finding,) = detect(document(address("https://example.org/20251026/slug"), lang="ja"), KNOWLEDGE, Findings("ja"))
    assert (str(finding.value), finding.origin, finding.evidence[0].rule) == ("2025-10-26", "stated", "dates/url")


def test_territory_of_the_site() -> None:
    """An English page on a Vietnamese site writes the day first; on a site of all the world nobody knows."""
    assert published(line("05/06/2025"), address("https://example.vn/a")) == "2025-06-05"
    assert published(line("05/06/2025"), address("https://example.com/a")) is None
    assert published(line("05/06/2025"), address("https://example.io/a")) is None


def test_time_of_day_marks_the_own_line() -> None:
    """The head of a saved page shows its day; the line of the article has the time as well, and counts."""
    head, own = line("Thứ Hai, 27/10/2025"), line("26/10/2025 | 11:43 GMT+7", "removed[1]")
    assert published(head, own, lang="vi") == "2025-10-26"


def test_labeled_line_that_nobody_harvested() -> None:
    """A cut line that says "published:" dates the article where reading harvested no date; a line without a label does not."""
    lines = ("Mã bài: 12/10/2025", "Xuất bản: 26/10/2025 - 10:30")
    (finding,) = detect(document(lang="vi", removed=lines), KNOWLEDGE, Findings("vi"))
    assert (str(finding.value), finding.evidence) == ("2025-10-26", (Trace("removed[1]", lines[1], "dates/labeled-line"),))
    assert published(lang="vi", removed=lines[:1]) is None
    assert published(lang="zh", removed=("发布时间：2025-11-05 09:30 来源：国际司",)) == "2025-11-05"


def test_a_date_without_a_year_is_not_completed() -> None:
    """A line that names no year dates the day in no year; any date with a year says more."""
    assert published(line("26 October, 11:43")) == "XXXX-10-26"
    assert published(line("26 October, 11:43"), line("Updated: 2025-10-27")) == "2025-10-27"


@pytest.mark.parametrize(
    ("lang", "written", "value"),
    [
        ("vi", "22/1", "XXXX-01-22"),
        ("ja", "1/22", "XXXX-01-22"),
        ("en", "3/10", None),
        ("en", "22/1", "XXXX-01-22"),
        ("en", "31/13", None),
    ],
)
def test_a_day_in_numbers(lang: str, written: str, value: str | None) -> None:
    """Two numbers are a day and a month in the order of the language; where readers disagree, the numbers must tell."""
    assert published(line(written), lang=lang) == value


def test_another_calendar_is_left_out() -> None:
    """A year of the lunar Hijri calendar is not taken for one of ours."""
    assert published(line("1447/04/25"), lang="ar") is None


def test_marks_of_direction() -> None:
    """Invisible marks between the numbers of a date do not hide it."""
    assert published(line("26\u200f/10\u200f/2025"), lang="ar") == "2025-10-26"


@pytest.mark.parametrize(
    ("persian", "common"),
    [
        ((1404, 1, 1), (2025, 3, 21)),
        ((1403, 12, 30), (2025, 3, 20)),
        ((1399, 12, 30), (2021, 3, 20)),
        ((1400, 1, 1), (2021, 3, 21)),
        ((1404, 6, 26), (2025, 9, 17)),
        ((1404, 7, 1), (2025, 9, 23)),
        ((1357, 11, 22), (1979, 2, 11)),
        ((1300, 1, 1), (1921, 3, 21)),
    ],
)
def test_solar_hijri_calendar(persian: tuple[int, int, int], common: tuple[int, int, int]) -> None:
    """Days of the solar Hijri calendar are those of the common one, over leap years as well."""
    assert common_day(*persian) == dt.date(*common)


@given(st.integers(1300, 1499))
def test_solar_hijri_years_join(year: int) -> None:
    """The day after the last of a year is the first of the next; a leap day too many is refused."""
    try:
        last = common_day(year, 12, 30)
    except ValueError:
        last = common_day(year, 12, 29)
    assert common_day(year + 1, 1, 1) - last == dt.timedelta(days=1)
    with pytest.raises(ValueError, match="there is no day 31"):
        common_day(year, 12, 31)


def test_contradictions() -> None:
    """Dates more than two days apart contradict each other; neighbors, changes and months that hold the day do not."""
    far = document(line("26 October 2025"), address("https://example.org/2025/11/20/slug"))
    near = document(line("26 October 2025"), address("https://example.org/2025/10/28/slug"))
    month = document(line("26 October 2025"), address("https://example.org/2025/10/slug"))
    changed = document(line("26 October 2025"), line("20 November 2025", "html meta[name=lastmod] updated"))
    assert [[(str(a), str(b)) for a, b in contradictions(one, KNOWLEDGE)] for one in (far, near, month, changed)] == [
        [("2025-10-26", "2025-11-20")],
        [],
        [],
        [],
    ]
