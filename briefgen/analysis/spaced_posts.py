"""Where a title of office is held, in scripts with spaces: "secretary of the | Ministry of …", "CEO of | Alto Verde"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.spaced_titles import Title, Titles
from briefgen.analysis.spaced_words import Phrases, Word

_MINISTER: Final = "minister"
_MINISTRIES: Final = frozenset({"ministry", "department", "office"})
"""The head of titles whose field is no body, unless it names a ministry."""


class Posts:
    """Tells the bodies that titles name in one language."""

    def __init__(self, offices: Mapping[str, Any], lang: str, titles: Titles) -> None:
        """Take a language's entry of `data/offices.yaml` and what finds its titles."""
        self._lang, self._titles = lang, titles
        self._bodies = frozenset(offices["bodies"])
        self._corporate = Phrases(offices["corporate"], lang)

    def is_private(self, words: Sequence[Word], title: Title) -> bool:
        """Whether a title is held in a body rather than in a state: "chief executive of", "curator at"."""
        head = range(title.first, title.field)
        return any(self._corporate.at(words, place) for place in head) and not self._is_minister(words, title)

    def body(self, text: str, words: Sequence[Word], countries: Mapping[int, Mention], title: Title) -> str:
        """The body that a title is held in, when the title names it, as written; else ""."""
        if 0 <= title.owner < title.first:
            return text[words[title.owner].start : words[title.first - 1].end]
        field = words[title.field : title.last]
        body = next((place for place, word in enumerate(field) if word.is_capital and word.plain in self._bodies), None)
        if self._is_minister(words, title) and _MINISTRIES.isdisjoint(word.plain for word in field):
            return ""
        if body is None and self.is_private(words, title) and self._holds_name(field, countries):
            body = 0
        if body is None:
            return ""
        start = 0 if self._lang == "en" else body
        return text[field[start].start : field[-1].end].removesuffix("'s").removesuffix("’s")

    @staticmethod
    def _is_minister(words: Sequence[Word], title: Title) -> bool:
        return any(word.plain == _MINISTER for word in words[title.first : title.field])

    def _holds_name(self, field: Sequence[Word], countries: Mapping[int, Mention]) -> bool:
        """Whether capitalized words hold a proper name that is no country's or city's."""
        proper = (word for word in field if word.is_capital and not self._titles.is_title_word(word))
        return any(not any(m.start <= word.start < m.end for m in countries.values()) for word in proper)
