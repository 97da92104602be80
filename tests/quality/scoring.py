"""One result of `analyze --json` against the label of its article: true and false positives and misses, per kind of fact.

Pure: no file, no clock. `KINDS` names every kind in the order of the table. What a label lists under `may` or `*_may` is
neither wanted nor wrong: if it is found, it counts nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from briefgen.text import fold
from tests.quality import matching

Result = Mapping[str, Any]
Label = Mapping[str, Any]

_LONG_LINE: Final = 25
"""Characters from which debris counts as left even inside a longer line; shorter lines ("Home") only as a line of their own."""


@dataclass(frozen=True, slots=True)
class Count:
    """How one kind of fact fared in one article or in many: `missed` and `extra` name the misses and the mistakes."""

    tp: int = 0
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    def __add__(self, other: Count) -> Count:
        """Both together."""
        return Count(self.tp + other.tp, self.missed + other.missed, self.extra + other.extra)

    @property
    def fp(self) -> int:
        """False positives."""
        return len(self.extra)

    @property
    def fn(self) -> int:
        """Misses (false negatives)."""
        return len(self.missed)

    @property
    def precision(self) -> float:
        """Part of what was found that is right; 1 if nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Part of what is there that was found; 1 if there is nothing."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else 1.0


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
    """What is said of each person that was found; a value where the label has none counts nothing."""

    def count(result: Result, label: Label) -> Count:
        return _detail(matching.pair(result["people"], label["people"], matching.same_person), key, same)

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
    """The kind or the status of each agreement that was found."""

    def count(result: Result, label: Label) -> Count:
        pairs = matching.pair(result["agreements"], label["agreements"], matching.same_agreement)
        return _detail(pairs, key, _equal)

    return count


def _events(result: Result, label: Label) -> Count:
    """Events by kind and parties."""
    may = label.get("events_may", ())
    return _entries(result["events"], label["events"], may, matching.same_event, "kind", "place", "people")


def _of_events(key: str, same: Callable[[str, str], bool]) -> Callable[[Result, Label], Count]:
    """The date or the place of each event that was found."""

    def count(result: Result, label: Label) -> Count:
        return _detail(matching.pair(result["events"], label["events"], matching.same_event), key, same)

    return count


def _statements(result: Result, label: Label) -> Count:
    """What was said at all events, by act and keyword."""
    may = label.get("statements_may", ())
    return _entries(_said(result), label["statements"], may, matching.same_statement, "who", "act", "what")


def _speakers(result: Result, label: Label) -> Count:
    """Who said it, for each statement that was found."""
    return _detail(matching.pair(_said(result), label["statements"], matching.same_statement), "who", matching.same_role)


def _said(result: Result) -> list[Mapping[str, Any]]:
    return [statement for event in result["events"] for statement in event["said"]]


def _figures(result: Result, label: Label) -> Count:
    """Numbers that count something."""
    may = [{"value": value} for value in label.get("figures_may", ())]
    return _entries(result["figures"], label["figures"], may, matching.same_figure, "value")


def _counted(result: Result, label: Label) -> Count:
    """What each figure that was found counts, by the labelled keyword."""
    pairs = matching.pair(result["figures"], label["figures"], matching.same_figure)
    wrong = tuple(f"{want['value']}: {want['what']}" for item, want in pairs if not matching.mentions(item, want["what"]))
    return Count(len(pairs) - len(wrong), wrong, wrong)


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


def _detail(pairs: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]], key: str, same: Callable[[str, str], bool]) -> Count:
    """One key of entries that were found: right, wrong (a mistake and a miss) or empty (a miss)."""
    total = Count()
    for item, want in pairs:
        value, wanted = str(item.get(key) or ""), str(want.get(key) or "")
        if not wanted:
            continue
        shown = f"{want.get('name') or want.get('kind') or want.get('what')}: {wanted}"
        right = same(value, wanted)
        total += Count(int(right), () if right else (shown,), () if right or not value else (f"{shown} ← {value}",))
    return total


def _equal(found: str, wanted: str) -> bool:
    return found == wanted


def _show(item: Mapping[str, Any], keys: Sequence[str]) -> str:
    values = (item.get(key) or "" for key in keys)
    return " · ".join(", ".join(value) if isinstance(value, list | tuple) else str(value) for value in values)


def _captions(result: Result, label: Label) -> Count:
    """Captions of pictures, without their credit."""
    return _written(result, label, "caption", matching.part_of)


def _credits(result: Result, label: Label) -> Count:
    """Who made the pictures."""
    return _written(result, label, "credit", matching.same_text)


def _written(result: Result, label: Label, key: str, same: Callable[[str, str], bool]) -> Count:
    found = [item[key] for item in result["media"] if item[key]]
    wanted = label[f"{key}s"]
    pairs = matching.pair(found, wanted, same)
    return Count(len(pairs), tuple(_rest(wanted, (w for _, w in pairs))), tuple(_rest(found, (f for f, _ in pairs))))


def _rest(texts: Iterable[str], used: Iterable[str]) -> Iterator[str]:
    """The texts that are not used, each use counted once."""
    left = list(used)
    for text in texts:
        if text in left:
            left.remove(text)
        else:
            yield text


def _debris(result: Result, label: Label) -> Count:
    """Lines that are no part of the article, and captions: gone from the text, or left in it (a miss)."""
    lines = {fold(line) for line in result["text"].splitlines()}
    whole = fold(result["text"])
    unwanted = [*label["debris"], *label["captions"]]
    left = [line for line in unwanted if fold(line) in lines or (len(line) >= _LONG_LINE and fold(line) in whole)]
    return Count(len(unwanted) - len(left), tuple(left))


def _kept(result: Result, label: Label) -> Count:
    """Paragraphs that must survive cleaning, by their first and last words."""
    text = fold(result["text"])
    lost = [first for first, last in label["keep"] if fold(first) not in text or fold(last) not in text]
    return Count(len(label["keep"]) - len(lost), tuple(lost))


def _evidence(result: Result, _label: Label) -> Count:
    """Spans: each must hold the words it quotes."""
    spans = list(_spans(result))
    wrong = tuple(span["quote"] for span in spans if result["text"][span["start"] : span["end"]] != span["quote"])
    return Count(len(spans) - len(wrong), (), wrong)


def _spans(node: object) -> Iterator[Mapping[str, Any]]:
    """Every span below a value of the result."""
    if isinstance(node, Mapping):
        if {"start", "end", "quote"} <= node.keys():
            yield node
        for value in node.values():
            yield from _spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from _spans(value)


KINDS: Final[Mapping[str, Callable[[Result, Label], Count]]] = {
    "debris": _debris,
    "paragraphs": _kept,
    "captions": _captions,
    "credits": _credits,
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
    "people: organization": _of_people("organization", matching.part_of),
    "organizations": _organizations,
    "agreements": _agreements,
    "agreements: kind": _of_agreements("kind"),
    "agreements: status": _of_agreements("status"),
    "events": _events,
    "events: date": _of_events("date", _equal),
    "events: place": _of_events("place", matching.same_text),
    "statements": _statements,
    "statements: who": _speakers,
    "figures": _figures,
    "figures: what": _counted,
    "evidence": _evidence,
}
"""Every kind of fact with its rule, in the order of the table."""
