"""A small site made by hand: what pages are tested on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

from briefgen.indexing import index
from briefgen.kinds import COUNTRY, TOPIC
from briefgen.model.article import Block, Removed, Role
from briefgen.model.briefing import Body, Briefing, Provenance
from briefgen.model.edtf import Edtf
from briefgen.model.evidence import Evidence
from briefgen.model.frontmatter import (
    AgreementRef,
    CountryRef,
    EventRef,
    Figure,
    FrontMatter,
    KeyPoint,
    MediaRef,
    OrganizationRef,
    PersonRef,
    SourceRef,
    Statement,
    TopicRef,
)
from briefgen.model.mention import Mention
from briefgen.model.settings import Settings
from briefgen.model.site import Site
from briefgen.model.vocabulary import Country, Topic, Vocabulary
from briefgen.rendering import render
from briefgen.rendering.atlas import Atlas, load_atlas
from briefgen.rendering.edition import Edition
from briefgen.rendering.localize import localizer

VOCABULARY: Final = Vocabulary(
    countries={code: Country(code) for code in ("AT", "GE", "JP", "VN")},
    topics={
        "crime": Topic("crime", {"en": "Crime", "ja": "犯罪", "vi": "Tội phạm"}),
        "cybercrime": Topic(
            "cybercrime",
            {"en": "Cybercrime", "ja": "サイバー犯罪", "vi": "Tội phạm mạng"},
            broader=("crime",),
            definition={"en": "Crime by means of computers."},
        ),
        "migration": Topic("migration", {"en": "Migration", "ja": "移民", "vi": "Di cư"}),
    },
)

NAMES: Final = (
    (COUNTRY, "AT", "Austria"),
    (COUNTRY, "GE", "Georgia"),
    (COUNTRY, "VN", "Viet Nam"),
    (COUNTRY, "VN", "ベトナム"),
    (TOPIC, "cybercrime", "cybercrime"),
)

RAW_TEXT: Final = "ベトナムの大臣が会見\nベトナムの大臣は<b>記者</b>に *語った*。"


def find_names(text: str, lang: str) -> Iterator[Mention]:
    """Mentions of a handful of names, spelled exactly, whatever the language."""
    del lang
    found = [(text.find(name, start), kind, key, name) for kind, key, name in NAMES for start in _starts(text, name)]
    for start, kind, key, name in sorted(found, key=lambda item: item[0]):
        yield Mention(kind, key, start, start + len(name))


def _starts(text: str, name: str) -> Iterator[int]:
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + 1)


def written(key: str, title: str, **facts: object) -> Briefing:
    """A Markdown briefing with the given facts, and `body` as its text."""
    body = str(facts.pop("body", ""))
    values: dict[str, Any] = {"title": title, "lang": "en", "review": "reviewed", **facts}
    stated = FrontMatter(**values)
    return Briefing(key, f"content/{key}.md", key, raw=False, facts=stated, body=Body(body, line=10))


def visit(**changes: object) -> Briefing:
    """A briefing with something in every block of its page."""
    facts: dict[str, object] = {
        "summary": "A delegation asked for **quicker** talks.",
        "date": Edtf.parse("XXXX-10-16/XXXX-10-19"),
        "type": "visit",
        "countries": (CountryRef("VN"), CountryRef("AT"), CountryRef("JP", "mentioned")),
        "topics": (TopicRef("cybercrime"), TopicRef("migration")),
        "people": (
            PersonRef("Lê Quốc Hùng", "Deputy Minister", "VN"),
            PersonRef("Peter Webinger", "Director General", "AT"),
        ),
        "organizations": (OrganizationRef("Austrian Institute of Technology", "AIT"),),
        "agreements": (
            AgreementRef("Extradition treaty", "treaty", "drafting", ("AT", "VN"), quote="drafting of a treaty"),
            AgreementRef("Old treaty", "treaty", "ended", ("AT", "VN")),
        ),
        "events": (
            EventRef(
                "meeting",
                place="Vienna",
                countries=("VN", "AT"),
                people=("Lê Quốc Hùng",),
                said=(Statement("Lê Quốc Hùng", "requested", "quicker talks", quote="asked for <quicker> talks"),),
            ),
        ),
        "key_points": (KeyPoint("Three texts are open.", "He wants two treaties drafted"),),
        "figures": (Figure("9,000", "Vietnamese community"),),
        "media": (MediaRef(caption="The meeting in Vienna", credit="VNA"),),
        "source": SourceRef(publisher="Example News", url="https://news.example/a?b=1&c=2", lang="vi", translation="machine"),
        "aliases": ("old/visit.html",),
    }
    body = "Austria and Viet Nam met.\n\n## Next\n\nAustria again, see [Georgia](https://example.org)."
    return written("visit", "Delegation visits Vienna", body=body, **{**facts, **changes})


def raw() -> Briefing:
    """A briefing drafted from a raw Japanese article."""
    head, _, rest = RAW_TEXT.partition("\n")
    blocks = (Block(0, len(head), Role.HEADLINE), Block(len(head) + 1, len(head) + 1 + len(rest), Role.PARAGRAPH))
    return Briefing(
        id="raw",
        file="content/raw.txt",
        slug="raw",
        raw=True,
        facts=FrontMatter(title=head, lang="ja", date=Edtf.parse("2025-10-26"), countries=(CountryRef("VN"),)),
        body=Body(RAW_TEXT, blocks),
        provenance={("countries", "VN"): Provenance("stated", (Evidence.of(RAW_TEXT, 0, 4, "countries/name"),))},
        removed=(Removed("コメント (0)", "comment form", 3),),
    )


def site(*briefings: Briefing, settings: Settings | None = None) -> Site:
    """The site of these briefings, or of three usual ones and a translation."""
    if not briefings:
        original = written(
            "signing",
            "Convention opens",
            date=Edtf.parse("2025-10-25"),
            countries=(CountryRef("VN"),),
            topics=(TopicRef("crime"),),
        )
        translated = written(
            "signing-ja",
            "条約の署名が始まる",
            lang="ja",
            date=Edtf.parse("2025-10-25"),
            countries=(CountryRef("VN"),),
            topics=(TopicRef("crime"),),
            translation_of="signing",
        )
        briefings = (visit(), raw(), original, translated)
    made, problems = index(briefings, VOCABULARY, settings or Settings(title="Test site", languages=("en", "ja", "vi")))
    assert not problems
    return made


def edition(made: Site, lang: str = "en") -> Edition:
    """A site in one language of the interface, without the texts of its briefings."""
    return Edition(made, localizer(lang, made.vocabulary), {}, _atlas())


@cache
def _atlas() -> Atlas:
    """The map of briefgen, read once: it is large."""
    return load_atlas(Path("no-templates"))


def pages(made: Site, overrides: Path = Path("no-templates")) -> dict[str, str]:
    """The text files of a rendered site by path."""
    outputs, problems = render(made, overrides, find_names)
    assert not problems
    return {output.path: output.data.decode() for output in outputs}


class Tags(HTMLParser):
    """The start tags of a page, in order, each with its attributes."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every tag of this name."""
        return [attributes for name, attributes in self.found if name == tag]
