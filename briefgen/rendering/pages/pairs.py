"""The pages of two countries that met."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.kinds import COUNTRY, TOPIC
from briefgen.model.occasion import Occasion
from briefgen.model.site import Pair
from briefgen.rendering.dossiers import LATEST, by_stage, numbers, sides, trend
from briefgen.rendering.edition import Edition
from briefgen.rendering.occasions import occasion_list, occasions, sections
from briefgen.rendering.page import Page, Plan
from briefgen.rendering.views.dossier import PairView
from briefgen.urls import pair_path


def pages(edition: Edition) -> Iterator[Plan]:
    """The page of every pair."""
    for codes in edition.site.pairs:
        yield Plan(pair_path(codes), _page, codes)


def _page(edition: Edition, first: str, second: str) -> Page:
    pair = edition.site.pairs[first, second]
    view = _pair(edition, pair)
    return Page(pair_path(pair.codes), "pair.html", "–".join(link.text for link in view.countries), {"view": view})


def _pair(edition: Edition, pair: Pair) -> PairView:
    page, both = pair_path(pair.codes), set(pair.codes)
    first, second = edition.without_focus(pair.codes)
    keys = edition.chosen(pair.briefings)

    def met(one: Occasion) -> bool:
        return both <= set(one.countries)

    happened = occasions(edition, keys, met)
    standing = (edition.site.instruments[key] for key in edition.site.parties.get(first, ()))
    theirs = [one for one in standing if second in one.parties]
    topics = [topic for key in keys for topic in edition.site.briefings[key].topics]
    return PairView(
        countries=(edition.link(COUNTRY, first, page), edition.link(COUNTRY, second, page)),
        numbers=tuple(numbers(edition, keys, happened, theirs)),
        trend=trend(edition, happened),
        cards=tuple(edition.card(key, page, sections=sections(edition, key, page, met)) for key in keys[:LATEST]),
        occasions=occasion_list(edition, happened, page),
        agreements=by_stage(edition, page, theirs),
        sides=sides(edition, (first, second), keys, page),
        topics=edition.bars(TOPIC, topics, page),
    )
