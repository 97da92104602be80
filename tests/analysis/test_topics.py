"""Topics: which ones a text is about, with the words that show them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.analysis.document import Document
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.topic_matcher import TopicMatcher
from briefgen.analysis.topics import detect
from briefgen.model.article import Article
from briefgen.model.finding import Findings
from briefgen.model.vocabulary import PerLanguage, Topic, Vocabulary

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
VOCABULARY: Mapping[str, Mapping[str, Any]] = yaml.load(
    (ROOT / "briefgen" / "data" / "topics.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader
)


def topics_of_package() -> dict[str, Topic]:
    """The vocabulary that ships with the package."""
    return {
        key: Topic(key, entry["names"], tuple(entry.get("broader", ())), entry["definition"], *words_of(entry))
        for key, entry in VOCABULARY.items()
    }


def words_of(entry: Mapping[str, Any]) -> tuple[PerLanguage, PerLanguage, PerLanguage]:
    """The words of an entry that show a topic, that hint at it, and that never do, by language."""
    strong, weak, never = (
        {lang: tuple(words) for lang, words in entry.get(section, {}).items()} for section in ("words", "weak", "not")
    )
    return strong, weak, never


@pytest.fixture(scope="module")
def matcher() -> TopicMatcher:
    """A matcher over the vocabulary of the package."""
    return TopicMatcher(topics_of_package())


def cases() -> Iterator[Any]:
    """The prose fixtures: title, text and expected topics, divided by lines of a single dot."""
    for file in sorted(CASES.glob("topics.*.md")):
        lang = file.name.split(".")[1]
        parts = re.split(r"(?m)^\.\n", file.read_text("utf-8"))
        for title, text, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
            yield pytest.param(lang, text, set(expected.split()), id=f"{lang}: {title.strip()}")


def small(**topics: Mapping[str, Any]) -> TopicMatcher:
    """A matcher over English topics given as keyword arguments."""
    return TopicMatcher(
        {
            key: Topic(
                key,
                {"en": key},
                tuple(entry.get("broader", ())),
                words={"en": tuple(entry.get("words", ()))},
                weak={"en": tuple(entry.get("weak", ()))},
                excluded={"en": tuple(entry.get("not", ()))},
            )
            for key, entry in topics.items()
        }
    )


def ids(matcher: TopicMatcher, text: str, lang: str = "en") -> list[str]:
    """The topics found, strongest first."""
    return [finding.id for finding in matcher.find(text, lang)]


@pytest.mark.parametrize(("lang", "text", "expected"), tuple(cases()))
def test_prose(matcher: TopicMatcher, lang: str, text: str, expected: set[str]) -> None:
    """Each fixture text has exactly the topics that a reader finds in it."""
    assert set(ids(matcher, text, lang)) == expected


@pytest.mark.parametrize(("lang", "text", "expected"), tuple(cases()))
def test_evidence_quotes_the_text(matcher: TopicMatcher, lang: str, text: str, expected: set[str]) -> None:
    """Evidence stands where it says it stands, and names its rule."""
    evidence = [e for finding in matcher.find(text, lang) for e in finding.evidence]
    assert all(text[e.start : e.end] == e.quote and e.rule.startswith("topics/") for e in evidence)
    assert bool(evidence) == bool(expected)


def test_detect_reads_the_cleaned_text() -> None:
    """The detector finds the topics of the vocabulary in the text of the document."""
    knowledge = Knowledge(Vocabulary(countries={}, topics=topics_of_package()))
    article = Article("visit", "content/visit.txt", raw=True, text="The two states signed an extradition treaty.")
    (finding,) = detect(Document(article, "en"), knowledge, Findings("en"))
    assert (finding.id, finding.evidence[0].quote) == ("extradition", "extradition treaty")


def test_evidence_in_decomposed_text(matcher: TopicMatcher) -> None:
    """Spans point into the text as it was written, also where its letters are not composed."""
    text = unicodedata.normalize("NFD", "Hiệp định dẫn độ đã được ký. Văn bản dẫn độ gồm hai mươi điều.")
    (finding,) = matcher.find(text, "vi")
    assert [unicodedata.normalize("NFC", e.quote) for e in finding.evidence][-1] == "dẫn độ"
    assert all(text[e.start : e.end] == e.quote for e in finding.evidence)


def test_rule_names_the_word() -> None:
    """The rule of a piece of evidence says which entry of the vocabulary matched."""
    (finding,) = small(extradition={"words": ["extradit*"]}).find("They were extradited.", "en")
    assert [(e.quote, e.rule) for e in finding.evidence] == [("extradited", "topics/word:extradit*")]


def test_longer_word_of_another_topic_wins() -> None:
    """A word inside a longer word of another topic does not count."""
    matcher = small(trade={"words": ["trade"]}, drugs={"words": ["drug trade"]})
    assert ids(matcher, "The drug trade grows.") == ["drugs"]


def test_excluded_phrase_counts_for_other_topics() -> None:
    """A phrase excluded for one topic may still show another."""
    matcher = small(drugs={"words": ["drug"], "not": ["drug company"]}, pharma={"words": ["drug company"]})
    assert ids(matcher, "A drug company moves.") == ["pharma"]


def test_pair_stays_in_its_sentence() -> None:
    """The two words of a pair count within a sentence, in either order, and not across its end."""
    matcher = small(training={"words": ["train* + police | officer"]})
    assert ids(matcher, "Officers were trained.") == ["training"]
    assert ids(matcher, "He trained hard. Police came.") == []


def test_pair_does_not_span_a_list() -> None:
    """One comma may stand between the words of a pair; more of them divide a list of other things."""
    matcher = small(cybercrime={"words": ["crime + cyber"]})
    assert ids(matcher, "Crime, above all cyber.") == ["cybercrime"]
    assert ids(matcher, "Crime, fraud, poaching, cyber security.") == []


def test_three_topics_under_a_heading_keep_each_other_company() -> None:
    """Things named once each in a list are topics when three of them share a heading, near or far above."""
    topics = {name: {"broader": ["economy"], "words": [name]} for name in ("trade", "energy")}
    tourism = {"broader": ["services"], "words": ["tourism"]}
    matcher = small(economy={}, services={"broader": ["economy"]}, tourism=tourism, **topics)
    filler = "The village built a road to the mill and the mill was glad. " * 20
    assert ids(matcher, f"{filler}They spoke of trade, energy and tourism.") == ["energy", "tourism", "trade"]
    assert ids(matcher, f"{filler}They spoke of trade and energy.") == []


def test_weak_word_needs_company() -> None:
    """A weak word counts in a paragraph that shows its topic or a relative, and nowhere else."""
    matcher = small(
        crime={"words": ["cybercrime"], "weak": ["hacker"]}, evidence={"broader": ["crime"], "words": ["e-evidence"]}
    )
    assert ids(matcher, "A hacker spoke.") == []
    (finding,) = matcher.find("Cybercrime grows. A hacker spoke.\nAnother hacker slept.", "en")
    assert [e.quote for e in finding.evidence] == ["Cybercrime", "hacker"]


def test_broader_topic_is_not_added() -> None:
    """A narrower topic does not bring its broader one."""
    matcher = small(sports={"words": ["sports"]}, football={"broader": ["sports"], "words": ["football"]})
    assert ids(matcher, "Football is played.") == ["football"]


def test_one_word_late_in_a_long_text_is_passing() -> None:
    """In a long text one late word is a passing mention, two are a topic, and so is one with a relative."""
    matcher = small(crime={"words": ["cybercrime"]}, evidence={"broader": ["crime"], "words": ["e-evidence"]})
    filler = "The village built a road to the mill and the mill was glad. " * 20
    assert ids(matcher, f"{filler}Cybercrime was named.") == []
    assert ids(matcher, f"{filler}Cybercrime was named, cybercrime again.") == ["crime"]
    assert ids(matcher, f"{filler}Cybercrime and e-evidence were named.") == ["crime", "evidence"]
    assert ids(matcher, f"Cybercrime was named. {filler}") == ["crime"]


def test_stronger_topics_come_first() -> None:
    """Topics are ordered by weight, then by id."""
    matcher = small(a={"words": ["alpha"]}, b={"words": ["beta", "bravo"]}, c={"words": ["gamma"]})
    assert ids(matcher, "Gamma, alpha, beta and bravo.") == ["b", "a", "c"]


@pytest.mark.parametrize("text", ["", "\n", " ", "。", "*", "\u0301", "a" * 3])
def test_nothing_to_find(matcher: TopicMatcher, text: str) -> None:
    """Texts without words have no topics."""
    assert [ids(matcher, text, lang) for lang in ("en", "ja", "vi")] == [[], [], []]


def test_language_without_words(matcher: TopicMatcher) -> None:
    """A language the vocabulary has no words for yields nothing; a regional variant is its language."""
    assert ids(matcher, "Extradition treaty signed.", "tlh") == []
    assert ids(matcher, "Extradition treaty signed.", "en-GB") == ["extradition"]


@pytest.mark.parametrize(
    ("lang", "text", "topic"),
    [
        ("fr", "Les ministres ont parlé de la cybercriminalité et du blanchiment d'argent.", "money-laundering"),
        ("de", "Das Auslieferungsabkommen wurde gestern unterzeichnet.", "extradition"),
        ("es", "Los países firmaron un tratado contra el narcotráfico.", "drug-trafficking"),
        ("ru", "Стороны обсудили борьбу с международным терроризмом.", "terrorism"),
        ("zh", "双方同意合作打击网络犯罪。", "cybercrime"),
        ("ko", "양국은 사이버범죄에 공동으로 대응하기로 했다.", "cybercrime"),
        ("ar", "ناقش الوزيران مكافحة الإرهاب.", "terrorism"),
        ("id", "Kedua negara membahas ekstradisi buronan.", "extradition"),
        ("pt", "Os ministros discutiram a lavagem de dinheiro.", "money-laundering"),
        ("it", "I ministri hanno discusso di criminalità organizzata.", "transnational-crime"),
    ],
)
def test_further_languages(matcher: TopicMatcher, lang: str, text: str, topic: str) -> None:
    """The main topics are found in further languages, inflected and with particles or prefixes attached."""
    assert topic in ids(matcher, text, lang)


def test_vocabulary_is_whole() -> None:
    """Every topic has its names and definition in three languages, known broader topics and no cycle."""
    for key, entry in VOCABULARY.items():
        assert {"en", "ja", "vi"} <= entry["names"].keys() & entry["definition"].keys(), key
        assert set(entry.get("broader", ())) <= VOCABULARY.keys(), key
        assert key not in ancestors(key), key


def test_words_are_in_three_languages_and_not_doubled() -> None:
    """A topic that can be found in English can be found in Japanese and Vietnamese; no list says a word twice."""
    for key, entry in VOCABULARY.items():
        words = entry.get("words", {})
        assert not words or {"en", "ja", "vi"} <= words.keys(), key
        for lists in (words, entry.get("weak", {}), entry.get("not", {})):
            for lang, said in lists.items():
                assert all(isinstance(word, str) and word.strip("* ") for word in said), (key, lang)
                assert len(said) == len(set(said)), (key, lang, {word for word in said if said.count(word) > 1})


@pytest.mark.parametrize(
    "key", ["extradition", "cybercrime", "migration", "technology-transfer", "telecoms", "population-data"]
)
def test_every_language_of_a_topic_is_searched(matcher: TopicMatcher, key: str) -> None:
    """Each plain word of a topic finds the topic in a text that is nothing but that word."""
    for lang, words in VOCABULARY[key]["words"].items():
        for word in words:
            if "*" not in word and "+" not in word:
                assert key in ids(matcher, word, lang), (lang, word)


def ancestors(key: str) -> set[str]:
    """All broader topics of a topic, at any remove."""
    found: set[str] = set()
    left = list(VOCABULARY[key].get("broader", ()))
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            left.extend(VOCABULARY[one].get("broader", ()))
    return found
