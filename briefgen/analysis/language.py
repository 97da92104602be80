"""Which language an article is written in: its script first, then its letters, then its words.

The body decides, not the title: a headline of kanji alone (公安大臣会見) fools every detector (field.md B3). Names lead
astray as well (an English report full of Vietnamese ones), so words are judged without those that begin with a capital.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from briefgen.analysis.knowledge import Knowledge
from briefgen.model.article import Article, Role, Trait
from briefgen.model.evidence import Evidence, Trace
from briefgen.model.finding import TraitFinding

_HEADINGS: Final = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.SUBHEADING})
_SAMPLE: Final = 6000
"""Characters that are looked at; a language shows itself in a few sentences."""

_QUOTED: Final = 120
"""Characters of the text that are quoted as evidence."""

_GUESS: Final = "language/guess"


def identify(article: Article, knowledge: Knowledge) -> TraitFinding | None:
    """The language of an article (BCP 47): stated in its front matter, else found in its text; None if it has no letters."""
    if article.stated.lang:
        return TraitFinding(
            Trait.LANG, article.stated.lang, "stated", (Trace("front matter lang", article.stated.lang, "language/stated"),)
        )
    span = _evidence_span(article)
    recognized = recognize(_sample(article), knowledge)
    if not recognized or not span:
        return None
    return TraitFinding(Trait.LANG, recognized.lang, "derived", (Evidence.of(article.text, *span, recognized.rule),))


def is_uncertain(finding: TraitFinding) -> bool:
    """Whether a language was no more than the best guess."""
    return any(proof.rule == _GUESS for proof in finding.evidence)


@dataclass(frozen=True, slots=True)
class Recognized:
    """A language and the rule that recognized it."""

    lang: str
    rule: str


def recognize(text: str, knowledge: Knowledge) -> Recognized | None:
    """The language of a text, or None if it has no letters of a known script."""
    text = unicodedata.normalize("NFC", text)
    letters = _letters(_NAME.sub("", text)) or _letters(text)
    scripts = knowledge.languages.scripts(letters)
    if not scripts:
        return None
    east = scripts["han"] + scripts["kana"]
    script = max(scripts, key=lambda name: (scripts[name], name))
    if east and east >= scripts[script]:
        return _japanese_or_chinese(scripts, letters, knowledge)
    languages = knowledge.languages.languages(script)
    if len(languages) == 1:
        return Recognized(languages[0], f"language/script:{script}")
    words = _words(text)
    if script == "latin" and knowledge.languages.vietnamese(words) >= _VIETNAMESE:
        return Recognized("vi", "language/letters:vi")
    return _by_words(script, words, letters, knowledge)


def _letters(text: str) -> dict[str, int]:
    """How often each letter stands in a text."""
    return {char: times for char, times in Counter(text).items() if char.isalpha()}


_VIETNAMESE: Final = 0.2
"""Share of words with a Vietnamese letter: two of three in Vietnamese, next to none elsewhere once names are left out."""

_KANA: Final = 0.05
"""Share of kana among Han and kana: a third in Japanese; in Chinese a の in a brand's name."""

_JAPANESE: Final = 0.02
"""Share of letters of Japan's own in a text of Han alone that is Japanese."""


def _japanese_or_chinese(scripts: Mapping[str, int], letters: Mapping[str, int], knowledge: Knowledge) -> Recognized:
    if scripts["kana"] >= _KANA * (scripts["han"] + scripts["kana"]):
        return Recognized("ja", "language/script:kana")
    if knowledge.languages.japanese(letters) >= _JAPANESE * sum(letters.values()):
        return Recognized("ja", "language/letters:ja")
    return Recognized("zh", "language/script:han")


def _by_words(script: str, words: Sequence[str], letters: Mapping[str, int], knowledge: Knowledge) -> Recognized:
    """The language by its own letters or the vote of its frequent words; by the classifier where the vote is not clear."""
    signs = knowledge.languages
    languages = signs.languages(script)
    own = signs.by_letters(script, letters)
    if own:
        return Recognized(signs.close(own, words), f"language/letters:{own}")
    ranking = signs.vote(words, languages)
    (lang, most), (_, next_most) = ranking[:2]
    if most >= _FREQUENT * len(words) and most >= _AHEAD * next_most and most >= _LEAST:
        return Recognized(signs.close(lang, words), "language/words")
    classified = _classified(words, languages, knowledge)
    if classified and (classified[1] >= _SURE or classified[0] == lang):
        return Recognized(signs.close(classified[0], words), "language/classifier")
    best = signs.close(lang if most or not classified else classified[0], words)
    near = signs.close(ranking[1][0], words) == best
    return Recognized(best, "language/words" if most >= _LEAST and near else _GUESS)


_FREQUENT: Final = 0.15
_AHEAD: Final = 1.5
_LEAST: Final = 2.0
"""A clear vote: weighted votes per word, times those of the next language, and at all."""

_SURE: Final = 0.8
"""Probability from which the classifier is believed against the vote."""


def _classified(words: Sequence[str], languages: Sequence[str], knowledge: Knowledge) -> tuple[str, float] | None:
    """What the classifier holds for the likeliest of some languages, with its probability among them."""
    if not knowledge.classifier or not words:
        return None
    scores: dict[str, float] = {}
    for code, score in knowledge.classifier(" ".join(words)):
        lang = knowledge.languages.canonical(code)
        if lang in languages:
            scores[lang] = max(scores.get(lang, 0.0), score)
    total = sum(scores.values())
    if not total:
        return None
    likeliest = max(scores, key=lambda lang: (scores[lang], lang))
    return likeliest, scores[likeliest] / total


def _words(text: str) -> list[str]:
    """The words of a text in lower case: those that begin with a small letter, or all if hardly one does."""
    words = _WORD.findall(text)
    small = [word for word in words if not word[0].isupper()]
    return small if len(small) >= _ENOUGH_WORDS else [word.lower() for word in words]


_WORD: Final = regex.compile(r"[\p{L}\p{M}]+(?:['’\-][\p{L}\p{M}]+)*")
_NAME: Final = regex.compile(r"\p{Lu}[\p{Lu}\p{Ll}\p{M}'’\-]*")
"""A word with a capital; letters without case (Japanese, Thai) are never part of one."""

_ENOUGH_WORDS: Final = 5


def _sample(article: Article) -> str:
    """The beginning of the running text; the whole text where no block is running text."""
    body = "\n".join(article.text[block.start : block.end] for block in article.blocks if block.role not in _HEADINGS)
    return (body if any(map(str.isalpha, body)) else article.text)[:_SAMPLE]


def _evidence_span(article: Article) -> tuple[int, int] | None:
    """The first words of the running text."""
    spans = [(block.start, block.end) for block in article.blocks if block.role not in _HEADINGS]
    for start, end in (*spans, (0, len(article.text))):
        words = article.text[start:end]
        if any(map(str.isalpha, words)):
            begin = start + len(words) - len(words.lstrip())
            return begin, begin + len(words.strip()[:_QUOTED].rstrip())
    return None
