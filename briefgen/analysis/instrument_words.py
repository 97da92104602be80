"""What a language says about instruments (`data/agreements.yaml`), compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

import regex

from briefgen.model.frontmatter import AgreementKind, AgreementStatus


class InstrumentWords:
    """The words and patterns of one language."""

    def __init__(self, words: Mapping[str, Any], lang: str) -> None:
        """Take a language and its entry."""
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
        self.made = regex.compile(rf"(?<![a-z])(?:{'|'.join(words['made'])})(?![a-z])", regex.IGNORECASE)
        self.lead = regex.compile("|".join(words["lead"]), regex.IGNORECASE)
        self.both = regex.compile(rf"(?<![a-z])(?:{'|'.join(words['both'])})(?![a-z])", regex.IGNORECASE)
        self.also = regex.compile(words["aka"], regex.IGNORECASE)
        self.aside = regex.compile(words["aside"], regex.IGNORECASE)
        self.doing = regex.compile(words["doing"], regex.IGNORECASE)
        self.again = regex.compile(words["again"], regex.IGNORECASE)
        self.between = regex.compile(words["between"])
        self.years = regex.compile(words["years"], regex.IGNORECASE)
        self.heads = any_of(self.kinds)
        self.head = re.compile(any_of([head.lower() for head in self.kinds]))
        """Any head in a text in lower case."""
        self.status: tuple[tuple[AgreementStatus, regex.Pattern[str]], ...] = tuple(
            (cast("AgreementStatus", status), regex.compile(pattern, regex.IGNORECASE)) for status, pattern in words["status"]
        )


def any_of(words: Sequence[str] | Mapping[str, Any]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(regex.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) + ")"
