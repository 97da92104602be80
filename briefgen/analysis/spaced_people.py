"""People in texts of scripts with spaces, by their titles and courtesies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from briefgen.analysis.gazetteer import Mention
from briefgen.analysis.person_mention import PersonMention
from briefgen.analysis.spaced_addresses import Addresses
from briefgen.analysis.spaced_names import Names
from briefgen.analysis.spaced_posts import Posts
from briefgen.analysis.spaced_titles import Title, Titles
from briefgen.analysis.spaced_words import Phrases, Word, words_of

_BRIDGE: Final = 4
"""Words between the comma after a name and its title at most: "who is currently the"."""

_FULL: Final = 2
"""Words of a full name."""

_CONFIDENT, _PLAIN = 2, 1
_SMALL: Final = frozenset({"and", "of", "for", "in", "charge", "the", "và", "phụ", "trách", "kiêm"})
"""Words between titles and the country behind them."""

_OWNERS: Final = frozenset({"the", "its", "whose", "their", "his", "her", "our"})
"""Words before a title that say which one: "the permanent secretary, X, "."""

_COPULAS: Final = frozenset({"is", "là"})
"""Words that say of a name what its bearer is."""

_SHORT: Final = {"gov", "rep", "sen", "sec", "supt"}
"""Titles that are written short, with a full stop."""


class _Passage(NamedTuple):
    """Words of one block with the countries named among them."""

    text: str
    words: tuple[Word, ...]
    countries: Mapping[int, Mention]


class SpacedPeople:
    """Finds mentions of people in one language."""

    def __init__(self, offices: Mapping[str, Any], honorifics: Mapping[str, Any], lang: str, surnames: Sequence[str]) -> None:
        """Take a language's entries of `data/offices.yaml` and `data/honorifics.yaml`, and Vietnamese family names."""
        self._lang = lang
        self._titles = Titles(offices, lang, surnames if lang == "vi" else (), honorifics["never"])
        self._names = Names(honorifics, lang, surnames, self._titles.is_title_word)
        self._posts = Posts(offices, lang, self._titles)
        self._named_bodies = Phrases(offices["firms"], lang) if offices["firms"] else None
        self._bridges = Phrases(offices["bridges"], lang)
        self._addresses = Addresses(honorifics, self._names, frozenset(offices["bodies"]), lang)
        self.home, self._surnames = str(honorifics.get("home", "")), frozenset(surnames)
        self._delegation: tuple[str, ...] = tuple(honorifics["delegation"])

    def find(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[PersonMention]:
        """The people named in `text[start:end]`, a block; a role that stands with a name is the name's."""
        countries = {mention.start: mention for mention in mentions}
        passage = _Passage(text, words_of(text, start, end, self._lang), countries)
        for mention in (*self._titled(passage), *self._addressed(passage)):
            country = mention.country or self._led(passage, mention)
            yield mention._replace(country=country)

    def home_of(self, mention: PersonMention) -> str:
        """Viet Nam, if a text in Vietnamese gives somebody with an office a Vietnamese name and no country; else ""."""
        first, *rest = mention.name.split()
        is_own = bool(self.home) and bool(mention.role) and mention.rank > 0 and len(rest) >= _FULL
        return self.home if is_own and first.lower() in self._surnames else ""

    def is_foreign(self, name: str) -> bool:
        """Whether a full name begins with no Vietnamese family name, in a text in Vietnamese."""
        first, *rest = name.split()
        return bool(self.home) and bool(rest) and first.lower() not in self._surnames

    def _titled(self, passage: _Passage) -> Iterator[PersonMention]:
        """People whose title stands before the name, then those whose title stands behind it."""
        taken = set()
        places = self._titles.places(passage.words)
        for title in self._titles.find(passage.words, passage.countries, places, named=False):
            if found := self._title_first(passage, title):
                taken.add(title.last)
                taken.add(title.first)
                yield found
        previous: tuple[Title, PersonMention] | None = None
        for title in self._titles.find(passage.words, passage.countries, places, named=True):
            if title.first in taken:
                continue
            found = self._name_first(passage, title) or self._next_title(passage, title, previous)
            previous = (title, found) if found else None
            if found:
                yield found

    def _next_title(
        self, passage: _Passage, title: Title, previous: tuple[Title, PersonMention] | None
    ) -> PersonMention | None:
        """A further title of the person before: "X, member of the …, Minister of …"."""
        if not previous or previous[0].last != title.first or passage.words[title.first].gap != ", ":
            return None
        person = previous[1]
        first = next(place for place, word in enumerate(passage.words) if word.start == person.start)
        stop = next(place for place, word in enumerate(passage.words, 1) if word.end >= person.end)
        return self._mention(passage, title, (first, stop), "people/apposition")

    def _title_first(self, passage: _Passage, title: Title) -> PersonMention | None:
        """The title before the name: "Deputy Minister of Public Security Gen. X", "the minister of the interior, X,"."""
        words, place = passage.words, title.after
        place += _bracketed(words, place)
        if place >= len(words) or words[place - 1].text.endswith(("'s", "’s")):
            return None
        gap = words[place].gap.removeprefix(")")
        comma = gap == ", "
        short = words[place].gap == ". " and words[place - 1].plain in _SHORT
        if not (gap in {" ", "\u00a0"} or comma or short):
            return None
        first, stop = self._names.after(words, passage.countries, place, led=not comma)
        if stop == first or not (words[first].follows or first == place or words[first].gap == ". "):
            return None
        if self._is_name_of_body(passage, title, (first, stop)):
            return None
        first = self._past_firm(passage, title, first, stop)
        if self._titles_begin(passage, stop, comma=comma) or (comma and not self._is_set_off(passage, title, first, stop)):
            return None
        found = self._mention(passage, title, (first, stop), "people/title")
        return found._replace(country=found.country or self._country_after(passage, stop))

    def _is_name_of_body(self, passage: _Passage, title: Title, span: tuple[int, int]) -> bool:
        """Whether the words behind a title go on with its body, as its holder stands before: "ông X, Giám đốc Công ty Y"."""
        words, place = passage.words, title.first
        if not self._named_bodies:
            return self._posts.is_private(words, title) and self._is_set_behind_name(passage, title)
        if words[place].follows and place and words[place - 1].plain in self._bridges:
            place -= 1
        elif words[place].gap != ", ":
            return False
        start, stop = self._names.before(words, passage.countries, place)
        if stop - start < _FULL or (span[1] - span[0] >= _FULL and self._names.is_family_name(words[span[0]])):
            return False
        return span[1] - span[0] < _FULL or any(self._named_bodies.at(words, at) for at in range(title.field, title.last))

    def _is_set_behind_name(self, passage: _Passage, title: Title) -> bool:
        """Whether a title with a field is set off behind a full name: "X, the curator of the Coastal | Museum"."""
        words, place = passage.words, title.first
        if title.field >= title.last:
            return False
        if place and words[place].follows and words[place - 1].plain in self._bridges:
            place -= 1
        if words[place].gap != ", ":
            return False
        start, stop = self._names.before(words, passage.countries, place)
        return stop - start >= _FULL

    def _past_firm(self, passage: _Passage, title: Title, first: int, stop: int) -> int:
        """Where the name begins behind the name of a firm: "Giám đốc Công ty Savanna Robotics | Peter Kimani"."""
        words = passage.words
        if not self._named_bodies or title.field >= title.last or stop - first <= _FULL:
            return first
        if not any(self._named_bodies.at(words, place) == title.last - place for place in range(title.field, title.last)):
            return first
        families = (place for place in range(first, stop - 1) if self._names.is_family_name(words[place]))
        return next(families, stop - _FULL)

    def _is_set_off(self, passage: _Passage, title: Title, first: int, stop: int) -> bool:
        """Whether a full name stands between commas behind a title that says of what: "the premier of Fiji, X, "."""
        end = passage.words[stop - 1].end
        before = passage.words[title.first - 1] if title.first else None
        owned = before is not None and (
            before.plain in _OWNERS or before.text.endswith(("'s", "’s")) or self._ends_mention(passage, before)
        )
        tells = owned or title.after > title.last or title.field < title.last
        return tells and stop - first >= _FULL and passage.text[end : end + 1] in {"", ",", ".", "("}

    def _titles_begin(self, passage: _Passage, place: int, *, comma: bool) -> bool:
        """Whether a title goes on behind what looks like a name, or begins there and so takes the name for itself."""
        words = passage.words
        if place < len(words) and words[place].follows:
            return words[place].is_capital and self._titles.is_title_word(words[place])
        for word in words[place : place + _BRIDGE] if comma else ():
            if self._titles.is_title_word(word):
                return True
            if word.plain not in self._bridges and word.start not in passage.countries:
                break
        return False

    @staticmethod
    def _country_after(passage: _Passage, place: int) -> str:
        """The country that follows a name: "Minister of Interior X of Cambodia"."""
        words = passage.words
        if place + 1 < len(words) and words[place].plain in {"of", "của"} and words[place].follows:
            mention = passage.countries.get(words[place + 1].start)
            return mention.code if mention and mention.rule == "countries/name" else ""
        return ""

    def _name_first(self, passage: _Passage, title: Title) -> PersonMention | None:
        """The name before the title: "X, Permanent Secretary of the Ministry of …", "X, who is the head of …"."""
        words, place = passage.words, title.first
        for _ in range(_BRIDGE):
            if not words[place].follows:
                break
            previous = words[place - 1]
            if previous.plain in self._bridges or previous.start in passage.countries or self._ends_mention(passage, previous):
                place -= 1
            else:
                break
        stated = words[place].plain in _COPULAS and words[place].follows
        if not place or not (stated or words[place].gap in {", ", " (", ", (", " | "}):
            return None
        first, stop = self._names.before(words, passage.countries, place)
        if stop == first or self._titles.is_field(words, first, stop) or self._holds_another(passage, title):
            return None
        found = self._mention(passage, title, (first, stop), "people/apposition")
        return found._replace(country=found.country or self._country_behind(passage, title))

    def _holds_another(self, passage: _Passage, title: Title) -> bool:
        """Whether another name follows a title at once: "with John Smith, President Jane Doe"."""
        if title.after >= len(passage.words) or not passage.words[title.after].follows:
            return False
        first, stop = self._names.after(passage.words, passage.countries, title.after)
        return stop > first

    def _country_behind(self, passage: _Passage, title: Title) -> str:
        """A country set off by a comma or brackets behind titles: "Minister of … (MCI) and Minister for …, Singapore"."""
        stop = passage.words[title.last - 1].end
        limit = passage.text.find(".", stop)
        for word in passage.words[title.last : title.last + 14]:
            mention = passage.countries.get(word.start)
            if 0 <= limit < word.start:
                break
            if mention and mention.rule == "countries/name" and word.gap in {", ", " ("}:
                return mention.code
            if not self._is_title_like(word):
                break
        return ""

    def _is_title_like(self, word: Word) -> bool:
        return word.is_acronym or self._titles.is_title_word(word) or word.plain in _SMALL

    def _addressed(self, passage: _Passage) -> Iterator[PersonMention]:
        """People whose names stand without a title: behind a courtesy or a quotation, before a colon or an age."""
        for name in self._addresses.find(passage.text, passage.words, passage.countries):
            found = self._mention(passage, None, (name.first, name.stop), name.rule)
            yield found._replace(first=passage.words[name.begin].start)

    def _led(self, passage: _Passage, mention: PersonMention) -> str:
        """The country whose delegation somebody leads: "X led a Vietnamese delegation"."""
        rest = passage.text[mention.end : mention.end + 30]
        for words in self._delegation:
            if rest.startswith(" " + words + " "):
                found = passage.countries.get(mention.end + len(words) + 2)
                return found.code if found else ""
        return ""

    def _mention(self, passage: _Passage, title: Title | None, name: tuple[int, int], rule: str) -> PersonMention:
        text, words = passage.text, passage.words
        start, end = words[name[0]].start, words[name[1] - 1].end
        if text[end - 2 : end] in {"'s", "’s"}:
            end -= 2
        bare = PersonMention(text[start:end], start, end, start, end, rule, short=name[1] - name[0] < _FULL)
        if title is None:
            return bare
        first, last = words[title.first].start, words[title.last - 1].end
        role = "" if title.roleless else text[first:last].removesuffix("'s").removesuffix("’s")
        return bare._replace(
            first=min(start, first),
            last=max(end, last),
            role=role,
            country=title.country or self._country_before(passage, title),
            organization=self._posts.body(text, words, passage.countries, title),
            timed=title.timed,
            alone=self._lang != "vi",  # a single capitalized syllable of Vietnamese is more often a word than a name
            rank=0 if title.lesser else _CONFIDENT if title.field < title.last else _PLAIN,
        )

    def _country_before(self, passage: _Passage, title: Title) -> str:
        """The country named right before a title: "Austrian Interior Minister", "Austria's"."""
        start = passage.words[title.first].start
        owner = passage.countries.get(passage.words[title.owner].start) if 0 <= title.owner < title.first else None
        if owner and owner.rule != "countries/city":
            return owner.code
        for mention in passage.countries.values():
            gap = passage.text[mention.end : start]
            if mention.end <= start and gap.lower() in {" ", "'s ", "’s ", "’ ", "' "} and mention.rule != "countries/city":
                return mention.code
        return ""

    @staticmethod
    def _ends_mention(passage: _Passage, word: Word) -> bool:
        return any(mention.start <= word.start < mention.end for mention in passage.countries.values())


def _bracketed(words: Sequence[Word], place: int) -> int:
    """How many words a body's short name at a place has, in brackets or not: "of the … for Migration (IOM), "."""
    if place + 1 >= len(words):
        return 0
    short = words[place].is_acronym and words[place].follows and words[place + 1].follows and words[place + 1].is_capital
    return int(short or (words[place].gap == " (" and words[place + 1].gap.startswith(")")))
