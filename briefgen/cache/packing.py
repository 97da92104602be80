"""Values → bytes and back, and the hash of a value.

Values are pickled: it is exact for our frozen dataclasses, enumerations and tuples, and fast. Pickle can call anything
that it names, so reading back is limited to classes of `briefgen.model` and the few others that are kept: a cache file
of a stranger's can make wrong pages, but not run code.
"""

from __future__ import annotations

import hashlib
import pickle
import zlib
from collections.abc import Callable, Iterable
from copyreg import dispatch_table
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from io import BytesIO
from operator import attrgetter
from typing import Any, Final, TypeVar

from briefgen.cache.sealed import Sealed
from briefgen.model.output import Output, Packed, hash_of

A = TypeVar("A")

_PROTOCOL: Final = 5

_LEVEL: Final = 1
"""Of zlib: a text of 14 KB shrinks to a fifth in 0.1 ms; higher levels save little more. It also checks what it reads."""

_STORED: Final = 0
"""Of zlib: nothing shrinks, and what is read is checked nevertheless."""

_HOMES: Final = (
    "briefgen.model.",
    "briefgen.cache.records",
    "briefgen.cache.sealed",
    "briefgen.checking.links",
    "briefgen.errors",
    "briefgen.kinds",
    "briefgen.rendering.bodies",
    "briefgen.rendering.prose",
)
"""Modules whose classes are kept."""

_LIBRARIES: Final = {("markupsafe", "Markup"), ("datetime", "date"), ("datetime", "datetime"), ("datetime", "timezone")}
"""Classes of others that are kept."""


class Unreadable(Exception):  # noqa: N818  named for what is wrong with the bytes
    """Bytes that are no value of this version of briefgen."""


def pack(value: object) -> bytes:
    """A value as bytes; raises what pickle raises for a value that has none."""
    return zlib.compress(_pickled(value, memo=True), _STORED if _is_packed(value) else _LEVEL)


def _is_packed(value: object) -> bool:
    """Whether nearly all of a value is compressed already, as the outputs in what is kept of a page."""
    match value:
        case (*_, (Output(content=Packed()), *_)) | (*_, Sealed()):
            return True
        case _:
            return False


def sealed(value: object, aside: A) -> Sealed[A]:
    """A value, sealed: equal ones give the same bytes. Raises what pickle raises for a value that has none."""
    plain = _pickled(value, memo=False)
    return Sealed(hash_of(plain), aside, zlib.compress(plain, _LEVEL))


def unpack(data: bytes) -> Any:  # noqa: ANN401  whatever was packed
    """The value again; raises Unreadable for damaged or foreign bytes."""
    try:
        return _Reader(BytesIO(zlib.decompress(data))).load()
    except Exception as error:  # pickle may raise anything for foreign bytes
        raise Unreadable(str(error)) from error


def digest(*values: object) -> bytes:
    """The hash of values: equal ones have one hash however they share their parts; unequal ones never.

    Mappings count with their order. Raises what pickle raises for a value that has no bytes, as a function's closure.
    """
    return hashlib.blake2b(_pickled(values, memo=False), digest_size=16).digest()


def _pickled(value: object, *, memo: bool) -> bytes:
    buffer = BytesIO()
    pickler = pickle.Pickler(buffer, _PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.fast = not memo  # without memo a part that occurs twice is written twice, and identity does not show
    pickler.dump(value)
    return buffer.getvalue()


class _Reducers(dict[type, Callable[[Any], Any]]):
    """How objects of each class are taken apart; dataclasses by their fields in one call, faster than pickle's own way."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if not is_dataclass(kind) or any(not field.init or field.kw_only for field in fields(kind)):
            raise KeyError(kind)
        self[kind] = _reducer(kind, [field.name for field in fields(kind)])
        return self[kind]


def _reducer(kind: type, names: list[str]) -> Callable[[Any], tuple[type, tuple[object, ...]]]:
    if len(names) > 1:
        all_of = attrgetter(*names)
        return lambda value: (kind, all_of(value))
    return lambda value: (kind, tuple(getattr(value, name) for name in names))


_REDUCERS: Final = _Reducers(dispatch_table)


class _Reader(pickle.Unpickler):
    """Reads values of our own classes and refuses all others."""

    def find_class(self, module: str, name: str) -> type:
        """A class that may be kept, by its module and name."""
        return _class(module, name)


@cache
def _class(module: str, name: str) -> type:
    """A class that may be kept; thousands of values name the same ones."""
    if ((module, name) in _LIBRARIES or _is_home(module)) and "." not in name:
        found = getattr(import_module(module), name, None)
        if isinstance(found, type) and found.__module__ == module:
            return found
    message = f"{module}.{name} is not kept in a cache"
    raise pickle.UnpicklingError(message)


def _is_home(module: str, homes: Iterable[str] = _HOMES) -> bool:
    return any(module == home or (home.endswith(".") and module.startswith(home)) for home in homes)
