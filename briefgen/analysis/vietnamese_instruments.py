"""Instruments in Vietnamese texts: "Hiệp định dẫn độ", "các hiệp định dẫn độ, chuyển giao người bị kết án"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from briefgen.analysis.instrument import Instrument
from briefgen.analysis.instrument_words import InstrumentWords, any_of

_BEHIND = 24
_WORD = regex.compile(r"\d+(?:[.,]\d+)+|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\-–]*")
_PLURAL = regex.compile(r"(?:các|những|hai|ba|bốn)\s+$", regex.IGNORECASE)
_NUMBERED = regex.compile(r" (?:năm|giai đoạn) (?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?")
_PLACE = regex.compile(r"Tuyên bố \p{Lu}")  # a declaration under the name of a place; else a verb, or what a spokesman says
_GLUE = regex.compile(r"(phòng), (chống)", regex.IGNORECASE)
_TAIL = regex.compile(r"[,\s]+(?:và|về|của|trong)$")
_LIST = regex.compile(r", | và ")


class VietnameseInstruments:
    """Finds instruments in Vietnamese sentences."""

    def __init__(self, words: InstrumentWords) -> None:
        """Take the Vietnamese words."""
        self._words = words
        self._head = regex.compile(rf"(?<!\w)(?:{words.heads})(?!\w)", regex.IGNORECASE)
        self._whole = regex.compile(rf"(?:{any_of(words.whole)})(?!\w)", regex.IGNORECASE)
        self._stop = regex.compile(rf"(?:{any_of(sorted(words.stops))})(?!\w)", regex.IGNORECASE)

    def find(self, text: str, start: int, end: int, *, made: bool) -> Iterator[Instrument]:
        """The instruments that the sentence `text[start:end]` names; `made` if it says that one is made."""
        floor = start
        for match in self._head.finditer(text, start, end):
            head = match[0].lower()
            kind = self._words.kinds[head]
            solemn = kind in self._words.solemn or head in self._words.solemn
            told = made or text.endswith("dự thảo ", start, match.start())
            if match.start() < floor or (solemn and not told) or self._is_denied(text, match.start()):
                continue
            if (head == "tuyên bố" and not _PLACE.match(text, match.start())) or match[0] == "hợp đồng":
                continue  # a contract counts under its title, with a capital
            plural = bool(_PLURAL.search(text, start, match.start()))
            parties = self._words.between.match(text, match.end(), end)
            place = parties.end() if parties and not self._head.search(text, match.end(), parties.end()) else match.end()
            last = self._last(text, place, end, plural=plural)
            numbered = _NUMBERED.match(text, last, end) if kind == "plan" else None
            last = numbered.end() if numbered else last
            name = match[0] + text[place:last]
            if last == place or not self._says_what(text[place:last]):
                if kind in self._words.alone and made:
                    yield Instrument(match[0], match.start(), match.end(), kind, "agreements/name")
                continue
            floor = last
            for part in self._parts(name, match[0], plural=plural):
                rule = "agreements/name" if part == name else "agreements/list"
                yield Instrument(part, match.start(), last, kind, rule)

    def _last(self, text: str, place: int, end: int, *, plural: bool) -> int:
        """Where the words end that say of what an instrument is."""
        last = place
        whole = [match.span() for match in self._whole.finditer(text, place, end)]
        for word in list(_WORD.finditer(text, place, end))[:_BEHIND]:
            gap = text[last : word.start()]
            glued = gap == ", " and (plural or _GLUE.match(text, max(place, last - len("phòng"))))
            stops = self._stop.match(text, word.start()) and not any(first <= word.start() < until for first, until in whole)
            if (gap != " " and not glued) or stops:
                break
            if word[0].lower() in {"và", "cùng"} and (last == place or self._head.match(text, word.end() + 1)):
                break
            last = word.end()
        while tail := _TAIL.search(text[place:last]):
            last = place + tail.start()
        return last

    def _says_what(self, rest: str) -> bool:
        """Whether the words behind a head say more than that it is bilateral or on cooperation."""
        left = rest.strip().lower()
        while left:
            word = next((word for word in sorted(self._words.generic, key=len, reverse=True) if left.startswith(word)), "")
            if not word:
                return left not in {"về", "của"}
            left = left.removeprefix(word).strip()
        return False

    def _parts(self, name: str, head: str, *, plural: bool) -> list[str]:
        """Each instrument of a list: "các hiệp định dẫn độ, chuyển giao … và tương trợ tư pháp"."""
        if not plural:
            return [name]
        rest = _GLUE.sub(r"\1/\2", name[len(head) :].strip())
        parts = [part.replace("/", ", ") for part in _LIST.split(rest) if part]
        return [f"{head} {part}" for part in parts]

    def _is_denied(self, text: str, head: int) -> bool:
        return text[max(0, head - 20) : head].lower().rstrip().endswith(tuple(word.strip() for word in self._words.denials))
