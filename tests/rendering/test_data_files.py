"""Data files say what the pages say: valid by their schemas, whole, and safe to open."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import Any, Final

import jsonschema
import pytest

from briefgen.indexing import index
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import EventRef, PersonRef, Statement
from briefgen.model.settings import Settings
from briefgen.rendering.data_rows import EventRow
from briefgen.rendering.delimited import delimited
from briefgen.rendering.schema import object_schema
from briefgen.rendering.tables import TABLES
from tests.rendering.sample_site import VOCABULARY, Tags, pages, site, written

NAMES: Final = [table.name for table in TABLES]
FORMULAS: Final = ("=1+1", "+1", "-2", "@SUM(A1)", "\tx", "\rx")


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The usual site."""
    return pages(site())


def rows(made: dict[str, str], name: str) -> list[dict[str, Any]]:
    """The rows of a table's JSON."""
    found: list[dict[str, Any]] = json.loads(made[f"data/{name}.json"])["rows"]
    return found


def sheet(made: dict[str, str], name: str) -> list[dict[str, str]]:
    """The rows of a table's CSV."""
    return list(csv.DictReader(io.StringIO(made[f"data/{name}.csv"], newline="")))


def test_each_briefing_is_valid(made: dict[str, str]) -> None:
    """Each briefing's file follows the schema that it names, and nothing beyond it may stand there."""
    paths = [path for path in made if path.startswith("data/briefings/")]
    assert len(paths) == len(site().briefings)
    schema = json.loads(made["data/schema/briefing.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    for path in paths:
        data = json.loads(made[path])
        assert data["$schema"] == "../schema/briefing.schema.json"
        jsonschema.validate(data, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**data, "countires": []}, schema)


@pytest.mark.parametrize("name", NAMES)
def test_each_table_is_valid(made: dict[str, str], name: str) -> None:
    """Each table follows the schema that it names; CSV and index have as many rows."""
    data = json.loads(made[f"data/{name}.json"])
    schema = json.loads(made[f"data/{data['$schema']}"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    listed = {table["name"]: table for table in json.loads(made["data/index.json"])["tables"]}[name]
    assert len(data["rows"]) == len(sheet(made, name)) == listed["rows"] > 0
    assert {listed["json"], listed["csv"], listed["schema"]} <= set(made)


@pytest.mark.parametrize("wrong", [{"date": "16 October"}, {"type": "party"}, {"countries": ["AT"]}, {"crosslinks": "no"}])
def test_the_schema_refuses(made: dict[str, str], wrong: dict[str, object]) -> None:
    """A date that is none, a value that is not allowed and a wrong type do not pass."""
    data = json.loads(made["data/briefings/visit.json"])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, **wrong}, json.loads(made["data/schema/briefing.schema.json"]))


@pytest.mark.parametrize("date", ["2025", "2025-10", "2025-10-16/2025-10-19", "XXXX-10-16", "XXXX-10-16/XXXX-10-19"])
def test_dates_keep_their_precision(date: str) -> None:
    """Every date that the front matter takes stands in the data as it was stated, and passes the schema."""
    made = pages(site(written("one", "One", date=Edtf.parse(date))))
    data = json.loads(made["data/briefings/one.json"])
    assert data["date"] == date
    jsonschema.validate(data, json.loads(made["data/schema/briefing.schema.json"]))


def test_what_must_be_there_is_there_even_when_empty() -> None:
    """A key that has no default is never left out, so that readers can rely on it."""
    event = EventRef("meeting", said=(Statement("", "stated", "that"),))
    made = pages(site(written("one", "One", events=(event,))))
    data = json.loads(made["data/briefings/one.json"])
    assert data["events"][0]["said"][0]["who"] == ""
    jsonschema.validate(data, json.loads(made["data/schema/briefing.schema.json"]))


def test_facts_come_with_their_evidence(made: dict[str, str]) -> None:
    """What analysis found stands with its words, their place and the rule; what people wrote needs none."""
    found = json.loads(made["data/briefings/raw.json"])
    assert found["drafted_by"] == "machine"
    assert found["provenance"] == [
        {
            "path": ["countries", "VN"],
            "origin": "stated",
            "evidence": [{"quote": "ベトナム", "rule": "countries/name", "start": 0, "end": 4}],
        }
    ]
    assert json.loads(made["data/briefings/visit.json"])["drafted_by"] == "person"


def test_names_in_every_language(made: dict[str, str]) -> None:
    """Countries and topics have their names in each language of the site, in CSV a column each."""
    assert {row["id"]: row["names"] for row in rows(made, "countries")}["VN"] == {
        "en": "Vietnam",
        "ja": "ベトナム",
        "vi": "Việt Nam",
    }
    topic = next(row for row in sheet(made, "topics") if row["id"] == "cybercrime")
    assert (topic["names_en"], topic["names_ja"], topic["names_vi"]) == ("Cybercrime", "サイバー犯罪", "Tội phạm mạng")


def test_translations_count_once(made: dict[str, str]) -> None:
    """A briefing in two languages is one briefing of its country, and its events are told once."""
    assert {row["id"]: row["briefings"] for row in rows(made, "countries")}["VN"] == 3
    event = EventRef("signing", countries=("VN",))
    both = pages(site(written("a", "A", events=(event,)), written("b", "B", lang="ja", translation_of="a", events=(event,))))
    assert [row["briefing"] for row in rows(both, "events")] == ["a"]


def test_no_row_without_a_page() -> None:
    """People named too seldom for a page of their own stand in no table either."""
    one = written("a", "A", people=(PersonRef("Lê Quốc Hùng", "Deputy Minister", "VN"),))
    assert len(rows(pages(site(one)), "people")) == 1
    assert rows(pages(site(one, settings=Settings(mentions_for_a_page=2))), "people") == []


def test_every_page_of_a_row_exists(made: dict[str, str]) -> None:
    """The addresses in the tables lead to pages of the site, and those of events to their sections."""
    for name in NAMES:
        for row in sheet(made, name):
            path, _, anchor = row.get("page", "").partition("#")
            assert not path or path in made
            assert not anchor or anchor in {tags.get("id") for tag in ("div", "section") for tags in Tags(made[path]).all(tag)}
    assert all(row["data"] in made for row in sheet(made, "briefings"))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    """What a spreadsheet would run has an apostrophe before it, alone in a cell or first of several; JSON has it as it is."""
    row = EventRow("a", 1, "meeting", place=text, people=(text, "B"))
    cells = next(csv.DictReader(io.StringIO(delimited(EventRow, [row], ("en",)).decode(), newline="")))
    assert (cells["place"], cells["people"]) == (f"'{text}", f"'{text}; B")
    assert cells["number"] == "1"


def test_csv_as_the_rfc_has_it(made: dict[str, str]) -> None:
    """A line of names, lines that end in CR LF, no byte order mark; commas, quotes and lines stay in their cell."""
    text = made["data/events.csv"]
    assert text.startswith("briefing,number,kind,date,")
    assert text.count("\n") == text.count("\r\n")
    row = EventRow("a", 1, "meeting", place='Hà Nội, "Ba Đình"\nquận', countries=("VN", "AT"))
    data = delimited(EventRow, [row], ("en",)).decode()
    cells = next(csv.DictReader(io.StringIO(data, newline="")))
    assert (cells["place"], cells["countries"], cells["date"]) == ('Hà Nội, "Ba Đình"\nquận', "VN; AT", "")


def test_data_are_of_the_site_not_of_a_language(made: dict[str, str]) -> None:
    """Data stand once, at the root, and the page about them in each language."""
    assert not [path for path in made if path.startswith(("ja/data/", "vi/data/"))]
    assert "../data/index.json" in {link.get("href") for link in Tags(made["ja/data.html"]).all("a")}


@pytest.mark.parametrize(
    ("page", "table"),
    [("agreements/index", "agreements"), ("countries/index", "countries"), ("timeline", "events"), ("people/index", "people")],
)
def test_lists_lead_to_their_tables(made: dict[str, str], page: str, table: str) -> None:
    """A list names the files that have the same, in every language."""
    up = "../" * page.count("/")
    for tree, root in (("", up), ("vi/", f"../{up}")):
        links = {link.get("href") for link in Tags(made[f"{tree}{page}.html"]).all("a")}
        assert {f"{root}data/{table}.csv", f"{root}data/{table}.json"} <= links


def test_an_empty_site_has_empty_tables() -> None:
    """A site without briefings has its data files all the same."""
    nothing, problems = index((), VOCABULARY, Settings())
    assert not problems
    made = pages(nothing)
    assert all(rows(made, name) == [] for name in NAMES)


@dataclass
class Odd:
    """A row with a field that JSON cannot hold."""

    a: bytes


def test_a_type_unknown_to_data_files_is_an_error() -> None:
    """A field whose type no schema can tell is noticed when it is added."""
    with pytest.raises(TypeError, match="bytes"):
        object_schema("Odd", Odd)


def test_the_same_twice(made: dict[str, str]) -> None:
    """A second rendering has the same bytes."""
    assert made == pages(site())
