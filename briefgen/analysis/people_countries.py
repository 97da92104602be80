"""The countries for which people act, where the words of their titles do not say it.

Tried in this order, as a reader does: the delegation or side that a person leads or speaks for, the same office named with
its country elsewhere, the country that the passage is about, the home of the article. A reporter leaves out the country of
an office only where readers know it: abroad it is named, at home it is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import regex

from briefgen.analysis.document import Document
from briefgen.analysis.encounters import Encounter
from briefgen.analysis.gazetteer import Mention, within
from briefgen.analysis.headings import headings_of
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.person_mention import PersonMention
from briefgen.analysis.state_words import COUNTRY
from briefgen.model.article import Block, Trait
from briefgen.model.finding import Findings
from briefgen.text import is_unspaced

_WHOSE: Final = {"countries/name", "countries/demonym", "countries/stem"}
"""Rules of mentions that say whose an office is; a capital may be only where it is held."""

_REACH: Final = 90
"""Characters between a person and the country of the side that the person leads."""

_PAIR: Final = 2

_JOINED: Final = regex.compile(r"(?:'s|’s|’|')?\s?(?:の)?")
_DOMAIN: Final = regex.compile(r"^(?:https?://)?[\w.-]+\.([a-z]{2})(?:[:/]|$)")
"""The top-level domain of a country, which is its code of ISO 3166 (RFC 1591)."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person whose country is asked for: all mentions, the one with the role, and the country known so far ("" if none).

    `public` says that the office is one of a state, `organization` where it is held.
    """

    mentions: tuple[PersonMention, ...]
    titled: PersonMention
    country: str
    public: bool
    organization: str = ""


@dataclass(frozen=True)
class Settings:
    """The countries of a document as they bear on its people."""

    document: Document
    knowledge: Knowledge
    found: Findings

    def countries_of(self, holders: Sequence[Holder]) -> tuple[str, ...]:
        """The countries for which people act, "" where the text leaves it open; `holders` are all people of the article."""
        first = [replace(holder, country=self._country_of(holder, holders)) for holder in holders]
        return tuple(holder.country or (self._only(holder, first) if holder.public else "") for holder in first)

    def _country_of(self, holder: Holder, others: Sequence[Holder]) -> str:
        """What is known of one person, or read from the words, the office, the passage or the home."""
        if holder.country:
            return holder.country
        led = next((code for mention in holder.mentions if (code := self._side(mention))), "")
        if led or not holder.titled.role:
            return led
        office, finder = self._same_office(holder), self.knowledge.people(self._lang)
        named = finder.home_of(holder.titled) if finder and not office else ""
        if office or named:
            return office or (named if named in self._codes else "")
        return self._unmarked(holder, others) if holder.public else ""

    @cached_property
    def _mentions(self) -> tuple[Mention, ...]:
        mentions = self.knowledge.gazetteer.mentions(self.document.text, self.document.lang)
        return tuple(mention for mention in mentions if mention.rule in _WHOSE)

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(country.code for country in self.found.countries)

    @cached_property
    def _lang(self) -> str:
        return self.document.lang.partition("-")[0]

    @cached_property
    def _headings(self) -> tuple[Block, ...]:
        return headings_of(self.document.text, self.document.blocks)

    def _block(self, place: int) -> Block | None:
        return next((block for block in self.document.blocks if block.start <= place < block.end), None)

    def _side(self, mention: PersonMention) -> str:
        """The country whose delegation or side a person leads: "a Peruvian delegation led by X"."""
        words, block = self.knowledge.state_words(self._lang), self._block(mention.start)
        if not words or not block:
            return ""
        text, start, end = self.document.text, max(block.start, mention.first - _REACH), min(block.end, mention.last + _REACH)
        for country in reversed(within(self._mentions, start, mention.first)):
            if words.leads_to_name(text[start : country.start] + COUNTRY + text[country.end : mention.first]):
                return country.code
        for country in within(self._mentions, mention.last, end):
            if words.follows_name(text[mention.last : country.start] + COUNTRY + text[country.end : end]):
                return country.code
        return ""

    def _same_office(self, holder: Holder) -> str:
        """The country of the only office of this name that the text gives one: "Kenya's interior minister"."""
        role = holder.titled.role
        codes = {m.code for m in self._mentions if len(role) > _PAIR and self._is_followed(m.end, role)}
        return codes.pop() if len(codes) == 1 else ""

    def _is_followed(self, end: int, role: str) -> bool:
        """Whether an office stands behind the name of a country that ends at `end`."""
        text, joined = self.document.text, _JOINED.match(self.document.text, end)
        start = joined.end() if joined else end
        stop = start + len(role)
        return text[start:stop].lower() == role.lower() and not text[stop : stop + 1].isalpha()

    def _unmarked(self, holder: Holder, others: Sequence[Holder]) -> str:
        """The country of a public office that is named without one."""
        words = self.knowledge.state_words(self._lang)
        passage = self._headed(holder.mentions[0]) or self._passage(holder.mentions[0])
        if passage or not words or words.serves_abroad(holder.titled.role):
            return passage
        marked = {other.country for other in others if other.country}
        at_home = self._home in self._codes - marked and not holder.organization.isupper()  # "AFP" may be anybody's
        return self._home if at_home and not self._is_among_others(holder.mentions[0]) else ""

    def _only(self, holder: Holder, others: Sequence[Holder]) -> str:
        """The only country of the article, or of two the one whose holder meets a named guest of the other in a sentence."""
        words = self.knowledge.state_words(self._lang)
        if not words or words.serves_abroad(holder.titled.role):
            return ""
        finder = self.knowledge.people(self._lang)
        if finder and finder.home_of(holder.titled):
            return ""
        marked = {other.country for other in others if other.country}
        meets = self._meets_marked(holder, others)
        named = {mention.code for mention in self._mentions}
        if len(self._codes & named) == 1 == len(self._codes) and (marked == self._codes or not (marked or self._meets)):
            return "" if meets else next(iter(self._codes))
        primary = {country.code for country in self.found.countries if country.role == "primary"}
        rest = primary - marked
        return rest.pop() if len(primary) == _PAIR and len(rest) == 1 and meets else ""

    @cached_property
    def _meets(self) -> tuple[Encounter, ...]:
        """The sentences in which two sides meet; the other side may be named without its country."""
        document = self.document
        spans = ((sentence.start, sentence.end) for sentence in document.sentences)
        return self.knowledge.encounters.find(document.text, document.lang, spans)

    def _meets_marked(self, holder: Holder, others: Sequence[Holder]) -> bool:
        """Whether a sentence in which two sides meet names this person and just one other, whose country is known."""
        for meeting in self._meets:
            inside = [o for o in others if any(meeting.start <= m.start < meeting.end for m in o.mentions)]
            if (
                any(o.titled is holder.titled for o in inside)
                and len(inside) == _PAIR
                and any(other.country for other in inside)
            ):
                return True
        return False

    def _headed(self, mention: PersonMention) -> str:
        """The country in the heading of the passage, the home of the article aside: 日・ケニア外相会談, "Spain"."""
        above = next((block for block in reversed(self._headings) if block.end <= mention.start), None)
        if above is None:
            return ""
        finder = self.knowledge.people(self._lang)
        codes = {country.code for country in within(self._mentions, above.start, above.end)}
        codes -= {self._home, finder.home if finder else ""} if len(codes) > 1 else set()
        return codes.pop() if len(codes) == 1 else ""

    def _passage(self, mention: PersonMention) -> str:
        """The only country of a paragraph so far, if it begins a sentence there: "Fiji will pay. Minister X …"."""
        block = self._block(mention.start)
        near = within(self._mentions, block.start, mention.start) if block else ()
        if not block or len({country.code for country in near}) != 1 or near[0].rule != "countries/name":
            return ""
        sentences = self.document.sentences_of(block.start, mention.last)
        edges = {sentence.start for sentence in sentences}
        if is_unspaced(self.document.text[mention.start]):  # a Japanese sentence that ends with a noun names its subject
            edges |= {near[0].start for sentence in sentences if near[0].end == sentence.end - 1}
        return near[0].code if near[0].start in edges and near[0].code in self._codes else ""

    def _is_among_others(self, mention: PersonMention) -> bool:
        """Whether this paragraph up to a person, or the one before, names another country and not the home."""
        blocks = self.document.blocks
        index = next((place for place, block in enumerate(blocks) if block.start <= mention.start < block.end), 0)
        codes = {
            country.code for country in within(self._mentions, blocks[max(0, index - 1)].start if blocks else 0, mention.start)
        }
        return bool(codes) and self._home not in codes

    @cached_property
    def _home(self) -> str:
        """The country of the dateline, else of the publisher, by the places in their names; "" without one."""
        for trait in (Trait.DATELINE, Trait.PUBLISHER, Trait.SOURCE_URL):
            finding = self.found.trait(trait)
            codes = {m.code for m in self.knowledge.gazetteer.mentions(finding.value, self.document.lang)} if finding else set()
            domain = _DOMAIN.search(finding.value) if finding else None
            if domain and not codes:
                codes = {domain[1].upper()} & self._codes
            if len(codes) == 1:
                return str(codes.pop())
        return ""
