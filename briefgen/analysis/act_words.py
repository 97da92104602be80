"""The words of acts (`data/acts.yaml`): who agreed, proposed, requested, offered, invited, pledged or stated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple, cast

import regex

from briefgen.analysis.cues import Cued, Cues
from briefgen.model.frontmatter import Act

Reference = Literal["group", "pronoun", "office"]
"""Words that stand for people: both sides, a person or an office-holder named before."""


class Subject(NamedTuple):
    """`text[start:end]` says who acts: `name` is whom it names, "" if it only refers to somebody named before."""

    start: int
    end: int
    name: str
    kind: Literal["person", "body", "country"] | Reference


_VERB: Final = 40
"""Letters of a word of acts, at most: twice as many as any has."""

_END: Final = r"(?:た|だ|ました|ている|ています|る|します)?(?=[。、」]|$|ほか)"
"""What stands behind the stem of a Japanese verb that ends a sentence or clause."""


class ActWords:
    """The words of one language, compiled; `words` is its part of the table."""

    def __init__(self, words: Mapping[str, Any], cues: Cues, *, spaced: bool) -> None:
        """Compile the words, with the cues of their language; in a spaced one they are whole words."""
        edge, end = (r"(?<![\p{L}\p{N}-])", r"(?![\p{L}\p{N}-])") if spaced else ("", "")
        named = ((act, word) for act, items in words["acts"].items() for word in items)
        self.acts: Mapping[str, Act] = {word: cast("Act", act) for act, word in named}
        self.act = regex.compile(f"{edge}(?:{either(self.acts)}){end}", regex.I if spaced else 0)
        self._verbs = cues.watch(*([self._compiled_verbs()] if spaced else ()))
        self.references: Mapping[Reference, Cued] = {
            cast("Reference", kind): cues.watch(
                regex.compile(
                    f"{edge}(?:(?:{either(words[key])}){words.get('more', {}).get(key, '')}){end}", regex.I if spaced else 0
                )
            )
            for kind, key in (("group", "groups"), ("pronoun", "pronouns"), ("office", "offices"))
        }
        adverbs = either(words.get("adverbs", ()))
        self.gap = regex.compile(rf"(?:\s*\([^)]{{0,60}}\))?,?(?:\s+(?:{adverbs}),?)*\s*", regex.I)
        self.openings = tuple(words.get("openings", ()))
        self.filler = regex.compile(rf"\s*(?:(?:{either(words.get('fillers', ()))})(?!\p{{L}})\s*)*", regex.I)
        self.courtesies = regex.compile(either(words["courtesies"]), regex.I)
        self.nouns = tuple(f"{verb} " for verb in words.get("nouns", ()))
        self.ends = regex.compile(words["ends"]) if "ends" in words else None
        self.leads = regex.compile(words["leads"]) if "leads" in words else None
        self.titled = regex.compile(rf"(?:(?:[\p{{Han}}・]{{0,6}}(?:{either(words['offices'])})|氏|さん)(?!\p{{Han}}))?")
        self.thanks = cues.watch(regex.compile(either(words["thanks"]), regex.I))
        self.told = regex.compile(words["told"]) if "told" in words else None
        self.with_deed: Mapping[str, str] = words.get("with_deed", {})
        self.series = regex.compile(f"(?:{words['series']})$") if "series" in words else None
        self.own = regex.compile(words["own"], regex.I) if "own" in words else None
        self.will = regex.compile(words["will"], regex.I) if "will" in words else None
        titles = either(words.get("titles", ()))
        self.titles = regex.compile(rf"(?:{titles})\.?", regex.I) if titles else None
        self.title = regex.compile(rf"(?<!\p{{L}})(?:{titles})(?!\p{{L}})", regex.I) if titles else None
        relative = words.get("relative")
        self.relative = regex.compile(rf",? (?:{relative})(?: (?:{adverbs}))* ", regex.I) if relative else None
        self.turns = regex.compile(words["turns"], regex.I) if "turns" in words else None
        self.tells = frozenset(words.get("tells", ()))
        self.forerunners = tuple(words.get("forerunners", ()))
        self.carries = tuple(words.get("carries", ()))
        self.objects = regex.compile(f"(?:{'|'.join(words.get('objects', ()))})$") if words.get("objects") else None

    def verbs_in(self, text: str, lower: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The words of acts as whole words of `text[start:end]`: what `act` finds, found faster.

        `lower` is the text in lower case; this is for spaced languages.
        """
        return self._verbs.around(text, _VERB, lower, (start, end))

    def _compiled_verbs(self) -> re.Pattern[str]:
        """The words of acts in lower case."""
        rests: dict[str, list[str]] = {}
        for word in map(str.lower, self.acts):
            rests.setdefault(word[0], []).append(word[1:])
        words = "|".join(rf"{first}(?<![^\W_]{first})(?<!-{first})(?:{either(rests[first])})" for first in sorted(rests))
        return re.compile(rf"(?:{words})(?![^\W_]|-)")  # begins with letters, so that `re` skips to where one stands

    @cached_property
    def ending(self) -> regex.Pattern[str]:
        """A Japanese verb (group `act`) at the end of a sentence or clause."""
        return regex.compile(f"(?P<act>{self.act.pattern}){_END}")

    def act_of(self, word: str) -> Act:
        """The act of a word found in a text."""
        return self.acts[word] if word in self.acts else self.acts[word.lower()]


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(regex.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
