"""Front matter as text: it reads back as what it was, in the documented order, with its remarks as comments."""

from __future__ import annotations

from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.importing.frontmatter_text import front_matter_text
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import (
    AgreementRef,
    CountryRef,
    EventRef,
    Figure,
    FrontMatter,
    KeyPoint,
    PersonRef,
    SourceRef,
    Statement,
    TopicRef,
)
from briefgen.model.vocabulary import Country, Topic, Vocabulary
from briefgen.reading.frontmatter import read_head

VOCABULARY = Vocabulary(countries={"NO": Country("NO")}, topics={"diplomacy": Topic("diplomacy", {"en": "Diplomacy"})})

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\x07\x85\u2028"), min_size=1, max_size=60)
words = texts.map(lambda text: " ".join(text.split())).filter(bool)
"""Text of one line without white space around it, which a front matter does not keep."""

dates = st.sampled_from(["2025", "2025-10", "2025-10-19", "XXXX-10-16", "2025-10-16/2025-10-19"]).map(Edtf.parse)


@settings(deadline=None)
@given(st.data())
def test_it_reads_back_as_it_was(data: st.DataObject) -> None:
    """Any words, dates and codes come back the same, Norway too."""
    draw = data.draw
    statement = Statement(draw(words), "agreed", draw(words), draw(words))
    facts = FrontMatter(
        title=draw(words),
        date=draw(dates),
        lang="no",
        countries=(CountryRef("NO", "mentioned", draw(words)),),
        topics=(TopicRef("diplomacy"),),
        people=(PersonRef(draw(words), draw(words), "NO"),),
        agreements=(AgreementRef(draw(words), "treaty", None, ("NO",), draw(dates)),),
        events=(EventRef("meeting", draw(dates), draw(words), ("NO",), (draw(words), draw(words)), (statement,)),),
        key_points=(KeyPoint(draw(words)),),
        figures=(Figure(draw(words), draw(words)),),
        source=SourceRef(draw(words), file="sources/x.txt", date=draw(dates)),
        review="draft",
        crosslinks=False,
    )
    remarks = {("title",): (draw(texts),), ("agreements", 0): (draw(texts),)}
    head = read_head(f"---\n{front_matter_text(facts, remarks)}---\n", "a.md", VOCABULARY)
    assert head.problems == ()
    assert head.stated == facts


def test_how_it_looks() -> None:
    """Short entries stand on a line, long ones under each other; dates are bare; remarks stand above what they are about."""
    facts = FrontMatter(
        title="会談: 日本とノルウェー",
        date=Edtf.parse("2025-10-19"),
        countries=(CountryRef("NO"), CountryRef("JP", "mentioned", "日本")),
        events=(
            EventRef("meeting", people=("Kari Nordmann",), said=(Statement("Kari", "agreed", "talks", "agreed to talk"),)),
        ),
        source=SourceRef(publisher="Daily Example"),
    )
    remarks = {("title",): ("derived",), ("summary",): ("missing",), ("countries", 1): ("in\ndoubt",)}
    assert (
        front_matter_text(facts, remarks)
        == """\
# check: derived
title: '会談: 日本とノルウェー'
# check: missing
date: 2025-10-19
countries:
  - {code: 'NO'}
  # check: in doubt
  - {code: JP, role: mentioned, quote: 日本}
events:
  - kind: meeting
    people: [Kari Nordmann]
    said:
      - {who: Kari, act: agreed, what: talks, quote: agreed to talk}
source:
  publisher: Daily Example
"""
    )


def test_keys_stand_in_the_order_of_the_model() -> None:
    """The order of keys is that of the model, which docs/front-matter.md shows."""
    facts = FrontMatter(
        title="A", summary="B", lang="en", review="draft", handling="GREEN", embargo="2025-11-01", aliases=("a.html",)
    )
    keys = [line.partition(":")[0] for line in front_matter_text(facts, {}).splitlines()]
    assert keys == [item.name for item in fields(FrontMatter) if item.name in keys]
