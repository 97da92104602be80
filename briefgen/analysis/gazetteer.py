"""The gazetteer: where a text names a country, by which rule.

One automaton per language holds how every spelling begins; what it finds is checked for word boundaries, capitals and
inflection, the longest reading wins, and names that are also something else are judged by what stands around them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from briefgen.analysis.ambiguity import Judge
from briefgen.analysis.inflection import Grammar
from briefgen.analysis.letters import Reading, is_boundary, is_hangul, is_letter, read
from briefgen.analysis.lexicon import Kind, Pattern, lexicon, words_of
from briefgen.analysis.sighting import Sighting
from briefgen.model.vocabulary import Country

_PLAIN_GRAMMAR = Grammar()
_LONGEST_PREFIX = 4  # letters: Arabic "وبال"
_SHOUTED_LINE = 12  # letters; in a longer line all in capitals "US" may be the pronoun
_KEPT = 4  # texts whose mentions are kept: that of an article, and short ones as its dateline
_ORDER = {Kind.NAME: 0, Kind.DEMONYM: 1, Kind.STEM: 2, Kind.CAPITAL: 3, Kind.CITY: 4, Kind.EXCLUDED: 5}


class Mention(NamedTuple):
    """`text[start:end]` names the country `code`.

    `rule` says how: `countries/name`, `countries/demonym`, `countries/capital`, `countries/city` or `countries/stem`.
    """

    code: str
    start: int
    end: int
    rule: str


def within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """The mentions that begin in `start:end`; `mentions` are in reading order, so that long texts take no longer a block."""
    first = bisect_left(mentions, start, key=_START)
    return mentions[first : bisect_left(mentions, end, first, key=_START)]


_START = attrgetter("start")


class Gazetteer:
    """Finds countries in texts. Automata are built when a language is first met and kept on the object."""

    def __init__(self, countries: Mapping[str, Country], grammars: Mapping[str, Grammar]) -> None:
        """Take the vocabulary of countries by code and the grammars by language."""
        self._countries = countries
        self._grammars = grammars
        self._automata: dict[str, _Automaton] = {}
        self._kept = lru_cache(maxsize=_KEPT)(self._mentions)

    def mentions(self, text: str, lang: str) -> tuple[Mention, ...]:
        """Every mention of a country in a text of a language (BCP 47), in reading order, never overlapping.

        Those of the latest texts are kept: one detector after another asks for the mentions of the same article.
        """
        return self._kept(text, lang)

    def _mentions(self, text: str, lang: str) -> tuple[Mention, ...]:
        lang = _variety(text, lang)
        automaton = self._automata.get(lang)
        if automaton is None:
            automaton = self._automata[lang] = self._build(lang)
        reading = read(text, lang)
        return tuple(
            Mention(sighting.code, *reading.span(sighting.start, sighting.end), f"countries/{sighting.kind}")
            for sighting in automaton.sightings(reading)
        )

    def _build(self, lang: str) -> _Automaton:
        base = lang.partition("-")[0]
        grammar = self._grammars.get(lang) or self._grammars.get(base) or _PLAIN_GRAMMAR
        english = self._grammars.get("en", _PLAIN_GRAMMAR)
        languages = dict.fromkeys([lang, base, *grammar.varieties])
        patterns = [p for name in languages for p in lexicon(name, self._countries, grammar, english)]
        return _Automaton(tuple(patterns), grammar, base)


class _Automaton:
    """The patterns of one language, ready to search."""

    def __init__(self, patterns: tuple[Pattern, ...], grammar: Grammar, lang: str) -> None:
        by_key: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            by_key.setdefault(pattern.key, []).append(pattern)
        self._keys = tuple(by_key.values())
        self._prefixes = grammar.prefixes
        self._search = AhoCorasick(list(by_key), matchkind=MatchKind.Standard)
        self._judge = Judge(grammar, lang)

    def sightings(self, reading: Reading) -> tuple[Sighting, ...]:
        """What names a country in a text, the doubtful decided."""
        found = sorted(self._candidates(reading), key=_precedence)
        beside = [sighting for sighting in found if sighting.kind in {Kind.CONTEXT, Kind.AGAINST}]
        chosen = list(_longest(sighting for sighting in found if sighting.kind in _ORDER))
        return self._judge.accepted(reading, chosen, beside)

    def _candidates(self, reading: Reading) -> Iterator[Sighting]:
        for index, start, end in self._search.find_matches_as_indexes(reading.plain, overlapping=True):
            for pattern in self._keys[index]:
                if pattern.form is None:
                    stop = end
                elif match := pattern.form.match(reading.plain, start):
                    stop = match.end()
                else:
                    continue
                alone = self._stands_alone(reading.plain, start, stop, pattern)
                if alone and _is_written(reading.written, start, stop, pattern):
                    yield Sighting(pattern.code, start, stop, pattern.kind, ambiguous=pattern.ambiguous)

    def _stands_alone(self, plain: str, start: int, end: int, pattern: Pattern) -> bool:
        """Whether a word begins and ends here; a prefix of the language (Arabic "و", Hebrew "ב") may stand before it."""
        if pattern.ambiguous and is_hangul(pattern.key):
            return True  # a sign such as 한, judged by its neighbors
        if not is_boundary(plain[end - 1], plain[end : end + 1]):
            return False
        if is_boundary(plain[start - 1 : start] if start else "", plain[start]):
            return True
        if not self._prefixes or pattern.is_acronym:
            return False
        head = start
        while head > 0 and start - head <= _LONGEST_PREFIX and is_letter(plain[head - 1]):
            head -= 1
        return plain[head:start] in self._prefixes


def _precedence(sighting: Sighting) -> tuple[int, int, int, bool, str]:
    return (sighting.start, -sighting.end, _ORDER.get(sighting.kind, len(_ORDER)), sighting.ambiguous, sighting.code)


def _longest(found: Iterable[Sighting]) -> Iterator[Sighting]:
    """The leftmost, of those the longest; other readings of the very same words are kept for the judge."""
    last: Sighting | None = None
    for sighting in found:
        if last is None or sighting.start >= last.end:
            last = sighting
            yield sighting
        elif (sighting.start, sighting.end) == (last.start, last.end) and Kind.EXCLUDED not in {last.kind, sighting.kind}:
            yield sighting


def _is_written(written: str, start: int, end: int, pattern: Pattern) -> bool:
    """Whether the words have the capitals of the name: "Turkey", not "turkey"; "US", not "us"."""
    if not any(pattern.capitals):
        return True
    span = written[start:end]
    if pattern.is_acronym:
        stem = span[: len(pattern.written)]
        return stem.upper() == stem and not ("." not in span and _is_shouted(written, start, end))
    words = words_of(span)
    return all(word[0].isupper() for word, capital in zip(words, pattern.capitals, strict=False) if capital)


def _is_shouted(written: str, start: int, end: int) -> bool:
    line = written[written.rfind("\n", 0, start) + 1 : (written.find("\n", end) + 1 or len(written) + 1) - 1]
    return line.upper() == line and sum(map(str.isupper, line)) > _SHOUTED_LINE + end - start


def _variety(text: str, lang: str) -> str:
    """The variety whose spellings to use: Chinese and Serbian by the script of the text."""
    base = lang.partition("-")[0]
    if base == "zh":
        traditional = sum(map(text.count, "國與會長門東發對經議們關說時"))
        simplified = sum(map(text.count, "国与会长门东发对经议们关说时"))
        return "zh-Hant" if traditional > simplified else "zh"
    if base == "sr":
        latin = sum("a" <= char <= "z" for char in text.lower())
        return "sr-Latn" if latin * 2 > sum(map(str.isalpha, text)) else "sr"
    return base
