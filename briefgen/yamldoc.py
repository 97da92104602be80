"""YAML with the place of every value: the one module that reads YAML.

PyYAML's C loader composes a document once; this module walks the nodes into plain data and remembers where each key
and value stands. Scalars become text, so that `NO` is Norway, `12:30` a time and `1_000` what was typed (YAML 1.1 makes
them False, 750 and 1000; field.md B2); only `null`, `~` and nothing become None. The schema turns text into numbers and
truth values where it asks for them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast, get_args, get_type_hints

import yaml

from briefgen.errors import Problem

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T")

Data = str | None | list["Data"] | dict[str, "Data"]
Path = tuple[str | int, ...]
Position = tuple[int, int]

MAX_NODES: Final = 200_000
"""Values in one document at most, aliases counted each time they are used: far above any vocabulary, far below a bomb."""

MAX_DEPTH: Final = 40
"""Lists and mappings within each other at most; a briefing needs six."""

_LONGEST_WORD: Final = 100
"""Letters of a word that are compared with known ones: comparing takes the square of the length."""

_Loader: Any = type(
    "_Loader",
    (getattr(yaml, "CSafeLoader", yaml.SafeLoader),),
    {"yaml_implicit_resolvers": {"<": yaml.SafeLoader.yaml_implicit_resolvers["<"]}},
)
"""PyYAML's loader, told only to know the merge key: what other plain scalars might be is not asked here."""

_NULL: Final = {"", "~", "null", "Null", "NULL"}

_ALLOWED_TAGS: Final = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "value", "merge")
)
"""Tags of plain YAML; anything else (`!!python/object`, `!include`) is refused."""


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML document: plain data, where each value stands, and what is wrong with it.

    `data` is None when it could not be read at all. `positions` maps the path of each value to line and column (from 1);
    `keys` does the same for the key in front of a value.
    """

    file: str
    data: Data
    positions: Mapping[Path, Position] = field(default_factory=dict)
    keys: Mapping[Path, Position] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def problem(self, path: Path, what: str, hint: str = "", *, at_key: bool = False) -> Problem:
        """A problem at the value (or key) of `path`, or at the nearest known place above it."""
        places = ({**self.positions, **self.keys}) if at_key else self.positions
        while path not in places and path:
            path = path[:-1]
        line, column = places.get(path, (1, 1))
        return Problem(self.file, line, column, what, hint)


def parse(text: str, file: str, *, first_line: int = 1) -> Document:
    """Read one YAML mapping; never raises. `first_line` is the line of `file` on which `text` begins."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return Document(file, None, problems=(_syntax_problem(error, text, file, first_line),))
    except RecursionError:
        return Document(file, None, problems=(Problem(file, first_line, 1, "the YAML is nested too deeply"),))
    except ValueError as error:  # an impossible code point in an escape
        return Document(file, None, problems=(Problem(file, first_line, 1, f"the YAML cannot be read: {error}"),))
    if node is None:
        return Document(file, {}, {(): (first_line, 1)})
    walker = _Walker(file, first_line)
    data = walker.walk(node, ())
    if not isinstance(data, dict) and not walker.problems:
        walker.complain(node, "a list of `key: value` lines is expected here", "write one key a line, as `title: …`")
    usable = data if isinstance(data, dict) and not walker.is_too_large else None
    return Document(file, usable, walker.positions, walker.keys, tuple(walker.problems))


def validate(document: Document, schema: type[T]) -> tuple[T | None, tuple[Problem, ...]]:
    """The document as a value of `schema` (a dataclass of the model, or a mapping to one), and every problem at its place.

    Keys of the first level that have problems are left out of the value, so that whoever checks rules beyond types finds
    those problems in the same run; the value is None when nothing usable is left.
    """
    from pydantic import ValidationError  # noqa: PLC0415  100 ms to import: not for a run that reads no YAML

    if not isinstance(document.data, dict):
        return None, document.problems
    adapter = _adapter(cast("Any", schema))
    data = dict(document.data)
    problems = document.problems
    while True:
        try:
            value: T = adapter.validate_python(data)
        except ValidationError as error:
            details = error.errors()
            problems = (*problems, *dict.fromkeys(_schema_problem(document, schema, detail) for detail in details))
            bad = {str(detail["loc"][0]) for detail in details} & data.keys()
            if not bad:
                return None, problems
            data = {key: inner for key, inner in data.items() if key not in bad}
        else:
            return value, problems


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the closest known word ("did you mean `countries`?"), or an empty text when none is close."""
    candidates = sorted(known)
    spelled = next((other for other in candidates if other.casefold() == word.casefold()), None)
    close = [spelled] if spelled else difflib.get_close_matches(word[:_LONGEST_WORD], candidates, n=1, cutoff=0.6)
    return f"did you mean `{close[0]}`?" if close else ""


class _Walker:
    """Turns nodes into data; notes places and problems on the way."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.offset = first_line
        self.nodes = 0
        self.is_too_large = False
        self.positions: dict[Path, Position] = {}
        self.keys: dict[Path, Position] = {}
        self.problems: list[Problem] = []

    def walk(self, node: yaml.Node, path: Path) -> Data:
        """The data of a node; None where there is nothing or it is refused."""
        self.positions[path] = self._place(node)
        self.nodes += 1
        if self.nodes > MAX_NODES or len(path) > MAX_DEPTH:
            if not self.is_too_large:
                self.complain(node, "the YAML is too large or nested too deeply", "aliases count each time they are used")
            self.is_too_large = True
            return None
        if node.tag not in _ALLOWED_TAGS:
            self.complain(node, f"the tag `{node.tag}` is not allowed", "write plain values")
            return None
        if isinstance(node, yaml.ScalarNode):
            return None if not node.style and node.value in _NULL else str(node.value)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        return [self.walk(item, (*path, place)) for place, item in enumerate(node.value)]

    def complain(self, node: yaml.Node, what: str, hint: str = "") -> None:
        """Note a problem at a node."""
        self.problems.append(Problem(self.file, *self._place(node), what, hint))

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Data]:
        """The keys that have a value: `date:` with nothing behind it states nothing."""
        data: dict[str, Data] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag.endswith(":merge"):
                self.complain(key_node, "a key must be plain text", "write `key: value`")
                continue
            key = str(key_node.value)
            if key in data:
                line = self.keys[*path, key][0]
                self.complain(key_node, f"the key `{key}` stands twice", f"it is already set on line {line}")
                continue
            inner = (*path, key)
            self.keys[inner] = self._place(key_node)
            value = self.walk(value_node, inner)
            if value is not None:
                data[key] = value
        return data

    def _place(self, node: yaml.Node) -> Position:
        mark = node.start_mark
        return mark.line + self.offset, mark.column + 1


def _syntax_problem(error: yaml.YAMLError, text: str, file: str, first_line: int) -> Problem:
    """What PyYAML says of broken YAML, as a sentence for someone who does not know YAML."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    row, column = (mark.line, mark.column + 1) if mark else (0, 1)
    said = getattr(error, "problem", None) or str(error).splitlines()[0]
    lines = text.splitlines()
    line = lines[row] if row < len(lines) else ""
    what, hint = _explained(str(said), line)
    return Problem(file, row + first_line, column, what, hint)


_EXPLANATIONS: Final = (
    (r"mapping values are not allowed", "a second `: ` in one line", 'put the value in quotes, as `title: "a: b"`'),
    (r"unexpected end of stream|did not find expected ',' or", "a quote or bracket is never closed", "close it"),
    (r"(special|control) characters are not allowed", "a control character stands in the YAML", "delete it"),
    (r"anchor|alias", "a value begins with `*` or `&`, which YAML reserves", "put the value in quotes"),
    (r"maximum nesting depth", "the YAML is nested too deeply", "a briefing needs six levels"),
    (r"cannot start any token", "a value begins with a character that YAML reserves", "put the value in quotes"),
)
"""PyYAML's words (a pattern of them), and the sentence and hint for someone who does not know YAML."""


def _explained(said: str, line: str) -> tuple[str, str]:
    """Sentence and hint for PyYAML's words about a line."""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return "a tab stands where spaces belong", "indent with spaces"
    for pattern, what, hint in _EXPLANATIONS:
        if re.search(pattern, said):
            return what, hint
    return f"the YAML cannot be read here: {said}", "check indentation, quotes and brackets"


@cache
def _adapter(schema: Any) -> TypeAdapter[Any]:  # noqa: ANN401  any dataclass of the model
    from pydantic import TypeAdapter  # noqa: PLC0415  see validate

    return TypeAdapter(schema)


def _schema_problem(document: Document, schema: type[object], detail: ErrorDetails) -> Problem:
    """One validation error of pydantic as a sentence with place and hint."""
    path: Path = tuple(detail["loc"])
    key = path[-1] if path else ""
    match detail["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden":
            known = _known_keys(schema, path[:-1])
            hint = did_you_mean(str(key), known) or f"known keys: {', '.join(sorted(known))}"
            return document.problem(path, f"unknown key `{key}`", hint, at_key=True)
        case "missing" | "missing_argument":
            return document.problem(path[:-1], f"`{key}` is missing")
        case "literal_error":
            allowed = re.findall(r"'([^']+)'", detail["ctx"]["expected"])
            hint = f"allowed: {', '.join(allowed)}"
            closest = did_you_mean(str(detail["input"]), allowed)
            what = f"`{detail['input']}` is not allowed for `{_name(path)}`"
            return document.problem(path, what, f"{closest} {hint}".strip())
        case "value_error":
            return document.problem(path, str(detail["ctx"]["error"]))
        case _:
            return document.problem(path, *_wrong_type(detail, path))


def _wrong_type(detail: ErrorDetails, path: Path) -> tuple[str, str]:
    """Sentence and hint for a value of the wrong shape."""
    given = detail["input"]
    name = _name(path)
    shape = _shape(given)
    match detail["type"]:
        case "string_type":
            return f"{shape} stands where text belongs in `{name}`", "write one text"
        case "tuple_type" | "list_type":
            hint = f"write `{name}: [{given}]`" if isinstance(given, str) else "begin each item with `- `"
            return f"{shape} stands where a list belongs in `{name}`", hint
        case "dataclass_type" | "dataclass_exact_type" | "dict_type" | "mapping_type":
            return f"{shape} stands where `key: value` lines belong in `{name}`", ""
        case "bool_parsing" | "bool_type":
            return f"{shape} is neither true nor false in `{name}`", ""
        case _:
            return f"{shape} does not fit `{name}`: {detail['msg'].lower()}", ""


def _shape(given: object) -> str:
    """What was given, as the subject of a sentence."""
    if isinstance(given, list | dict):
        return "a list" if isinstance(given, list) else "a mapping"
    return f"`{given}`" if given else "nothing"


def _name(path: Path) -> str:
    """The key that a path is about, list positions left out."""
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")


def _known_keys(schema: type[object], path: Path) -> Sequence[str]:
    """The keys that are allowed at `path` of a dataclass."""
    current: Any = schema
    for part in path:
        if isinstance(part, str) and is_dataclass(current):
            current = get_type_hints(current).get(part, str)
        current = _inner(current)
    return [item.name for item in fields(current)] if is_dataclass(current) else []


def _inner(annotation: Any) -> Any:  # noqa: ANN401  an annotation may be anything
    """The dataclass inside `tuple[X, ...]`, `Mapping[str, X]` or `X | None`, or the annotation itself."""
    inside = [argument for argument in get_args(annotation) if is_dataclass(argument)]
    return inside[0] if inside else annotation
