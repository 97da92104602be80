"""Front matter → YAML as a person would write it: documented key order, short entries on a line, remarks as comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Final

import yaml

from briefgen.importing.checks import Checks
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import FrontMatter
from briefgen.text import one_line

_LINE: Final = 118
"""Letters of a line up to which an entry stands on one: the width of our own files, less the indent."""

_TAG: Final = "tag:yaml.org,2002:"

Data = str | bool | Edtf | list["Data"] | dict[str, "Data"]


_resolver: Any = yaml.resolver.Resolver()


class _Dumper(yaml.SafeDumper):
    """Indents the items of a list below their key, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  PyYAML's
        """Indent, whatever PyYAML thinks of lists."""
        super().increase_indent(flow, False)  # noqa: FBT003  PyYAML's signature


def front_matter_text(facts: FrontMatter, checks: Checks) -> str:
    """The YAML of a front matter without its fences; each remark of `checks` as a comment above what it is about."""
    return "".join(_lines(facts, checks))


def _lines(facts: FrontMatter, checks: Checks) -> Iterator[str]:
    yield from _comments(checks, ())
    for item in fields(FrontMatter):
        yield from _comments(checks, (item.name,))
        value = getattr(facts, item.name)
        if value == item.default or (item.default is MISSING and not value):
            continue
        data = _data(value)
        if isinstance(data, list) and data and isinstance(data[0], dict):
            yield f"{item.name}:\n"
            for place, entry in enumerate(data):
                yield from _comments(checks, (item.name, place), "  ")
                yield _indented(_yaml([entry]))
        elif isinstance(data, dict):
            yield f"{item.name}:\n{_indented(_yaml(data, flow=False))}"
        else:
            yield _yaml({item.name: data}, flow=False)


def _comments(checks: Checks, path: tuple[str | int, ...], indent: str = "") -> Iterator[str]:
    for remark in checks.get(path, ()):
        printable = "".join(char if char.isprintable() else " " for char in one_line(remark))  # YAML has no escapes here
        yield f"{indent}# check: {printable}\n"


def _data(value: object) -> Data:
    """A value of the model as plain data, without what is empty or goes without saying."""
    if is_dataclass(value) and not isinstance(value, Edtf):
        entries = ((item, getattr(value, item.name)) for item in fields(value))
        return {item.name: _data(inner) for item, inner in entries if inner != item.default}
    if isinstance(value, tuple):
        return [_data(item) for item in value]
    return value if isinstance(value, bool | Edtf) else one_line(str(value))


def _indented(text: str) -> str:
    return "".join(f"  {line}" for line in text.splitlines(keepends=True))


def _yaml(data: Data, *, flow: bool | None = None) -> str:
    """The YAML of some data; `flow` decides whether its first level stands on one line (None: where it fits)."""
    return str(yaml.serialize(_node(data, flow=flow), Dumper=_Dumper, allow_unicode=True, width=10**9))


def _node(data: Data, *, flow: bool | None = None) -> yaml.Node:
    if isinstance(data, dict):
        pairs = [(_scalar(key), _node(value)) for key, value in data.items()]
        return yaml.MappingNode(f"{_TAG}map", pairs, flow_style=_fits(data) if flow is None else flow)
    if isinstance(data, list):
        plain = all(not isinstance(item, list | dict) for item in data)
        return yaml.SequenceNode(f"{_TAG}seq", [_node(item) for item in data], flow_style=plain if flow is None else flow)
    return _scalar(data)


def _fits(data: dict[str, Data]) -> bool:
    """Whether an entry has no entries within and is short enough for one line."""
    nested = any(isinstance(item, dict) for value in data.values() if isinstance(value, list) for item in value)
    return not nested and len(str({key: str(value) for key, value in data.items()})) <= _LINE


def _scalar(value: str | bool | Edtf) -> yaml.ScalarNode:  # noqa: FBT001  a value of the front matter
    """A scalar; text that YAML would take for something else is quoted, dates and truth values stand as they are."""
    if isinstance(value, str):
        return yaml.ScalarNode(f"{_TAG}str", value)
    written = str(value).lower() if isinstance(value, bool) else str(value)
    return yaml.ScalarNode(_resolver.resolve(yaml.ScalarNode, written, (True, False)), written)
