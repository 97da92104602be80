"""The example site says what its sources say, in its own words, and says it in the documented keys.

These checks read the files with PyYAML alone, so that they hold whatever the package makes of the content.
Those that compare with the founding articles run only where the folder `../shared` lies beside the repository.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from briefgen.model.frontmatter import FrontMatter

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
SHARED = ROOT.parent / "shared"
TOPICS = ROOT / "briefgen" / "data" / "topics.yaml"

BRIEFINGS = sorted(path for path in CONTENT.rglob("*.md") if path.parent.name != "_pages")
SOURCES = sorted((CONTENT / "sources").glob("*.txt"))
RAW = sorted(p for p in CONTENT.rglob("*") if p.suffix in {".txt", ".html"} and p not in SOURCES)
VOCABULARY = sorted((CONTENT / "_vocabulary").glob("*.yaml"))

each_briefing = pytest.mark.parametrize("briefing", BRIEFINGS, ids=lambda p: p.stem)
needs_shared = pytest.mark.skipif(
    not (SHARED / "facts.yaml").is_file(), reason="the founding articles and facts (../shared) are not on this machine"
)

URL = re.compile(r"https?://\S+")
COPIED_WORDS = 12
"""So many words in a row are a copied sentence; names, offices and titles of conventions are shorter."""
COPIED_JAPANESE = 30
"""The same for Japanese, in characters; the longest office with its holder's name has 27."""


def test_there_is_enough_to_browse() -> None:
    """The site shows many briefings, several raw articles, and at least three languages in the promised numbers."""
    languages = Counter(front_matter(path)["lang"] for path in BRIEFINGS)
    raw_japanese = [path for path in RAW if re.search(r"[ぁ-ん]", read(path))]
    raw_vietnamese = [path for path in RAW if re.search(r"[ảạấầậớờợểễệ]", read(path))]
    assert len(BRIEFINGS) >= 10
    assert len([path for path in RAW if path.suffix == ".txt"]) >= 4
    assert len([path for path in RAW if path.suffix == ".html"]) >= 1
    assert languages["ja"] + len(raw_japanese) >= 3
    assert languages["vi"] + len(raw_vietnamese) >= 2


@each_briefing
def test_front_matter_uses_documented_keys(briefing: Path) -> None:
    """Each briefing states the facts a reader asks for first, and no key outside the schema."""
    meta = front_matter(briefing)
    assert set(meta) <= {field.name for field in fields(FrontMatter)}
    assert {"title", "summary", "lang", "type", "countries", "topics", "events", "key_points", "source"} <= set(meta)


@each_briefing
def test_quotes_occur_in_the_archived_source(briefing: Path) -> None:
    """Every quote stands word for word in the archived source that the briefing names."""
    meta = front_matter(briefing)
    source = normal(read(CONTENT / meta["source"]["file"]))
    quotes = list(values(meta, "quote"))
    assert quotes
    assert [quote for quote in quotes if normal(quote) not in source] == []


@each_briefing
def test_dates_are_those_of_the_source(briefing: Path) -> None:
    """Every year and day that a date states occurs in the archived source or in the stamp of its address."""
    meta = front_matter(briefing)
    source = normal(read(CONTENT / meta["source"]["file"]))
    stamps = re.findall(r"(20\d\d)/?(\d\d)(\d\d)?", meta["source"].get("url", ""))
    numbers = set(re.findall(r"\d+", URL.sub("", source))) | {n for stamp in stamps for n in stamp}
    dates = [part for date in values(meta, "date") for part in str(date).split("/")]
    assert [date for date in dates for n in year_and_day(date) if not {n, n.lstrip("0")} & numbers] == []


def test_topics_exist() -> None:
    """Every topic id of the example site is one that ships with the package."""
    known = set(yaml.safe_load(read(TOPICS)))
    used = {topic for path in BRIEFINGS for topic in front_matter(path)["topics"]}
    assert used - known == set()


def test_file_names_make_one_address_each() -> None:
    """File names are readable Latin slugs, and no two articles would land on the same page."""
    stems = Counter(path.stem for path in [*BRIEFINGS, *RAW])
    assert [stem for stem, count in stems.items() if count > 1 or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", stem)] == []


@pytest.mark.parametrize(
    "trap",
    [
        "![]() |",
        "VNA/VNS Photo |",
        "HÀ NỘI –",
        "— VNA/VNS",
        "写真:ファム・キエン/VNA",
        "出典: http",
        "コメント (0)",
        "Leave a Comment",
        "Related posts",
        "We use cookies",
        "Home > News",
        "Share on Facebook",
        "All rights reserved",
        "application/ld+json",
    ],
)
def test_raw_articles_keep_the_traps_of_real_pages(trap: str) -> None:
    """The raw articles still carry what real pages carry, so that every build of the example meets it."""
    assert any(trap in read(path) for path in RAW)


def test_archived_sources_are_all_used() -> None:
    """No archived source lies about that no briefing names, and every named one exists."""
    assert {front_matter(path)["source"]["file"] for path in BRIEFINGS} == {f"sources/{path.name}" for path in SOURCES}


def test_translations_name_a_briefing_of_another_language() -> None:
    """`translation_of` is the id of a briefing that is there and is in another language."""
    by_id = {path.relative_to(CONTENT).with_suffix("").as_posix(): path for path in BRIEFINGS}
    translations = {path: meta["translation_of"] for path in BRIEFINGS if (meta := front_matter(path)).get("translation_of")}
    assert translations
    for path, original in translations.items():
        assert front_matter(path)["lang"] != front_matter(by_id[original])["lang"]


def test_vocabulary_names_each_thing_once() -> None:
    """A name or alias as written belongs to one entry of its file only, and organizations of offices exist."""
    organizations = yaml.safe_load(read(CONTENT / "_vocabulary" / "organizations.yaml"))
    for path in VOCABULARY:
        entries = yaml.safe_load(read(path))
        owners = Counter(name for entry in entries.values() for name in spellings(entry))
        assert [name for name, count in owners.items() if count > 1] == [], path.name
        offices = [office for entry in entries.values() for office in entry.get("offices", [])]
        assert {office["organization"] for office in offices if "organization" in office} <= set(organizations)


def test_every_person_of_a_briefing_is_in_the_vocabulary() -> None:
    """Each person is known under the spelling of the briefing, so that languages meet on one page."""
    known = {
        name for entry in yaml.safe_load(read(CONTENT / "_vocabulary" / "people.yaml")).values() for name in spellings(entry)
    }
    used = {person["name"] for path in BRIEFINGS for person in front_matter(path).get("people", [])}
    assert used - known == set()


@needs_shared
def test_no_sentence_of_the_founding_articles_is_copied() -> None:
    """No long run of words of the founding articles stands anywhere in the content."""
    originals = "\n".join(URL.sub("", read(path)) for path in sorted((SHARED / "articles").glob("*.txt")))
    taken = word_runs(originals) | character_runs(originals)
    for path in [*BRIEFINGS, *SOURCES, *RAW]:
        text = URL.sub("", read(path))
        assert (word_runs(text) | character_runs(text)) & taken == set(), path.name


@needs_shared
def test_no_date_beyond_the_facts() -> None:
    """Every date in front matter and vocabulary is stated in the facts, the gold files or the articles."""
    stated = facts()
    dates = set(re.findall(r"\d{4}(?:-\d\d){0,2}", stated)) | {f"XXXX-{day}" for day in re.findall(r"\b\d\d-\d\d\b", stated)}
    dates |= {date[:7] for date in dates if date[0] != "X"} | {
        f"{y}-{int(m):02}" for y, m in re.findall(r"(\d{4})年(\d+)月", stated)
    }
    metas = [*map(front_matter, BRIEFINGS), *(yaml.safe_load(read(path)) for path in VOCABULARY)]
    used = [str(date) for meta in metas for key in ("date", "seen_from", "seen_to") for date in values(meta, key)]
    assert [part for date in used for part in date.split("/") if part not in dates] == []


@needs_shared
def test_no_number_beyond_the_facts() -> None:
    """Every number in a briefing, an archived source or a raw article occurs in the facts or the articles."""
    stated = {number.lstrip("0") for number in re.findall(r"\d+", without_markup(facts().replace("500 000", "50万 500000")))}
    ours = {
        (path.name, number)
        for path in [*BRIEFINGS, *SOURCES, *RAW]
        for number in re.findall(r"\d+", without_markup(read(path)))
    }
    assert {(name, number) for name, number in ours if number.lstrip("0") not in stated} == set()


def read(path: Path) -> str:
    """The text of a file, as UTF-8."""
    return path.read_text(encoding="utf-8")


def front_matter(path: Path) -> dict[str, Any]:
    """The front matter of a briefing, dates left as text."""
    block = read(path).split("---\n", 2)[1]
    loaded = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506  BaseLoader makes nothing but text, lists and maps
    assert isinstance(loaded, dict)
    return loaded


def normal(text: str) -> str:
    """Text in NFC with runs of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def values(node: object, key: str) -> Iterator[Any]:
    """Every value that stands under `key`, at any depth."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                yield value
            yield from values(value, key)
    elif isinstance(node, list):
        for item in node:
            yield from values(item, key)


def year_and_day(date: str) -> list[str]:
    """The numbers of an EDTF date that a text would write in digits in any language: its year and day, as far as stated."""
    year, _month, day = [*date.split("-"), "", ""][:3]
    return [number for number in (year, day) if number and number != "XXXX"]


def spellings(entry: dict[str, Any]) -> set[str]:
    """Every form under which an entry of the vocabulary is written."""
    acronyms = {acronym for per_language in entry.get("acronyms", {}).values() for acronym in per_language}
    return {*entry["names"].values(), *entry.get("aliases", []), *acronyms}


def word_runs(text: str) -> set[str]:
    """Every run of COPIED_WORDS words within a sentence, without case and punctuation."""
    sentences = re.split(r"[.!?|]\s|\n", unicodedata.normalize("NFC", text).lower())
    runs = (re.findall(r"\w+", sentence) for sentence in sentences)
    return {" ".join(run[i : i + COPIED_WORDS]) for run in runs for i in range(len(run) - COPIED_WORDS + 1)}


def character_runs(text: str) -> set[str]:
    """Every run of COPIED_JAPANESE Japanese characters."""
    runs = re.findall(r"[\u3040-\u30ff\u4e00-\u9fff、・ー]+", text)
    return {run[i : i + COPIED_JAPANESE] for run in runs for i in range(len(run) - COPIED_JAPANESE + 1)}


def facts() -> str:
    """Everything that may be known: the facts, what a reader finds in the articles, and the articles."""
    files = [
        SHARED / "facts.yaml",
        *sorted((SHARED / "gold").glob("*.yaml")),
        *sorted((SHARED / "articles").glob("*.txt")),
    ]
    return "\n".join(read(path) for path in files)


def without_markup(text: str) -> str:
    """Text without addresses, HTML tags, ordinals of Markdown lists and thousands separators."""
    text = re.sub(r"<[^>]*>", " ", URL.sub("", text))
    return re.sub(r"(?m)^\d+\. ", "", re.sub(r"(?<=\d),(?=\d{3})", "", text))
