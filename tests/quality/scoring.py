"""One result of `analyze --json` against the label of its article: true and false positives and misses, per kind of fact.

Pure: no file, no clock. `KINDS` names every kind in the order of the table. What a label lists under `may` or `*_may` is
neither wanted nor wrong: if it is found, it counts nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from tests.quality import cleaning, matching
from tests.quality.count import Count

__all__ = ["KINDS", "Count", "Label", "Result", "score"]

Result = Mapping[str, Any]
Label = Mapping[str, Any]


def score(result: Result, label: Label) -> dict[str, Count]:
    """Every kind of fact in one article."""
    return {kind: count(result, label) for kind, count in KINDS.items()}


def _single(key: str) -> Callable[[Result, Label], Count]:
    """A single fact. Something else in its place is both a mistake and a miss.

    A *derived* title claims nothing about the article: it is no mistake, and no find either.
    """

    def count(result: Result, label: Label) -> Count:
        fact, wanted = result[key], label.get(key)  # a null is no key
        value = fact if isinstance(fact, str) else fact["value"] if fact else None
        if key == "title" and fact and fact["origin"] == "derived":
            value = None
        accepted = [text for text in (wanted, *label.get(f"{key}_may", ())) if text]
        right = value is not None and any(_same_single(key, value, text) for text in accepted)
        if right:
            return Count(tp=int(wanted is not None))
        return Count(0, (wanted,) if wanted else (), (value,) if value else ())

    return count


def _same_single(key: str, found: str, wanted: str) -> bool:
    """Dates and languages letter by letter, addresses but for a last slash, all else folded."""
    if key in {"date", "lang"}:
        return found == wanted
    if key == "source_url":
        return found.rstrip("/") == wanted.rstrip("/")
    return matching.same_text(found, wanted)


def _countries(result: Result, label: Label) -> Count:
    """Countries in either role."""
    wanted = label["countries"]
    return _codes([c["code"] for c in result["countries"]], [*wanted["primary"], *wanted["mentioned"]], wanted["may"])


def _primary_countries(result: Result, label: Label) -> Count:
    """Countries that the article is about; one that it only mentions is a mistake here."""
    wanted = label["countries"]
    return _codes([c["code"] for c in result["countries"] if c["role"] == "primary"], wanted["primary"], wanted["may"])


def _topics(result: Result, label: Label) -> Count:
    """Topics by their id."""
    return _codes([topic["id"] for topic in result["topics"]], label["topics"]["must"], label["topics"]["may"])


def _codes(found: Sequence[str], wanted: Sequence[str], may: Sequence[str]) -> Count:
    return Count(
        len({*found} & {*wanted}),
        tuple(code for code in wanted if code not in found),
        tuple(code for code in found if code not in {*wanted, *may}),
    )


def _people(result: Result, label: Label) -> Count:
    """People by their full name."""
    may = [{"name": name} for name in label.get("people_may", ())]
    return _entries(result["people"], label["people"], may, matching.same_person, "name")


def _of_people(key: str, same: Callable[[str, str], bool]) -> Callable[[Result, Label], Count]:
    """What is said of each labelled person; a value where the label has none counts nothing."""

    def count(result: Result, label: Label) -> Count:
        return _detail(result["people"], label["people"], matching.same_person, key, same)

    return count


def _organizations(result: Result, label: Label) -> Count:
    """Bodies by name or acronym."""
    wanted = label["organizations"]
    pairs = matching.pair(result["organizations"], wanted["must"], matching.same_body)
    right = [id(item) for item, _ in pairs]
    hit = {name for _, name in pairs}
    extra = [
        item["name"]
        for item in result["organizations"]
        if id(item) not in right and not any(matching.same_body(item, name) for name in wanted["may"])
    ]
    return Count(len(pairs), tuple(name for name in wanted["must"] if name not in hit), tuple(extra))


def _agreements(result: Result, label: Label) -> Count:
    """Instruments by name and parties."""
    may = label.get("agreements_may", ())
    return _entries(result["agreements"], label["agreements"], may, matching.same_agreement, "name")


def _of_agreements(key: str) -> Callable[[Result, Label], Count]:
    """The kind or the status of each labelled agreement."""

    def count(result: Result, label: Label) -> Count:
        return _detail(result["agreements"], label["agreements"], matching.same_agreement, key, _equal)

    return count


def _events(result: Result, label: Label) -> Count:
    """Events by kind and parties."""
    may = label.get("events_may", ())
    return _entries(result["events"], label["events"], may, matching.same_event, "kind", "place", "people")


def _of_events(key: str, same: Callable[[str, str], bool]) -> Callable[[Result, Label], Count]:
    """The date or the place of each labelled event."""

    def count(result: Result, label: Label) -> Count:
        return _detail(result["events"], label["events"], matching.same_event, key, same)

    return count


def _parties(result: Result, label: Label) -> Count:
    """The countries and people of each labelled event."""
    total = Count()
    matched = {id(want): event for event, want in matching.pair(result["events"], label["events"], matching.same_event)}
    for want in label["events"]:
        found, wanted = matching.parties_of(matched.get(id(want), {})), matching.parties_of(want)
        pairs = matching.pair(found, wanted, matching.same_party)
        missed = tuple(name for name in wanted if name not in {right for _, right in pairs})
        total += Count(len(pairs), missed, tuple(name for name in found if name not in {right for right, _ in pairs}))
    return total


def _statements(result: Result, label: Label) -> Count:
    """What was said at all events, by act and keyword."""
    may = label.get("statements_may", ())
    return _entries(_said(result), label["statements"], may, matching.same_statement, "who", "act", "what")


def _speakers(result: Result, label: Label) -> Count:
    """Who said it, for each labelled statement."""
    return _detail(_said(result), label["statements"], matching.same_statement, "who", matching.same_role)


def _said(result: Result) -> list[Mapping[str, Any]]:
    return [statement for event in result["events"] for statement in event["said"]]


def _figures(result: Result, label: Label) -> Count:
    """Numbers that count something."""
    may = [{"value": value} for value in label.get("figures_may", ())]
    return _entries(result["figures"], label["figures"], may, matching.same_figure, "value")


def _counted(result: Result, label: Label) -> Count:
    """What each labelled figure counts, by its keyword."""
    pairs = matching.pair(result["figures"], label["figures"], matching.same_figure)
    right = {id(want) for item, want in pairs if matching.mentions(item, want["what"])}
    missed = tuple(f"{want['value']}: {want['what']}" for want in label["figures"] if id(want) not in right)
    wrong = tuple(f"{want['value']}: {want['what']}" for _, want in pairs if id(want) not in right)
    return Count(len(right), missed, wrong)


def _entries(
    found: Sequence[Mapping[str, Any]],
    wanted: Sequence[Mapping[str, Any]],
    may: Iterable[Mapping[str, Any]],
    same: Callable[[Mapping[str, Any], Mapping[str, Any]], bool],
    *shown: str,
) -> Count:
    """Pairs found entries with labelled ones; of the rest, what may be there counts nothing."""
    allowed = list(may)
    pairs = matching.pair(found, wanted, same)
    used = {id(item) for pair in pairs for item in pair}
    return Count(
        len(pairs),
        tuple(_show(item, shown) for item in wanted if id(item) not in used),
        tuple(_show(i, shown) for i in found if id(i) not in used and not any(same(i, other) for other in allowed)),
    )


def _detail(
    found: Sequence[Mapping[str, Any]],
    wanted: Sequence[Mapping[str, Any]],
    same_entry: Callable[[Mapping[str, Any], Mapping[str, Any]], bool],
    key: str,
    same: Callable[[str, str], bool],
) -> Count:
    """One key of labelled entries: right, wrong (a mistake and a miss) or not there (a miss).

    The detail of an entry that was not found is missed with it: to find one more entry never lowers a score. `KEY_may`
    of a label lists values that are right as well: an extradition "agreement" is a treaty to a lawyer.
    """
    total = Count()
    matched = {id(want): item for item, want in matching.pair(found, wanted, same_entry)}
    for want in wanted:
        value, right_value = str(matched.get(id(want), {}).get(key) or ""), str(want.get(key) or "")
        if not right_value:
            continue
        shown = f"{want.get('name') or want.get('kind') or want.get('what')}: {right_value}"
        right = bool(value) and any(same(value, accepted) for accepted in (right_value, *want.get(f"{key}_may", ())))
        total += Count(int(right), () if right else (shown,), () if right or not value else (f"{shown} ← {value}",))
    return total


def _equal(found: str, wanted: str) -> bool:
    return found == wanted


def _show(item: Mapping[str, Any], keys: Sequence[str]) -> str:
    values = (item.get(key) or "" for key in keys)
    return " · ".join(", ".join(value) if isinstance(value, list | tuple) else str(value) for value in values)


KINDS: Final[Mapping[str, Callable[[Result, Label], Count]]] = {
    "debris": cleaning.debris,
    "paragraphs": cleaning.kept,
    "captions": cleaning.captions,
    "credits": cleaning.picture_credits,
    "lang": _single("lang"),
    "title": _single("title"),
    "date": _single("date"),
    "dateline": _single("dateline"),
    "publisher": _single("publisher"),
    "agency": _single("agency"),
    "author": _single("author"),
    "source_url": _single("source_url"),
    "countries": _countries,
    "primary countries": _primary_countries,
    "topics": _topics,
    "people": _people,
    "people: role": _of_people("role", matching.same_role),
    "people: country": _of_people("country", _equal),
    "people: organization": _of_people("organization", matching.same_name),
    "organizations": _organizations,
    "agreements": _agreements,
    "agreements: kind": _of_agreements("kind"),
    "agreements: status": _of_agreements("status"),
    "events": _events,
    "events: parties": _parties,
    "events: date": _of_events("date", _equal),
    "events: place": _of_events("place", matching.same_text),
    "statements": _statements,
    "statements: who": _speakers,
    "figures": _figures,
    "figures: what": _counted,
    "evidence": cleaning.evidence,
}
"""Every kind of fact with its rule, in the order of the table."""
