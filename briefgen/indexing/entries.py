"""The index of each kind: which briefings stand under which country, topic, person, organization and agreement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from briefgen.kinds import COUNTRY, REGISTERED, TOPIC, Kind
from briefgen.model.briefing import Briefing
from briefgen.model.register import Register
from briefgen.model.site import Entry
from briefgen.model.vocabulary import Vocabulary
from briefgen.urls import slugify

Members = Callable[[Briefing], tuple[str, ...]]

_MEMBERS: Final[tuple[tuple[Kind, Members, Members], ...]] = (
    (COUNTRY, lambda b: b.countries("primary"), lambda b: b.countries("mentioned")),
    (TOPIC, lambda b: b.topics, lambda _: ()),
)
"""For each kind that is not registered: the ids a briefing is about, and those it only mentions."""


def entries_of(briefings: Iterable[Briefing], vocabulary: Vocabulary, register: Register) -> dict[str, Mapping[str, Entry]]:
    """The entries of every kind by id, in the order of ids; briefings keep the order given.

    A topic has an entry too when only a narrower one has briefings, so that the hierarchy can be walked. A registered person,
    body or instrument has one when it has a page.
    """
    ordered = tuple(briefings)
    indexed = {kind.name: _entries(kind, about, mentioned, ordered) for kind, about, mentioned in _MEMBERS}
    indexed[TOPIC.name] = _with_broader(indexed[TOPIC.name], vocabulary)
    for kind in REGISTERED:
        shown = (record for record in register.of(kind).values() if record.has_page)
        indexed[kind.name] = {record.id: Entry(kind, record.id, record.id, record.briefings) for record in shown}
    return {name: dict(sorted(entries.items())) for name, entries in indexed.items()}


def _entries(kind: Kind, about: Members, mentioned: Members, briefings: tuple[Briefing, ...]) -> dict[str, Entry]:
    main: dict[str, list[str]] = defaultdict(list)
    aside: dict[str, list[str]] = defaultdict(list)
    for briefing in briefings:
        for found, ids in ((main, about(briefing)), (aside, mentioned(briefing))):
            for one in dict.fromkeys(ids):
                found[one].append(briefing.id)
    return {one: Entry(kind, one, slugify(one), tuple(main.get(one, ())), tuple(aside.get(one, ()))) for one in {*main, *aside}}


def _with_broader(entries: Mapping[str, Entry], vocabulary: Vocabulary) -> dict[str, Entry]:
    """The entries and an empty one for each broader topic above them."""
    complete = dict(entries)
    waiting = list(entries)
    while waiting:
        topic = vocabulary.topics.get(waiting.pop())
        for broader in topic.broader if topic else ():
            if broader not in complete:
                complete[broader] = Entry(TOPIC, broader, slugify(broader))
                waiting.append(broader)
    return complete
