"""The controlled vocabulary: what ships in `briefgen/data/`, extended by the site's `content/_vocabulary/*.yaml`.

A site's entry of a known id adds to the shipped one: names replace those of the same language, lists grow. An entry of a
new id is a new term.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, cast

from briefgen.errors import Problem
from briefgen.model.memo import FORGETFUL, Memo, Task
from briefgen.model.vocabulary import Agreement, Country, Organization, Person, Topic, Vocabulary
from briefgen.yamldoc import Data, Document, did_you_mean, parse, validate


@dataclass(frozen=True, slots=True)
class _Subject:
    """One vocabulary file: its name, the schema of an entry, the field that holds the id, and whether a file ships."""

    name: str
    schema: type[object]
    id_field: str = "id"
    shipped: bool = False


_SUBJECTS: Final = (
    _Subject("countries", Country, id_field="code", shipped=True),
    _Subject("topics", Topic, shipped=True),
    _Subject("people", Person),
    _Subject("organizations", Organization),
    _Subject("agreements", Agreement),
)


def load_vocabulary(root: Path, memo: Memo = FORGETFUL) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary of the site in `root`, and every problem of its files; a term with problems is left out.

    `memo` may know what the same files gave before.
    """
    files_of_site = {subject.name: _site_file(root, subject) for subject in _SUBJECTS}
    return memo.recall("vocabulary", Task("content/_vocabulary", files_of_site, lambda _: _vocabulary(files_of_site)))


def _vocabulary(files_of_site: Mapping[str, str | Problem | None]) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary that the texts of a site's files extend, and their problems."""
    terms: dict[str, Mapping[str, Any]] = {}
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for subject in _SUBJECTS:
        shipped = _shipped(subject)
        document = _site_document(subject, files_of_site[subject.name])
        merged, found = _validated(document, subject, shipped)
        problems += found
        documents[subject.name] = document
        terms[subject.name] = merged if merged is not None else _validated(_EMPTY, subject, shipped)[0] or {}
    vocabulary = Vocabulary(**terms)
    problems += _hierarchy_problems(documents["topics"], vocabulary.topics)
    problems += _status_problems(documents["agreements"], vocabulary.agreements)
    return vocabulary, tuple(sorted(problems))


_EMPTY: Final = Document("", {})


def _shipped(subject: _Subject) -> dict[str, Data]:
    """The shipped entries of a subject, unchecked: the tests validate what ships."""
    if not subject.shipped:
        return {}
    text = files("briefgen").joinpath("data", f"{subject.name}.yaml").read_text(encoding="utf-8")
    return cast("dict[str, Data]", parse(text, f"{subject.name}.yaml").data)


def _site_file(root: Path, subject: _Subject) -> str | Problem | None:
    """The text of the site's file of a subject, None when there is none, or what keeps it from being read."""
    name = _name(subject)
    try:
        return (root / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        return Problem(name, 0, 0, f"it cannot be read: {error}", "save it as UTF-8")


def _site_document(subject: _Subject, text: str | Problem | None) -> Document:
    """The site's file of a subject; an empty document when there is none."""
    if isinstance(text, Problem):
        return Document(_name(subject), None, problems=(text,))
    return _EMPTY if text is None else parse(text, _name(subject))


def _name(subject: _Subject) -> str:
    return f"content/_vocabulary/{subject.name}.yaml"


def _validated(
    document: Document, subject: _Subject, shipped: Mapping[str, Data]
) -> tuple[Mapping[str, Any] | None, tuple[Problem, ...]]:
    """The shipped terms with the document's merged in, in the order of ids; None where the document has problems."""
    if not isinstance(document.data, dict):
        return None, document.problems
    entries = {key: _merged(shipped.get(key), own) for key, own in document.data.items()}
    complete = {**shipped, **entries}
    prepared = {key: _prepared(complete[key], subject, key) for key in sorted(complete)}
    schema = cast("type[Any]", dict[str, subject.schema])  # type: ignore[name-defined]
    return validate(replace(document, data=prepared), schema)


def _prepared(entry: Data, subject: _Subject, key: str) -> Data:
    """An entry as its schema takes it: with its id, and `not` (a keyword of Python) under the name of its field."""
    if not isinstance(entry, dict):
        return entry
    renamed = {("excluded" if name == "not" else name): value for name, value in entry.items()}
    return {subject.id_field: key, **renamed}


def _merged(shipped: Data, own: Data) -> Data:
    """`own` over `shipped`: mappings are merged, lists joined, everything else replaced."""
    if isinstance(shipped, dict) and isinstance(own, dict):
        return {**shipped, **{key: _merged(shipped.get(key), value) for key, value in own.items()}}
    if isinstance(shipped, list) and isinstance(own, list):
        return [*shipped, *(item for item in own if item not in shipped)]
    return own


def _hierarchy_problems(document: Document, topics: Mapping[str, Topic]) -> Iterable[Problem]:
    """A problem for each broader topic that is unknown, and for each circle."""
    for topic in topics.values():
        for place, broader in enumerate(topic.broader):
            if broader not in topics:
                path = (topic.id, "broader", place)
                yield document.problem(path, f"there is no topic `{broader}`", did_you_mean(broader, topics))
        if topic.id in _above(topic.id, topics):
            yield document.problem((topic.id, "broader"), f"the topic `{topic.id}` is broader than itself", "break the circle")


def _status_problems(document: Document, agreements: Mapping[str, Agreement]) -> Iterable[Problem]:
    """A problem for each status that is set by hand without a reason: readers are told why."""
    for agreement in agreements.values():
        if agreement.status and not agreement.reason:
            sentence = f"the status of `{agreement.id}` is set by hand without a reason"
            yield document.problem((agreement.id, "status"), sentence, "add `reason: …`, or let it follow from the briefings")


def _above(topic: str, topics: Mapping[str, Topic]) -> set[str]:
    """Every topic above one, by any way."""
    seen: set[str] = set()
    waiting = [topic]
    while waiting:
        known = topics.get(waiting.pop())
        fresh = set(known.broader if known else ()) - seen
        seen |= fresh
        waiting += fresh
    return seen
