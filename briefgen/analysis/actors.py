"""Who acts where in an article: each place that names a person found before, and the countries that act beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Final, NamedTuple

import regex

from briefgen.analysis.document import Document
from briefgen.analysis.gazetteer import Mention, within
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.letters import whole_words
from briefgen.model.finding import Findings
from briefgen.model.frontmatter import OrganizationRef, PersonRef

_SHORTEST: Final = 2  # letters of a spelling that is searched for
_SHORT: Final = 3  # letters of a family or given name that stands alone
_TITLED: Final = re.compile(r"\W{0,3}[^\W\d_]{2,11}\.? ")  # an honorific or title in one word: "Mr. ", "Minister "
_LEAD: Final = re.compile(r"([^\s(\"“]+) $")
_LEAD_LETTERS: Final = 16  # letters before a name in which the word before it begins
_HAN: Final = regex.compile(r"\p{Han}{3,5}")
_FAMILY, _FOREIGN = 4, 6
_LIST: Final = 4  # as many countries side by side are a list, not parties (see `countries`)
_LIST_GAP: Final = 12


class Actor(NamedTuple):
    """`text[start:end]` names a person or a body; `country` is a code or ""."""

    name: str
    start: int
    end: int
    country: str = ""


@dataclass(frozen=True)
class Actors:
    """The people, bodies and countries of a document by their places."""

    document: Document
    knowledge: Knowledge
    found: Findings

    @cached_property
    def people(self) -> tuple[Actor, ...]:
        """Every place that names a person, in reading order, never overlapping."""
        return self.document.kept(_People, lambda: _People(self._people())).places

    def _people(self) -> tuple[Actor, ...]:
        places = []
        for finding in self.found.refs(PersonRef):
            spans = {(proof.start, proof.end) for proof in finding.evidence}
            spans |= {span for name in (finding.value.name, *finding.also) for span in _spans(self.document.text, name)}
            spans |= set(self._later(finding.value.name, min(spans)[0]))
            places += [Actor(finding.value.name, *span, finding.value.country) for span in spans]
        return _apart(places)

    def _later(self, name: str, after: int) -> Iterator[tuple[int, int]]:
        """Where a part of a spaced name that nobody else bears stands later on: "Mr. Holm agreed", "while B. Holm"."""
        text = self.document.text
        if _HAN.fullmatch(name):
            yield from self._surnamed(name, after)
            return
        for part in name.split():
            if len(part) < _SHORT or self._parts[part] != 1:
                continue
            for start, end in whole_words(text, part):
                if start > after and _is_all_of_name(text, end) and self._names(name, part, start):
                    yield start - len("B. ") * text.endswith(f" {name[0]}. ", 0, start), end

    def _surnamed(self, name: str, after: int) -> Iterator[tuple[int, int]]:
        """Where the first signs of a Japanese name stand before a title later on: 榛名大臣 of 榛名恒彦."""
        words = self.knowledge.act_words(self.document.lang)
        if words is None or sum(f.value.name.startswith(name[:2]) for f in self.found.refs(PersonRef)) > 1:
            return
        for start, end in whole_words(self.document.text, name[:2]):
            title = words.titled.match(self.document.text, end)
            if start > after and title and title[0] and not self.document.text[max(0, start - 1) : start].isalnum():
                yield start, end

    def _names(self, name: str, part: str, at: int) -> bool:
        """Whether the words before a part of a name, or where it stands, show that it is used for the whole."""
        first = part == name.split(maxsplit=1)[0]
        if not first and at in self._openings:
            return True
        lead = _LEAD.search(self.document.text, max(0, at - _LEAD_LETTERS), at)
        word = lead[1] if lead else ""
        if self._titles and self._titles.fullmatch(word):
            return True
        if first or not name.endswith(part) or any(m.start <= at < m.end for m in within(self.mentions, at - _SHORT, at + 1)):
            return False
        initial = word.endswith(".") and len(word) == len("B.") and name.startswith(word[0])
        return initial or (word.rstrip(",").islower() and len(part) >= self._plain)

    @cached_property
    def _titles(self) -> regex.Pattern[str] | None:
        words = self.knowledge.act_words(self.document.lang)
        return words.titles if words else None

    @cached_property
    def _plain(self) -> int:
        """Letters of a family name that may stand among other words; Vietnamese ones are shorter than the foreign."""
        return _FOREIGN if self.document.lang == "vi" else _FAMILY

    @cached_property
    def _openings(self) -> frozenset[int]:
        """Where each sentence begins, and where it goes on behind an honorific or title in one word."""
        starts = [sentence.start for sentence in self.document.sentences]
        titled = [_TITLED.match(self.document.text, start) for start in starts]
        return frozenset((*starts, *(match.end() for match in titled if match)))

    @cached_property
    def _parts(self) -> Counter[str]:
        """How many people bear each part of a name."""
        return Counter(part for finding in self.found.refs(PersonRef) for part in {*finding.value.name.split()})

    @cached_property
    def bodies(self) -> tuple[Actor, ...]:
        """Every place that names an organization."""
        return self.document.kept(_Bodies, lambda: _Bodies(self._bodies())).places

    def _bodies(self) -> tuple[Actor, ...]:
        places = []
        for finding in self.found.refs(OrganizationRef):
            names = (finding.value.name, finding.value.acronym, *finding.also)
            spans = {(proof.start, proof.end) for proof in finding.evidence}
            spans |= {span for name in names if name for span in _spans(self.document.text, name)}
            places += [Actor(finding.value.name, *span, finding.value.country) for span in spans]
        return _apart(places)

    @cached_property
    def countries(self) -> tuple[Mention, ...]:
        """Mentions of countries, those in long lists and those by a city left out."""
        mentions = [m for m in self.mentions if m.rule not in {"countries/city", "countries/capital"}]
        listed: set[int] = set()
        run: list[int] = []
        for index, mention in enumerate(mentions):
            if run and mention.start - mentions[run[-1]].end > _LIST_GAP:
                run = []
            run.append(index)
            if len({mentions[member].code for member in run}) >= _LIST:
                listed.update(run)
        return tuple(mention for index, mention in enumerate(mentions) if index not in listed)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention of a country."""
        return self.knowledge.gazetteer.mentions(self.document.text, self.document.lang)

    def people_in(self, start: int, end: int) -> tuple[Actor, ...]:
        """The people named in `text[start:end]`."""
        return tuple(_within(self.people, start, end))

    def bodies_in(self, start: int, end: int) -> tuple[Actor, ...]:
        """The bodies named in `text[start:end]`."""
        return tuple(_within(self.bodies, start, end))

    def countries_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The countries named in `text[start:end]`."""
        return tuple(within(self.countries, start, end))


@dataclass(frozen=True, slots=True)
class _People:
    """The places of a document that name people: the same for every detector that runs after that of people."""

    places: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class _Bodies:
    """The places of a document that name organizations."""

    places: tuple[Actor, ...]


def _within(actors: Sequence[Actor], start: int, end: int) -> Sequence[Actor]:
    """The actors that begin in `start:end`; they are in reading order, so that long texts take no longer a sentence."""
    first = bisect_left(actors, start, key=_START)
    return actors[first : bisect_left(actors, end, first, key=_START)]


_START: Final = attrgetter("start")


def _is_all_of_name(text: str, end: int) -> bool:
    """Whether a name that ends at `end` neither goes on there nor in another capitalized word behind it."""
    after = text[end : end + 1]
    return not (after.isalnum() or (after and after in "’'-") or (after == " " and text[end + 1 : end + 2].isupper()))


def _spans(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in a text as a word of its own."""
    return whole_words(text, name) if len(name) >= _SHORTEST else iter(())


def _apart(places: Sequence[Actor]) -> tuple[Actor, ...]:
    """The places without those that overlap a longer one."""
    kept: list[Actor] = []
    for place in sorted(places, key=lambda p: (p.start - p.end, p.start, p.name)):
        if all(place.end <= other.start or other.end <= place.start for other in kept):
            kept.append(place)
    return tuple(sorted(kept, key=lambda place: place.start))
