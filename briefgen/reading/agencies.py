"""Names of news agencies, as they stand in datelines, credits and below the last sentence."""

from __future__ import annotations

import regex

from briefgen.reading.furniture import Words

_VIA = regex.compile(
    r"^(?:(?:with )?(?:additional )?reporting by|theo|nguồn|via|source|from|with|出典|提供|配信)\s*[:：]?\s*(?=\S)", regex.I
)
_JOINED = regex.compile(r"[/,+&]|\sund\s|\sand\s|、|・")
_ALL_CAPITALS = regex.compile(r"^[\p{Lu}\d&+]{2,10}(?:[/\-][\p{Lu}\d&+]{2,10}){0,2}$")


def bare_agency(name: str) -> str:
    """An agency without the word before it that says so: "Theo AFP", "via Reuters", "提供:共同"."""
    return str(_VIA.sub("", name.strip()))


def is_agency(name: str, words: Words, *, unknown: bool = False) -> bool:
    """Whether a name is that of a news agency, or of several; with `unknown`, capitals alone (VNA/VNS) are believed."""
    parts = [part.strip(" .") for part in _JOINED.split(name)]
    if name.strip() in words.agencies or all(part in words.agencies for part in parts):
        return True
    return unknown and bool(_ALL_CAPITALS.match(name.strip()))
