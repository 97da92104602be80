"""The site as data: each briefing, all of them, and every table in JSON and CSV, with their schemas and an index.

Paths in the files are relative to the root of the site. Nothing stands here that no page tells: drafts and what is above the
handling ceiling never come this far.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Final, cast

from briefgen.model.briefing import Briefing, Provenance
from briefgen.model.edtf import Edtf
from briefgen.model.evidence import Evidence, Proof
from briefgen.model.frontmatter import FrontMatter
from briefgen.model.output import Output
from briefgen.model.settings import Settings
from briefgen.rendering.batch import Batch, Editions
from briefgen.rendering.data_rows import BriefingHead, BriefingProvenance, FactRow, ProofRow
from briefgen.rendering.delimited import delimited
from briefgen.rendering.json_text import compact, indented
from briefgen.rendering.schema import is_required, list_schema, object_schema, table_schema
from briefgen.rendering.tables import BRIEFINGS, TABLES, drafter
from briefgen.urls import DATA_INDEX, briefing_path, data_path, data_path_pattern, relative, schema_path, table_path

VERSION: Final = "1"
"""Of the format; it changes when a key goes or changes its meaning, not when one is added."""

RIGHTS: Final = (
    "Quoted words belong to their publishers; `source.license` of a briefing has the license that its source states, if any."
)

LEFT_OUT: Final = "Drafts, and briefings that are embargoed, expired, withdrawn or marked above the site's handling ceiling."


def batches(editions: Editions) -> Iterator[Batch]:
    """Every data file, the same for all languages of the interface."""
    for key, briefing in editions[0].site.briefings.items():
        yield Batch(data_path(briefing), _briefing, (key,))
    yield Batch(table_path(BRIEFINGS.name, "json"), _briefings)
    for table in TABLES:
        yield Batch(table_path(table.name, "csv"), _table, (table.name,))
    yield Batch(schema_path("briefing"), _schemas)
    yield Batch(DATA_INDEX, _index)


def _briefing(editions: Editions, key: str) -> Iterator[Output]:
    """The file of a briefing (keys in the order of docs/front-matter.md)."""
    site = editions[0].site
    briefing = site.briefings[key]
    path = data_path(briefing)
    told = _plain_object(BriefingProvenance(tuple(_provenance(briefing))))
    whole = {"$schema": relative(schema_path("briefing"), path), **_facts(briefing, site.settings), **told}
    yield Output(path, _indented(whole), briefing.file)


def _briefings(editions: Editions) -> Iterator[Output]:
    """One file with all briefings, without provenance."""
    site = editions[0].site
    every = (_facts(briefing, site.settings) for briefing in site.briefings.values())
    yield Output(table_path(BRIEFINGS.name, "json"), _lines(schema_path("briefings"), every))


def _facts(briefing: Briefing, settings: Settings) -> dict[str, Any]:
    head = BriefingHead(VERSION, briefing.id, briefing_path(briefing, settings), drafter(briefing))
    return {**_plain_object(head), **_plain_object(briefing.facts)}


def _provenance(briefing: Briefing) -> Iterator[FactRow]:
    """Where each fact comes from that the briefing knows of, in the order of their paths."""
    for path, provenance in sorted(briefing.provenance.items(), key=lambda item: [str(part) for part in item[0]]):
        yield FactRow(path, provenance.origin, tuple(_proofs(provenance)))


def _proofs(provenance: Provenance) -> Iterator[ProofRow]:
    yield from map(_proof, provenance.evidence)


def _proof(proof: Proof) -> ProofRow:
    if isinstance(proof, Evidence):
        return ProofRow(proof.quote, proof.rule, proof.start, proof.end)
    return ProofRow(proof.quote, proof.rule, where=proof.where)


def _table(editions: Editions, name: str) -> Iterator[Output]:
    """A table as CSV and as JSON; all briefings have a JSON of their own."""
    table = next(table for table in TABLES if table.name == name)
    rows = tuple(table.make(editions))
    languages = editions[0].site.settings.languages
    yield Output(table_path(table.name, "csv"), delimited(table.row, rows, languages))
    if table is not BRIEFINGS:
        yield Output(table_path(table.name, "json"), _lines(schema_path(table.name), map(_plain_object, rows)))


def _schemas(_: Editions) -> Iterator[Output]:
    """The schema of every JSON file; that of briefings follows from the front matter."""
    shapes = (BriefingHead, FrontMatter, BriefingProvenance)
    yield Output(schema_path("briefing"), _indented(object_schema("A briefing", *shapes)))
    listed = list_schema("All briefings", object_schema("A briefing", *shapes))
    yield Output(schema_path(BRIEFINGS.name), _indented(listed))
    for table in TABLES:
        if table is not BRIEFINGS:
            yield Output(schema_path(table.name), _indented(table_schema(table.title, table.row)))


def _index(editions: Editions) -> Iterator[Output]:
    """What there is: every table with its files, schema and number of rows."""
    site, as_of = editions[0].site, editions[0].as_of
    about = {
        "version": VERSION,
        "title": site.settings.title,
        "base_url": site.settings.base_url,
        "languages": list(site.settings.languages),
        "newest": str(as_of) if as_of else "",
        "rights": RIGHTS,
        "left_out": LEFT_OUT,
    }
    tables = [
        {
            "name": table.name,
            "title": table.title,
            "rows": table.count(site),
            "json": table_path(table.name, "json"),
            "csv": table_path(table.name, "csv"),
            "schema": schema_path(table.name),
        }
        for table in TABLES
    ]
    each = {"json": data_path_pattern(), "schema": schema_path("briefing"), "files": len(site.briefings)}
    told = {**{key: value for key, value in about.items() if value}, "tables": tables, "each_briefing": each}
    yield Output(DATA_INDEX, _indented(told))


def _plain_object(value: Any) -> dict[str, Any]:  # noqa: ANN401  a dataclass
    """A dataclass as JSON has it: dates in EDTF, without what is empty unless it has to be there."""
    told: dict[str, Any] = {}
    for name, needed in _columns(value.__class__):
        item = getattr(value, name)
        if needed or item or item == 0:
            plain = _plain(item)
            if needed or plain != {}:
                told[name] = plain
    return told


@cache
def _columns(shape: Hashable) -> tuple[tuple[str, bool], ...]:
    """The names of a dataclass's fields, and whether each has to be there."""
    return tuple((field.name, is_required(field)) for field in fields(cast("Any", shape)))


def _plain(value: object) -> object:
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Edtf):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    return _plain_object(value) if is_dataclass(value) else value


def _lines(schema: str, rows: Iterable[dict[str, Any]]) -> bytes:
    """Rows as JSON, one a line, so that they can be read and compared line by line."""
    head = f'{{"$schema":{compact(schema.partition("/")[2])},"version":"{VERSION}","rows":[\n'
    return (head + ",\n".join(map(compact, rows)) + "\n]}\n").encode()


def _indented(value: object) -> bytes:
    return f"{indented(value)}\n".encode()
