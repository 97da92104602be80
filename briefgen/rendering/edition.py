"""The site in one language of the interface: addresses, links and cards that every page is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeVar

from markupsafe import Markup, escape

from briefgen.kinds import AGREEMENT, COUNTRY, ORGANIZATION, PERSON, TOPIC, Kind
from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.register import Record, Spot
from briefgen.model.site import Entry, Reason, Related, Site
from briefgen.rendering.atlas import Atlas
from briefgen.rendering.dates import iso_range
from briefgen.rendering.headings import phrases
from briefgen.rendering.labels import translatable
from briefgen.rendering.localize import Localizer
from briefgen.rendering.notebook import Notebook
from briefgen.rendering.prose import Prose, render_inline
from briefgen.rendering.views.common import Bar, Card, CardList, Link
from briefgen.urls import MATRIX, TIMELINE, briefing_path, entry_path, localized, relative

T = TypeVar("T")

Words = Mapping[str, str]
"""For each term the places (codes of letters) of the texts that have it, in ascending order."""

MOST_BARS: Final = 12
"""Rows of a bar table: what a reader compares at a glance."""

MOST_REASONS: Final = 3
"""Shared members of a kind named as the reason of a relation; the rest is counted."""

MOST_LISTED: Final = 200
"""Briefings or events listed on a page: more than anybody reads through, little enough for a phone to lay out at once."""

MOST_KINDS: Final = 3
"""Kinds of reasons named: more is read by nobody."""

_LINKS: Final = 100_000
"""Links kept: those to the countries, topics, people and briefings of a large site."""

_TITLES: Final = 20_000
"""Titles kept as markup, since each stands in many lists: those of a large site."""

_REASONS: Final = {
    AGREEMENT: (translatable("Same agreement: {names}"), translatable("Same agreements: {names}")),
    PERSON: (translatable("Same person: {names}"), translatable("Same people: {names}")),
    COUNTRY: (translatable("Same country: {names}"), translatable("Same countries: {names}")),
    TOPIC: (translatable("Same topic: {names}"), translatable("Same topics: {names}")),
    ORGANIZATION: (translatable("Same organization: {names}"), translatable("Same organizations: {names}")),
}
"""How a relation is told, for one and for several shared members of each kind, the most telling kind first."""

_RANKS: Final = {kind.name: rank for rank, kind in enumerate(_REASONS)}
"""How telling a relation of each kind is, the most telling first."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One language of the interface. Paths without language are those of the default tree; `at` puts them in this one.

    `words` are those of the texts, as the search files them, a portion of briefings at a time, by the number of the portion.
    """

    site: Site
    localizer: Localizer
    bodies: Mapping[str, Prose]
    atlas: Atlas
    notebook: Notebook = field(default_factory=Notebook)
    words: Mapping[str, Words] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """The language of the interface."""
        return self.localizer.lang

    @property
    def as_of(self) -> Edtf | None:
        """How far the site reaches: the date of the newest dated briefing, from which what is recent is counted back."""
        dates = (self.site.briefings[key].facts.date for key in self.site.briefings)
        return next((date for date in dates if date and date.is_dated), None)

    def once(self, make: Callable[[Edition], T]) -> T:
        """What many pages of an edition need, made once for all of them."""
        return self.notebook.once((make, self.lang), lambda: make(self))

    def at(self, path: str) -> str:
        """A path in this language's tree."""
        return localized(path, self.lang, self.site.settings)

    def foreign(self, lang: str) -> str:
        """`lang` if it differs from the page's language, else nothing: what a `lang` attribute needs."""
        return lang if lang != self.lang else ""

    def entry(self, kind: Kind, key: str) -> Entry | None:
        """The entry of a member of a kind, or None when it has no page."""
        return self.site.entries[kind.name].get(key)

    def name(self, kind: Kind, key: str) -> tuple[str, str]:
        """The name of a member of a kind and, if that is not in the page's language, its language."""
        record = self.site.register.of(kind).get(key)
        if record is None:
            return self.localizer.name(kind, key), ""
        name, lang = record.name(self.lang)
        return name, self.foreign(lang)

    def said(self, texts: Mapping[str, str]) -> tuple[str, str]:
        """A text given per language, for readers of this one, and its language if that is another; both empty for none."""
        for lang in (self.lang, "en", *texts):
            if lang in texts:
                return texts[lang], self.foreign(lang)
        return "", ""

    def other_names(self, record: Record) -> tuple[Link, ...]:
        """What else a person, body or instrument is called: its names in other languages and spellings in briefings."""
        shown, _ = self.name(record.kind, record.id)
        names = {name: self.foreign(lang) for lang, name in record.names.items()}
        spelled = {name: "" for name in record.written if name not in names}
        return tuple(Link("", name, lang) for name, lang in {**names, **spelled}.items() if name != shown)

    def quote_lang(self, briefing: Briefing) -> str:
        """The language of a briefing's quotes: that of its source, else its own; empty when it is the page's."""
        return self.foreign(briefing.facts.source.lang or briefing.lang)

    def link(self, kind: Kind, key: str, page: str, *, count: bool = False) -> Link:
        """A link from a page (a path of the default tree) to a member of a kind; without address when it has no page."""
        entry = self.entry(kind, key)
        href = relative(entry_path(kind, entry.slug), page) if entry else ""
        name, lang = self.name(kind, key)
        return _link(href, name, lang, len(self.chosen(entry.briefings)) if entry and count else 0)

    def links(self, kind: Kind, keys: Iterable[str], page: str) -> tuple[Link, ...]:
        """Links to several members of a kind, in the order given."""
        return tuple([self.link(kind, key, page) for key in keys])

    def briefing_link(self, key: str, page: str) -> Link:
        """A link to a briefing by its title."""
        briefing = self.site.briefings[key]
        href = relative(briefing_path(briefing, self.site.settings), page)
        return _link(href, briefing.facts.title, self.foreign(briefing.lang))

    def card(self, key: str, page: str, reason: str = "", sections: tuple[Link, ...] = ()) -> Card:
        """A briefing in a list on a page."""
        briefing = self.site.briefings[key]
        facts = briefing.facts
        return Card(
            href=relative(briefing_path(briefing, self.site.settings), page),
            title_html=phrased(facts.title, briefing.lang),
            lang=self.foreign(briefing.lang),
            date=self.localizer.date(facts.date),
            date_iso=iso_range(facts.date) if facts.date else "",
            year=str(facts.date.start.year) if facts.date and facts.date.is_dated else "",
            kind=self.localizer.label(facts.type),
            summary_html=Markup(render_inline(facts.summary, briefing.lang)),  # noqa: S704  sanitized by render_inline
            countries=self.links(COUNTRY, self.without_focus(briefing.countries("primary")), page),
            topics=self.links(TOPIC, briefing.topics, page),
            is_raw=briefing.raw,
            reason=reason,
            sections=sections,
        )

    def cards(self, keys: Iterable[str], page: str) -> tuple[Card, ...]:
        """Briefings in a list, each in one language only."""
        return tuple(self.card(key, page) for key in self.chosen(keys))

    def card_list(self, keys: Iterable[str], page: str) -> CardList:
        """The newest briefings of a page, each in one language only, and the way to those that do not fit."""
        chosen = self.chosen(keys)
        return CardList(tuple(self.card(key, page) for key in chosen[:MOST_LISTED]), self.more(len(chosen), page))

    def more(self, number: int, page: str) -> Link | None:
        """What stands under a list of `number` things, of which `MOST_LISTED` fit: how many more there are, and where."""
        left = number - MOST_LISTED
        if left <= 0:
            return None
        return Link(
            relative(TIMELINE, page), self.localizer.count("{n} more, on the timeline", "{n} more, on the timeline", left)
        )

    def chosen(self, keys: Iterable[str]) -> tuple[str, ...]:
        """One of each briefing's translations, at the place of the first: that in the page's language, else the first."""
        chosen: dict[str, str] = {}
        for key in keys:
            others = self.site.translations.get(key)
            if not others:
                chosen.setdefault(key, key)
                continue
            family = (key, *others)
            mine = (one for one in family if self.site.briefings[one].lang == self.lang)
            chosen.setdefault(min(family), next(mine, key))
        return tuple(chosen.values())

    def spots(self, record: Record) -> tuple[Spot, ...]:
        """Where briefings name somebody or something, each briefing in one language only."""
        chosen = set(self.chosen(record.briefings))
        return tuple(spot for spot in record.spots if spot.briefing in chosen)

    def in_page_language(self, briefing: Briefing) -> Briefing:
        """The translation of a briefing in the page's language, or itself where there is none."""
        family = (briefing.id, *self.site.translations.get(briefing.id, ()))
        return next((self.site.briefings[key] for key in family if self.site.briefings[key].lang == self.lang), briefing)

    def matrix_link(self, page: str) -> Link:
        """The way to the table of countries and topics."""
        return Link(relative(MATRIX, page), self.localizer.text("Countries and topics"))

    def text(self, name: str) -> Briefing:
        """A page of the site's own in this language, else in the default one, else in the first there is."""
        versions = self.site.texts[name]
        return next(versions[lang] for lang in (self.lang, self.site.settings.languages[0], *versions) if lang in versions)

    def without_focus(self, codes: Sequence[str]) -> tuple[str, ...]:
        """Country codes with the site's focus country last: readers know it, its partner is the news."""
        focus = self.site.settings.focus_country
        return tuple(sorted(codes, key=lambda code: code == focus)) if focus in codes else tuple(codes)

    def partners(self, codes: Sequence[str]) -> tuple[str, ...]:
        """Country codes without the site's focus country, unless it is the only one."""
        focus = self.site.settings.focus_country
        return tuple(code for code in codes if code != focus) or tuple(codes)

    def reason(self, related: Related) -> str:
        """Why a briefing is related, in words, the most telling first: "Same agreement: … · Same country: Austria"."""
        say = self.localizer
        parts = []
        told = sorted(related.reasons, key=lambda reason: _RANKS[reason.kind.name])
        for reason in told[:MOST_KINDS]:
            one, many = _REASONS[reason.kind]
            parts.append(say.text(many if len(reason.ids) > 1 else one, names=self._shared(reason)))
        return " · ".join(parts)

    def _shared(self, reason: Reason) -> str:
        """The names of what two briefings share, the rarest first and no more than a reader takes in."""
        say = self.localizer
        names = [self.name(reason.kind, key)[0] for key in reason.ids[:MOST_REASONS]]
        more = len(reason.ids) - len(names)
        return say.list([*names, say.count("{n} more", "{n} more", more)] if more else names)

    def bars(self, kind: Kind, keys: Iterable[str], page: str) -> tuple[Bar, ...]:
        """A bar table of how often each member of a kind occurs in `keys`, the most frequent first."""
        counts: dict[str, int] = {}
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
        names = {key: self.localizer.order.key(self.name(kind, key)[0]) for key in counts}
        ordered = sorted(counts, key=lambda key: (-counts[key], names[key]))[:MOST_BARS]
        most = max(counts.values(), default=1)
        return tuple(
            Bar(self.link(kind, key, page), self.localizer.number(counts[key]), round(100 * counts[key] / most))
            for key in ordered
        )


_link: Final = lru_cache(maxsize=_LINKS)(Link)
"""A link of these parts: the pages of a folder share theirs, which saves more time than it takes to find them."""


@lru_cache(maxsize=_TITLES)
def phrased(text: str, lang: str) -> Markup:
    """A heading that breaks between phrases in Japanese and between words elsewhere."""
    return Markup("<wbr>").join(escape(phrase) for phrase in phrases(text, lang))
