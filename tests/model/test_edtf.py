"""Dates with precision: what is one, how it sorts, and that it survives being written."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from briefgen.model.edtf import Edtf, Moment

days = st.dates(min_value=dt.date(1, 1, 1))


@st.composite
def moments(draw: st.DrawFn, *, dated: bool = True) -> Moment:
    """A year, month or day, with or without its year."""
    day = draw(days)
    if not dated:
        return Moment(None, day.month, draw(st.sampled_from([None, day.day])))
    return draw(st.sampled_from([Moment(day.year), Moment(day.year, day.month), Moment(day.year, day.month, day.day)]))


@given(st.one_of(moments(), moments(dated=False)))
def test_moment_round_trip(moment: Moment) -> None:
    """What is written is read back the same."""
    assert Moment.parse(str(moment)) == moment
    assert Edtf.parse(str(Edtf(moment))) == Edtf(moment)


@given(moments(), moments())
def test_interval_round_trip(one: Moment, other: Moment) -> None:
    """An interval is written and read back, whatever the precision of its ends; backward ones are refused."""
    first, last = sorted((one, other), key=lambda moment: moment.first)
    interval = Edtf(first, last)
    assert Edtf.parse(str(interval)) == interval
    if other.last < one.first:
        with pytest.raises(ValueError, match="ends before it begins"):
            Edtf(one, other)


@pytest.mark.parametrize(
    "text",
    [
        "2025",
        "2025-10",
        "2025-10-19",
        "XXXX-10",
        "XXXX-10-16",
        "2025-10-16/2025-10-19",
        "XXXX-10-16/XXXX-10-19",
        "2024-02-29",
        "XXXX-02-29",
    ],
)
def test_read(text: str) -> None:
    """Every form that front matter may use is read and kept as it is."""
    assert str(Edtf.parse(f" {text} ")) == text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2025-10-32", "there is no day 32 in 2025-10"),
        ("2025-02-29", "there is no day 29 in 2025-02"),
        ("XXXX-02-30", "there is no day 30 in February"),
        ("2025-13", "there is no month 13"),
        ("2025-10-00", "there is no day 0 in 2025-10"),
        ("XXXX", "a date without a year needs a month"),
        ("19 October 2025", "`19 October 2025` is not a date like 2025, 2025-10, 2025-10-19 or XXXX-10-19"),
        ("２０２５", "`２０２５` is not a date like 2025, 2025-10, 2025-10-19 or XXXX-10-19"),
        ("2025-10-19/", "`` is not a date like 2025, 2025-10, 2025-10-19 or XXXX-10-19"),
        ("2025-10-19/2025-10-16", "`2025-10-19/2025-10-16` ends before it begins"),
        ("XXXX-10-16/2025-10-19", "`XXXX-10-16/2025-10-19` states the year of one end only"),
    ],
)
def test_refuse(text: str, sentence: str) -> None:
    """Whatever is no date is refused with a sentence that says why."""
    with pytest.raises(ValueError, match=re.escape(sentence)) as error:
        Edtf.parse(text)
    assert str(error.value) == sentence


def test_less_precise_sorts_later() -> None:
    """Newest first: a month stands behind its days and a year behind its months; a date without a year is oldest."""
    texts = ["2025", "2025-10", "2025-10-26", "2025-10-16/2025-10-19", "2024-12-31", "XXXX-12-31"]
    keys = {text: Edtf.parse(text).sort_key for text in texts}
    assert sorted(texts, key=lambda text: keys[text]) == [
        "XXXX-12-31",
        "2024-12-31",
        "2025-10-16/2025-10-19",
        "2025-10-26",
        "2025-10",
        "2025",
    ]


@given(days)
def test_of_day(day: dt.date) -> None:
    """A calendar day is itself, dated, its first and its last day."""
    date = Edtf.of_day(day)
    assert str(date) == day.isoformat()
    assert date.is_dated
    assert date.sort_key == date.start.first == date.start.last == (day.year, day.month, day.day)


def test_moment_without_a_year_has_bounds() -> None:
    """A day of an unknown year may be in any of them."""
    assert (Moment(None, 2).first, Moment(None, 2).last) == ((0, 2, 1), (9999, 2, 29))
    assert not Edtf.parse("XXXX-02").is_dated


def test_pydantic_reads_it_from_text() -> None:
    """A schema with a date reads text and tells what is wrong with it."""
    adapter = TypeAdapter(Edtf)
    assert adapter.validate_python("2025-10") == Edtf(Moment(2025, 10))
    with pytest.raises(ValidationError, match="there is no month 13"):
        adapter.validate_python("2025-13")
