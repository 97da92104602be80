"""A place of a text that names an instrument: a treaty, an agreement, a memorandum."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from briefgen.model.frontmatter import AgreementKind
from briefgen.text import fold


@dataclass(frozen=True, slots=True)
class Instrument:
    """The words `text[start:end]` name an instrument.

    `name` is what to call it: the words themselves, or of a list ("extradition and transfer treaties") its own part. `known`
    is its id in the vocabulary or among the multilateral ones, `means` the name beside it that it explains or shortens.
    """

    name: str
    start: int
    end: int
    kind: AgreementKind
    rule: str
    known: str = ""
    means: str = ""

    @property
    def key(self) -> frozenset[str]:
        """What two names of one instrument share: their words without order, number and small words."""
        return _key(self.name)


@lru_cache(maxsize=1 << 7)
def _key(name: str) -> frozenset[str]:
    """The words of a name; those of an article's names are kept, as each is compared with the others."""
    words = _ENDING.sub("", fold(name)).split()
    return frozenset(word for word in words if word not in _SMALL) or frozenset(words)


_ENDING = regex.compile(r"(?<=[a-z])(?:ies|y|s)\b")
_SMALL = frozenset({"the", "of", "on", "a", "and", "for", "ve", "va", "cua", "in", "field", "bilateral", "against"})
