"""What stands on a briefing's page about itself: notices, the way to its successor, where errors are reported."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

import pytest

from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import CountryRef, EventRef, SourceRef
from briefgen.model.settings import Settings
from tests.rendering.sample_site import pages, raw, site, visit, written


def ribbon(page: str) -> str:
    """The notices above a briefing."""
    return page.partition('class="ribbon"')[2].partition("</div>")[0]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("", "Superseded: a later briefing replaces this one."),
        ("ja/", "改訂済み"),
        ("vi/", "Đã được thay thế"),
    ],
)
def test_what_replaces_it(lang: str, words: str) -> None:
    """A superseded briefing says so and leads to the one that replaces it."""
    made = pages(site(written("old", "Old", review="superseded", superseded_by="new"), written("new", "New title")))
    notice = ribbon(made[f"{lang}briefings/old.html"])
    assert words in notice
    assert '<a href="new.html"' in notice
    assert "New title" in notice
    assert not ribbon(made[f"{lang}briefings/new.html"])


def test_a_successor_need_not_be_known() -> None:
    """Without a successor the notice stands alone."""
    notice = ribbon(pages(site(written("old", "Old", review="superseded")))["briefings/old.html"])
    assert "Superseded" in notice
    assert "<a" not in notice


def test_notices_of_drafts_and_machines() -> None:
    """Who drafted it, whether it was reviewed, and a translation by machine are told before anything else."""
    assert "Drafted by machine" in ribbon(pages(site(raw()))["briefings/raw.html"])
    assert "Draft: not yet reviewed." in ribbon(pages(site(visit(review="draft")))["briefings/visit.html"])
    assert "machine translation" in ribbon(pages(site())["briefings/visit.html"])


@pytest.mark.parametrize(
    ("contact", "href"),
    [
        ("desk@example.org", "mailto:desk@example.org?subject=2025/visit%20one"),
        ("https://example.org/@desk", "https://example.org/@desk"),
    ],
)
def test_where_errors_are_reported(contact: str, href: str) -> None:
    """A mail says which briefing it is about; a web address stays as it is."""
    briefing = replace(visit(aliases=()), id="2025/visit one")
    page = pages(site(briefing, settings=Settings(title="Test", contact=contact)))["briefings/visit.html"]
    assert f'<a href="{href}" rel="noopener">Report an error</a>' in page


def test_without_a_contact_nothing_is_offered() -> None:
    """No link that leads nowhere."""
    assert "Report an error" not in pages(site())["briefings/visit.html"]


def test_every_anchor_is_there() -> None:
    """Links of every page to a part of a page, a source's paragraph or an event, lead to an element that there is."""
    source = SourceRef(publisher="Gazette", date=Edtf.parse("2025-01-01"))
    parties = ("VN", "AT")
    events = (
        EventRef("meeting", Edtf.parse("2025-01-01"), countries=parties),
        EventRef("signing", Edtf.parse("2026-02-02"), countries=parties),
    )
    two = written(
        "two",
        "Two events",
        date=Edtf.parse("2025-01-01"),
        source=source,
        events=events,
        countries=(CountryRef("VN"), CountryRef("AT")),
    )
    quoted = replace(visit(), source_text="Before.\n\nHe wants two treaties drafted, and asked for <quicker> talks.")
    made = {path: text for path, text in pages(site(two, quoted, raw())).items() if path.endswith(".html")}
    ids = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in made.items()}
    checked = 0
    for path, text in made.items():
        for href in re.findall(r'<a [^>]*href="([^":]*#[^"]+)"', text):
            target, _, anchor = href.partition("#")
            page = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert anchor in ids[page], (path, href)
            checked += 1
    assert checked
