"""Events: what happened in an article, when, where and between whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.analysis import countries, people
from briefgen.analysis.document import Document
from briefgen.analysis.events import detect
from briefgen.model.article import Article, Block, Role
from briefgen.model.edtf import Edtf
from briefgen.model.evidence import Trace
from briefgen.model.finding import DateFinding, EventFinding, Findings
from tests.analysis.prose import Case, cases
from tests.analysis.test_people import KNOWLEDGE


def events(text: str, lang: str, published: str = "", blocks: tuple[Block, ...] = ()) -> tuple[EventFinding, ...]:
    """The events of a text; one paragraph unless blocks are given."""
    article = Article("a", "a.txt", raw=True, text=text, blocks=blocks or (Block(0, len(text), Role.PARAGRAPH),))
    document = Document(article, lang, KNOWLEDGE.joiners)
    found = Findings(lang)
    if published:
        found = found.plus([DateFinding(Edtf.parse(published), "stated", (Trace("html", published, "test"),))])
    for earlier in (countries.detect, people.detect):
        found = found.plus(earlier(document, KNOWLEDGE, found))
    return tuple(detect(document, KNOWLEDGE, found))


def layout(text: str) -> tuple[Block, ...]:
    """The blocks of a fixture: each line is one, a heading behind "# ", an item of a list behind "* " or "▽"."""
    roles = {"# ": Role.SUBHEADING, "* ": Role.LIST_ITEM, "▽": Role.LIST_ITEM}
    blocks, start = [], 0
    for line in text.split("\n"):
        role = next((role for mark, role in roles.items() if line.startswith(mark)), Role.PARAGRAPH)
        blocks.append(Block(start, start + len(line), role))
        start += len(line) + 1
    return tuple(blocks)


def row(finding: EventFinding) -> tuple[str, ...]:
    """A finding as the fixtures write it."""
    event = finding.value
    return event.kind, str(event.date or ""), event.place, ", ".join(event.countries), ", ".join(event.people)


@pytest.mark.parametrize("case", list(cases("events")))
def test_prose(case: Case) -> None:
    """Each text tells exactly the events that its fixture lists, as `kind | date | place | countries | people`."""
    expected = [tuple(part.strip() for part in f"{line}||||".split("|")[:5]) for line in case.expected.splitlines()]
    assert [row(event) for event in events(case.text, case.lang, blocks=layout(case.text))] == expected


def test_publication_gives_the_year() -> None:
    """A day without a year is of the year of publication, and the day of the week before it is certain."""
    text = "Minister Lars Holm of Norway met President Luis Rojas of Chile on {}."
    for written, day in (("October 24", "2025-10-24"), ("Friday", "2025-10-24")):
        (event,) = events(text.format(written), "en", published="2025-10-26")
        assert str(event.value.date) == day


def test_an_old_date_is_background() -> None:
    """What lies months before publication is no event of the article."""
    assert events("Minister Lars Holm of Norway met President Luis Rojas of Chile on May 4, 2024.", "en", "2025-10-26") == ()


def test_an_overview_gives_way_to_its_parts() -> None:
    """A lead that sums up several meetings is no meeting beside those told one by one."""
    lead = "Minister Lars Holm of Norway met President Luis Rojas of Chile and President Ana Vidal of Ecuador. "
    parts = "Holm met Rojas in Oslo. Holm then held talks with Vidal in Bergen."
    assert [event.value.people for event in events(lead + parts, "en")] == [
        ("Lars Holm", "Luis Rojas"),
        ("Lars Holm", "Ana Vidal"),
    ]


def test_headings_tell_no_events() -> None:
    """A headline repeats what the text tells."""
    text = "Minister Lars Holm of Norway meets President Luis Rojas of Chile"
    assert events(text, "en", blocks=(Block(0, len(text), Role.HEADLINE),)) == ()


WORDS = ["Minister Lars Holm", "met", "with", "President Luis Rojas", "of Chile", "on May 4", "signed a treaty", "大臣", "thăm"]
WORDS += [
    "日本を訪問し",
    "と会談した",
    "。",
    "Bộ trưởng Trần Đức Toàn",
    "tiếp",
    "Lào",
    "ngày 16 đến 19/10",
    "visit to",
    "Japan",
    ".",
]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=4), st.sampled_from(WORDS))).map(" ".join),
    st.sampled_from(["en", "ja", "vi", "de"]),
    st.sampled_from(["", "2025-10-26"]),
)
def test_no_text_fails_and_evidence_quotes(text: str, lang: str, published: str) -> None:
    """Whatever stands in a text, every span holds its quote and every person of an event stands in the text."""
    for event in events(text, lang, published):
        proofs = [*event.evidence, *(proof for said in event.said for proof in said.evidence)]
        assert all(text[proof.start : proof.end] == proof.quote for proof in proofs)
        assert all(person in text for person in event.value.people)
        assert replace(event.value, date=None).kind
