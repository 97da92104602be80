"""Publication: publisher, agency, author, source URL and dateline, each with its proof."""

from __future__ import annotations

import pytest

from briefgen.analysis.document import Document
from briefgen.analysis.harvested import host_of, trimmed
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.publication import detect
from briefgen.model.article import Article, Harvest, Trait
from briefgen.model.evidence import Evidence, Trace
from briefgen.model.finding import Findings, TraitFinding
from briefgen.model.vocabulary import Vocabulary

KNOWLEDGE = Knowledge(Vocabulary({}, {}))


def found(*harvest: Harvest, text: str = "") -> dict[Trait, TraitFinding]:
    """What is found of an article's publication."""
    document = Document(Article("a", "content/a.txt", raw=True, text=text, harvest=harvest), "en")
    return {finding.trait: finding for finding in detect(document, KNOWLEDGE, Findings("en"))}


def cut(trait: Trait, value: str) -> Harvest:
    """A trait from a cut line."""
    return Harvest(trait, value, Trace("removed[0]", value, "cleaning/line"))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("— VNA/VNS", "VNA/VNS"),
        ("(AFP)", "AFP"),
        ("【共同】", "共同"),
        (" TTXVN | ", "TTXVN"),
        ("A (B) C", "A (B) C"),
        ("Agence (AFP)", "Agence (AFP)"),
        ("—", ""),
    ],
)
def test_trimmed(written: str, value: str) -> None:
    """Dashes, bars and enclosing brackets are layout; everything else stays as written."""
    assert trimmed(written) == value


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://baotintuc.vn/thoi-su/a.htm", "baotintuc.vn"),
        ("http://WWW.Example.ORG:8080/", "example.org"),
        ("https://en.example.vn", "en.example.vn"),
        ("example", ""),
        ("http://[broken", ""),
    ],
)
def test_host_of(url: str, host: str) -> None:
    """The host of an address is its name without `www.` and port; a broken address has none."""
    assert host_of(url) == host


def test_each_trait_is_stated_with_its_proof() -> None:
    """Every harvested trait becomes a stated finding; its evidence is the proof of the harvest."""
    harvest = (
        cut(Trait.PUBLISHER, "Daily News"),
        cut(Trait.AGENCY, "— VNA"),
        cut(Trait.AUTHOR, "An Le"),
        cut(Trait.SOURCE_URL, "https://example.org/a"),
        Harvest(Trait.DATELINE, "HÀ NỘI", Evidence(0, 6, "HÀ NỘI", "cleaning/dateline")),
    )
    results = found(*harvest, text="HÀ NỘI – Talks began.")
    assert {trait: (finding.value, finding.origin) for trait, finding in results.items()} == {
        Trait.PUBLISHER: ("Daily News", "stated"),
        Trait.AGENCY: ("VNA", "stated"),
        Trait.AUTHOR: ("An Le", "stated"),
        Trait.SOURCE_URL: ("https://example.org/a", "stated"),
        Trait.DATELINE: ("HÀ NỘI", "stated"),
    }
    assert {finding.evidence for finding in results.values()} == {(item.proof,) for item in harvest}


def test_first_of_a_trait_counts() -> None:
    """Of two authors the first harvested counts, an empty one never."""
    assert found(cut(Trait.AUTHOR, "—"), cut(Trait.AUTHOR, "An Le"), cut(Trait.AUTHOR, "Bo Ek"))[Trait.AUTHOR].value == "An Le"


def test_host_is_the_publisher_that_nobody_names() -> None:
    """Without a publisher the host of the source URL is one; the line of the address proves it."""
    url = "https://www.baotintuc.vn/thoi-su/a-20251026114315150.htm"
    publisher = found(cut(Trait.SOURCE_URL, url))[Trait.PUBLISHER]
    assert publisher == TraitFinding(Trait.PUBLISHER, "baotintuc.vn", "stated", (Trace("removed[0]", url, "publication/host"),))


def test_host_in_the_text_is_quoted() -> None:
    """Where the address stands in the text, the host alone is quoted."""
    text = "Source: https://Example.org/a"
    url = Harvest(Trait.SOURCE_URL, text[8:], Evidence.of(text, 8, len(text), "cleaning/source"))
    (evidence,) = found(url, text=text)[Trait.PUBLISHER].evidence
    assert isinstance(evidence, Evidence)
    assert (text[evidence.start : evidence.end], evidence.quote) == ("Example.org", "Example.org")


def test_nothing_harvested_nothing_found() -> None:
    """Nothing is made up."""
    assert found(text="HÀ NỘI – Talks began.") == {}
