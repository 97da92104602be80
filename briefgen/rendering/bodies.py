"""The texts of a site, rendered once each: their links are the same in every language's tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from briefgen.errors import Problem
from briefgen.kinds import KINDS, Kind
from briefgen.model.briefing import Briefing
from briefgen.model.frontmatter import FrontMatter
from briefgen.model.memo import Ask, Later, Memo, Task, Watch
from briefgen.model.mention import FindMentions
from briefgen.model.site import Site
from briefgen.rendering.crosslinks import Linker
from briefgen.rendering.pictures import shown_in
from briefgen.rendering.prose import Prose, render_body
from briefgen.urls import HOME, briefing_path, entry_path, relative

_KINDS: Final = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Margin:
    """What every build needs of a rendered text: the problems of its links, and the pictures that it shows."""

    problems: tuple[Problem, ...]
    pictures: tuple[str, ...]


Bodies = Mapping[str, Later[Prose, Margin]]
"""Rendered texts by id, each to be looked at when it is needed."""


def render_bodies(site: Site, find_mentions: FindMentions, memo: Memo, watch: Watch) -> Bodies:
    """The body of each briefing and of each of the site's own pages, by id; `find_mentions` knows the site's vocabulary.

    A body follows from its text, the vocabulary, and the few pages and pictures that it asks for, not from all there are.
    """
    memo = memo.knowing(site.vocabulary)
    own = [text for versions in site.texts.values() for text in versions.values()]
    texts = (*site.briefings.values(), *own)
    bodies = memo.recall_later("bodies", [_task(site, text, find_mentions) for text in texts], _margin, watch)
    return {text.id: body for text, body in zip(texts, bodies, strict=True)}


def _margin(prose: Prose) -> Margin:
    """The margin of a rendered text."""
    return Margin(prose.problems, tuple(shown_in(prose.html)))


def _task(site: Site, text: Briefing, find_mentions: FindMentions) -> Task[Prose]:
    """The rendering of one of them."""
    bare = _bare(text)

    def make(ask: Ask) -> Prose:
        linker = Linker(find_mentions, bare.lang, lambda kind, key: ask(("entry", kind.name, key)))
        return render_body(bare, linker, lambda key: ask(("briefing", key)), _Asked(ask))

    return Task(text.file, bare, make, _answers(site, text))


def _bare(text: Briefing) -> Briefing:
    """A text with nothing but what rendering may read, so that this is all it can depend on."""
    facts = FrontMatter(lang=text.facts.lang, crosslinks=text.facts.crosslinks)
    return Briefing(text.id, text.file, "", text.raw, facts, text.body)


def _answers(site: Site, text: Briefing) -> Ask:
    """Answers what a text asks: the links from its page to others, and which pictures there are."""
    page = briefing_path(text, site.settings) if text.id in site.briefings else HOME

    def entry(kind: Kind, key: str) -> str | None:
        found = site.entries[kind.name].get(key)
        return relative(entry_path(kind, found.slug), page) if found else None

    def briefing(key: str) -> str | None:
        other = site.briefings.get(key)
        return relative(briefing_path(other, site.settings), page) if other else None

    answers: dict[str, Callable[..., str | None]] = {
        "entry": lambda name, key: entry(_KINDS[name], key),
        "briefing": briefing,
        "picture": lambda path: path if path in site.pictures else None,
    }
    return lambda question: answers[question[0]](*question[1:])


class _Asked:
    """The pictures of a site, as far as a text asks for them."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def __contains__(self, path: object) -> bool:
        return self._ask(("picture", str(path))) is not None
