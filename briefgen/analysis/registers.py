"""Registers of Japanese: the plain style of newspapers (である, した) and the polite one of speech (です, ました).

One report keeps to one of them (style guides of the press, 記者ハンドブック); a machine that translates sentence by
sentence mixes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefgen.analysis.document import Document, Sentence
from briefgen.model.article import Role

_POLITE: Final = re.compile(r"(?:です|ます|ました|でした|ません|でしょう|ましょう|ください)(?:よ|ね|が)?。$")
_PLAIN: Final = re.compile(r"(?:である|であった|だ|だった|した|いる|いた|れる|れた|する|なる|なった|ない|った|せた|べた)。$")
_SPEECH: Final = re.compile(r"「[^「」]*」|『[^『』]*』|“[^“”]*”")
_FEWEST: Final = 2
"""Sentences of each register that make a mixture: one may be an appeal to the reader."""

_SHARE: Final = 0.15
"""Share of the rarer register: a note at the end of a long report is no mixture."""


def mixed_registers(document: Document) -> tuple[Sentence, Sentence] | None:
    """The first plain and the first polite sentence of a report that mixes them, speech apart; None if it does not."""
    told = [
        s
        for block in document.paragraphs
        if _is_told(document, block.role, block.start)
        for s in document.sentences_of(block.start, block.end)
    ]
    plain, polite = _of(document, told, _PLAIN), _of(document, told, _POLITE)
    fewer = min(len(plain), len(polite))
    if fewer < _FEWEST or fewer < _SHARE * (len(plain) + len(polite)):
        return None
    return plain[0], polite[0]


def _is_told(document: Document, role: Role, start: int) -> bool:
    """Whether a block is the reporter's: no question or answer of an interview, no quotation."""
    return role is Role.PARAGRAPH and document.text[start] not in '―—–-「『“"（(■◆Ｑ'


def _of(document: Document, sentences: Iterable[Sentence], ending: re.Pattern[str]) -> list[Sentence]:
    return [s for s in sentences if ending.search(_SPEECH.sub("", document.text[s.start : s.end]))]
