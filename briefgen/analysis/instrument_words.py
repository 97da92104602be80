"""What a language says about instruments (`data/agreements.yaml`), compiled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import regex

from briefgen.analysis.cues import Cued, Cues
from briefgen.model.frontmatter import AgreementKind, AgreementStatus


class InstrumentWords:
    """The words and patterns of one language."""

    def __init__(self, words: Mapping[str, Any], lang: str, cues: Cues) -> None:
        """Take a language, its entry, and the cues of the language."""
        self.lang = lang
        self.kinds: dict[str, AgreementKind] = {
            head: cast("AgreementKind", kind) for kind, heads in words["kinds"].items() for head in heads
        }
        self.solemn = frozenset(words["solemn"])
        self.alone = frozenset(words["alone"])
        self.formal: tuple[str, ...] = tuple(words["formal"])
        self.generic = frozenset(words["generic"])
        self.whole = tuple(words["whole"])
        self.stops = frozenset(words["stops"])
        self.links: tuple[str, ...] = tuple(sorted(words["links"], key=len, reverse=True))
        self.denials: tuple[str, ...] = tuple(words["not"])
        self.made = cues.watch(_compiled(rf"(?<![a-z])(?:{'|'.join(words['made'])})(?![a-z])"))
        self.lead = cues.watch(_compiled("|".join(words["lead"])))
        self.both = cues.watch(_compiled(rf"(?<![a-z])(?:{'|'.join(words['both'])})(?![a-z])"))
        self.also = _compiled(words["aka"])
        self.aside = _compiled(words["aside"])
        self.doing = _compiled(words["doing"])
        self.again = cues.watch(_compiled(words["again"]))
        self.between = regex.compile(words["between"])
        self.years = _compiled(words["years"])
        self.heads = any_of(self.kinds)
        self.head = cues.watch(_compiled(self.heads))
        self.status: tuple[tuple[AgreementStatus, Cued], ...] = tuple(
            (cast("AgreementStatus", status), cues.watch(_compiled(pattern))) for status, pattern in words["status"]
        )


def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE)


def any_of(words: Sequence[str] | Mapping[str, Any]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(regex.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) + ")"
