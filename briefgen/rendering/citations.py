"""How to cite a briefing: in plain words, for BibTeX, and as CSL-JSON (Citation Style Language 1.0.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Moment
from briefgen.rendering.edition import Edition
from briefgen.rendering.json_text import indented
from briefgen.rendering.views.briefing import CitationView
from briefgen.urls import absolute, briefing_path

_SPECIAL: Final = str.maketrans(
    {
        **{char: f"\\{char}" for char in "&%$#_"},
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
"""Characters that mean something to TeX, and how they are written; BibTeX counts even escaped braces, so none stays."""


def citations(edition: Edition, briefing: Briefing) -> Iterator[CitationView]:
    """A briefing's citation in each format; only what is known is in it."""
    settings = edition.site.settings
    page = edition.at(briefing_path(briefing, settings))
    url = absolute(page, settings.base_url) if settings.base_url else ""
    yield CitationView(edition.localizer.text("Plain"), _plain(edition, briefing, url))
    yield CitationView("BibTeX", _bibtex(briefing, settings.title, url))
    yield CitationView("CSL-JSON", _csl_json(briefing, settings.title, url))


def _plain(edition: Edition, briefing: Briefing, url: str) -> str:
    say, facts = edition.localizer, briefing.facts
    written = say.date(facts.date)
    return " ".join(filter(None, (f"{edition.site.settings.title}: {facts.title}", f"({written}).", f"{briefing.id}.", url)))


def _bibtex(briefing: Briefing, publisher: str, url: str) -> str:
    facts = briefing.facts
    start = facts.date.start if facts.date else None
    fields = {
        "title": facts.title,
        "institution": publisher,
        "year": str(start.year) if start and start.year else "",
        "month": str(start.month) if start and start.year and start.month else "",
        "number": briefing.id,
        "language": briefing.lang,
    }
    lines = [f"  {name} = {{{value.translate(_SPECIAL)}}}" for name, value in fields.items() if value]
    if url:
        lines.append(f"  url = {{{url}}}")
    return f"@techreport{{{briefing.slug},\n" + ",\n".join(lines) + "\n}"


def _csl_json(briefing: Briefing, publisher: str, url: str) -> str:
    facts = briefing.facts
    item: dict[str, object] = {"id": briefing.slug, "type": "report", "title": facts.title, "publisher": publisher}
    if facts.date and facts.date.is_dated:
        ends = (facts.date.start, facts.date.end) if facts.date.end else (facts.date.start,)
        item["issued"] = {"date-parts": [_parts(moment) for moment in ends]}
    item |= {"number": briefing.id, "language": briefing.lang}
    if url:
        item["URL"] = url
    return indented(item)


def _parts(moment: Moment) -> list[int]:
    return [part for part in (moment.year, moment.month, moment.day) if part is not None]
