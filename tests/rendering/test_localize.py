"""Catalogs: complete, well-formed, and with the same places to fill."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from babel import Locale
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.edtf import Edtf
from briefgen.model.vocabulary import Country, Topic, Vocabulary
from briefgen.reading.placing import REASONS
from briefgen.rendering import localize
from briefgen.rendering.dates import format_edtf
from briefgen.rendering.labels import LABELS
from briefgen.rendering.localize import language_name, localizer
from briefgen.rendering.templates import shipped_templates
from tests.rendering.sample_site import VOCABULARY

_SAID = re.compile(r"""\b(?:_|say|say\.text|edition\.localizer\.text|translatable)\(\s*"([^"]+)\"""")
_CHOSEN = re.compile(r"""\b(?:_|say\.text)\(\s*"[^"]+" if [^"]+ else "([^"]+)\"|if [^"]+ else "([^"]+)"\s*[,)]""")
_COUNTED = re.compile(r"""count\("([^"]+)",\s*"[^"]+\"""")


def said() -> set[str]:
    """Every string that templates and views say in the language of the interface."""
    code = Path(localize.__file__).parent
    texts = [path.read_text(encoding="utf-8") for path in (*shipped_templates().glob("*.html"), *code.rglob("*.py"))]
    found = {message for text in texts for pattern in (_SAID, _COUNTED) for message in pattern.findall(text)}
    return found | set(LABELS.values()) | {reason.capitalize() for reason in REASONS.values()}


def catalog(lang: str) -> Catalog:
    """A shipped catalog; a broken one is an error."""
    data = files("briefgen").joinpath("locale", f"{lang}.po").read_bytes()
    return read_po(BytesIO(data), locale=lang, abort_invalid=True)


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """One or several forms of a message, as several."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


@pytest.mark.parametrize("lang", ["ja", "vi"])
def test_catalogs_are_complete(lang: str) -> None:
    """Each string of the interface has its translation."""
    assert said() - {forms(message.id)[0] for message in catalog(lang) if all(forms(message.string))} == set()


@pytest.mark.parametrize("lang", ["ja", "vi"])
def test_translations_keep_their_places(lang: str) -> None:
    """A translation has the same places to fill as its English string."""
    for message in catalog(lang):
        if message.id:
            places = {tuple(sorted(re.findall(r"\{\w+\}", one))) for one in (*forms(message.id), *forms(message.string))}
            assert len(places) == 1, message.id


def test_names_and_lists() -> None:
    """Countries, topics and lists are in the language of the interface; an unknown topic shows its id."""
    ja = localizer("ja", VOCABULARY)
    assert ja.country("AT") == "オーストリア"
    assert ja.topic("cybercrime") == "サイバー犯罪"
    assert ja.topic("unheard-of") == "unheard-of"
    assert ja.list(["甲", "乙"]) == "甲、乙"
    assert localizer("vi", VOCABULARY).list(["A", "B", "C"]) == "A, B và C"


def test_names_of_the_vocabulary() -> None:
    """A country is called as the vocabulary says, else as CLDR does; a topic without a name in a language as in English."""
    known = Vocabulary(
        countries={"JP": Country("JP", names={"en": "Nippon"})},
        topics={"ports": Topic("ports", {"en": "Ports"}), "nameless": Topic("nameless", {"ja": "名"})},
    )
    en, ja, vi = (localizer(lang, known) for lang in ("en", "ja", "vi"))
    assert [say.country("JP") for say in (en, ja, vi)] == ["Nippon", "日本", "Nhật Bản"]
    assert [say.topic("ports") for say in (en, ja, vi)] == ["Ports", "Ports", "Ports"]
    assert [say.topic("nameless") for say in (en, ja, vi)] == ["nameless", "名", "nameless"]
    assert en.country("ZZZ") == "ZZZ"


@given(st.dates(), st.integers(0, 10**7), st.lists(st.text(), max_size=5))
def test_the_same_words_as_babels(day: date, number: int, items: list[str]) -> None:
    """Dates, numbers and lists that were said before are said again as Babel says them, in each language its own."""
    for _, (lang, locale) in product(range(2), (("en", "en_GB"), ("ja", "ja"), ("vi", "vi"))):
        say = localizer(lang, VOCABULARY)
        assert say.day(day) == format_edtf(Edtf.of_day(day), Locale.parse(locale))
        assert say.number(number) == format_decimal(number, locale=locale)
        assert say.list(items) == format_list(items, locale=locale)


def test_numbers_of_things() -> None:
    """English knows one and many, Japanese does not."""
    counts = [localizer(lang, VOCABULARY).count("{n} briefing", "{n} briefings", n) for lang in ("en", "ja") for n in (1, 1200)]
    assert counts == ["1 briefing", "1,200 briefings", "資料1件", "資料1,200件"]


def test_languages_are_named_in_themselves() -> None:
    """A switch of languages can be read by those who need it."""
    assert [language_name(lang) for lang in ("en", "ja", "vi")] == ["English", "日本語", "Tiếng Việt"]
