"""`site.yaml` → Settings, with every problem of the file in one run."""

from __future__ import annotations

import re
import string
import zoneinfo
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from babel import Locale

from briefgen.errors import Problem, UsageError
from briefgen.model.settings import SHIPPED_LANGUAGES, Settings
from briefgen.yamldoc import Document, did_you_mean, parse, validate

FILE: Final = "site.yaml"

_NO_COUNTRIES: Final = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
"""Two-letter territories of CLDR that are no countries: unions, oceans, test locales, the unknown region."""

_PERMALINK_FIELDS: Final = {"slug", "year", "month", "lang"}


def load_settings(root: Path, *, base_url: str | None = None) -> Settings:
    """The settings of the site in `root`, with `base_url` instead of the one in `site.yaml` if it is given.

    Raises UsageError with every problem if `site.yaml` is missing or wrong, or if `base_url` is none.
    """
    try:
        text = (root / FILE).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        sentence = f"there is no {FILE} in {root}; run briefgen in a site's folder, or make one with `briefgen init DIR`"
        raise UsageError(sentence) from None
    except (OSError, UnicodeDecodeError) as error:
        sentence = f"{FILE} cannot be read: {error}"
        raise UsageError(sentence) from None
    document = parse(text, FILE)
    settings, problems = validate(document, Settings)
    if settings is not None:
        problems = (*problems, *_rule_problems(document, settings))
    if problems or settings is None:
        sentence = f"{FILE} has {len(problems)} problem{'s' if len(problems) != 1 else ''}"
        raise UsageError(sentence, tuple(sorted(problems)))
    if base_url and (complaint := _base_url(base_url)):
        raise UsageError("; ".join(complaint))
    return replace(settings, base_url=base_url) if base_url else settings


def _rule_problems(document: Document, settings: Settings) -> Iterable[Problem]:
    """What types cannot say: rules of single keys."""
    for path, check in _RULES:
        value: object = settings
        for key in path:
            value = getattr(value, key)
        complaint = check(str(value)) if value else None
        if complaint:
            yield document.problem(path, *complaint)
    if not settings.languages:
        yield document.problem(("languages",), "`languages` is empty", "write `languages: [en]`")
    for place, lang in enumerate(settings.languages):
        if lang not in SHIPPED_LANGUAGES:
            hint = f"shipped: {', '.join(SHIPPED_LANGUAGES)}"
            yield document.problem(("languages", place), f"there is no interface in `{lang}`", hint)
        elif lang in settings.languages[:place]:
            yield document.problem(("languages", place), f"the language `{lang}` stands twice")


Complaint = tuple[str, str] | None
"""Sentence and hint, or None when the value is fine."""


def _base_url(value: str) -> Complaint:
    if re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", value):
        return None
    return f"`{value}` is no base URL", "write where the site will stand, as `https://example.org/briefings/`"


def _focus_country(value: str) -> Complaint:
    names = Locale("en").territories
    if re.fullmatch(r"[A-Z]{2}", value) and value in names and value not in _NO_COUNTRIES:
        return None
    meant = next((code for code, name in names.items() if value in {name, code.lower()} and code.isalpha()), None)
    return f"`{value}` is no ISO 3166-1 alpha-2 code", f"did you mean `{meant}`?" if meant else "as `VN` or `AT`"


def _time_zone(value: str) -> Complaint:
    known = zoneinfo.available_timezones()
    return None if value in known else (f"there is no time zone `{value}`", did_you_mean(value, known))


def _accent(value: str) -> Complaint:
    return None if re.fullmatch(r"#[0-9a-fA-F]{6}", value) else (f"`{value}` is no color", "write it as `#8a1c1c`")


def _contact(value: str) -> Complaint:
    if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+|https?://\S+", value):
        return None
    return f"`{value}` is no address", "write an e-mail address or one that begins with https://"


def _permalinks(value: str) -> Complaint:
    try:
        found = {name for _, name, _, _ in string.Formatter().parse(value) if name is not None}
    except ValueError:
        return f"`{value}` is no address pattern", "as `briefings/{slug}.html`"
    if unknown := sorted(found - _PERMALINK_FIELDS):
        return f"`{{{unknown[0]}}}` is unknown in an address", "known: {slug}, {year}, {month}, {lang}"
    if "slug" not in found or not value.endswith(".html") or value.startswith("/") or ".." in value:
        return f"`{value}` is no address pattern", "it holds {slug}, ends in .html and stays inside the site"
    return None


_RULES: Final[tuple[tuple[tuple[str, ...], Callable[[str], Complaint]], ...]] = (
    (("base_url",), _base_url),
    (("focus_country",), _focus_country),
    (("time_zone",), _time_zone),
    (("permalinks",), _permalinks),
    (("contact",), _contact),
    (("theme", "accent"), _accent),
)
"""The rule of each key that has one."""
