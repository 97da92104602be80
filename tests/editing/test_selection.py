"""Selection: what a build leaves out, with the reason, and what it publishes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefgen.editing import select
from briefgen.model.briefing import Body, Briefing
from briefgen.model.frontmatter import FrontMatter
from briefgen.model.settings import Project, Settings

NOW = datetime(2025, 11, 1, 0, 0, tzinfo=UTC)
PROJECT = Project(Path("site"), Path("out"), NOW, Settings(time_zone="Asia/Ho_Chi_Minh"))


def briefing(facts: FrontMatter) -> Briefing:
    """A briefing with these facts."""
    return Briefing("a", "content/a.md", "a", raw=False, facts=facts, body=Body(""))


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (FrontMatter(review="draft"), "draft"),
        (FrontMatter(review="withdrawn"), "withdrawn"),
        (FrontMatter(embargo="2025-11-01T07:01"), "embargoed until 2025-11-01T07:01"),
        (FrontMatter(expires="2025-11-01T07:00"), "expired 2025-11-01T07:00"),
        (FrontMatter(expires="2025-11-01"), "expired 2025-11-01"),
        (FrontMatter(handling="AMBER", review="draft"), "its handling AMBER is above CLEAR"),
    ],
)
def test_left_out_with_the_reason(facts: FrontMatter, why: str) -> None:
    """Drafts, withdrawn, embargoed, expired and too sensitive briefings stay out and say why; hours are local."""
    kept, left_out = select([briefing(facts)], PROJECT)
    assert kept == ()
    assert [item.why for item in left_out] == [why]


@pytest.mark.parametrize(
    "facts",
    [
        FrontMatter(),
        FrontMatter(review="reviewed"),
        FrontMatter(review="superseded"),
        FrontMatter(embargo="2025-11-01T07:00"),
        FrontMatter(expires="2025-11-01T07:01"),
    ],
)
def test_published(facts: FrontMatter) -> None:
    """A briefing is published from the minute its embargo ends until the minute it expires."""
    kept, left_out = select([briefing(facts)], PROJECT)
    assert len(kept) == 1
    assert left_out == ()


def test_drafts_and_audience_open_the_gate() -> None:
    """`--drafts` publishes drafts, `--audience` what is marked for it."""
    facts = FrontMatter(review="draft", handling="AMBER")
    kept, _ = select([briefing(facts)], replace(PROJECT, drafts=True, audience="AMBER+STRICT"))
    assert len(kept) == 1
