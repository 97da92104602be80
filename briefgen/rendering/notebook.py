"""What a page read of the site, noted while it is made, so that it is made again only when one of these things changed.

Pages see the site through mappings that note each key they are asked for, and through briefings, entries and records that note
each attribute. So nobody has to say what a page depends on, and nobody can forget to. What was noted are **questions**:

- `("briefings", "facts", "visit-to-vienna")`: an attribute of what stands under a key,
- `("related", "", "visit-to-vienna")`: the whole of it,
- `("entries.country", "#has", "AT")`: whether there is a key,
- `("briefings", "#keys")`: which keys there are, in their order,
- `("briefings", "#all", "facts")`: an attribute of everything; who asks for most of a table has asked for all of it.

`Answers` answers them: with the hash of what was asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import Any, Final, Generic, TypeVar, cast

from briefgen.model.briefing import Briefing
from briefgen.model.memo import Ask, Later, Question
from briefgen.model.register import Record, Register
from briefgen.model.site import Entry, Site
from briefgen.rendering.bodies import Bodies
from briefgen.rendering.prose import Prose

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

_WHOLE: Final = ""
_HAS: Final = "#has"
_KEYS: Final = "#keys"
_ALL: Final = "#all"

_MANY: Final = 4
"""Who asks for more than one in so many keys of a table has asked for all of it: the list of questions would be too long."""

_FEW: Final = 250
"""So many questions are kept one by one, however small the table."""

_OPENED: Final = ("bodies", "words")
"""Tables of results that are looked at when they are needed."""

_GIVEN: Final = {"id", "kind"}
"""Attributes that follow from the key: they cannot change under it."""


class Notebook:
    """The questions that were asked since `noting` began, by whoever sees the watched site."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        self._noted: dict[Question, None] = {}
        self._made: dict[object, tuple[object, dict[Question, None]]] = {}

    def note(self, question: Question) -> None:
        """Note a question."""
        self._noted[question] = None

    def once(self, name: object, make: Callable[[], T]) -> T:
        """What `make` makes, made once for all who ask for this name; whoever asks has read what it was made from."""
        if name not in self._made:
            with self.noting() as noted:
                self._made[name] = (make(), noted)
        value, read = self._made[name]
        self._noted.update(read)
        return cast("T", value)

    @contextmanager
    def noting(self) -> Iterator[dict[Question, None]]:
        """Note what is asked within the block apart from what was asked before it."""
        before, self._noted = self._noted, {}
        try:
            yield self._noted
        finally:
            self._noted = before


Tables = Mapping[str, Mapping[Any, Any]]
"""Every table of a site by its name."""


def tables_of(site: Site, bodies: Bodies, words: Mapping[str, Later[Any, None]]) -> Tables:
    """The tables that pages are made of: those of the site, the rendered texts, and the words in them."""
    return {
        "briefings": site.briefings,
        "related": site.related,
        "translations": site.translations,
        "pictures": site.pictures,
        "instruments": site.instruments,
        "parties": site.parties,
        "pairs": site.pairs,
        "same_day": site.same_day,
        "texts": site.texts,
        "bodies": bodies,
        "words": words,
        **{f"entries.{kind}": entries for kind, entries in site.entries.items()},
        **{f"records.{kind}": records for kind, records in site.register.records.items()},
        **{f"ids.{kind}": ids for kind, ids in site.register.ids.items()},
    }


@dataclass(frozen=True, slots=True)
class Seen:
    """A site, its texts and their words as pages see them."""

    site: Site
    bodies: Mapping[str, Prose]
    words: Mapping[str, Any]


def watched(site: Site, tables: Tables, notebook: Notebook) -> Seen:
    """The same site, with its tables, as pages see it: whatever is read of them stands in the notebook afterwards."""
    seen = {name: _Watched(name, table, notebook) for name, table in tables.items()}

    def those(group: str) -> dict[str, _Watched[Any, Any]]:
        return {name.removeprefix(group): table for name, table in seen.items() if name.startswith(group)}

    shown = Site(
        settings=site.settings,
        vocabulary=site.vocabulary,
        left_out=site.left_out,
        entries=those("entries."),
        register=Register(those("records."), those("ids.")),
        **{name: table for name, table in seen.items() if "." not in name and name not in _OPENED},
    )
    return Seen(shown, *(_Opened(seen[name]) for name in _OPENED))


class Answers(dict[Question, str | None]):
    """The answers to questions about the tables of a site, each found when it is first asked for.

    An answer is the hash of what the question asks for, or what that is if it is short; None where there is nothing.
    """

    def __init__(self, tables: Tables, digest: Callable[[object], str], others: Mapping[str, Ask] | None = None) -> None:
        """Take the tables, what tells a value from any other, and who answers questions about `others` than these tables."""
        super().__init__()
        self._tables = tables
        self._digest = digest
        self._others = others or {}

    def __missing__(self, question: Question) -> str | None:
        """Find an answer; a dict asks for it, so that all but the first of a million questions cost a look-up."""
        other = self._others.get(question[0])
        answer = self[question] = other(question) if other else self._answer(*question)
        return answer

    def few(self, questions: Mapping[Question, None]) -> tuple[Question, ...]:
        """Questions that ask for at least as much, and are not too many: those about most of a table as one about all."""
        counts = Counter(question[:2] for question in questions)
        large = {ask for ask, count in counts.items() if count > max(_FEW, len(self._tables.get(ask[0], ())) // _MANY)}
        one = {ask: (ask[0], _KEYS) if ask[1] == _HAS else (ask[0], _ALL, ask[1]) for ask in large}
        return tuple(dict.fromkeys(one.get(question[:2], question) for question in questions))

    def _answer(self, table: str, what: str, *key: str) -> str | None:
        found = self._tables.get(table, {})
        if what == _KEYS:
            return self._digest(tuple(found))
        if what == _ALL:
            return self._digest([(one, self[(table, key[0], *_parts(one))]) for one in found])
        value = found.get(key if len(key) > 1 else key[0], _MISSING)
        if value is _MISSING:
            return None
        if what == _HAS:
            return what
        if isinstance(value, Later):
            return value.hash
        read = value if what == _WHOLE else getattr(value, what)
        return f"={read}" if isinstance(read, str | bool) else self._digest(read)


_MISSING: Final = object()


def _parts(key: Any) -> tuple[str, ...]:  # noqa: ANN401  a name, or several
    """A key as the end of a question."""
    return key if isinstance(key, tuple) else (key,)


class _Watched(Mapping[K, V], Generic[K, V]):
    """A table that notes what it is asked for."""

    def __init__(self, name: str, table: Mapping[K, V], notebook: Notebook) -> None:
        self._name = name
        self._table = table
        self._notebook = notebook
        self._shown: dict[K, tuple[V, Question]] = {}

    def __getitem__(self, key: K) -> V:
        found = self._shown.get(key)
        if found is None:
            if key not in self._table:
                self._notebook.note((self._name, _HAS, *_parts(key)))
                raise KeyError(key)
            found = self._shown[key] = self._seen(key)
        self._notebook.note(found[1])
        return found[0]

    def get(self, key: K, default: Any = None) -> Any:  # noqa: ANN401  Mapping's signature
        """What stands under a key, else the default."""
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key: object) -> bool:
        self._notebook.note((self._name, _HAS, *_parts(key)))
        return key in self._table

    def __iter__(self) -> Iterator[K]:
        self._notebook.note((self._name, _KEYS))
        return iter(self._table)

    def __len__(self) -> int:
        self._notebook.note((self._name, _KEYS))
        return len(self._table)

    def _seen(self, key: K) -> tuple[V, Question]:
        """The value as pages see it, and what they ask when they ask for it."""
        value = self._table[key]
        if type(value) not in _SEEN:
            return value, (self._name, _WHOLE, *_parts(key))
        return _SEEN[type(value)](value, (self._name, _parts(key)), self._notebook), (self._name, _HAS, *_parts(key))


class _Opened(Mapping[str, T]):
    """A table of results that are looked at when they are needed, as what they are."""

    def __init__(self, table: Mapping[str, Later[T, Any]]) -> None:
        self._table = table
        self._last: tuple[str, T] | None = None

    def __getitem__(self, key: str) -> T:
        later = self._table[key]
        if self._last is None or self._last[0] != key:
            self._last = key, later.load()
        return self._last[1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


_OWN: Final = ("_seen", "_questions", "_notebook")
"""Attributes of objects that note."""


def _seen_through(kind: type) -> Any:  # noqa: ANN401  a class of that kind
    """The class of objects that are one of a frozen class and note which of its attributes are read."""
    names = [field.name for field in fields(kind)]

    def begin(self: Any, value: object, place: tuple[str, tuple[str, ...]], notebook: Notebook) -> None:  # noqa: ANN401
        table, key = place
        questions = {name: (table, name, *key) for name in names}
        for name, own in zip(_OWN, (value, questions, notebook), strict=True):
            object.__setattr__(self, name, own)

    body: dict[str, Any] = {"__slots__": _OWN, "__init__": begin, "__doc__": kind.__doc__}
    for name in names:
        body[name] = property(_given(name) if name in _GIVEN else _noted(name))
    return type(f"Seen{kind.__name__}", (kind,), body)


def _given(name: str) -> Callable[[Any], object]:
    return lambda seen: getattr(seen._seen, name)  # noqa: SLF001  it is the getter of that class


def _noted(name: str) -> Callable[[Any], object]:
    def read(seen: Any) -> object:  # noqa: ANN401  of any of the classes
        seen._notebook.note(seen._questions[name])  # noqa: SLF001
        return getattr(seen._seen, name)  # noqa: SLF001

    return read


_SEEN: Final[Mapping[type, Any]] = {kind: _seen_through(kind) for kind in (Briefing, Entry, Record)}
"""The class through which objects of each kind are seen whose attributes are noted: pages mostly need but a few of them."""
