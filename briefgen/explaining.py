"""Why a page is there, and why each fact and link stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from briefgen.errors import UsageError
from briefgen.model.article import Path
from briefgen.model.briefing import Briefing, FactOrigin
from briefgen.model.evidence import Evidence, Proof
from briefgen.model.frontmatter import quotes_in
from briefgen.model.site import Entry, Related, Site
from briefgen.urls import briefing_path, entry_path
from briefgen.yamldoc import did_you_mean

_ORIGINS: Final[dict[FactOrigin, str]] = {
    "written": "written in the front matter",
    "stated": "found: the article says so",
    "derived": "derived from the article's words",
    "default": "the site's default",
}

_LISTS: Final = ("people", "organizations", "agreements", "events", "key_points", "figures")
"""Lists of the front matter whose entries quote the words behind them."""


def explain(site: Site, page: str) -> str:
    """What is known of a page: its address, its file, each fact with sentence, rule and origin, and its relations.

    `page` is an address (with or without folders of `output/` before it), a file under `content/` or its id. Raises
    UsageError when the site has no such page, with the reason when a briefing was left out.
    """
    briefings = {key: b for b in site.briefings.values() for key in (briefing_path(b, site.settings), b.file, b.id)}
    entries = {entry_path(e.kind, e.slug): e for kind in site.entries.values() for e in kind.values()}
    wanted = next((key for key in {**briefings, **entries} if page == key or page.endswith(f"/{key}")), None)
    if wanted in briefings:
        return "\n".join(_briefing(site, briefings[wanted]))
    if wanted in entries:
        return "\n".join(_entry(site, entries[wanted]))
    left_out = next((item for item in site.left_out if page in {item.file, item.file.removeprefix("content/")}), None)
    if left_out:
        sentence = f"{left_out.file} is not published: {left_out.why}"
        raise UsageError(sentence)
    hint = did_you_mean(page, [*briefings, *entries])
    sentence = f"there is no page `{page}`" + (f"; {hint}" if hint else "")
    raise UsageError(sentence)


def _briefing(site: Site, briefing: Briefing) -> Iterator[str]:
    yield f"{briefing_path(briefing, site.settings)} is made from {briefing.file}"
    why = (
        "a raw article, drafted by machine and not reviewed"
        if briefing.raw
        else f"a briefing, {briefing.facts.review or 'no review stated'}"
    )
    yield f"  it is there because the file is {why}"
    for path, provenance in briefing.provenance.items():
        yield f"  {_name(path)}: {_value(briefing, path)} ({_ORIGINS[provenance.origin]})"
        yield from _proofs(briefing, provenance.evidence)
    for key in _LISTS:
        for entry in getattr(briefing.facts, key):
            yield f"  {key}: {_label(entry)}"
            yield from (f"      “{quote}”" for quote in dict.fromkeys(quote for _, quote in quotes_in(entry)))
    for related in site.related.get(briefing.id, ()):
        yield f"  related: {site.briefings[related.briefing].file} ({_reasons(related)})"


def _entry(site: Site, entry: Entry) -> Iterator[str]:
    yield f"{entry_path(entry.kind, entry.slug)} is the page of the {entry.kind.name} {entry.id}"
    if not (entry.briefings or entry.mentions):
        yield "  it is there because a narrower topic has briefings"
    yield from (f"  about it: {site.briefings[key].file}" for key in entry.briefings)
    yield from (f"  names it in passing: {site.briefings[key].file}" for key in entry.mentions)


def _name(path: Path) -> str:
    return " ".join(str(part) for part in path)


def _value(briefing: Briefing, path: Path) -> str:
    """A fact's value; for one of a list, the role it has or that it is there."""
    match path:
        case ("countries", code):
            return next((ref.role for ref in briefing.facts.countries if ref.code == code), "")
        case ("topics", _):
            return "a topic of it"
        case _:
            value: object = briefing.facts
            for key in path:
                value = getattr(value, str(key))
            return str(value)


def _proofs(briefing: Briefing, evidence: Iterable[Proof]) -> Iterator[str]:
    for proof in evidence:
        place = "" if isinstance(proof, Evidence) else f", {proof.where}"
        sentence = _sentence(briefing.body.text, proof) if isinstance(proof, Evidence) else proof.quote
        yield f"      “{proof.quote}” by {proof.rule}{place}"
        if sentence != proof.quote:
            yield f"        in: {sentence}"


def _sentence(text: str, proof: Evidence) -> str:
    """The line of the text that a quote stands in."""
    start = text.rfind("\n", 0, proof.start) + 1
    end = text.find("\n", proof.end)
    return text[start : end if end >= 0 else len(text)].strip()


def _label(entry: object) -> str:
    """An entry by its first keys that say something."""
    values = [
        str(getattr(entry, key)) for key in ("kind", "name", "role", "text", "value", "what", "place") if hasattr(entry, key)
    ]
    return ", ".join(value for value in values if value not in {"", "None"})


def _reasons(related: Related) -> str:
    return "; ".join(f"same {reason.kind.name}: {', '.join(reason.ids)}" for reason in related.reasons)
