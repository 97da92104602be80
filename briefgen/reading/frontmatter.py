"""The front matter of an article: found, read and checked, every value with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, cast

from babel import Locale, localedata

from briefgen.errors import Problem
from briefgen.model.article import Path, Position
from briefgen.model.frontmatter import FrontMatter
from briefgen.model.vocabulary import Vocabulary
from briefgen.yamldoc import Data, Document, did_you_mean, parse, validate

_FENCE: Final = re.compile(r"---[ \t]*")
_CLOSING: Final = re.compile(r"(?:---|\.\.\.)[ \t]*")

_SHORTHAND: Final = {"countries": "code", "topics": "id", "people": "name", "organizations": "name", "key_points": "text"}
"""Lists whose items may be bare text, and the key that such an item stands for: `[AT]` is `[{code: AT}]`."""


_MOMENTS: Final = ("embargo", "expires")
"""Keys that hold a local date or time."""


@dataclass(frozen=True, slots=True)
class Head:
    """The front matter of a file and what follows it."""

    stated: FrontMatter
    body: str
    body_line: int = 1
    positions: Mapping[Path, Position] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_head(text: str, file: str, vocabulary: Vocabulary, *, raw: bool = False) -> Head:
    r"""Split `text` (with `\n` line ends) into front matter and body, and check the former.

    A file without front matter states nothing. In a raw article a first line of `---` may be a ruler: it opens a front
    matter only if a `key:` line follows.
    """
    lines = text.split("\n")
    if not _FENCE.fullmatch(lines[0]) or (raw and not re.match(r"[A-Za-z_]+:(\s|$)", next(iter(lines[1:]), ""))):
        return Head(FrontMatter(), text)
    end = next((row for row, line in enumerate(lines[1:], start=1) if _CLOSING.fullmatch(line)), None)
    if end is None:
        problem = Problem(file, 1, 1, "the front matter that begins here never ends", "close it with a line of `---`")
        return Head(FrontMatter(), "", len(lines), problems=(problem,))
    document = _expanded(parse("\n".join(lines[1:end]), file, first_line=2))
    stated, problems = validate(document, FrontMatter)
    if stated is not None:
        problems = (*problems, *_rule_problems(document, stated, vocabulary))
        stated = _usable(stated, vocabulary)
    body = "\n".join(lines[end + 1 :])
    return Head(stated or FrontMatter(), body, end + 2, document.positions, problems)


def _expanded(document: Document) -> Document:
    """The document with every shorthand item written out."""
    if not isinstance(document.data, dict):
        return document
    data: dict[str, Data] = dict(document.data)
    for key, name in _SHORTHAND.items():
        items = data.get(key)
        if isinstance(items, list):
            data[key] = [{name: item} if isinstance(item, str) else item for item in items]
    return replace(document, data=data)


def _rule_problems(document: Document, stated: FrontMatter, vocabulary: Vocabulary) -> Iterable[Problem]:
    """What types cannot say: known codes, ids and languages, and the form of times and addresses."""
    yield from _term_problems(document, stated, vocabulary)
    yield from _form_problems(document, stated)
    yield from _address_problems(document, stated)


def _usable(stated: FrontMatter, vocabulary: Vocabulary) -> FrontMatter:
    """What later stages can work with, so that one wrong value does not hide the problems they would find."""
    return replace(
        stated,
        countries=tuple(ref for ref in stated.countries if ref.code in vocabulary.countries),
        topics=tuple(ref for ref in stated.topics if ref.id in vocabulary.topics),
        embargo=stated.embargo if _is_moment(stated.embargo) else "",
        expires=stated.expires if _is_moment(stated.expires) else "",
        aliases=tuple(alias for alias in stated.aliases if _is_alias(alias)),
    )


def _term_problems(document: Document, stated: FrontMatter, vocabulary: Vocabulary) -> Iterable[Problem]:
    """Codes and ids that the vocabulary does not have."""
    for path, code in _country_codes(stated):
        if code not in vocabulary.countries:
            yield document.problem(path, f"there is no country `{code}`", _code_hint(code, vocabulary))
    for place, topic in enumerate(stated.topics):
        if topic.id not in vocabulary.topics:
            hint = did_you_mean(topic.id, vocabulary.topics) or "add it to content/_vocabulary/topics.yaml"
            yield document.problem(("topics", place), f"there is no topic `{topic.id}`", hint)


def _code_hint(written: str, vocabulary: Vocabulary) -> str:
    """The code that was meant, if it is one in small letters or an English name of CLDR."""
    if written.upper() in vocabulary.countries:
        return f"did you mean `{written.upper()}`?"
    names = Locale("en").territories.items()
    meant = next((code for code, name in names if name == written and code in vocabulary.countries), None)
    return f"did you mean `{meant}`?" if meant else "use ISO 3166-1 alpha-2, as `AT`"


def _form_problems(document: Document, stated: FrontMatter) -> Iterable[Problem]:
    """Languages that are no languages, and times that are no times."""
    for path in (("lang",), ("source", "lang"), ("source", "original_lang")):
        lang = _value(stated, path)
        if lang and not _is_language(lang):
            yield document.problem(path, f"`{lang}` is no language", "use BCP 47, as `en`, `ja` or `pt-BR`")
    for key in _MOMENTS:
        moment = str(getattr(stated, key))
        if moment and not _is_moment(moment):
            yield document.problem((key,), f"`{moment}` is no local time", "as `2025-11-01` or `2025-11-01T06:00`")


def _address_problems(document: Document, stated: FrontMatter) -> Iterable[Problem]:
    """Addresses that lead nowhere or outside."""
    url = stated.source.url
    if url and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", url):
        yield document.problem(("source", "url"), f"`{url}` is no web address", "as `https://example.org/news`")
    for place, alias in enumerate(stated.aliases):
        if not _is_alias(alias):
            hint = "an old address below the site's root, as `briefings/old-name.html`"
            yield document.problem(("aliases", place), f"`{alias}` cannot be redirected", hint)


def _country_codes(stated: FrontMatter) -> Iterable[tuple[Path, str]]:
    """Every country code that is stated, with its path."""
    yield from ((("countries", n, "code"), ref.code) for n, ref in enumerate(stated.countries))
    for key in ("people", "organizations"):
        refs = getattr(stated, key)
        yield from (((key, n, "country"), ref.country) for n, ref in enumerate(refs) if ref.country)
    for n, agreement in enumerate(stated.agreements):
        yield from ((("agreements", n, "parties", m), code) for m, code in enumerate(agreement.parties))
    for n, event in enumerate(stated.events):
        yield from ((("events", n, "countries", m), code) for m, code in enumerate(event.countries))


def _value(stated: FrontMatter, path: Path) -> str:
    value: object = stated
    for key in path:
        value = getattr(value, cast("str", key))
    return str(value)


def _is_alias(path: str) -> bool:
    """Whether a path is relative, stays inside the site and names a page."""
    return bool(re.fullmatch(r"[^/\\:][^\\:]*\.html", path)) and ".." not in path.split("/")


def _is_language(tag: str) -> bool:
    """Whether CLDR knows the primary language of a BCP 47 tag."""
    primary, *_ = tag.lower().split("-")
    return bool(re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag)) and localedata.exists(primary)


def _is_moment(text: str) -> bool:
    """Whether it is a date, or date and time, written as the documentation says (Python reads `20251101` and weeks too)."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?)?", text, re.ASCII):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
