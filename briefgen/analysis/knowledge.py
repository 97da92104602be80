"""What analysis knows before it reads: the vocabulary, and the tables of `briefgen/data`.

Whatever is costly is made when it is first needed and kept, so that one `Knowledge` serves a whole run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, cast

import regex

from briefgen.analysis.act_words import ActWords
from briefgen.analysis.cues import Cued, Cues
from briefgen.analysis.date_words import DateWords
from briefgen.analysis.dates import DateGrammar
from briefgen.analysis.day_words import DayWords
from briefgen.analysis.document import Joiners
from briefgen.analysis.encounters import Encounters
from briefgen.analysis.event_words import EventWords
from briefgen.analysis.figure_words import FigureWords
from briefgen.analysis.gazetteer import Gazetteer
from briefgen.analysis.headline_words import HeadlineWords
from briefgen.analysis.inflection import Grammar
from briefgen.analysis.instruments import Instruments
from briefgen.analysis.japanese_organizations import JapaneseOrganizations
from briefgen.analysis.japanese_people import JapanesePeople
from briefgen.analysis.known_bodies import KnownBodies
from briefgen.analysis.language_signs import Classifier, LanguageSigns, load_classifier
from briefgen.analysis.provenance_words import ProvenanceWords
from briefgen.analysis.relative_dates import RelativeWords
from briefgen.analysis.spaced_organizations import SpacedOrganizations
from briefgen.analysis.spaced_people import SpacedPeople
from briefgen.analysis.state_words import StateWords
from briefgen.analysis.text_dates import TextDates
from briefgen.analysis.topic_matcher import TopicMatcher
from briefgen.analysis.wording import WordFinder
from briefgen.model.edtf import Edtf
from briefgen.model.vocabulary import Vocabulary
from briefgen.yamldoc import parse


@dataclass(frozen=True)
class Knowledge:
    """Everything that detectors look things up in."""

    vocabulary: Vocabulary

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Finds the countries of the vocabulary."""
        grammars = {lang: _grammar(entry) for lang, entry in table("inflection").items()}
        return Gazetteer(self.vocabulary.countries, grammars)

    @cached_property
    def topics(self) -> TopicMatcher:
        """Finds the topics of the vocabulary."""
        return TopicMatcher(self.vocabulary.topics)

    @cached_property
    def provenance(self) -> ProvenanceWords:
        """Knows what shows that a text was translated."""
        return ProvenanceWords(table("provenance"))

    @cached_property
    def encounters(self) -> Encounters:
        """Finds sentences in which two sides meet."""
        return Encounters(table("encounters"))

    def people(self, lang: str) -> SpacedPeople | JapanesePeople | None:
        """Finds people by their titles in a language; None where the data knows no titles."""
        if lang not in self._people:
            offices, honorifics = table("offices"), table("honorifics")
            if lang not in offices:
                return None
            japanese = lang == "ja"
            self._people[lang] = (
                JapanesePeople(offices[lang], honorifics[lang], self.cues(lang))
                if japanese
                else SpacedPeople(offices[lang], honorifics[lang], lang, honorifics["vi"]["surnames"])
            )
        return self._people[lang]

    @cached_property
    def latest_people(self) -> list[object]:
        """The document whose people were read last and what was read, for `people_mentions`; empty before the first."""
        return []

    @cached_property
    def _people(self) -> dict[str, SpacedPeople | JapanesePeople]:
        return {}

    def state_words(self, lang: str) -> StateWords | None:
        """The words that tie people to a state in a language; None where the data knows none."""
        if lang not in self._state_words:
            words = table("offices").get(lang)
            self._state_words[lang] = StateWords(words, spaced=lang != "ja") if words else None
        return self._state_words[lang]

    @cached_property
    def _state_words(self) -> dict[str, StateWords | None]:
        return {}

    def known_people(self, lang: str) -> WordFinder[str]:
        """Finds the people of the vocabulary by their full names; each hit carries the person's id."""
        if lang not in self._known_people:
            names = [
                (name, person.id)
                for person in self.vocabulary.people.values()
                for name in (*person.names.values(), *person.aliases)
            ]
            self._known_people[lang] = WordFinder(names, lang)
        return self._known_people[lang]

    @cached_property
    def _known_people(self) -> dict[str, WordFinder[str]]:
        return {}

    def organizations(self, lang: str) -> SpacedOrganizations | JapaneseOrganizations | None:
        """Finds bodies by the words of their names in a language; None where the data knows no such words."""
        if lang not in self._organizations:
            words, offices = table("organizations"), table("offices")
            if lang not in offices:
                return None
            if lang == "ja":
                self._organizations[lang] = JapaneseOrganizations(words[lang], offices[lang])
            else:
                self._organizations[lang] = SpacedOrganizations(words[lang], offices[lang], table("honorifics")[lang], lang)
        return self._organizations[lang]

    @cached_property
    def _organizations(self) -> dict[str, SpacedOrganizations | JapaneseOrganizations]:
        return {}

    def known_bodies(self, lang: str) -> KnownBodies:
        """Finds the bodies of the vocabulary and the international ones in texts of a language."""
        if lang not in self._known_bodies:
            words = table("organizations")
            instruments = words[lang]["instruments"] if lang in words else ()
            self._known_bodies[lang] = KnownBodies(words["known"], self.vocabulary.organizations, instruments, lang)
        return self._known_bodies[lang]

    @cached_property
    def _known_bodies(self) -> dict[str, KnownBodies]:
        return {}

    def cues(self, language: str) -> Cues:
        """What tells where in a text of a language the expressions of its detectors can match."""
        return self._cues.setdefault(language, Cues())

    @cached_property
    def _cues(self) -> dict[str, Cues]:
        return {}

    def event_words(self, lang: str) -> EventWords | None:
        """The words that introduce events in a language (BCP 47); None where the data knows none."""
        language = lang.partition("-")[0]
        if language not in self._event_words:
            words = table("events").get(language)
            self._event_words[language] = EventWords(words, self.cues(language)) if words else None
        return self._event_words[language]

    @cached_property
    def _event_words(self) -> dict[str, EventWords | None]:
        return {}

    def act_words(self, lang: str) -> ActWords | None:
        """The words of acts of speech in a language (BCP 47); None where the data knows none."""
        language = lang.partition("-")[0]
        if language not in self._act_words:
            words = table("acts").get(language)
            self._act_words[language] = ActWords(words, self.cues(language), spaced=language != "ja") if words else None
        return self._act_words[language]

    @cached_property
    def _act_words(self) -> dict[str, ActWords | None]:
        return {}

    def figure_words(self, lang: str) -> FigureWords | None:
        """The words around numbers in a language (BCP 47); None where the data knows none."""
        language = lang.partition("-")[0]
        if language not in self._figure_words:
            words = table("figures").get(language)
            self._figure_words[language] = FigureWords(words, self.cues(language), spaced=language != "ja") if words else None
        return self._figure_words[language]

    @cached_property
    def _figure_words(self) -> dict[str, FigureWords | None]:
        return {}

    def ahead(self, lang: str) -> Cued:
        """Finds words that tell what will be done; nothing in a language whose words are not known."""
        language = lang.partition("-")[0]
        if language not in self._ahead:
            patterns = table("key_points")["ahead"].get(language, ["(?!)"])
            self._ahead[language] = self.cues(language).watch(regex.compile("|".join(patterns), regex.IGNORECASE))
        return self._ahead[language]

    @cached_property
    def _ahead(self) -> dict[str, Cued]:
        return {}

    def text_dates(self, lang: str, published: Edtf | None) -> TextDates:
        """Finds the dates inside a text of a language, published on a day, if it is known."""
        if (lang, published) not in self._text_dates:
            self._text_dates.clear()  # the latest article's is kept: one detector after another asks for it
            words, relative = self._date_words(lang)
            self._text_dates[lang, published] = TextDates(words, relative, self.date_grammar(lang, ""), published)
        return self._text_dates[lang, published]

    @cached_property
    def _text_dates(self) -> dict[tuple[str, Edtf | None], TextDates]:
        return {}

    def _date_words(self, lang: str) -> tuple[DayWords, RelativeWords]:
        if lang not in self._words_of_dates:
            words, language = table("text_dates"), lang.partition("-")[0]
            cues = self.cues(language)
            relative = RelativeWords.of(words.get(language, {}), self.dates.months(lang), cues)
            self._words_of_dates[lang] = DayWords.of(words, language, cues), relative
        return self._words_of_dates[lang]

    @cached_property
    def _words_of_dates(self) -> dict[str, tuple[DayWords, RelativeWords]]:
        return {}

    def instruments(self, lang: str) -> Instruments:
        """Finds treaties, agreements and memoranda in texts of a language, and those of the vocabulary."""
        if lang not in self._instruments:
            self._instruments[lang] = Instruments(table("agreements"), self.vocabulary.agreements, lang, self.cues(lang))
        return self._instruments[lang]

    @cached_property
    def _instruments(self) -> dict[str, Instruments]:
        return {}

    @cached_property
    def joiners(self) -> Joiners:
        """Where no sentence ends."""
        entries = table("joiners")
        return Joiners(frozenset(entries["abbreviations"]), tuple(entries["continuations"]))

    @cached_property
    def dates(self) -> DateWords:
        """How dates are written in each language."""
        return DateWords(table("dates"))

    def date_grammar(self, lang: str, territory: str) -> DateGrammar:
        """Reads the dates of a language, numbers in the order of a territory (ISO 3166, or "")."""
        key = (lang, territory)
        if key not in self._date_grammars:
            self._date_grammars[key] = DateGrammar(self.dates, lang, territory)
        return self._date_grammars[key]

    @cached_property
    def _date_grammars(self) -> dict[tuple[str, str], DateGrammar]:
        return {}

    @cached_property
    def languages(self) -> LanguageSigns:
        """What tells languages apart."""
        return LanguageSigns(table("languages"))

    @cached_property
    def classifier(self) -> Classifier | None:
        """A classifier of languages, if one is installed."""
        return load_classifier()

    @cached_property
    def headlines(self) -> HeadlineWords:
        """Where a lead may be cut to a headline."""
        return HeadlineWords(table("headlines"))


@cache
def table(name: str) -> Mapping[str, Any]:
    """The table `briefgen/data/<name>.yaml` of the package, read once; its scalars are text, as typed."""
    text = files("briefgen").joinpath("data", f"{name}.yaml").read_text("utf-8")
    loaded = parse(text, f"briefgen/data/{name}.yaml")
    if loaded.problems:
        msg = "; ".join(map(str, loaded.problems))
        raise ValueError(msg)
    return cast("Mapping[str, Any]", loaded.data)


def _grammar(entry: Mapping[str, Any]) -> Grammar:
    """A grammar of one language; truth values are words in a table."""
    truths = {"true": True, "false": False}
    return Grammar.of({key: truths.get(value, value) if isinstance(value, str) else value for key, value in entry.items()})
