"""One body from many mentions: acronyms, names with and without their country, names in other languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from briefgen.analysis.organization_mention import OrganizationMention
from briefgen.text import fold

_SMALL: Final = frozenset({"the", "of", "for", "and", "s", "affairs", "federal"})
"""Words that tell no body from another: the "foreign ministry" is the "Ministry of Foreign Affairs"."""


@dataclass(slots=True)
class Body:
    """An organization under construction: its mentions so far."""

    mentions: list[OrganizationMention] = field(default_factory=list)

    @property
    def country(self) -> str:
        """The country that the first mention that says one says."""
        return next((mention.country for mention in self.mentions if mention.country), "")

    @property
    def known(self) -> str:
        """The id of the body, if a mention has one."""
        return next((mention.known for mention in self.mentions if mention.known), "")

    @property
    def acronyms(self) -> tuple[str, ...]:
        """The acronyms that stand in the text, in reading order."""
        return tuple(dict.fromkeys(mention.acronym for mention in self.mentions if mention.acronym))

    @property
    def main(self) -> OrganizationMention:
        """The mention that names it best: in words rather than letters, with capitals, and longest."""
        return max(self.mentions, key=_fitness)

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name in the text, in reading order."""
        return tuple(dict.fromkeys(mention.name for mention in self.mentions))

    def takes(self, mention: OrganizationMention) -> bool:
        """Whether a mention means this body: the same id, or the same name and no other country."""
        if mention.known and self.known:
            return mention.known == self.known
        if mention.country and self.country and mention.country != self.country:
            return False
        return any(_same(mention, other, one_country=bool(mention.country and self.country)) for other in self.mentions)


def join(mentions: Iterable[OrganizationMention]) -> tuple[Body, ...]:
    """The bodies behind mentions, in reading order.

    A name with a country makes a body first; the same name without one then means that body, of several the one named last
    before it; none whose country the paragraph passes over while it names others, and then the mention counts for nothing.
    """
    bodies: list[Body] = []
    for mention in sorted(mentions, key=lambda m: (not m.country, _is_acronym(m.name), m.start)):
        answering = [body for body in bodies if body.takes(mention)]
        meant = [body for body in answering if _may_mean(mention, body)]
        if answering and not meant:
            continue
        body = _which(meant, mention)
        if body is None:
            body = Body()
            bodies.append(body)
        body.mentions.append(mention)
    for body in bodies:
        body.mentions.sort(key=lambda mention: mention.start)
    return tuple(sorted(bodies, key=lambda body: body.mentions[0].start))


def _may_mean(mention: OrganizationMention, body: Body) -> bool:
    """Whether a paragraph allows that a name without a country means a body of some country."""
    free = mention.country or mention.acronym or not body.country or not mention.near
    return bool(free) or body.country in mention.near


def _which(bodies: Sequence[Body], mention: OrganizationMention) -> Body | None:
    return max(bodies, key=lambda body: _nearness(body, mention), default=None)


def _nearness(body: Body, mention: OrganizationMention) -> int:
    before = [other.start for other in body.mentions if other.start <= mention.start]
    return max(before, default=-body.mentions[0].start - 1)


def _same(one: OrganizationMention, other: OrganizationMention, *, one_country: bool) -> bool:
    """Whether two mentions have one name, or one of them the other's acronym.

    Of two names of one country the longer may only add to the front: "Federal Ministry of the Interior"; and their words
    may stand in another order: "Ministry of Public Security", "public security ministry".
    """
    a, b = _plain(one.bare or one.name), _plain(other.bare or other.name)
    if a == b or _plain(one.name) == _plain(other.name):
        return True
    if one_country and min(len(a), len(b)) > len("ministry") and (a.endswith(" " + b) or b.endswith(" " + a)):
        return True
    if one_country and _words(a) == _words(b):
        return True
    letters = {one.acronym, one.name if _is_acronym(one.name) else ""} & {
        other.acronym,
        other.name if _is_acronym(other.name) else "",
    }
    return bool(letters - {""})


def _fitness(mention: OrganizationMention) -> tuple[bool, bool, int, int]:
    return (not _is_acronym(mention.name), mention.rule != "organizations/small", len(mention.name), -mention.start)


@lru_cache(maxsize=1 << 12)
def _plain(name: str) -> str:
    """A name as compared; each is compared with every other of its article."""
    return fold(name)


def _words(name: str) -> frozenset[str]:
    """The words of a name that say which body it is."""
    return frozenset(name.split()) - _SMALL


def _is_acronym(name: str) -> bool:
    """Whether a name is written in initials."""
    return " " not in name and sum(char.isupper() for char in name) > 1
