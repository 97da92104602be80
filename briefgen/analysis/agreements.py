"""Which instruments an article names, where each stands, between whom and of when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from briefgen.analysis.document import Document, Sentence
from briefgen.analysis.gazetteer import within
from briefgen.analysis.homes import home_of
from briefgen.analysis.instrument import Instrument
from briefgen.analysis.instrument_parties import Parties, Voice
from briefgen.analysis.instrument_standing import ORDER, standing, standing_of_list
from briefgen.analysis.instrument_words import InstrumentWords
from briefgen.analysis.instruments import Instruments
from briefgen.analysis.knowledge import Knowledge
from briefgen.model.article import Role
from briefgen.model.edtf import Edtf
from briefgen.model.evidence import Evidence
from briefgen.model.finding import Findings, RefFinding
from briefgen.model.frontmatter import AgreementRef, AgreementStatus, OrganizationRef, PersonRef

_TITLES: Final = {Role.HEADLINE, Role.STANDFIRST, Role.SUBHEADING}
_AGAIN: Final = "agreements/again"
_EVIDENCE: Final = 4  # mentions kept, the first ones
_LIST: Final = 12  # items of a list at most
_ITEM: Final = 160  # characters of an item at most; what is longer is a paragraph of its own
_AT_HOME: Final = {"ja": "JP", "vi": "VN"}  # languages that are read in one country
_DONE: Final = {"signed", "ratified", "in-force", "ended"}
"""Where a date in the sentence says when."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """An instrument in a sentence, with what the sentence says of it; `near` are the countries that it speaks for."""

    instrument: Instrument
    status: AgreementStatus | None
    parties: tuple[str, ...]
    date: Edtf | None
    near: tuple[str, ...] = ()


@dataclass(slots=True)
class _Agreement:
    """One instrument under construction."""

    mentions: list[_Mention] = field(default_factory=list)

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that the first mention that tells them tells."""
        return next((mention.parties for mention in self.mentions if mention.parties), ())

    def takes(self, mention: _Mention) -> bool:
        """Whether a mention means this instrument: the same name, and no other parties, nor only strangers in the sentence."""
        if mention.parties and self.parties and mention.parties != self.parties:
            return False
        if self.parties and mention.near and not set(mention.near) & set(self.parties):
            return False
        one = mention.instrument
        return any(_same(one, other.instrument) for other in self.mentions)


def detect(document: Document, knowledge: Knowledge, found: Findings) -> Iterator[RefFinding[AgreementRef]]:
    """The instruments of an article in reading order; headings join those of the text but make none."""
    instruments = knowledge.instruments(document.lang.partition("-")[0])
    primary = [country.code for country in found.countries if country.role == "primary"]
    voices = tuple(_voices(document, knowledge, found))
    parties = Parties(document.text, document.blocks, voices, primary, _home(document, knowledge, found, primary))
    agreements: list[_Agreement] = []
    for sentence in _sentences(document):
        for mention in _mentions(document, knowledge, instruments, parties, sentence):
            known = next((agreement for agreement in agreements if agreement.takes(mention)), None)
            if known is None:
                known = _Agreement()
                agreements.append(known)
            known.mentions.append(mention)
        for agreement, mention in _again(document, instruments, agreements, sentence):
            agreement.mentions.append(mention)
    for agreement in agreements:
        yield _finding(document, instruments, agreement)


def _home(document: Document, knowledge: Knowledge, found: Findings, primary: Sequence[str]) -> str:
    """The country of an article's readers: that of its writers, or else of its language if the article is about it; or ""."""
    lang = document.lang.partition("-")[0]
    own = _AT_HOME.get(lang, "")
    return home_of(found, knowledge, document.lang, primary) or (own if own in primary else "")


def _same(one: Instrument, other: Instrument) -> bool:
    """Whether two names mean one instrument: by their id, their words, or because one explains the other."""
    return bool(one.known and one.known == other.known) or one.key == other.key or other.name == one.means


def _sentences(document: Document) -> Iterable[Sentence]:
    """The sentences of running text; of an article without blocks the whole."""
    if not document.blocks:
        return document.sentences_of(0, len(document.text))
    return (s for block in document.blocks if block.role not in _TITLES for s in document.sentences_of(block.start, block.end))


def _voices(document: Document, knowledge: Knowledge, found: Findings) -> Iterator[Voice]:
    """Where the text names countries, people and bodies that act for one."""
    for mention in knowledge.gazetteer.mentions(document.text, document.lang):
        if mention.rule != "countries/city":
            yield Voice(mention.start, mention.end, mention.code)
    acting: list[tuple[tuple[Evidence, ...], str]] = [(f.evidence, f.value.country) for f in found.refs(PersonRef)]
    acting += [(f.evidence, f.value.country) for f in found.refs(OrganizationRef)]
    for evidence, country in acting:
        for proof in evidence:
            yield Voice(proof.start, proof.end, country)


def _mentions(
    document: Document, knowledge: Knowledge, instruments: Instruments, parties: Parties, sentence: Sentence
) -> Iterator[_Mention]:
    text, span = document.text, (sentence.start, sentence.end)
    if not instruments.may_name(text, *span):
        return
    countries = within(knowledge.gazetteer.mentions(text, document.lang), *span)
    words = instruments.words
    lead = _lead(document, words, sentence) if words else None
    found = instruments.find(text, *span, [(country.start, country.end) for country in countries], lead)
    for instrument in found:
        own = instruments.parties_of(instrument.known)
        if words is None:
            yield _Mention(instrument, None, own, None)
            continue
        others = [other for other in found if other is not instrument]
        status = standing(text, span, instrument, others, words) or (standing_of_list(text, lead, words) if lead else None)
        multilateral = instrument.kind == "convention" or instrument.known
        date = _date(document, knowledge, instruments, sentence, instrument) if status in _DONE else None
        between = () if multilateral else parties.of(span, words) or (parties.of(lead, words) if lead else ())
        yield _Mention(instrument, status, own or between, date, () if multilateral else parties.codes(*span))


def _again(
    document: Document, instruments: Instruments, agreements: Sequence[_Agreement], sentence: Sentence
) -> Iterator[tuple[_Agreement, _Mention]]:
    """What a sentence says of the one instrument that "the treaty" can mean: of several of a kind nobody knows which."""
    words, span = instruments.words, (sentence.start, sentence.end)
    if words is None or not agreements:
        return
    for match in words.again.finditer(document.text, *span):
        kind = words.kinds[match["head"].lower()]
        meant = [agreement for agreement in agreements if agreement.mentions[0].instrument.kind == kind]
        instrument = Instrument(match[0], match.start(), match.end(), kind, _AGAIN)
        status = standing(document.text, span, instrument, (), words) if len(meant) == 1 else None
        if status:
            yield meant[0], _Mention(instrument, status, (), None)


def _lead(document: Document, words: InstrumentWords, sentence: Sentence) -> tuple[int, int] | None:
    """The paragraph that announces the list in which a sentence stands: it ends with a colon or says "the following"."""
    place = bisect_right(document.blocks, sentence.start, key=lambda block: block.start) - 1
    role = document.blocks[place].role if document.blocks else None
    listed = document.text[sentence.end - 1 : sentence.end] != "。"  # an item of a Japanese list is no sentence
    for block in reversed(document.blocks[max(0, place - _LIST) : max(0, place)] if listed else ()):
        text = document.text[block.start : block.end]
        if text.endswith((":", "：")) or words.lead.search(document.text, block.start, block.end):
            return block.start, block.end
        if len(text) > _ITEM or block.role is not role or text.endswith("。"):
            return None
    return None


def _date(
    document: Document, knowledge: Knowledge, instruments: Instruments, sentence: Sentence, instrument: Instrument
) -> Edtf | None:
    """The one date that a sentence states, to the day or the year; None if it states none or several.

    A year right behind the name may be the name's: "the plan of 2024", "kế hoạch hợp tác năm 2024".
    """
    text = document.text[sentence.start : sentence.end]
    written = {str(date.value): date.value for date in knowledge.date_grammar(document.lang, "").find(text)}
    if not written and instruments.words:
        found = instruments.words.years.finditer(text)
        years = {match[1] for match in found if not _is_named_after(instrument, sentence.start + match.start(), match[0])}
        written = {year: Edtf.parse(year) for year in years}
    dates = list(written.values())
    return dates[0] if len(dates) == 1 and not str(dates[0]).startswith("X") else None


def _is_named_after(instrument: Instrument, place: int, words: str) -> bool:
    """Whether a year is part of an instrument's name: it stands right behind, as that of a plan or after "of"."""
    beside = (instrument.end <= place or instrument.kind == "plan") and instrument.start <= place <= instrument.end + 1
    return beside and (instrument.kind == "plan" or words.startswith("of"))


def _finding(document: Document, instruments: Instruments, agreement: _Agreement) -> RefFinding[AgreementRef]:
    mentions = agreement.mentions
    main = max(
        (mention.instrument for mention in mentions if mention.instrument.rule != _AGAIN),
        key=lambda one: (len(one.key), -one.start),
    )
    telling = [mention for mention in mentions if mention.status]
    best = max(telling, key=lambda mention: (mention.status in _DONE, -mention.instrument.start), default=mentions[0])
    value = AgreementRef(
        main.name,
        instruments.kind_of(main),
        _latest(telling) or best.status,
        agreement.parties,
        next((mention.date for mention in mentions if mention.date), None),
    )
    ordered = [best, *(mention for mention in mentions if mention is not best)][:_EVIDENCE]
    names = dict.fromkeys(mention.instrument.name for mention in mentions if mention.instrument.rule != _AGAIN)
    also = tuple(name for name in names if name != main.name)
    return RefFinding(value, tuple(dict.fromkeys(_evidence(document, mention) for mention in ordered)), also)


def _latest(mentions: Sequence[_Mention]) -> AgreementStatus | None:
    """The furthest that an instrument is said to have come."""
    stages = [mention.status for mention in mentions if mention.status]
    return max(stages, key=ORDER.index, default=None)


def _evidence(document: Document, mention: _Mention) -> Evidence:
    return document.quote(mention.instrument.start, mention.instrument.end, mention.instrument.rule)
