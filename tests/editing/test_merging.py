"""Editing: what a person stated wins, key by key, and every fact keeps its origin."""

from __future__ import annotations

from briefgen.editing import edit
from briefgen.model.article import Article, Block, Media, Role, Trait
from briefgen.model.edtf import Edtf
from briefgen.model.evidence import Evidence, Trace
from briefgen.model.finding import (
    CountryFinding,
    DateFinding,
    EventFinding,
    Findings,
    SummaryFinding,
    TopicFinding,
    TraitFinding,
)
from briefgen.model.frontmatter import CountryRef, EventRef, FrontMatter, MediaRef, SourceRef, TopicRef

TEXT = "Ministers of Austria met in Vienna to speak of extradition."
AUSTRIA = CountryFinding("AT", "primary", (Evidence.of(TEXT, 13, 20, "countries/name"),))
EXTRADITION = TopicFinding("extradition", (Evidence.of(TEXT, 47, 58, "topics/word"),))
STAMP = Trace("removed[0]", "https://news.example/a-20251026.htm", "dates/url-stamp")
DATE = DateFinding(Edtf.parse("2025-10-26"), "stated", (STAMP,))
TITLE = TraitFinding(Trait.TITLE, "Ministers of Austria met in Vienna", "derived", (Evidence.of(TEXT, 0, 34, "titles/lead"),))
HOST = TraitFinding(Trait.PUBLISHER, "news.example", "derived", (STAMP,))


def raw(stated: FrontMatter = FrontMatter()) -> Article:
    """A raw article of one paragraph."""
    return Article(
        id="2025/Hà Nội talks",
        file="content/2025/Hà Nội talks.txt",
        raw=True,
        text=TEXT,
        stated=stated,
        blocks=(Block(0, len(TEXT), Role.PARAGRAPH),),
        media=(Media("The ministers.", "VNA"),),
    )


FOUND = Findings("en", (TITLE, DATE, HOST, AUSTRIA, EXTRADITION))


def test_findings_fill_what_nobody_stated() -> None:
    """A raw article without front matter gets every fact from analysis, with its evidence."""
    briefing = edit(raw(), FOUND, default_lang="vi")
    assert briefing.facts.title == "Ministers of Austria met in Vienna"
    assert briefing.facts.countries == (CountryRef("AT", quote=AUSTRIA.evidence[0].quote),)
    assert briefing.topics == ("extradition",)
    assert str(briefing.facts.source.date) == "2025-10-26"
    assert briefing.facts.source.publisher == "news.example"
    assert briefing.facts.media == (MediaRef("", "The ministers.", "VNA"),)
    assert briefing.lang == "en"
    assert briefing.provenance["title",].origin == "derived"
    assert briefing.provenance["countries", "AT"].evidence == AUSTRIA.evidence


def test_the_most_telling_event_gives_the_type() -> None:
    """A visit says more of an article than the meetings during it; a summary is the article's own sentences."""
    proof = (Evidence.of(TEXT, 0, 9, "test/rule"),)
    events = (EventFinding(EventRef("meeting"), proof), EventFinding(EventRef("visit"), proof))
    found = Findings("en", (TITLE, *events, SummaryFinding("Ministers", proof)))
    briefing = edit(raw(), found, default_lang="en")
    assert (briefing.facts.type, briefing.facts.summary) == ("visit", "Ministers")
    assert {briefing.provenance[key,].origin for key in ("type", "summary")} == {"derived"}


def test_a_stated_key_is_taken_whole() -> None:
    """Countries stated by a person replace the found ones instead of mixing with them; other keys are still filled."""
    briefing = edit(raw(FrontMatter(title="Talks", countries=(CountryRef("VN"),))), FOUND, default_lang="en")
    assert briefing.facts.title == "Talks"
    assert briefing.countries() == ("VN",)
    assert briefing.provenance["countries", "VN"].origin == "written"
    assert ("countries", "AT") not in briefing.provenance
    assert briefing.topics == ("extradition",)


def test_source_is_merged_part_by_part() -> None:
    """A stated publisher stays; the date that it does not state comes from the findings."""
    briefing = edit(raw(FrontMatter(source=SourceRef(publisher="The Paper"))), FOUND, default_lang="en")
    assert briefing.facts.source.publisher == "The Paper"
    assert briefing.provenance["source", "publisher"].origin == "written"
    assert str(briefing.facts.source.date) == "2025-10-26"
    assert briefing.provenance["source", "date"].evidence == (STAMP,)


def test_a_markdown_briefing_is_taken_as_written() -> None:
    """Without findings nothing is added but the site's default language, marked as such."""
    article = Article(
        "talks", "content/talks.md", raw=False, text="# A", stated=FrontMatter("Talks", topics=(TopicRef("migration"),))
    )
    briefing = edit(article, None, default_lang="ja")
    assert briefing.countries() == ()
    assert briefing.lang == "ja"
    assert briefing.provenance["lang",].origin == "default"
    assert briefing.body.blocks == ()


def test_slug_comes_from_the_file_name() -> None:
    """The address follows the file, not the title, so that better analysis never moves a page."""
    assert edit(raw(), FOUND, default_lang="en").slug == "ha-noi-talks"


def test_found_languages_keep_their_evidence() -> None:
    """A language that analysis detected is a derived fact with the words that show it."""
    lang = TraitFinding(Trait.LANG, "en", "derived", (Evidence.of(TEXT, 0, 9, "language/words"),))
    briefing = edit(raw(), FOUND.plus([lang]), default_lang="ja")
    assert briefing.provenance["lang",].evidence == lang.evidence
