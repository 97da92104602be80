"""JSON Schema (draft 2020-12) of dataclasses, so that their fields are the one home of what data files may say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from briefgen.model.edtf import Edtf

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_MOMENT: Final = r"([0-9]{4}|XXXX)(-[0-9]{2}(-[0-9]{2})?)?"

_PLAIN: Final[Mapping[object, dict[str, Any]]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Edtf: {
        "type": "string",
        "description": "EDTF: 2025, 2025-10, 2025-10-19, 2025-10-16/2025-10-19, XXXX-10-16 (year not stated)",
        "pattern": f"^{_MOMENT}(/{_MOMENT})?$",
    },
}


def object_schema(title: str, *shapes: type) -> dict[str, Any]:
    """The schema of an object that has the fields of all these dataclasses, and may name its schema under `$schema`."""
    definitions: dict[str, Any] = {}
    whole = _merged([_object(shape, definitions) for shape in shapes])
    whole["properties"] = {"$schema": {"type": "string"}, **whole["properties"]}
    return {"$schema": DIALECT, "title": title, **whole, "$defs": dict(sorted(definitions.items()))}


def table_schema(title: str, row: type) -> dict[str, Any]:
    """The schema of a table's JSON: its version and rows."""
    return list_schema(title, object_schema(title, row))


def list_schema(title: str, row: dict[str, Any]) -> dict[str, Any]:
    """The schema of a file that lists objects of a schema under `rows`."""
    inner = {key: value for key, value in row.items() if key not in {"$schema", "$defs"}}
    inner["properties"] = {key: value for key, value in row["properties"].items() if key != "$schema"}
    properties = {"$schema": {"type": "string"}, "version": {"type": "string"}, "rows": {"type": "array", "items": inner}}
    return {
        "$schema": DIALECT,
        "title": title,
        "type": "object",
        "properties": properties,
        "required": ["version", "rows"],
        "additionalProperties": False,
        "$defs": row["$defs"],
    }


def is_required(field: Field[Any]) -> bool:
    """Whether a field stands in the data even when it is empty: one without a default."""
    return field.default is MISSING and field.default_factory is MISSING


def _merged(objects: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "description": " ".join(one["description"] for one in objects),
        "type": "object",
        "properties": {name: value for one in objects for name, value in one["properties"].items()},
        "required": [name for one in objects for name in one["required"]],
        "additionalProperties": False,
    }


def _object(shape: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a dataclass; the dataclasses within it are noted in `definitions`."""
    hints = get_type_hints(shape)
    return {
        "description": (shape.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {field.name: _value(hints[field.name], definitions) for field in fields(shape)},
        "required": [field.name for field in fields(shape) if is_required(field)],
        "additionalProperties": False,
    }


def _value(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401  a type as annotated
    """The schema of a value by its annotation; raises TypeError for one that data files do not know."""
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if is_dataclass(hint):
        return _reference(hint, definitions)
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(parts)}
    if origin is tuple:
        return {"type": "array", "items": _value(parts[0], definitions)}
    if origin in {Union, UnionType}:
        return _choice([part for part in parts if part is not type(None)], definitions)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _value(parts[1], definitions)}
    msg = f"data files have no {hint}"
    raise TypeError(msg)


def _reference(shape: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401  a dataclass
    name = shape.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(shape, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _choice(parts: list[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """One of several types; none is left of None, since empty values are left out."""
    schemas = [_value(part, definitions) for part in parts]
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
