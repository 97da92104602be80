"""Mentions for cross-links: where a text names a country or a topic by a name that a reader would look up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.wording import WordFinder
from briefgen.kinds import COUNTRY, TOPIC
from briefgen.model.mention import Mention
from briefgen.model.vocabulary import Topic

_LINKED: Final = {"countries/name", "countries/demonym", "countries/stem"}
"""Rules that name a country; a capital or city stands for it, but a reader does not expect its page behind that."""


class Mentions:
    """Finds mentions in texts; what is costly is made once per language."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Take the knowledge whose gazetteer and vocabulary to use."""
        self._knowledge = knowledge
        self._finders: dict[str, WordFinder[str]] = {}

    def __call__(self, text: str, lang: str) -> tuple[Mention, ...]:
        """Every mention in a text of a language, in reading order; the longer of two that overlap."""
        found = sorted((*self._countries(text, lang), *self._topics(text, lang)), key=_precedence)
        kept: list[Mention] = []
        for mention in found:
            if all(mention.end <= other.start or other.end <= mention.start for other in kept):
                kept.append(mention)
        return tuple(sorted(kept, key=lambda mention: mention.start))

    def _countries(self, text: str, lang: str) -> Iterator[Mention]:
        for mention in self._knowledge.gazetteer.mentions(text, lang):
            if mention.rule in _LINKED:
                yield Mention(COUNTRY, mention.code, mention.start, mention.end)

    def _topics(self, text: str, lang: str) -> Iterator[Mention]:
        base = lang.partition("-")[0]
        finder = self._finders.get(base)
        if finder is None:
            named = ((name, topic.id) for topic in self._named for name in _names(topic, base))
            finder = self._finders[base] = WordFinder(named, base)
        for hit in finder.find(text):
            yield Mention(TOPIC, hit.value, hit.start, hit.end)

    @cached_property
    def _named(self) -> tuple[Topic, ...]:
        """The topics that texts name; one without words is a heading of the tree, and its name an ordinary word."""
        return tuple(topic for topic in self._knowledge.vocabulary.topics.values() if any(topic.words.values()))


def _names(topic: Topic, lang: str) -> Iterator[str]:
    if lang in topic.names:
        yield topic.names[lang]


def _precedence(mention: Mention) -> tuple[int, int]:
    return mention.start - mention.end, mention.start
