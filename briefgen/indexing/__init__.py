"""Briefings → site: order, indexes of every kind, relations, and the clashes that only show when all lie side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from briefgen.errors import Problem
from briefgen.indexing.entries import entries_of
from briefgen.indexing.instruments import instruments
from briefgen.indexing.pairs import pairs_of
from briefgen.indexing.register import register
from briefgen.indexing.related import relate
from briefgen.model.briefing import Briefing
from briefgen.model.instrument import Instrument
from briefgen.model.settings import Settings
from briefgen.model.site import Beside, Site, day_and_countries
from briefgen.model.vocabulary import Vocabulary
from briefgen.urls import briefing_path


def index(
    briefings: Iterable[Briefing],
    vocabulary: Vocabulary,
    settings: Settings,
    beside: Beside | None = None,
) -> tuple[Site, tuple[Problem, ...]]:
    """The site of these briefings, and the problems of seeing them together (one address twice, unknown translations)."""
    beside = beside or Beside()
    ordered = {b.id: b for b in sorted(briefings, key=_newest_first)}
    translations = _translations(ordered)
    names = register(ordered.values(), vocabulary, settings.mentions_for_a_page)
    entries = entries_of(ordered.values(), vocabulary, names)
    agreements, contradictions = instruments(ordered, names, vocabulary)
    site = Site(
        settings=settings,
        vocabulary=vocabulary,
        briefings=ordered,
        entries=entries,
        related=relate(entries, ordered, translations, settings.focus_country),
        translations=translations,
        left_out=beside.left_out,
        pictures=beside.pictures,
        register=names,
        instruments=agreements,
        parties=_parties(agreements.values()),
        pairs=pairs_of(ordered, translations),
        same_day=_same_day(ordered.values()),
        texts=_by_name(beside.texts, settings),
    )
    return site, (*_clashes(ordered.values(), settings), *_lost(ordered), *contradictions)


def _parties(agreements: Iterable[Instrument]) -> dict[str, tuple[str, ...]]:
    """The ids of the instruments that each country is a party of."""
    found: dict[str, list[str]] = defaultdict(list)
    for instrument in agreements:
        for code in dict.fromkeys(instrument.parties):
            found[code].append(instrument.id)
    return {code: tuple(ids) for code, ids in found.items()}


def _same_day(briefings: Iterable[Briefing]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The ids of the briefings of each day and countries."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for briefing in briefings:
        if key := day_and_countries(briefing):
            found[key].append(briefing.id)
    return {key: tuple(ids) for key, ids in found.items()}


def _by_name(texts: Iterable[Briefing], settings: Settings) -> dict[str, dict[str, Briefing]]:
    """The site's own pages by name and language: `about.ja` is "about" in Japanese, `about` is in the default language."""
    found: dict[str, dict[str, Briefing]] = defaultdict(dict)
    for text in sorted(texts, key=lambda text: text.id):
        name, _, lang = text.slug.rpartition("-")
        known = lang in settings.languages and name
        found[name if known else text.slug][lang if known else settings.languages[0]] = text
    return dict(found)


def _newest_first(briefing: Briefing) -> tuple[int, int, int, str, str]:
    """Newest first, undated last, then by title and id, so that the order never depends on the file system."""
    date = briefing.facts.date
    year, month, day = date.sort_key if date else (0, 0, 0)
    return (-year, -month, -day, briefing.facts.title, briefing.id)


def _clashes(briefings: Iterable[Briefing], settings: Settings) -> Iterable[Problem]:
    """A problem for each address that more than one briefing, or a briefing and an alias, would stand on."""
    claimants: dict[str, list[Briefing]] = defaultdict(list)
    for briefing in briefings:
        for path in {briefing_path(briefing, settings), *briefing.facts.aliases}:
            claimants[path.casefold()].append(briefing)
    for path, claiming in sorted(claimants.items()):
        first, *others = sorted(claiming, key=lambda b: b.file)
        for other in others:
            yield Problem(
                other.file,
                0,
                0,
                f"its address `{path}` is taken by {first.file}",
                "rename one of the files or change the alias",
            )


def _translations(briefings: Mapping[str, Briefing]) -> dict[str, tuple[str, ...]]:
    """The other languages of each briefing that has some."""
    groups: dict[str, list[str]] = defaultdict(list)
    for briefing in briefings.values():
        if briefing.facts.translation_of in briefings:
            groups[briefing.facts.translation_of].append(briefing.id)
    families = [sorted([original, *others]) for original, others in groups.items()]
    return {one: tuple(o for o in family if o != one) for family in families for one in family}


def _lost(briefings: Mapping[str, Briefing]) -> Iterator[Problem]:
    """A problem for each briefing that another is said to translate or to give way to, and that is not there."""
    for briefing in briefings.values():
        named = (
            ("translation_of", briefing.facts.translation_of, "it translates `{}`, which is not published"),
            ("superseded_by", briefing.facts.superseded_by, "it is superseded by `{}`, which is not published"),
        )
        for key, other, sentence in named:
            if other and other not in briefings:
                line, column = briefing.positions.get((key,), (0, 0))
                hint = f"{key} takes the path under content/ without suffix"
                yield Problem(briefing.file, line, column, sentence.format(other), hint, "warning")
