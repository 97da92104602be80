"""Instruments in English texts: "extradition and prisoner transfer treaties", "memorandum of understanding on …"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from briefgen.analysis.instrument import Instrument
from briefgen.analysis.instrument_words import InstrumentWords

_BEFORE = 6
_BEHIND = 12
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’&\-–]*")
_SHORT_FORM = r"(?: \((?:the )?[\"“”']?[A-Z][A-Za-z]+[\"“”']?\))?"  # "memorandum of understanding (MoU) on …"
_YEARS = regex.compile(r" (?:for|of)(?: the period)? (?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?")
_LEGAL = regex.compile(r"\b(?:UN|United Nations|international|double|taxation?|consular|extradition)\b")
_IN_FORCE = regex.compile(r"[^.;]{0,40}\b(?:force|ratif|signed)", regex.IGNORECASE)
_NO_NAME = regex.compile(r"(?:(?:19|20)\d\d|how|what|whether)\b")
_DOING = regex.compile(r"(?:\p{L}+ing|(?:19|20)\d\d|how|what|whether)\b")
_FIELD = regex.compile(r" in the (?:field|area)s? of ")
_ANOTHER = regex.compile(r",? (?:and|as well as) .*")
_TAIL = regex.compile(r"[,\s]+(?:and|of|the|on|in|for|to|a|an)$")
_LIST = regex.compile(r",? and |, ")
# Words that mean more than instruments.
_COMMON = frozenset({"protocol", "protocols", "declaration"})
_PARTIES = regex.compile(
    r" (?:between|with)(?: the)?(?: \p{Lu}[\p{L}'’.&\-]*(?: (?:of|and|for|the|&|of the|and the)(?= \p{Lu}))?){1,12}"
)
_TELLING = (" on ", " for the ", " concerning ", " regarding ", " between ", " relating to ")
_CONFERENCE = regex.compile(r"\s*(?:cent(?:re|er)s?|hall|delegates?)\b", regex.IGNORECASE)


class EnglishInstruments:
    """Finds instruments in English sentences."""

    def __init__(self, words: InstrumentWords) -> None:
        """Take the English words."""
        self._words = words
        head = rf"(?<![\p{{L}}\p{{N}}-])(?P<head>{words.heads})(?![\p{{L}}\p{{N}}])(?!-)"
        self._head = regex.compile(rf"{head}{_SHORT_FORM}", regex.IGNORECASE)
        self._whole = regex.compile(rf"(?:{'|'.join(words.whole)})\b", regex.IGNORECASE) if words.whole else None
        links = "|".join(words.links)
        self._link = regex.compile(rf" (?:{links}) ", regex.IGNORECASE)

    def find(self, text: str, start: int, end: int, *, made: bool) -> Iterator[Instrument]:
        """The instruments that the sentence `text[start:end]` names; `made` if it says that one is made."""
        floor = start
        for match in self._head.finditer(text, start, end):
            head = match["head"].lower()
            kind = self._words.kinds[head]
            told = made or (kind == "plan" and text.startswith((" on ", " against "), match.end()))
            solemn = not self._words.solemn.isdisjoint({kind, head})
            if match.start() < floor or (solemn and not told) or self._is_denied(text, match.start()):
                continue
            if self._is_common(text, match):
                continue
            first = self._first(text, floor, match.start())
            if text.endswith("one of the ", start, first):
                continue
            parties = self._words.between.match(text, match.end(), end)
            place = parties.end() if parties and not self._head.search(text, match.end(), parties.end()) else match.end()
            last = self._last(text, place, end, match["head"])
            place = place if last > place else match.end()
            last = max(last, match.end()) if last > place else match.end()
            if kind == "convention" and not self._is_convention(text, first, match, last):
                continue
            found = list(self._named(text, (first, place, last), match, made=made))
            yield from found
            floor = max(last if found else match.end(), floor)

    def _is_common(self, text: str, match: regex.Match[str]) -> bool:
        """Whether a head is the common word, "health protocols", "a contract", or only leads to another head."""
        head = match["head"]
        if head.lower() == "visa waiver":
            return bool(self._head.match(text, match.end() + 1))
        small = not head[0].isupper()
        telling = head.lower() in _COMMON and text.startswith(_TELLING, match.end())
        return small and head.lower() in {*_COMMON, "contract"} and not telling

    def _named(self, text: str, span: tuple[int, int, int], match: regex.Match[str], *, made: bool) -> Iterator[Instrument]:
        """The instruments of one head: several, if the head is plural and a list says of what each is.

        `span` is where the words before the head begin, where those behind it go on after the parties, and where they end.
        """
        first, place, last = span
        head = match["head"]
        kind = self._words.kinds[head.lower()]
        before = self._without_generic(text[first : match.start()].split())
        behind = text[place:last].strip()
        if not before and not behind:
            if not self._words.alone.isdisjoint({kind, head.lower()}) and made and not head.lower().endswith("s"):
                parties = _PARTIES.match(text, match.end())
                end = parties.end() if parties and kind == "memorandum" else match.end()
                yield Instrument(head + text[match.end() : end], match.start(), end, kind, "agreements/name")
            return
        plural = head.lower().endswith("s") and not head[0].isupper()
        single = _singular(head) if plural else head
        lead = match.start() if not before else text.index(before[0], first)
        if not plural:
            name = text[lead : match.end("head")] + text[place:last]
            yield Instrument(name.strip(), lead, last, kind, "agreements/name")
            return
        for part in _parts(" ".join(before)) if before else [""]:
            for end_part in _parts_behind(behind) if behind else [""]:
                name = " ".join(word for word in (part, single, end_part) if word)
                yield Instrument(name, lead, last, kind, "agreements/list")

    def _first(self, text: str, floor: int, head: int) -> int:
        """Where the words before a head begin that say of what it is; lists go on over "and" and commas if both sides can."""
        first = head
        words = list(_WORD.finditer(text, floor, head))[-_BEFORE:]
        for index in range(len(words) - 1, -1, -1):
            word = words[index]
            gap = text[word.end() : first]
            inner = gap == " " or (gap == ", " and index + 1 < len(words))
            joins = word[0].lower() == "and" and self._may_join(words, index)
            if not inner or not (joins or self._goes_before(word[0])):
                break
            first = word.start()
        return first

    def _may_join(self, words: list[regex.Match[str]], index: int) -> bool:
        """Whether "and" joins two things that one head is about: "extradition and transfer", not "met and"."""
        return 0 < index < len(words) - 1 and self._goes_before(words[index - 1][0])

    def _goes_before(self, word: str) -> bool:
        plain = word.lower()
        return plain not in self._words.stops and not plain.endswith(("ly", "'s", "’s")) and not plain.isdigit()

    def _last(self, text: str, place: int, end: int, head: str) -> int:
        """Where the words behind a head end that say of what it is: "on the transfer of sentenced persons"."""
        link = self._link.match(text, place)
        capital_of = head[0].isupper() and text.startswith(" of the ", place)
        if (not link and not capital_of) or (link and text[link.end() : link.end() + 1].isdigit()):
            years = _YEARS.match(text, place, end) if self._words.kinds[head.lower()] == "plan" else None
            return years.end() if years else place
        agreed = self._words.kinds[head.lower()] == "agreement"
        if link and (_DOING if agreed else _NO_NAME).match(text, link.end(), end):
            return place  # "agreement on expanding trade" is no instrument
        if link and link[0].strip().lower() == "in" and not _FIELD.match(text, place, end):
            return place
        last = place
        start = link.end() if link else place + len(" of the ")
        for word in list(_WORD.finditer(text, start, end))[:_BEHIND]:
            plain = word[0].lower()
            gap = text[last : word.start()] if last > place else " "
            listed = gap == ", " and (plain == "on" or (plain == "and" and text.startswith("and on ", word.start())))
            if gap != " " and not listed:
                break
            if plain in self._words.stops and plain not in _INNER:
                break
            last = word.end()
        another = self._head.search(text, place, last)
        if another and (cut := _ANOTHER.search(text[place : another.start()])):
            last = place + cut.start()
        return self._without_tail(text, place, last)

    @staticmethod
    def _without_tail(text: str, place: int, last: int) -> int:
        """The end of a phrase without small words that hang over: "on extradition and"."""
        while tail := _TAIL.search(text[place:last]):
            last = place + tail.start()
        return last

    def _without_generic(self, words: list[str]) -> list[str]:
        generic = {*self._words.generic, "and"}
        while words and (words[0].lower() in generic or words[0].lower().endswith(("-year", "-month"))):
            if self._whole and self._whole.match(" ".join(words)):
                break
            words = words[1:]
        return words

    def _is_convention(self, text: str, first: int, match: regex.Match[str], last: int) -> bool:
        """Whether a convention is an instrument, not an assembly: "Convention against …", "Hanoi Convention"."""
        if _CONFERENCE.match(text, match.end()):
            return False
        if not match["head"][0].isupper():
            return bool(_LEGAL.search(text[first : match.start()])) or bool(_IN_FORCE.match(text, match.end()))
        return last > match.end() or text[first : match.start()].strip()[:1].isupper()

    def _is_denied(self, text: str, head: int) -> bool:
        """Whether the words before a head deny that there is one: "no agreement was signed"."""
        return text[max(0, head - 24) : head].lower().endswith(self._words.denials)


_INNER = frozenset({"and", "of", "the", "for", "to", "a", "in", "on", "by", "an", "against"})


def _singular(head: str) -> str:
    """The head for one instrument: "treaties" → "treaty"."""
    plain = head.replace("emoranda", "emorandum").replace("emorandums", "emorandum")
    if plain != head:
        return plain
    return plain.removesuffix("ies") + "y" if plain.endswith("ies") else plain.removesuffix("s")


def _parts(before: str) -> list[str]:
    """The parts of a list before a head."""
    return [part for part in _LIST.split(before) if part]


def _parts_behind(behind: str) -> list[str]:
    """The parts of a list behind a head, each with its link: "on extradition, on transfer and on legal assistance"."""
    link = behind.split(maxsplit=1)[0]
    parts = behind.replace(f", and {link} ", f", {link} ").replace(f" and {link} ", f", {link} ").split(f", {link} ")
    if len(parts) == 1 and link == "on" and len(behind.split()) <= _BEHIND // 2:
        parts = behind.split(" and ")
    return [part if part.startswith(link + " ") else f"{link} {part}" for part in parts]
