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
from briefgen.analysis.headings import headings_of, labels_of
from briefgen.analysis.homes import home_of, place_of
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.person_mention import PersonMention
from briefgen.analysis.state_words import COUNTRY
from briefgen.model.article import Block
from briefgen.model.finding import Findings
from briefgen.text import is_unspaced

_WHOSE: Final = {"countries/name", "countries/demonym", "countries/stem"}
"""Rules of mentions that say whose an office is; a capital may be only where it is held."""

_REACH: Final = 90
"""Characters between a person and the country of the side that the person leads."""

_PAIR: Final = 2

_CHARACTERS: Final = {"CN", "TW", "HK", "MO", "SG", "KR", "KP", "VN"}
"""Countries and regions whose people Japanese papers write in Chinese characters."""

_FIELD: Final = regex.compile(r"\p{L}| (?:of|for|về|phụ trách)\b")
"""What shows that an office goes on: "minister" is another one than "minister of police"."""

_JOINED: Final = regex.compile(r"(?:'s|’s|’|')?\s?(?:の)?")
_OWN: Final = regex.compile(r"(?:\b(?:its|their|whose)(?: [\w-]+)?|\bthe country[’']s) $|同国の$", regex.IGNORECASE)
"""Words before an office of the country or body named before."""


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
        return tuple(
            holder.country or ((self._only(holder, first) or self._by_name(holder)) if holder.public else "")
            for holder in first
        )

    def _country_of(self, holder: Holder, others: Sequence[Holder]) -> str:
        """What is known of one person, or read from the words, the office, the passage or the home."""
        if holder.country:
            return holder.country
        led = next((code for mention in holder.mentions if (code := self._side(mention))), "") or self._owner(holder)
        if led or not holder.titled.role:
            return led
        finder = self.knowledge.people(self._lang)
        named = finder.home_of(holder.titled) if finder else ""
        if named:
            return named if named in self._codes else ""
        labeled = self._labeled(holder.mentions[0])
        if labeled and holder.public:
            return labeled
        return self._same_office(holder) or (self._unmarked(holder, others) if holder.public else "")

    def _labeled(self, mention: PersonMention) -> str:
        """The country that a paragraph begins with as with a label: "▽チリ　エレーラ外相と会い"."""
        block = self._block(mention.start)
        return self._labels.get(block, "") if block else ""

    @cached_property
    def _labels(self) -> dict[Block, str]:
        return labels_of(self.document.text, self.document.blocks, self._mentions)

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

    def _owner(self, holder: Holder) -> str:
        """The country of a public body right before an office that is said to be its: "Spain's Civil Guard … its chief, X"."""
        mention, text = holder.titled, self.document.text
        block, words = self._block(mention.first), self.knowledge.state_words(self._lang)
        own = _OWN.search(text, block.start, mention.first) if block else None
        if not block or not own or not words:
            return ""
        sentences = self.document.sentences_of(block.start, mention.first)
        begun = [sentence.start for sentence in sentences if sentence.start < own.start()]
        near = within(self._mentions, begun[-1], own.start()) if begun else ()
        opens = any(sentence.start == own.start() for sentence in sentences)
        if not near or not (holder.public or words.is_public(text[begun[-1] : own.start()], "")):
            return ""
        return near[0 if opens else -1].code if len({country.code for country in near}) == 1 or not opens else ""

    def _same_office(self, holder: Holder) -> str:
        """The country of the only office of this name that the text gives one: "Kenya's interior minister"."""
        role = holder.titled.role
        text, plain = self.document.text, role.lower()
        behind = self._behind if len(role) > _PAIR else ()
        codes = {
            code
            for code, start in behind
            if text[start : start + len(role)].lower() == plain and not _FIELD.match(text, start + len(role))
        }
        return codes.pop() if len(codes) == 1 else ""

    @cached_property
    def _behind(self) -> tuple[tuple[str, int], ...]:
        """The countries that the text names, each with where an office of theirs would stand behind the name."""
        text = self.document.text
        joined = ((mention, _JOINED.match(text, mention.end)) for mention in self._mentions)
        return tuple((mention.code, match.end() if match else mention.end) for mention, match in joined)

    def _unmarked(self, holder: Holder, others: Sequence[Holder]) -> str:
        """The country of a public office that is named without one."""
        words = self.knowledge.state_words(self._lang)
        passage = self._headed(holder.mentions[0]) or self._passage(holder.mentions[0])
        if passage or not words or words.serves_abroad(holder.titled.role):
            return passage
        marked = {other.country for other in others if other.country and other.public}
        home = self._home
        at_home = home in self._codes and (home == self._writers or home not in marked)
        if not at_home or holder.organization.isupper():  # "AFP" may be anybody's
            return ""
        met = {other.country for other in self._met(holder, others)}
        return home if home not in met and (met or not self._is_among_others(holder.mentions[0], home)) else ""

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

    def _by_name(self, holder: Holder) -> str:
        """The country that the script of a name leaves: the home of the language or the only foreign one named.

        A name in katakana is foreign to Japan, one in characters is of Japan where no other country that writes them is
        named; a name that begins with no Vietnamese family name is foreign to Viet Nam.
        """
        finder, words = self.knowledge.people(self._lang), self.knowledge.state_words(self._lang)
        if not finder or not finder.home or not words or words.serves_abroad(holder.titled.role):
            return ""
        foreign = self._codes & {country.code for country in self._mentions} - {finder.home}
        primary = {country.code for country in self.found.countries if country.role == "primary"}
        foreign = foreign & primary or foreign
        if finder.is_foreign(holder.titled.name):
            return next(iter(foreign)) if len(foreign) == 1 else ""
        at_home = (
            is_unspaced(holder.titled.name[0])
            and len(holder.titled.name) > _PAIR
            and not self._codes & _CHARACTERS - {finder.home}
        )
        return finder.home if at_home and finder.home in self._codes else ""

    @cached_property
    def _meets(self) -> tuple[Encounter, ...]:
        """The sentences in which two sides meet; the other side may be named without its country."""
        document = self.document
        spans = ((sentence.start, sentence.end) for sentence in document.sentences)
        return self.knowledge.encounters.find(document.text, document.lang, spans)

    def _meets_marked(self, holder: Holder, others: Sequence[Holder]) -> bool:
        """Whether a sentence in which two sides meet names this person and just one other, whose country is known."""
        return bool(self._met(holder, others))

    def _met(self, holder: Holder, others: Sequence[Holder]) -> tuple[Holder, ...]:
        """The one person of a known country whom a sentence in which two sides meet names beside this one."""
        for meeting in self._meets:
            inside = [o for o in others if any(meeting.start <= m.start < meeting.end for m in o.mentions)]
            rest = tuple(o for o in inside if o.titled is not holder.titled)
            if len(inside) == _PAIR and len(rest) == 1 and rest[0].country:
                return rest
        return ()

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
        edges |= {near[0].start for sentence in sentences if near[0].end == sentence.end - 1}  # "… the turn of Mongolia."
        return near[0].code if near[0].start in edges and near[0].code in self._codes else ""

    def _is_among_others(self, mention: PersonMention, home: str) -> bool:
        """Whether this paragraph up to a person, or the one before, names another country and not the home."""
        blocks = self.document.blocks
        index = next((place for place, block in enumerate(blocks) if block.start <= mention.start < block.end), 0)
        codes = {
            country.code for country in within(self._mentions, blocks[max(0, index - 1)].start if blocks else 0, mention.start)
        }
        return bool(codes) and home not in codes

    @cached_property
    def _home(self) -> str:
        """The home of the article: where it was sent from, else of those who wrote it; "" if nothing says it."""
        return place_of(self.found, self.knowledge, self.document.lang, self._codes) or self._writers

    @cached_property
    def _writers(self) -> str:
        """The country of those who wrote the article."""
        return home_of(self.found, self.knowledge, self.document.lang, self._codes)
